package anbinh.sightings.wanted;

import anbinh.cases.CaseFile;
import anbinh.cases.store.Cases;
import anbinh.identity.AreaTree;
import anbinh.identity.Person;
import anbinh.identity.PersonName;
import anbinh.identity.people.People;
import anbinh.platform.Ids;
import anbinh.platform.SiteClock;
import anbinh.sightings.wanted.WantedView.DecisionView;
import anbinh.sightings.wanted.WantedView.EndView;
import anbinh.sightings.wanted.WantedView.PlateMeaning;
import anbinh.vision.plate.Plates;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Shows entries as their readers see them. Safe for many threads.
@Component
class WantedResponseMapper {
  private final WantedAccess access;
  private final People people;
  private final AreaTree areas;
  private final Cases cases;
  private final SiteClock clock;

  WantedResponseMapper(
      WantedAccess access, People people, AreaTree areas, Cases cases, SiteClock clock) {
    this.access = access;
    this.people = people;
    this.areas = areas;
    this.cases = cases;
    this.clock = clock;
  }

  WantedView view(WantedVehicle vehicle, Person reader) {
    return views(List.of(vehicle), reader).getFirst();
  }

  List<WantedView> views(List<WantedVehicle> found, Person reader) {
    Map<UUID, String> names =
        people.displayNames(
            Ids.of(
                found,
                WantedVehicle::requestedBy,
                each -> each.decision() == null ? null : each.decision().by(),
                each -> each.end() == null ? null : each.end().by()));
    Map<UUID, String> places = areas.names(Ids.of(found, WantedVehicle::areaId));
    Map<UUID, CaseFile> files = cases.find(Ids.of(found, WantedVehicle::caseId));
    Instant now = clock.now();
    return found.stream()
        .map(each ->
            view(
                each,
                now,
                reader,
                names,
                places.getOrDefault(each.areaId(), ""),
                each.caseId() == null ? null : files.get(each.caseId())))
        .toList();
  }

  private WantedView view(
      WantedVehicle each,
      Instant now,
      Person reader,
      Map<UUID, String> names,
      String areaName,
      @Nullable CaseFile file) {
    WantedState state = each.stateAt(now);
    WantedVehicle.Decision decision = each.decision();
    WantedVehicle.End end = each.end();
    return new WantedView(
        each.id(),
        each.code(),
        each.plate(),
        Plates.read(each.plate()).stream()
            .map(meaning -> new PlateMeaning(meaning.kind(), meaning.text()))
            .toList(),
        each.objectClass(),
        each.colour(),
        each.paper().number(),
        each.paper().on(),
        each.paper().authority(),
        each.caseId(),
        file == null ? null : file.code(),
        each.areaId(),
        areaName,
        each.reason(),
        PersonName.of(each.requestedBy(), names),
        each.requestedAt(),
        each.expiresAt(),
        state,
        decision == null
            ? null
            : new DecisionView(
                decision.reason(), PersonName.of(decision.by(), names), decision.at()),
        end == null ? null : new EndView(end.note(), PersonName.of(end.by(), names), end.at()),
        state == WantedState.REQUESTED && access.mayDecide(reader, each),
        !state.isOver() && access.mayEnd(reader, each));
  }
}
