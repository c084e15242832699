package anbinh.sightings;

import anbinh.audit.EventType;

/// What is recorded of sightings: who may send them, which footage is analysed, every search, and
/// the passes that cases keep. What was searched for and why stands in the erasable detail.
public enum SightingEvent implements EventType {
  SOURCE_ADDED("sighting-source.added"),
  SOURCE_REVOKED("sighting-source.revoked"),
  ANALYSIS_SWITCHED_ON("sighting-analysis.switched-on"),
  ANALYSIS_SWITCHED_OFF("sighting-analysis.switched-off"),
  METADATA_SWITCHED_ON("sighting-metadata.switched-on"),
  METADATA_SWITCHED_OFF("sighting-metadata.switched-off"),
  ANALYSIS_REQUESTED("sighting-analysis.requested"),
  ANALYSIS_CANCELLED("sighting-analysis.cancelled"),
  ANALYSIS_DONE("sighting-analysis.done"),
  ANALYSIS_FAILED("sighting-analysis.failed"),
  SEARCHED("sightings.searched"),
  PASS_KEPT("sightings.pass-kept"),
  PASSES_READ("sightings.passes-read");

  private final String code;

  SightingEvent(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
