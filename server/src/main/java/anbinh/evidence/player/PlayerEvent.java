package anbinh.evidence.player;

import anbinh.audit.EventType;

/// What player copies record.
public enum PlayerEvent implements EventType {
  MADE("player.made"),
  /// There will be none: the fact `why` says the reason.
  UNPLAYABLE("player.unplayable"),
  /// Somebody looked at an owner's video before it was sealed.
  WATCHED("player.watched");

  private final String code;

  PlayerEvent(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
