package anbinh.cameras;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an owner stated about the use of a camera. Statements are only added: the newest counts,
/// the others are history.
///
/// @param on the day of the statement
/// @param until the last day on which a consent counts; null for until withdrawn
/// @param document where the document is kept, such as its number
/// @param recordedBy null when the server itself did it
public record ConsentStatement(
    UUID id,
    UUID cameraId,
    What what,
    Form form,
    LocalDate on,
    @Nullable LocalDate until,
    @Nullable String document,
    Instant recordedAt,
    @Nullable UUID recordedBy) {
  public enum What {
    GIVEN,
    WITHDRAWN
  }

  /// How it was stated, so that it can be shown (Law 91/2025/QH15: in writing, electronically or on
  /// a recorded call).
  public enum Form {
    PAPER,
    ELECTRONIC,
    RECORDED_CALL
  }

  /// A statement that is to be recorded.
  public record New(
      What what, Form form, LocalDate on, @Nullable LocalDate until, @Nullable String document) {}

  /// What it comes to while it is the newest.
  public Consent consent() {
    return switch (what) {
      case GIVEN -> new Consent(Consent.State.GIVEN, until);
      case WITHDRAWN -> new Consent(Consent.State.WITHDRAWN, null);
    };
  }
}
