package anbinh.evidence.web.owner;

import anbinh.evidence.owner.OwnerRequest;
import anbinh.evidence.owner.OwnerRequestState;
import anbinh.evidence.upload.Rejection;
import anbinh.evidence.upload.Upload;
import anbinh.evidence.upload.UploadKind;
import anbinh.evidence.upload.UploadState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an owner who is asked learns: who asks, by what law, for what, until when the answer
/// counts, and what is here of it. Nothing else about the case.
///
/// @param office the unit whose police ask
/// @param phone to call with questions; null where none is set
/// @param basis the law in words, with its article
/// @param revocableUntil until when at least what was given can be taken back; null before, and
///   once it is taken
/// @param receiptUntil until when the link gives the receipt; null before what was given is taken
/// @param clock how far off the recorder's clock is; null while the owner did not say
record OwnerView(
    String site,
    String zone,
    Instant now,
    boolean demonstration,
    String office,
    @Nullable String phone,
    String requestCode,
    String caseCode,
    String basis,
    String article,
    String cameraCode,
    String cameraName,
    Instant from,
    Instant to,
    Instant openUntil,
    OwnerRequestState state,
    @Nullable Instant givenAt,
    @Nullable Instant revocableUntil,
    @Nullable Instant receiptUntil,
    @Nullable ClockView clock,
    long mostBytes,
    int mostFiles,
    List<FileView> files) {
  OwnerView {
    files = List.copyOf(files);
  }

  /// @param shown what the recorder showed at `at`
  record ClockView(Instant shown, Instant at) {
    static ClockView of(OwnerRequest.RecorderClock clock) {
      return new ClockView(clock.shown(), clock.at());
    }
  }

  /// @param received how many of its bytes are here
  /// @param sha256 once somebody has looked at it
  record FileView(
      UUID id,
      String name,
      UploadKind kind,
      long bytes,
      long received,
      UploadState state,
      @Nullable Rejection rejection,
      @Nullable Instant receivedAt,
      @Nullable String sha256) {
    static FileView of(Upload upload, long received) {
      return new FileView(
          upload.id(),
          upload.name(),
          upload.kind(),
          upload.bytes(),
          received,
          upload.state(),
          upload.rejection(),
          upload.receivedAt(),
          upload.sha256());
    }
  }
}
