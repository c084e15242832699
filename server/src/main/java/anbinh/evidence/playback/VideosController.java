package anbinh.evidence.playback;

import anbinh.audit.Event;
import anbinh.evidence.collect.Extraction;
import anbinh.evidence.handover.Handovers;
import anbinh.evidence.request.EvidenceEvent;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.evidence.request.Requests;
import anbinh.evidence.request.form.FieldReader;
import anbinh.evidence.web.RequestAccess;
import anbinh.identity.Person;
import anbinh.platform.OnlyWhenServing;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/api/requests/{id}/videos`: the videos of a sealed package, for who made the request and for
/// approvers of its area; `/api/handovers/{handoverId}/videos`: for whom it is handed over to.
@RestController
@OnlyWhenServing
class VideosController {
  private static final int MAX_NAME = 300;

  private final RequestAccess access;
  private final Requests requests;
  private final Handovers handovers;
  private final PackagedVideos videos;
  private final Chapters chapters;
  private final WatchedVideos watched;

  VideosController(
      RequestAccess access,
      Requests requests,
      Handovers handovers,
      PackagedVideos videos,
      Chapters chapters,
      WatchedVideos watched) {
    this.access = access;
    this.requests = requests;
    this.handovers = handovers;
    this.videos = videos;
    this.chapters = chapters;
    this.watched = watched;
  }

  @GetMapping("/api/requests/{id}/videos")
  VideosView list(@PathVariable UUID id) throws IOException {
    return list(access.getWatched(id), access.reader(), PackagedVideos.requestPath(id));
  }

  @GetMapping("/api/handovers/{handoverId}/videos")
  VideosView listHandedOver(@PathVariable UUID handoverId) throws IOException {
    EvidenceRequest request = handedOver(handoverId);
    return list(request, access.receiver(), PackagedVideos.handoverPath(handoverId));
  }

  private VideosView list(EvidenceRequest request, Person by, String path) throws IOException {
    VideosView view = chapters.read(videos.extraction(request.id()), path);
    watched.noteRead(request.id(), by, entry(EvidenceEvent.CHAPTERS_READ, request));
    return view;
  }

  /// The file as it was sealed. Also answers HEAD.
  @GetMapping("/api/requests/{id}/videos/video.mp4")
  void watch(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String name,
      HttpServletRequest asked,
      HttpServletResponse answer)
      throws IOException {
    watch(access.getWatched(id), access.reader(), name, asked, answer);
  }

  /// The file as it was sealed. Also answers HEAD.
  @GetMapping("/api/handovers/{handoverId}/videos/video.mp4")
  void watchHandedOver(
      @PathVariable UUID handoverId,
      @RequestParam(required = false) @Nullable String name,
      HttpServletRequest asked,
      HttpServletResponse answer)
      throws IOException {
    watch(handedOver(handoverId), access.receiver(), name, asked, answer);
  }

  private void watch(
      EvidenceRequest request,
      Person by,
      @Nullable String name,
      HttpServletRequest asked,
      HttpServletResponse answer)
      throws IOException {
    var fields = new FieldReader();
    Optional<String> requested = fields.text("name", name, 1, MAX_NAME);
    fields.throwProblems();
    UUID id = request.id();
    Extraction extraction = videos.extraction(id);
    Extraction.File file = videos.watchable(extraction, requested.orElseThrow());
    watched.send(
        new WatchedVideos.Video(id, file.sha256(), file.bytes(), () -> videos.open(id, file)),
        by,
        entry(EvidenceEvent.VIDEO_WATCHED, request),
        asked,
        answer);
  }

  private EvidenceRequest handedOver(UUID handoverId) {
    return requests.get(access.getHandedOver(handovers, handoverId).requestId());
  }

  private static Event entry(EvidenceEvent type, EvidenceRequest request) {
    return Event.of(type).about("request", request.id(), request.code());
  }
}
