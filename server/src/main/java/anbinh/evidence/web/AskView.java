package anbinh.evidence.web;

import anbinh.evidence.owner.Ask;
import anbinh.evidence.owner.AskState;
import anbinh.evidence.upload.Upload;
import anbinh.evidence.upload.UploadKind;
import anbinh.evidence.upload.UploadState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One owner who is asked, as the requester and whoever else sees the request sees it.
///
/// @param openUntil until when the owner may answer
/// @param linkIssuedAt null while there is no link
/// @param seenAt when the page behind the link was first opened
/// @param reason what the owner wrote when refusing
record AskView(
    UUID cameraId,
    AskState state,
    Instant openUntil,
    @Nullable Instant linkIssuedAt,
    @Nullable Instant seenAt,
    @Nullable Instant endedAt,
    @Nullable String reason,
    List<AskFile> files) {
  AskView {
    files = List.copyOf(files);
  }

  /// A file that is on its way, or here.
  record AskFile(String name, UploadKind kind, long bytes, UploadState state) {}

  static AskView of(Ask ask, List<Upload> uploads) {
    return new AskView(
        ask.cameraId(),
        ask.state(),
        ask.openUntil(),
        ask.linkIssuedAt(),
        ask.seenAt(),
        ask.endedAt(),
        ask.reason(),
        uploads.stream()
            .filter(file -> file.cameraId().equals(ask.cameraId()))
            .map(file -> new AskFile(file.name(), file.kind(), file.bytes(), file.state()))
            .toList());
  }
}
