package anbinh.subject.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody asks about their own data, without anything that says who.
///
/// @param code what people call it, for example `DSR-2026-0001`
/// @param handler who does it
/// @param termDays within how many days it is to be completed, without the extension
/// @param answerBy the last day on which they can be told in time that it is being dealt with
/// @param completeBy the last day on which it can be ended in time
/// @param dueOn the earlier of the two that is still to come
record DataRequest(
    UUID id,
    String code,
    UUID areaId,
    RequestKind kind,
    Channel channel,
    Instant receivedAt,
    UUID recordedBy,
    UUID handler,
    int termDays,
    LocalDate answerBy,
    LocalDate completeBy,
    @Nullable Instant answeredAt,
    @Nullable Integer extendedDays,
    @Nullable Instant endedAt,
    @Nullable Outcome outcome,
    LocalDate dueOn,
    @Nullable Instant erasedAt) {
  enum State {
    /// Nobody told them yet that it is being dealt with.
    RECEIVED,
    ANSWERED,
    ENDED
  }

  State state() {
    if (endedAt != null) {
      return State.ENDED;
    }
    return answeredAt == null ? State.RECEIVED : State.ANSWERED;
  }

  boolean overdue(LocalDate today) {
    return endedAt == null && today.isAfter(dueOn);
  }
}
