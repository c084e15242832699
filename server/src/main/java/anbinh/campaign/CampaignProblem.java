package anbinh.campaign;

import anbinh.platform.ProblemCode;
import anbinh.platform.ProblemKind;

/// What can go wrong with campaigns.
enum CampaignProblem implements ProblemCode {
  NO_SUCH_CAMPAIGN(ProblemKind.NOT_FOUND),
  NO_SUCH_MATERIAL(ProblemKind.NOT_FOUND),
  NO_SUCH_CAMPAIGN_ENTRY(ProblemKind.NOT_FOUND),
  /// It was withdrawn already.
  CAMPAIGN_ENTRY_OVER(ProblemKind.CONFLICT),
  /// The same identifier was sent with another content.
  CAMPAIGN_ENTRY_THERE(ProblemKind.CONFLICT),
  /// It was changed after it was seen.
  CAMPAIGN_CHANGED(ProblemKind.CONFLICT),
  /// Nothing waits for the chair.
  NO_CAMPAIGN_CHANGES(ProblemKind.CONFLICT),
  /// Neither who proposed it, or noted it, nor the officer.
  NOT_YOUR_CAMPAIGN(ProblemKind.FORBIDDEN),
  /// What is asked for does not fit to how it stands.
  CAMPAIGN_STATE(ProblemKind.CONFLICT),
  /// It has as many materials as one may have.
  CAMPAIGN_FULL(ProblemKind.CONFLICT),
  /// The checker for malware does not let it in.
  CAMPAIGN_MATERIAL_MALWARE(ProblemKind.BAD_REQUEST),
  /// The checker for malware does not answer.
  CAMPAIGN_MATERIAL_UNCHECKED(ProblemKind.UNAVAILABLE),
  /// The checker for malware is yet to look at it.
  CAMPAIGN_MATERIAL_WAITS(ProblemKind.UNAVAILABLE),
  /// The checker found malware in it after it was added.
  CAMPAIGN_MATERIAL_ERASED(ProblemKind.CONFLICT),
  /// Who decides proposed it, or bears the name of who did.
  OWN_CAMPAIGN(ProblemKind.FORBIDDEN),
  OWN_COMMENDATION(ProblemKind.FORBIDDEN);

  private final ProblemKind kind;

  CampaignProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
