package anbinh.cases.register;

import anbinh.areas.Areas;
import anbinh.cases.CaseFile;
import anbinh.cases.LinkedRequest;
import anbinh.identity.People;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts names to what a case refers to.
@Component
class CaseViews {
  private final CaseTable table;
  private final Areas areas;
  private final People people;

  CaseViews(CaseTable table, Areas areas, People people) {
    this.table = table;
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
    Map<UUID, String> areaNames = areas.names(found.stream().map(CaseFile::areaId).toList());
    Map<UUID, List<LinkedRequest>> requests =
        table.listRequests(found.stream().map(CaseFile::id).toList());
    List<CaseView> views = new ArrayList<>();
    for (CaseFile file : found) {
      views.add(
          view(
              file,
              names,
              areaNames.getOrDefault(file.areaId(), ""),
              requests.getOrDefault(file.id(), List.of())));
    }
    return views;
  }

  private static CaseView view(
      CaseFile file, Map<UUID, String> names, String areaName, List<LinkedRequest> requests) {
    return new CaseView(
        file.id(),
        file.code(),
        file.title(),
        file.type(),
        file.state(),
        file.occurredFrom(),
        file.occurredTo(),
        file.areaId(),
        areaName,
        file.place(),
        file.description(),
        name(file.openedBy(), names),
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
            name(outcome.notedBy(), names),
            outcome.notedAt());
  }

  private static CaseView.PersonName name(UUID id, Map<UUID, String> names) {
    return new CaseView.PersonName(id, names.getOrDefault(id, ""));
  }
}
