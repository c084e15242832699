package anbinh.evidence.collect;

/// The steps of a collection, in their order; each may be repeated.
public enum CollectStep {
  /// Wait until all that was recorded of the granted time is in closed segments.
  QUEUED,
  /// Take clips and stills of each camera, and read them back.
  CUTTING,
  /// Write what is to be said of them.
  DESCRIBING,
  /// Pack, seal in the log, prove, and hand over to the requester.
  SEALING
}
