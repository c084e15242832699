package anbinh.recording;

import anbinh.audit.EventType;

/// What recording writes into the log: every closed segment, every view of footage, every deletion.
public enum RecordingEvent implements EventType {
  SEGMENT_CLOSED("segment.closed"),
  SEGMENT_DELETED("segment.deleted"),
  LIVE_WATCHED("live.watched"),
  RECORDING_WATCHED("recording.watched"),
  STILL_TAKEN("still.taken"),
  /// Somebody asked which cameras could have seen a place.
  CAMERAS_SOUGHT("cameras.sought"),
  HELD("footage.held"),
  HOLD_LIFTED("footage.hold-lifted");

  private final String code;

  RecordingEvent(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public boolean routine() {
    return this == SEGMENT_CLOSED || this == SEGMENT_DELETED;
  }
}
