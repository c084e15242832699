package anbinh.evidence.collect;

/// The steps of a collection, in their order; each may be repeated.
public enum CollectStep {
  /// Wait until all that was recorded of the granted time is in closed segments, and until the
  /// owners who are asked have answered or their time is over.
  QUEUED,
  /// Take clips and stills of each camera, and read them back.
  CUTTING,
  /// Write what is to be said of them.
  DESCRIBING,
  /// Pack, seal in the log, prove, and hand over to the requester.
  SEALING
}
