package anbinh.evidence.request.lifecycle;

/// What comes of an [RequestCommand].
public sealed interface Step {
  /// The act is done and the request is now in `state`.
  record Taken(RequestState state) implements Step {}

  /// The act is not possible, and the request stays as it was.
  record Denied(Denial why) implements Step {}
}
