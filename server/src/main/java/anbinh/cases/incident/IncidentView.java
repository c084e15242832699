package anbinh.cases.incident;

import anbinh.cases.Incident;
import anbinh.cases.Point;
import anbinh.identity.PersonName;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An incident as clients see it.
///
/// @param type the code of it; null where it is that of the case
/// @param typeName in the reader's language; null likewise
/// @param changes what was changed and why, oldest first; the last is the withdrawal where it is
///   withdrawn
record IncidentView(
    UUID id,
    String title,
    @Nullable String type,
    @Nullable String typeName,
    Incident.Timing timing,
    Instant occurredFrom,
    @Nullable Instant occurredTo,
    @Nullable String place,
    @Nullable Point point,
    @Nullable String report,
    @Nullable String note,
    PersonName addedBy,
    Instant addedAt,
    boolean withdrawn,
    List<ChangeView> changes) {
  IncidentView {
    changes = List.copyOf(changes);
  }

  record ChangeView(Instant at, PersonName by, String reason) {}
}
