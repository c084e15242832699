package anbinh.cases.register;

import anbinh.cases.CaseState;
import anbinh.cases.CaseType;
import anbinh.cases.Clarified;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A case as clients see it.
record CaseView(
    UUID id,
    String code,
    String title,
    CaseType type,
    CaseState state,
    Instant occurredFrom,
    @Nullable Instant occurredTo,
    UUID areaId,
    String areaName,
    @Nullable String place,
    @Nullable String description,
    PersonName openedBy,
    Instant openedAt,
    List<RequestLine> requests,
    @Nullable OutcomeView outcome) {
  CaseView {
    requests = List.copyOf(requests);
  }

  record PersonName(UUID id, String displayName) {}

  record RequestLine(UUID id, String code, String state) {}

  record OutcomeView(
      boolean clarified,
      List<Clarified> clarifiedBy,
      String note,
      PersonName notedBy,
      Instant notedAt) {
    OutcomeView {
      clarifiedBy = List.copyOf(clarifiedBy);
    }
  }
}
