package anbinh.standard;

import anbinh.audit.Disclosure;
import anbinh.audit.EventType;

/// What is recorded of the yearly standard: never words, nor who chaired a meeting.
public enum StandardEvent implements EventType {
  CRITERION_ADDED("standard-criterion.added"),
  CRITERION_ENDED("standard-criterion.ended"),
  EXEMPTED("standard-exemption.stated"),
  EXEMPTION_WITHDRAWN("standard-exemption.withdrawn"),
  /// A list of results of past years.
  PAST_IMPORTED("standard.past-imported"),
  LISTED("standard.listed"),
  READ("standard.read"),
  REGISTERED("standard.registered"),
  ANSWERED("standard.answered"),
  EVIDENCE_ADDED("standard.evidence-added"),
  /// Last year's is still valid.
  EVIDENCE_RENEWED("standard.evidence-renewed"),
  EVIDENCE_WITHDRAWN("standard.evidence-withdrawn"),
  SELF_ASSESSED("standard.self-assessed"),
  REVIEWED("standard.reviewed"),
  RETURNED("standard.returned"),
  APPRAISED("standard.appraised"),
  DECIDED("standard.decided"),
  CERTIFIED("standard.certified"),
  CERTIFICATE_PRINTED("standard.certificate-printed"),
  DOSSIER_PRINTED("standard.dossier-printed"),
  REVOKED("standard.revoked");

  private final String code;

  StandardEvent(String code) {
    this.code = code;
  }

  @Override
  public Disclosure disclosure() {
    return Disclosure.DAY;
  }

  @Override
  public String code() {
    return code;
  }
}
