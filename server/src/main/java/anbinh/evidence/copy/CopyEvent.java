package anbinh.evidence.copy;

import anbinh.audit.EventType;
import anbinh.seal.log.EventName;

/// What copies record; leaves hold identifiers, codes and hashes.
enum CopyEvent implements EventType {
  ORDERED(EventName.COPY_ORDERED),
  MADE("copy.made"),
  /// It cannot be made: the fact `why` says the reason.
  FAILED("copy.failed"),
  CONFIRMED(EventName.COPY_CONFIRMED),
  REFUSED("copy.refused"),
  /// Somebody looked at a copy; in older entries also at a video in a package.
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
