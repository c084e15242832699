package anbinh.evidence.web;

import anbinh.evidence.malware.Judgement;
import anbinh.evidence.message.Message;
import anbinh.evidence.owner.Ask;
import anbinh.evidence.owner.AskState;
import anbinh.evidence.upload.Rejection;
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
/// @param messages that went to the owner, the newest first
record AskView(
    UUID cameraId,
    AskState state,
    Instant openUntil,
    @Nullable Instant linkIssuedAt,
    @Nullable Instant seenAt,
    @Nullable Instant endedAt,
    @Nullable String reason,
    List<AskFile> files,
    List<MessageView> messages) {
  AskView {
    files = List.copyOf(files);
    messages = List.copyOf(messages);
  }

  /// A file that is on its way, or here.
  ///
  /// @param malware what the malware check said; null where none was made
  record AskFile(
      String name,
      UploadKind kind,
      long bytes,
      UploadState state,
      @Nullable Rejection rejection,
      @Nullable Judgement malware) {
    static AskFile of(Upload file) {
      return new AskFile(
          file.name(), file.kind(), file.bytes(), file.state(), file.rejection(), file.malware());
    }
  }

  static AskView of(Ask ask, List<Upload> uploads, List<Message> messages) {
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
            .map(AskFile::of)
            .toList(),
        messages.stream()
            .filter(message -> message.cameraId().equals(ask.cameraId()))
            .map(MessageView::of)
            .toList());
  }
}
