package anbinh.evidence.playback;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.evidence.EvidenceProblem;
import anbinh.identity.Person;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Problem;
import anbinh.platform.Sittings;
import anbinh.video.VideoSender;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Sends videos to those who may watch them, whole or a range, and puts each sitting into the log
/// before anything of it goes out. Safe for many threads.
@Component
@OnlyWhenServing
public class WatchedVideos {
  private final VideoSender sender;
  private final AuditLog log;
  private final Sittings<Sitting> sittings;

  WatchedVideos(VideoSender sender, AuditLog log, InstantSource clock) {
    this.sender = sender;
    this.log = log;
    this.sittings = new Sittings<>(clock);
  }

  /// @param sha256 of the video; null for what the package says of all of its videos
  private record Sitting(UUID person, UUID request, @Nullable String sha256) {}

  public record Video(UUID request, String sha256, long bytes, VideoSender.Source source) {}

  /// @param entry what the log says of it
  public void send(
      Video video, Person by, Event entry, HttpServletRequest asked, HttpServletResponse answer)
      throws IOException {
    try {
      sender.send(
          asked,
          answer,
          video.sha256(),
          video.bytes(),
          video.source(),
          () ->
              note(
                  new Sitting(by.id(), video.request(), video.sha256()),
                  by,
                  entry.fact("sha256", video.sha256())));
    } catch (NoSuchFileException e) {
      throw Problem.of(EvidenceProblem.PACKAGE_LOST);
    }
  }

  /// Notes that somebody reads what a package says of its videos.
  void noteRead(UUID request, Person by, Event entry) {
    note(new Sitting(by.id(), request, null), by, entry);
  }

  private void note(Sitting sitting, Person by, Event entry) {
    if (sittings.begins(sitting)) {
      log.record(entry.by(by.actor()));
    }
  }
}
