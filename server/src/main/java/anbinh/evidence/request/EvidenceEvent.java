package anbinh.evidence.request;

import anbinh.audit.EventType;

/// What evidence records. Leaves hold identifiers, codes of the closed lists, times and hashes;
/// words that people wrote stand in the erasable detail.
public enum EvidenceEvent implements EventType {
  CHECKED("request.checked"),
  REQUESTED("request.made"),
  LISTED("request.listed"),
  VIEWED("request.viewed"),
  APPROVED("request.approved"),
  APPROVED_LESS("request.approved-less"),
  REFUSED("request.refused"),
  CANCELLED("request.cancelled"),
  EXPIRED("request.expired"),
  COLLECTING("request.collecting"),
  SEALED("extraction.sealed"),
  UNAVAILABLE("request.unavailable"),
  /// A part or the whole of the package went out.
  DOWNLOADED("package.downloaded"),
  DELIVERED("package.delivered"),
  VERIFIED("package.verified"),
  OUTCOME("request.outcome");

  private final String code;

  EvidenceEvent(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
