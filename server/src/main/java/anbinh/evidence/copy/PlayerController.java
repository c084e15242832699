package anbinh.evidence.copy;

import anbinh.audit.Event;
import anbinh.evidence.EvidenceProblem;
import anbinh.evidence.owner.OwnerRequestState;
import anbinh.evidence.owner.OwnerRequests;
import anbinh.evidence.playback.WatchedVideos;
import anbinh.evidence.player.PlayerCopy;
import anbinh.evidence.player.PlayerEvent;
import anbinh.evidence.player.PlayerTable;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.evidence.upload.Quarantine;
import anbinh.evidence.upload.Upload;
import anbinh.evidence.upload.UploadTable;
import anbinh.evidence.web.RequestAccess;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// `/api/requests/{id}/owner-requests/{cameraId}/files/{fileId}/player.mp4`: the player copy of a
/// video that its owner handed over, until it is in the sealed package. Also answers HEAD.
@RestController
@OnlyWhenServing
class PlayerController {
  private final RequestAccess access;
  private final OwnerRequests ownerRequests;
  private final UploadTable uploads;
  private final PlayerTable table;
  private final Quarantine quarantine;
  private final WatchedVideos watched;

  PlayerController(
      RequestAccess access,
      OwnerRequests ownerRequests,
      UploadTable uploads,
      PlayerTable table,
      Quarantine quarantine,
      WatchedVideos watched) {
    this.access = access;
    this.ownerRequests = ownerRequests;
    this.uploads = uploads;
    this.table = table;
    this.quarantine = quarantine;
    this.watched = watched;
  }

  @GetMapping("/api/requests/{id}/owner-requests/{cameraId}/files/{fileId}/player.mp4")
  void play(
      @PathVariable UUID id,
      @PathVariable UUID cameraId,
      @PathVariable UUID fileId,
      HttpServletRequest asked,
      HttpServletResponse answer)
      throws IOException {
    EvidenceRequest request = access.getWatched(id);
    boolean given =
        ownerRequests.list(id).stream()
            .anyMatch(
                ask -> ask.cameraId().equals(cameraId) && ask.state() == OwnerRequestState.GIVEN);
    Upload upload =
        uploads.list(id, cameraId).stream()
            .filter(file -> given && file.id().equals(fileId))
            .findFirst()
            .orElseThrow(() -> Problem.of(EvidenceProblem.NO_SUCH_FILE));
    PlayerCopy.Made made =
        table
            .find(upload.id())
            .map(PlayerCopy::made)
            .orElseThrow(() -> Problem.of(EvidenceProblem.NO_SUCH_FILE));
    Path file = quarantine.player(upload.id());
    watched.send(
        new WatchedVideos.Video(id, made.sha256(), made.bytes(), () -> open(file)),
        access.reader(),
        Event.of(PlayerEvent.WATCHED).about("request", id, request.code()).fact("file", fileId),
        asked,
        answer);
  }

  /// It may be on its way into the package.
  private static InputStream open(Path file) throws IOException {
    try {
      return Files.newInputStream(file);
    } catch (NoSuchFileException e) {
      throw Problem.of(EvidenceProblem.NO_SUCH_FILE);
    }
  }
}
