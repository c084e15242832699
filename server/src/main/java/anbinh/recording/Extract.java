package anbinh.recording;

import anbinh.media.Bytes;
import anbinh.media.VideoFormat;
import anbinh.media.mp4.FrameTime;
import anbinh.media.record.log.ClockEvidence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The facts of a clip written from a recording: all that its record must declare.
///
/// @param asked the stretch that was to be taken
/// @param firstFrameAt when the first shown picture was taken
/// @param lastFrameAt when the last shown picture was taken
/// @param frames pictures shown
/// @param damage which of the pictures shown are damaged
/// @param hiddenFrames pictures in the file that the edit list hides
/// @param hiddenPreroll how much time before `asked` the file holds, from the key picture needed
/// @param duration from the beginning of `asked` to the end of the last picture; gaps included
/// @param sha256 of the clip as written
/// @param coverage what of `asked` is recorded, and why the rest is not
/// @param sources the segments that the pictures come from, in order
public record Extract(
    Span asked,
    Instant firstFrameAt,
    Instant lastFrameAt,
    int frames,
    Damage damage,
    int hiddenFrames,
    Duration hiddenPreroll,
    Duration duration,
    long sizeBytes,
    Bytes sha256,
    Coverage coverage,
    List<Source> sources) {
  public Extract {
    sources = List.copyOf(sources);
  }

  /// Pictures that came in part, or that may refer to one which did: a decoder may show in them
  /// what was never there.
  ///
  /// @param spans in order, each from a damaged picture to the next that is not
  public record Damage(int frames, List<Span> spans) {
    public Damage {
      spans = List.copyOf(spans);
    }

    /// @param shown in the order of time
    /// @param duration of all of them
    public static Damage of(List<FrameTime> shown, Duration duration) {
      List<Span> spans = new ArrayList<>();
      int damaged = 0;
      Instant since = null;
      for (FrameTime frame : shown) {
        if (frame.damaged()) {
          damaged++;
          since = since == null ? frame.at() : since;
        } else if (since != null) {
          spans.add(new Span(since, frame.at()));
          since = null;
        }
      }
      if (since != null) {
        spans.add(new Span(since, shown.getFirst().at().plus(duration)));
      }
      return new Damage(damaged, spans);
    }
  }

  /// A segment that an extract was taken from.
  ///
  /// @param sha256 of the whole segment file, as it stands in the log
  /// @param previousSha256 of the camera's segment before; null for its first
  /// @param eventId the event that put the segment into the log
  public record Source(
      UUID segmentId,
      Span span,
      Bytes sha256,
      @Nullable Bytes previousSha256,
      UUID eventId,
      VideoFormat format,
      ClockEvidence clock) {}
}
