package anbinh.cameras;

import anbinh.platform.ProblemCode;
import anbinh.platform.ProblemKind;

/// What can go wrong with a camera in the register.
public enum CameraProblem implements ProblemCode {
  NO_CAMERA(ProblemKind.NOT_FOUND),
  /// A retired camera is not changed any more.
  CAMERA_RETIRED(ProblemKind.CONFLICT),
  /// The camera is one of the community, and what was asked for needs a connected one.
  NOT_CONNECTED(ProblemKind.CONFLICT),
  /// Another camera of the area has this reference.
  REFERENCE_TAKEN(ProblemKind.CONFLICT),
  /// The owner withdrew the consent: the camera is neither recorded nor asked for again.
  CONSENT_WITHDRAWN(ProblemKind.CONFLICT),
  /// The owner is a public body, which gives no consent.
  CONSENT_NOT_NEEDED(ProblemKind.CONFLICT),
  NO_CONTACT(ProblemKind.NOT_FOUND),
  /// The register knows of no sign at the camera.
  NO_SIGN(ProblemKind.NOT_FOUND),
  /// No camera is such as signs were asked for.
  NO_CAMERA_FOR_SIGN(ProblemKind.NOT_FOUND),
  /// So many signs are not printed at once.
  TOO_MANY_SIGNS(ProblemKind.CONFLICT);

  private final ProblemKind kind;

  CameraProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
