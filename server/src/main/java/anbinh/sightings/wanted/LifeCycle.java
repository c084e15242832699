package anbinh.sightings.wanted;

import anbinh.platform.Problem;
import anbinh.sightings.wanted.WantedVehicle.Decision;
import anbinh.sightings.wanted.WantedVehicle.End;
import java.time.Instant;

/// All transitions of an entry: no clock, no tables, no rights by role or area.
final class LifeCycle {
  private LifeCycle() {}

  /// @throws Problem where the requester decides, or it was decided, withdrawn or has expired
  static WantedVehicle approve(WantedVehicle vehicle, Decision decision) {
    return decide(vehicle, WantedState.ACTIVE, decision);
  }

  /// @throws Problem as for [#approve]
  static WantedVehicle refuse(WantedVehicle vehicle, Decision decision) {
    return decide(vehicle, WantedState.REFUSED, decision);
  }

  private static WantedVehicle decide(WantedVehicle vehicle, WantedState to, Decision decision) {
    if (decision.by().equals(vehicle.requestedBy())) {
      throw Problem.of(WantedProblem.OWN_WANTED_VEHICLE);
    }
    return switch (vehicle.stateAt(decision.at())) {
      case REQUESTED -> vehicle.in(to, decision, null);
      case ACTIVE, REFUSED, EXPIRED, ENDED ->
          throw Problem.of(WantedProblem.WANTED_VEHICLE_DECIDED, vehicle.code());
    };
  }

  /// Ends an entry early, or withdraws one that nobody has decided.
  ///
  /// @throws Problem where it is over
  static WantedVehicle end(WantedVehicle vehicle, End end) {
    return switch (vehicle.stateAt(end.at())) {
      case REQUESTED, ACTIVE -> vehicle.in(WantedState.ENDED, vehicle.decision(), end);
      case REFUSED, EXPIRED, ENDED ->
          throw Problem.of(WantedProblem.WANTED_VEHICLE_OVER, vehicle.code());
    };
  }

  /// What becomes of it by the clock alone.
  static WantedVehicle expire(WantedVehicle vehicle, Instant now) {
    return vehicle.in(vehicle.stateAt(now), vehicle.decision(), vehicle.end());
  }
}
