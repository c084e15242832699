package anbinh.subject.request;

import anbinh.identity.PersonName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A request as lists show it: without anything that says who.
///
/// @param dueOn the next of the two clocks that is still to come
record DataRequestView(
    UUID id,
    String code,
    UUID areaId,
    String areaName,
    RequestKind kind,
    Channel channel,
    DataRequest.State state,
    Instant receivedAt,
    PersonName handler,
    LocalDate answerBy,
    @Nullable Instant answeredAt,
    LocalDate completeBy,
    @Nullable Integer extendedDays,
    LocalDate dueOn,
    boolean overdue,
    @Nullable Instant endedAt,
    @Nullable Outcome outcome,
    @Nullable Instant erasedAt) {

  /// A request as it is read by itself.
  record Details(
      DataRequestView request,
      String name,
      String contact,
      String words,
      @Nullable String place,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable String camera,
      @Nullable String extension,
      @Nullable String reason,
      @Nullable String article) {}
}
