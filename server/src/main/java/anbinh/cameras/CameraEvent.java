package anbinh.cameras;

import anbinh.audit.EventType;

/// What the camera register records.
public enum CameraEvent implements EventType {
  ADDED("camera.added"),
  CHANGED("camera.changed"),
  RETIRED("camera.retired"),
  PROBED("camera.probed"),
  /// A list of cameras was taken into the register.
  IMPORTED("camera.imported"),
  CONTACT_CHANGED("camera.contact-changed"),
  CONTACT_READ("camera.contact-read"),
  CONSENT_GIVEN("camera.consent-given"),
  CONSENT_WITHDRAWN("camera.consent-withdrawn"),
  SIGN_PUT_UP("camera.sign-put-up"),
  /// The sign is not there any more.
  SIGN_GONE("camera.sign-gone"),
  /// What cameras are after a change, by their identifiers: the check holds the register against
  /// it.
  WRITTEN("camera.written");

  private final String code;

  CameraEvent(String code) {
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
