package anbinh.setup;

import anbinh.platform.ProblemCode;
import anbinh.platform.ProblemKind;

/// What can go wrong with a step.
enum SetupProblem implements ProblemCode {
  /// No office does without this step.
  SETUP_STEP_NEEDED(ProblemKind.CONFLICT);

  private final ProblemKind kind;

  SetupProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
