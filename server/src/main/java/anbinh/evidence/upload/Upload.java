package anbinh.evidence.upload;

import anbinh.platform.malware.Judgement;
import anbinh.video.Container;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file that an owner uploads.
///
/// @param name as the owner's device calls it
/// @param bytes how long it is when it is whole
/// @param receivedAt when it was whole
/// @param sha256 64 hexadecimal digits, once somebody has looked at it
/// @param container what it is, once accepted
/// @param probe what libav read in it, as JSON; null where it could not
/// @param malware what the malware check said; null where none was made
public record Upload(
    UUID id,
    UUID requestId,
    UUID cameraId,
    UploadKind kind,
    String name,
    long bytes,
    UploadState state,
    Instant begunAt,
    @Nullable Instant receivedAt,
    @Nullable String sha256,
    @Nullable String sha512,
    @Nullable Container container,
    @Nullable String probe,
    @Nullable Rejection rejection,
    @Nullable Judgement malware) {

  boolean open() {
    return state == UploadState.RECEIVING || state == UploadState.RECEIVED;
  }
}
