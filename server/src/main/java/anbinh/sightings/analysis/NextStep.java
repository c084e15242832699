package anbinh.sightings.analysis;

import anbinh.recording.FootageFile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What is to be done next for a camera.
public sealed interface NextStep {
  /// Clocks are so inexact where one segment follows another.
  Duration TOLERANCE = Duration.ofSeconds(1);

  /// Nothing is recorded that is not dealt with.
  record Wait() implements NextStep {}

  /// Nothing was recorded for some time, so what the process follows has ended.
  record Finish() implements NextStep {}

  /// These are too old, since analysis lags.
  record Skip(List<FootageFile> files) implements NextStep {
    public Skip {
      files = List.copyOf(files);
    }
  }

  /// The last segment that was analysed is to be seen again, since the next one goes on from it and
  /// no process follows the camera.
  record Repeat() implements NextStep {}

  /// @param gap whether it does not go on from what the process follows
  record Analyse(FootageFile file, boolean gap) implements NextStep {}

  /// @param maxLag what ended longer ago is skipped
  /// @param quiet after which nothing more is expected for now
  record Limits(Duration maxLag, Duration quiet) {}

  /// @param isFollowing whether the process has seen the last segment
  /// @param files that come next, in order
  static NextStep of(
      AnalysedCamera camera,
      boolean isFollowing,
      List<FootageFile> files,
      Instant now,
      Limits limits) {
    Instant oldest = now.minus(limits.maxLag());
    List<FootageFile> late =
        files.stream().takeWhile(file -> file.span().to().isBefore(oldest)).toList();
    if (!late.isEmpty()) {
      return new Skip(late);
    }
    if (files.isEmpty()) {
      return isFollowing && camera.lag(now).compareTo(limits.quiet()) > 0
          ? new Finish()
          : new Wait();
    }
    FootageFile next = files.getFirst();
    boolean goesOn = camera.followed() && isNext(next, camera.analysedUntil());
    return goesOn && !isFollowing ? new Repeat() : new Analyse(next, !goesOn);
  }

  /// Whether nothing that is recorded lies between a position and a file.
  static boolean isNext(FootageFile file, Instant analysedUntil) {
    return !file.span().from().isAfter(analysedUntil.plus(TOLERANCE));
  }
}
