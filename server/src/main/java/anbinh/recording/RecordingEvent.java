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
  /// Recording needs a person: the disk, a camera, or lost files.
  ALERT_RAISED("recording.alert-raised"),
  ALERT_CLEARED("recording.alert-cleared"),
  HELD("footage.held"),
  /// A duty officer referred a span to an investigator.
  FOOTAGE_REFERRED("footage.referred"),
  REFERRAL_ACCEPTED("footage.referral-accepted"),
  REFERRAL_DISMISSED("footage.referral-dismissed"),
  REFERRAL_WITHDRAWN("footage.referral-withdrawn"),
  /// A file of footage is gone, or is not what it was.
  FOOTAGE_LOST("footage.lost"),
  /// A lost file is back.
  FOOTAGE_FOUND("footage.found"),
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
