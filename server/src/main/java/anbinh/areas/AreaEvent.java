package anbinh.areas;

import anbinh.audit.EventType;

/// What areas record.
public enum AreaEvent implements EventType {
  CREATED("area.created"),
  RENAMED("area.renamed"),
  /// It ended: merged into another, divided, or without a successor.
  ENDED("area.ended"),
  /// It lies in another unit, since the one that it lay in ended.
  MOVED("area.moved"),
  /// A change was decided whose day is to come.
  CHANGE_PLANNED("area.change-planned"),
  CHANGE_WITHDRAWN("area.change-withdrawn"),
  /// What was decided could not be carried out on its day.
  CHANGE_FAILED("area.change-failed"),
  /// What units are after a change, by their identifiers: the check holds the tree against it.
  WRITTEN("area.written"),
  /// Units were taken from a file.
  IMPORTED("area.imported"),
  /// Boundaries were taken from a file.
  BOUNDARIES_IMPORTED("area.boundaries-imported"),
  /// Streets and landmarks were taken from a file.
  PLACES_IMPORTED("area.places-imported");

  private final String code;

  AreaEvent(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /// It comes beside the event that says what was done.
  @Override
  public boolean routine() {
    return this == WRITTEN;
  }
}
