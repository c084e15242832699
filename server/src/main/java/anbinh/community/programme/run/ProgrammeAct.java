package anbinh.community.programme.run;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was proposed about a programme, and what was decided of it.
///
/// @param version the text that it is about
/// @param writtenBy who wrote that text
/// @param decision null while there is none
public record ProgrammeAct(
    UUID id,
    UUID programmeId,
    Kind kind,
    int version,
    @Nullable String reason,
    UUID proposedBy,
    UUID writtenBy,
    Instant proposedAt,
    @Nullable Decision decision) {
  public enum Kind {
    LAUNCH,
    CHANGE,
    REST,
    RESUME,
    END
  }

  public enum Outcome {
    ACCEPTED,
    REFUSED
  }

  /// @param number of the paper; null of what was refused, as is its day
  public record Decision(
      Outcome outcome,
      @Nullable String reason,
      UUID by,
      Instant at,
      @Nullable String number,
      @Nullable LocalDate on,
      @Nullable String signer) {}
}
