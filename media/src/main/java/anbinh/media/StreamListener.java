package anbinh.media;

/// Receives what one camera's stream brings. Called on an ingest thread shared with other cameras,
/// one call at a time and in order; must not block. Whatever it throws ends this camera's
/// connection only.
public interface StreamListener {
  /// The format of all units that follow; called before the first unit and again when the parameter
  /// sets change.
  void onFormat(VideoFormat format);

  void onAccessUnit(AccessUnit unit);

  /// Packets are known to be missing before the next unit. What came of the unit they belonged to
  /// is delivered as damaged, and so is every unit up to the next key unit.
  ///
  /// @param packets how many, as far as sequence numbers tell
  void onLoss(int packets);

  void onSenderReport(SenderReport report);

  void onState(StreamState state);
}
