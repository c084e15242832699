package anbinh.community.campaign;

import anbinh.platform.ProblemCode;
import anbinh.platform.ProblemKind;

/// What can go wrong with campaigns.
public enum CampaignProblem implements ProblemCode {
  NO_SUCH_CAMPAIGN(ProblemKind.NOT_FOUND),
  NO_SUCH_MATERIAL(ProblemKind.NOT_FOUND),
  /// What is asked for does not fit to how it stands.
  CAMPAIGN_STATE(ProblemKind.CONFLICT),
  /// It has as many materials as one may have.
  CAMPAIGN_FULL(ProblemKind.CONFLICT),
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
