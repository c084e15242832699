package anbinh.cases.register;

import anbinh.cases.CaseState;
import anbinh.cases.Clarified;
import anbinh.cases.Point;
import anbinh.cases.Protection;
import anbinh.identity.PersonName;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A case as clients see it.
///
/// @param type the code of it
/// @param typeName in the reader's language
/// @param areaId of a protected case its commune
record CaseView(
    UUID id,
    String code,
    String title,
    String type,
    String typeName,
    CaseState state,
    Instant occurredFrom,
    @Nullable Instant occurredTo,
    UUID areaId,
    String areaName,
    @Nullable String place,
    @Nullable Point point,
    Protection protection,
    @Nullable String description,
    PersonName openedBy,
    Instant openedAt,
    List<RequestLine> requests,
    @Nullable OutcomeView outcome) {
  CaseView {
    requests = List.copyOf(requests);
  }

  /// @param mayRead whether the reader of the case may open it
  record RequestLine(UUID id, String code, String state, boolean mayRead) {}

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
