package anbinh.cases.register;

import anbinh.areas.unit.Areas;
import anbinh.cases.CaseFile;
import anbinh.cases.LinkedRequest;
import anbinh.cases.store.CaseTable;
import anbinh.cases.type.CaseTypes;
import anbinh.identity.PersonName;
import anbinh.identity.people.People;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts names to what a case refers to.
@Component
class CaseResponseMapper {
  private final CaseTable table;
  private final CaseTypes types;
  private final Areas areas;
  private final People people;

  CaseResponseMapper(CaseTable table, CaseTypes types, Areas areas, People people) {
    this.table = table;
    this.types = types;
    this.areas = areas;
    this.people = people;
  }

  CaseView of(CaseFile found) {
    return of(List.of(found)).getFirst();
  }

  List<CaseView> of(List<CaseFile> found) {
    Set<UUID> personIds = new HashSet<>();
    for (CaseFile file : found) {
      personIds.add(file.openedBy());
      file.findOutcome().ifPresent(outcome -> personIds.add(outcome.notedBy()));
    }
    Map<UUID, String> names = people.displayNames(personIds);
    Map<UUID, UUID> shownAreas = new HashMap<>();
    for (CaseFile file : found) {
      shownAreas.put(
          file.id(), file.isProtected() ? areas.communeOf(file.areaId()) : file.areaId());
    }
    Map<UUID, String> areaNames = areas.names(shownAreas.values());
    Map<UUID, List<LinkedRequest>> requests =
        table.listRequests(found.stream().map(CaseFile::id).toList());
    Map<String, String> typeNames = types.names();
    List<CaseView> views = new ArrayList<>();
    for (CaseFile file : found) {
      UUID area = shownAreas.getOrDefault(file.id(), file.areaId());
      views.add(
          view(
              file,
              typeNames.getOrDefault(file.type(), file.type()),
              names,
              area,
              areaNames.getOrDefault(area, ""),
              requests.getOrDefault(file.id(), List.of())));
    }
    return views;
  }

  private static CaseView view(
      CaseFile file,
      String typeName,
      Map<UUID, String> names,
      UUID area,
      String areaName,
      List<LinkedRequest> requests) {
    return new CaseView(
        file.id(),
        file.code(),
        file.title(),
        file.type(),
        typeName,
        file.state(),
        file.occurredFrom(),
        file.occurredTo(),
        area,
        areaName,
        file.place(),
        file.point(),
        file.protection(),
        file.description(),
        PersonName.of(file.openedBy(), names),
        file.openedAt(),
        requests.stream()
            .map(request -> new CaseView.RequestLine(request.id(), request.code(), request.state()))
            .toList(),
        outcome(file.outcome(), names));
  }

  private static CaseView.@Nullable OutcomeView outcome(
      CaseFile.@Nullable Outcome outcome, Map<UUID, String> names) {
    return outcome == null
        ? null
        : new CaseView.OutcomeView(
            outcome.clarified(),
            outcome.clarifiedBy().stream().sorted().toList(),
            outcome.note(),
            PersonName.of(outcome.notedBy(), names),
            outcome.notedAt());
  }
}
