package anbinh.media.record;

import anbinh.media.Await;

/// The queues of a recorder that a test feeds faster than any camera would.
final class Queues {
  private Queues() {}

  /// Lets the recorder catch up, at once.
  static void awaitEmpty(Recorder recorder) {
    recorder.wake();
    Await.untilNone("queued pictures", () -> queued(recorder));
  }

  static long queued(Recorder recorder) {
    return recorder.health().tracks().stream().mapToLong(RecorderHealth.Track::queued).sum();
  }
}
