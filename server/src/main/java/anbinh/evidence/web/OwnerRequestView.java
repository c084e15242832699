package anbinh.evidence.web;

import anbinh.evidence.message.Message;
import anbinh.evidence.owner.OwnerRequest;
import anbinh.evidence.owner.OwnerRequestState;
import anbinh.evidence.player.PlayerCopy;
import anbinh.evidence.upload.Rejection;
import anbinh.evidence.upload.Upload;
import anbinh.evidence.upload.UploadKind;
import anbinh.evidence.upload.UploadState;
import anbinh.platform.malware.Judgement;
import anbinh.video.TranscodingFailure;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One owner who is asked, as the requester and whoever else sees the request sees it.
///
/// @param openUntil until when the owner may answer
/// @param linkIssuedAt null while there is no link
/// @param seenAt when the page behind the link was first opened
/// @param reason what the owner wrote when refusing
/// @param messages that went to the owner, the newest first
record OwnerRequestView(
    UUID cameraId,
    OwnerRequestState state,
    Instant openUntil,
    @Nullable Instant linkIssuedAt,
    @Nullable Instant seenAt,
    @Nullable Instant endedAt,
    @Nullable String reason,
    List<AskFile> files,
    List<MessageView> messages) {
  OwnerRequestView {
    files = List.copyOf(files);
    messages = List.copyOf(messages);
  }

  /// A file that is on its way, or here.
  ///
  /// @param malware what the malware check said; null where none was made
  /// @param player the copy that every browser plays; null while there is nothing to say of it
  record AskFile(
      UUID id,
      String name,
      UploadKind kind,
      long bytes,
      UploadState state,
      @Nullable Rejection rejection,
      @Nullable Judgement malware,
      @Nullable PlayerView player) {
    static AskFile of(Upload file, @Nullable PlayerCopy player) {
      return new AskFile(
          file.id(),
          file.name(),
          file.kind(),
          file.bytes(),
          file.state(),
          file.rejection(),
          file.malware(),
          player == null ? null : PlayerView.of(player));
    }
  }

  /// @param pictures null unless it is made
  /// @param why there is none; null otherwise
  record PlayerView(
      PlayerCopy.State state,
      int percent,
      PlayerCopy.@Nullable Pictures pictures,
      TranscodingFailure.@Nullable Cause why) {
    static PlayerView of(PlayerCopy copy) {
      PlayerCopy.Made made = copy.made();
      return new PlayerView(
          copy.state(), copy.percent(), made == null ? null : made.pictures(), copy.why());
    }
  }

  static OwnerRequestView of(
      OwnerRequest ask,
      List<Upload> uploads,
      Map<UUID, PlayerCopy> players,
      List<Message> messages) {
    return new OwnerRequestView(
        ask.cameraId(),
        ask.state(),
        ask.openUntil(),
        ask.linkIssuedAt(),
        ask.seenAt(),
        ask.endedAt(),
        ask.reason(),
        uploads.stream()
            .filter(file -> file.cameraId().equals(ask.cameraId()))
            .map(file -> AskFile.of(file, players.get(file.id())))
            .toList(),
        messages.stream()
            .filter(message -> message.cameraId().equals(ask.cameraId()))
            .map(MessageView::of)
            .toList());
  }
}
