package anbinh.sightings.mqtt;

import anbinh.platform.FieldProblem;
import java.util.Map;

/// What an event of Frigate means.
sealed interface FrigateEvent {
  /// A pass that is over.
  ///
  /// @param row with the fields of a batch's row
  record Passed(Map<String, Object> row) implements FrigateEvent {
    public Passed {
      row = Map.copyOf(row);
    }
  }

  /// Nothing to store: it goes on, is no vehicle and no person, or was an error of Frigate.
  record Irrelevant() implements FrigateEvent {}

  /// @param camera as Frigate calls it; empty where it does not say
  record Malformed(String camera, FieldProblem problem) implements FrigateEvent {}
}
