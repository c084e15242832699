package anbinh.cameras;

import anbinh.audit.EventType;

/// What the camera register records.
public enum CameraEvent implements EventType {
  ADDED("camera.added"),
  CHANGED("camera.changed"),
  RETIRED("camera.retired"),
  PROBED("camera.probed");

  private final String code;

  CameraEvent(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
