package anbinh.sightings.index;

/// What it costs to take a plate for the one that is sought, by what read it and before which
/// camera: each errs in its own way. For one thread.
@FunctionalInterface
public interface OwnCosts {
  /// @param plate one of [PassQuery#plates]
  /// @param model what read it
  /// @return never below what the query says of the plate
  int of(long plate, String model, String camera);
}
