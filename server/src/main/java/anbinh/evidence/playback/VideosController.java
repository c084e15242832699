package anbinh.evidence.playback;

import anbinh.audit.Event;
import anbinh.evidence.collect.Extraction;
import anbinh.evidence.request.EvidenceEvent;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.evidence.request.form.FieldReader;
import anbinh.evidence.web.RequestAccess;
import anbinh.platform.OnlyWhenServing;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/api/requests/{id}/videos`: the videos of a sealed package, for who made the request and for
/// approvers of its area.
@RestController
@OnlyWhenServing
@RequestMapping("/api/requests/{id}/videos")
class VideosController {
  private static final int MAX_NAME = 300;

  private final RequestAccess access;
  private final PackagedVideos videos;
  private final Chapters chapters;
  private final WatchedVideos watched;

  VideosController(
      RequestAccess access, PackagedVideos videos, Chapters chapters, WatchedVideos watched) {
    this.access = access;
    this.videos = videos;
    this.chapters = chapters;
    this.watched = watched;
  }

  @GetMapping
  VideosView list(@PathVariable UUID id) throws IOException {
    EvidenceRequest request = access.getWatched(id);
    VideosView view = chapters.read(videos.extraction(id));
    watched.noteRead(id, access.reader(), entry(EvidenceEvent.CHAPTERS_READ, request));
    return view;
  }

  /// The file as it was sealed. Also answers HEAD.
  @GetMapping("/video.mp4")
  void watch(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String name,
      HttpServletRequest asked,
      HttpServletResponse answer)
      throws IOException {
    var fields = new FieldReader();
    Optional<String> requested = fields.text("name", name, 1, MAX_NAME);
    EvidenceRequest request = access.getWatched(id);
    fields.throwProblems();
    Extraction extraction = videos.extraction(id);
    Extraction.File file = videos.watchable(extraction, requested.orElseThrow());
    watched.send(
        new WatchedVideos.Video(id, file.sha256(), file.bytes(), () -> videos.open(id, file)),
        access.reader(),
        entry(EvidenceEvent.VIDEO_WATCHED, request),
        asked,
        answer);
  }

  private static Event entry(EvidenceEvent type, EvidenceRequest request) {
    return Event.of(type).about("request", request.id(), request.code());
  }
}
