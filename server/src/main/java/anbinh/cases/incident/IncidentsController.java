package anbinh.cases.incident;

import anbinh.cases.CaseChange;
import anbinh.cases.CaseChanges;
import anbinh.cases.CaseFile;
import anbinh.cases.Incident;
import anbinh.cases.form.Reason;
import anbinh.cases.incident.IncidentView.ChangeView;
import anbinh.cases.store.Cases;
import anbinh.cases.type.CaseTypes;
import anbinh.identity.Person;
import anbinh.identity.PersonName;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.platform.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/cases/{id}/incidents`: whoever may see a case sees its incidents, investigators of the
/// area add, correct and withdraw them.
@RestController
@RequestMapping("/api/cases/{id}/incidents")
class IncidentsController {
  private final IncidentBook book;
  private final Cases cases;
  private final CaseTypes types;
  private final CaseChanges changes;
  private final People people;
  private final Access access;

  IncidentsController(
      IncidentBook book,
      Cases cases,
      CaseTypes types,
      CaseChanges changes,
      People people,
      Access access) {
    this.book = book;
    this.cases = cases;
    this.types = types;
    this.changes = changes;
    this.people = people;
    this.access = access;
  }

  record Withdrawal(
      @NotBlank @Size(min = Reason.MIN_LENGTH, max = Reason.MAX_LENGTH) String reason) {}

  /// In order of time.
  @GetMapping
  Page<IncidentView> list(@PathVariable UUID id) {
    CaseFile file = find(id, Role.INVESTIGATOR, Role.APPROVER);
    Person reader = access.require(file.areaId(), Role.INVESTIGATOR, Role.APPROVER);
    return Page.all(views(id, book.list(file, reader)));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  IncidentView add(@PathVariable UUID id, @Valid @RequestBody NewIncident requested) {
    Person by = access.require(find(id, Role.INVESTIGATOR).areaId(), Role.INVESTIGATOR);
    return view(book.add(id, requested, by));
  }

  @PostMapping("/{incidentId}/correction")
  IncidentView correct(
      @PathVariable UUID id,
      @PathVariable UUID incidentId,
      @Valid @RequestBody Correction requested) {
    Person by = access.require(find(id, Role.INVESTIGATOR).areaId(), Role.INVESTIGATOR);
    return view(
        book.correct(id, incidentId, requested.known(), Reason.stripped(requested.reason()), by));
  }

  @PostMapping("/{incidentId}/withdrawal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(
      @PathVariable UUID id,
      @PathVariable UUID incidentId,
      @Valid @RequestBody Withdrawal requested) {
    CaseFile file = find(id, Role.INVESTIGATOR);
    Person by = access.require(file.areaId(), Role.INVESTIGATOR);
    book.withdraw(file, incidentId, Reason.stripped(requested.reason()), by);
  }

  private CaseFile find(UUID id, Role... roles) {
    access.require(roles);
    return cases.get(id);
  }

  private IncidentView view(Incident incident) {
    return views(incident.caseId(), List.of(incident)).getFirst();
  }

  private List<IncidentView> views(UUID caseId, List<Incident> found) {
    List<CaseChange> changed =
        changes.list(caseId).stream().filter(change -> change.incidentId() != null).toList();
    Set<UUID> persons = new HashSet<>();
    found.forEach(incident -> persons.add(incident.addedBy()));
    changed.forEach(change -> persons.add(change.by()));
    Map<UUID, String> names = people.displayNames(persons);
    Map<String, String> typeNames = types.names();
    return found.stream()
        .map(incident ->
            view(
                incident,
                typeNames,
                names,
                changed.stream()
                    .filter(change -> incident.id().equals(change.incidentId()))
                    .map(change ->
                        new ChangeView(
                            change.at(), PersonName.of(change.by(), names), change.reason()))
                    .toList()))
        .toList();
  }

  private static IncidentView view(
      Incident incident,
      Map<String, String> typeNames,
      Map<UUID, String> names,
      List<ChangeView> changes) {
    String type = incident.type();
    return new IncidentView(
        incident.id(),
        incident.title(),
        type,
        type == null ? null : typeNames.getOrDefault(type, type),
        incident.timing(),
        incident.occurredFrom(),
        incident.occurredTo(),
        incident.place(),
        incident.point(),
        incident.report(),
        incident.note(),
        PersonName.of(incident.addedBy(), names),
        incident.addedAt(),
        incident.withdrawn(),
        changes);
  }
}
