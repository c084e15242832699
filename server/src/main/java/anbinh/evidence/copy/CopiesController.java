package anbinh.evidence.copy;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.evidence.EvidenceProblem;
import anbinh.evidence.collect.Extraction;
import anbinh.evidence.collect.SealedFiles;
import anbinh.evidence.playback.PackagedVideos;
import anbinh.evidence.playback.WatchedVideos;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.evidence.web.RequestAccess;
import anbinh.identity.Person;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Problem;
import anbinh.platform.ProblemCode;
import anbinh.platform.http.ByteRange;
import anbinh.video.VideoSender;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/requests/{id}/copies` and `…/videos`: redacted and court copies of the videos in a sealed
/// package. Ordered and downloaded by who made the request, confirmed by another person.
@RestController
@OnlyWhenServing
@RequestMapping("/api/requests/{id}")
class CopiesController {
  private final RequestAccess access;
  private final Copies copies;
  private final CopyResponseMapper views;
  private final CopyFolder folder;
  private final PackagedVideos videos;
  private final WatchedVideos watched;
  private final VideoSender sender;
  private final AuditLog log;

  CopiesController(
      RequestAccess access,
      Copies copies,
      CopyResponseMapper views,
      CopyFolder folder,
      PackagedVideos videos,
      WatchedVideos watched,
      VideoSender sender,
      AuditLog log) {
    this.access = access;
    this.copies = copies;
    this.views = views;
    this.folder = folder;
    this.videos = videos;
    this.watched = watched;
    this.sender = sender;
    this.log = log;
  }

  @GetMapping("/copies")
  CopiesView list(@PathVariable UUID id) {
    EvidenceRequest request = access.getVerified(id);
    return views.of(request, access.reader());
  }

  @PostMapping("/copies")
  @ResponseStatus(HttpStatus.CREATED)
  CopiesView.CopyView order(@PathVariable UUID id, @RequestBody CopyForm form) {
    EvidenceRequest request = access.getOwn(id);
    Person by = access.reader();
    return views.of(request, copies.order(request, form, by), by);
  }

  @PostMapping("/copies/{copyId}/review")
  CopiesView.CopyView review(
      @PathVariable UUID id, @PathVariable UUID copyId, @RequestBody ReviewForm form) {
    EvidenceRequest request = access.getReviewed(id);
    ReviewForm.Requested requested = form.read();
    Copy copy = copies.get(id, copyId);
    Optional<ProblemCode> whyNot =
        access.whyNoReviewer(access.reader(), request, copy.order().by());
    if (whyNot.isPresent()) {
      throw access.refuse(whyNot.get(), request);
    }
    Person by = access.requireConfirmed();
    return views.of(request, copies.review(request, copyId, requested, by), by);
  }

  /// Also answers HEAD.
  @GetMapping("/copies/{copyId}/video.mp4")
  void watchCopy(
      @PathVariable UUID id,
      @PathVariable UUID copyId,
      HttpServletRequest asked,
      HttpServletResponse answer)
      throws IOException {
    EvidenceRequest request = access.getWatched(id);
    Copy copy = copies.get(id, copyId);
    var _ = videos.extraction(id);
    Copy.Made made = copy.made();
    if (made == null || copy.state() == Copy.State.REFUSED) {
      throw Problem.of(EvidenceProblem.COPY_NOT_READY);
    }
    watched.send(
        new WatchedVideos.Video(id, made.sha256(), made.bytes(), () -> open(copy, made)),
        access.reader(),
        Event.of(CopyEvent.WATCHED).about("request", id, request.code()),
        asked,
        answer);
  }

  /// Where a copy is: in its package once that is finished.
  private InputStream open(Copy copy, Copy.Made made) throws IOException {
    if (copy.archive() == null) {
      return Files.newInputStream(folder.video(copy.id()));
    }
    String code = copy.code(videos.extraction(copy.requestId()).code());
    var file = new Extraction.File(copy.file(), made.bytes(), made.sha256());
    return SealedFiles.open(folder.packageFile(code), code, file);
  }

  /// Also answers HEAD.
  @GetMapping("/copies/{copyId}/package.zip")
  void download(
      @PathVariable UUID id,
      @PathVariable UUID copyId,
      HttpServletRequest asked,
      HttpServletResponse answer)
      throws IOException {
    EvidenceRequest request = access.getOwn(id);
    Copy copy = copies.get(id, copyId);
    String code = copy.code(videos.extraction(id).code());
    Copy.Archive archive = copy.archive();
    if (archive == null) {
      throw Problem.of(EvidenceProblem.COPY_NOT_READY);
    }
    Path file = folder.packageFile(code);
    answer.setHeader("Content-Disposition", "attachment; filename=\"" + code + ".zip\"");
    Optional<ByteRange> sent;
    try {
      sent =
          sender.send(
              asked,
              answer,
              "application/zip",
              archive.sha256(),
              archive.bytes(),
              () -> Files.newInputStream(file));
    } catch (NoSuchFileException e) {
      throw Problem.of(EvidenceProblem.PACKAGE_LOST);
    }
    sent.ifPresent(range ->
        log.record(
            Event.of(CopyEvent.DOWNLOADED)
                .by(access.reader().actor())
                .about("request", id, request.code())
                .fact("copy", copyId)
                .fact("from", range.start())
                .fact("to", range.end())
                .fact("of", archive.bytes())));
  }
}
