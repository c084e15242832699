package anbinh.evidence.collect;

/// A step of a collection did not come out right; it is tried again.
final class CollectFailure extends RuntimeException {
  CollectFailure(String message) {
    super(message);
  }
}
