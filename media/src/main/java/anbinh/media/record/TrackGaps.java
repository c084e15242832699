package anbinh.media.record;

import anbinh.media.StreamState;
import anbinh.media.record.log.Gap;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The gaps of one track: at most one lasts, and the end of the one before may still become better
/// known. Written to by the track's writer thread; [#current] may be read by any.
final class TrackGaps {
  private final TrackContext context;
  private volatile @Nullable Gap current;
  private @Nullable Gap provisional;

  TrackGaps(TrackContext context) {
    this.context = context;
  }

  boolean isOpen() {
    return current != null;
  }

  Optional<Gap> current() {
    return Optional.ofNullable(current);
  }

  /// Begins a gap. Where one lasts for another reason, that one ends now and the new one begins.
  void begin(Instant from, Gap.Cause cause, Optional<StreamState.Cause> camera, String detail) {
    Gap last = current;
    Instant start = from;
    if (last != null) {
      if (last.cause() == cause && last.camera().equals(camera)) {
        return;
      }
      Instant now = context.clock().instant();
      start = now.isAfter(last.from()) ? now : last.from();
      if (start.isAfter(last.from())) {
        context.log().gap(ended(last, start));
      }
    }
    provisional = null;
    Gap begun = new Gap(context.cameraKey(), start, Optional.empty(), cause, camera, detail);
    current = begun;
    context.log().gap(begun);
  }

  /// Ends the gap that lasts, if one does; the time may be corrected by [#startIsFinal].
  void end(Instant at) {
    Gap last = current;
    provisional = null;
    if (last != null) {
      current = null;
      Gap done = ended(last, at);
      provisional = done;
      context.log().gap(done);
    }
  }

  /// The segment that ended the gap has its final start.
  void startIsFinal(Instant start) {
    Gap last = provisional;
    provisional = null;
    if (last != null && !last.until().equals(Optional.of(start))) {
      context.log().gap(ended(last, start));
    }
  }

  private static Gap ended(Gap gap, Instant at) {
    return new Gap(
        gap.cameraKey(), gap.from(), Optional.of(at), gap.cause(), gap.camera(), gap.detail());
  }
}
