package anbinh.media.record.log;

/// Where the recorder states what it has recorded and what is missing: a database with its hash
/// chain, or a list in a test. Called on one thread of the recorder, one call at a time.
///
/// A call that throws is repeated after a while, with everything behind it held in order, so every
/// method must be idempotent. What cannot be held any longer is dropped and counted in
/// [anbinh.media.record.RecorderHealth#forgotten]; the files stay and the next start's
/// [anbinh.media.record.Recovery] finds them.
public interface SegmentLog {
  /// A file was begun; it may be served from [anbinh.media.record.Recorder#listUnlogged] until it
  /// is closed.
  void opened(OpenedSegment segment);

  /// A file is complete and durable. For one camera in the order of recording.
  void closed(ClosedSegment segment);

  /// A gap began, became better known, or ended. The same camera and [Gap#from] means the same gap;
  /// the later call replaces the earlier one.
  void gap(Gap gap);
}
