package anbinh.sightings.wanted;

import anbinh.platform.ProblemCode;
import anbinh.platform.ProblemKind;

/// What can go wrong with wanted vehicles.
public enum WantedProblem implements ProblemCode {
  NO_SUCH_WANTED_VEHICLE(ProblemKind.NOT_FOUND),
  /// Nobody decides what they asked for themselves.
  OWN_WANTED_VEHICLE(ProblemKind.FORBIDDEN),
  /// Only who asked for it, or an approver, ends it.
  NOT_YOUR_WANTED_VEHICLE(ProblemKind.FORBIDDEN),
  WANTED_VEHICLE_DECIDED(ProblemKind.CONFLICT),
  WANTED_VEHICLE_OVER(ProblemKind.CONFLICT),
  NO_SUCH_WANTED_ALERT(ProblemKind.NOT_FOUND),
  WANTED_ALERT_ACKNOWLEDGED(ProblemKind.CONFLICT),
  WANTED_ALERT_EXPIRED(ProblemKind.CONFLICT);

  private final ProblemKind kind;

  WantedProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
