package anbinh.cameras;

import anbinh.platform.ProblemCode;
import anbinh.platform.ProblemKind;

/// What can go wrong with a camera in the register.
public enum CameraProblem implements ProblemCode {
  NO_CAMERA(ProblemKind.NOT_FOUND),
  /// A retired camera is not changed any more.
  CAMERA_RETIRED(ProblemKind.CONFLICT);

  private final ProblemKind kind;

  CameraProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
