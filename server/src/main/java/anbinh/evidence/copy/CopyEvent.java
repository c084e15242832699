package anbinh.evidence.copy;

import anbinh.audit.EventType;

/// What copies record; leaves hold identifiers, codes and hashes.
public enum CopyEvent implements EventType {
  ORDERED("copy.ordered"),
  MADE("copy.made"),
  /// It cannot be made: the fact `why` says the reason.
  FAILED("copy.failed"),
  CONFIRMED("copy.confirmed"),
  REFUSED("copy.refused"),
  /// Somebody looked at a copy, or at a film in a package.
  WATCHED("copy.watched"),
  DOWNLOADED("copy.downloaded");

  private final String code;

  CopyEvent(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
