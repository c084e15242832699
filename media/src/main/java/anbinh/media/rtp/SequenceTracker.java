package anbinh.media.rtp;

/// Tells from the sequence numbers of one source which packets are missing and which came before
/// (RFC 3550 appendix A.1). For one thread.
final class SequenceTracker {
  /// A step back of fewer packets than this is a late or repeated packet; any other is a restart.
  private static final int MAXIMUM_MISORDER = 100;

  /// A step forward of more packets than this is a restart.
  private static final int MAXIMUM_DROPOUT = 3000;

  /// A packet that repeats or comes late; it must not be used.
  static final int OLD = -1;

  /// A packet that follows on nothing known: how many are missing cannot be told.
  static final int RESTARTED = -2;

  private int expected = -1;

  /// @return how many packets are missing before this one, or [#OLD] or [#RESTARTED]
  int accept(int sequence) {
    if (expected < 0) {
      expected = sequence + 1 & 0xFFFF;
      return 0;
    }
    int ahead = sequence - expected & 0xFFFF;
    if (ahead >= 0x10000 - MAXIMUM_MISORDER) {
      return OLD;
    }
    expected = sequence + 1 & 0xFFFF;
    return ahead <= MAXIMUM_DROPOUT ? ahead : RESTARTED;
  }

  void reset() {
    expected = -1;
  }
}
