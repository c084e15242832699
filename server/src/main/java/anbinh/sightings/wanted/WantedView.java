package anbinh.sightings.wanted;

import anbinh.identity.PersonName;
import anbinh.vision.Colour;
import anbinh.vision.ObjectClass;
import anbinh.vision.plate.PlateClass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An entry of the list as it is seen.
///
/// @param meanings what the plate may mean; none where it has no shape that there is
/// @param caseCode null where it is wanted in no case
/// @param mayDecide whether the reader may decide it now
/// @param mayEnd whether the reader may end it now
record WantedView(
    UUID id,
    String code,
    String plate,
    List<PlateMeaning> meanings,
    @Nullable ObjectClass objectClass,
    @Nullable Colour colour,
    String documentNumber,
    LocalDate documentOn,
    String documentAuthority,
    @Nullable UUID caseId,
    @Nullable String caseCode,
    UUID areaId,
    String areaName,
    String reason,
    PersonName requestedBy,
    Instant requestedAt,
    Instant expiresAt,
    WantedState state,
    @Nullable DecisionView decision,
    @Nullable EndView end,
    boolean mayDecide,
    boolean mayEnd) {
  WantedView {
    meanings = List.copyOf(meanings);
  }

  record PlateMeaning(PlateClass kind, String text) {}

  record DecisionView(String reason, PersonName by, Instant at) {}

  record EndView(@Nullable String note, PersonName by, Instant at) {}
}
