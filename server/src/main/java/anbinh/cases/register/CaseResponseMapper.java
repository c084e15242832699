package anbinh.cases.register;

import anbinh.areas.unit.Areas;
import anbinh.cases.CaseFile;
import anbinh.cases.LinkedRequest;
import anbinh.cases.ReadableRequests;
import anbinh.cases.store.CaseTable;
import anbinh.cases.type.CaseTypes;
import anbinh.identity.Person;
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
  private final ReadableRequests readable;

  CaseResponseMapper(
      CaseTable table, CaseTypes types, Areas areas, People people, ReadableRequests readable) {
    this.readable = readable;
    this.table = table;
    this.types = types;
    this.areas = areas;
    this.people = people;
  }

  CaseView of(CaseFile found, Person reader) {
    return of(List.of(found), reader).getFirst();
  }

  List<CaseView> of(List<CaseFile> found, Person reader) {
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
    List<UUID> ids = found.stream().map(CaseFile::id).toList();
    Map<UUID, List<LinkedRequest>> requests = table.listRequests(ids);
    Set<UUID> readableIds = readable.listReadable(reader, ids);
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
              lines(requests.getOrDefault(file.id(), List.of()), readableIds)));
    }
    return views;
  }

  private static List<CaseView.RequestLine> lines(
      List<LinkedRequest> requests, Set<UUID> readableIds) {
    return requests.stream()
        .map(request ->
            new CaseView.RequestLine(
                request.id(), request.code(), request.state(), readableIds.contains(request.id())))
        .toList();
  }

  private static CaseView view(
      CaseFile file,
      String typeName,
      Map<UUID, String> names,
      UUID area,
      String areaName,
      List<CaseView.RequestLine> requests) {
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
        requests,
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
