package anbinh.cases.officer;

import anbinh.cases.CaseFile;
import anbinh.cases.officer.NeedToKnow.OnCase;
import anbinh.cases.store.OfficerTable;
import anbinh.identity.PersonName;
import anbinh.identity.people.People;
import anbinh.platform.Ids;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/api/cases/{id}/officers`: whoever may see a case sees who works on it; those who do and
/// approvers of the area change it.
@RestController
@RequestMapping("/api/cases/{id}/officers")
class OfficersController {
  private final NeedToKnow needToKnow;
  private final Officers officers;
  private final OfficerTable table;
  private final People people;

  OfficersController(NeedToKnow needToKnow, Officers officers, OfficerTable table, People people) {
    this.needToKnow = needToKnow;
    this.officers = officers;
    this.table = table;
    this.people = people;
  }

  record NewOfficer(@NotNull UUID personId) {}

  record OfficerView(UUID id, String displayName, Instant since) {}

  /// @param possible who could be put on the case, by name
  record OfficersView(List<OfficerView> items, List<PersonName> possible) {
    OfficersView {
      items = List.copyOf(items);
      possible = List.copyOf(possible);
    }
  }

  @GetMapping
  OfficersView list(@PathVariable UUID id) {
    return view(needToKnow.requireReading(id).file());
  }

  @PostMapping
  OfficersView putOn(@PathVariable UUID id, @Valid @RequestBody NewOfficer requested) {
    OnCase by = needToKnow.requireStaffing(id);
    officers.putOn(by.file(), requested.personId(), by.person());
    return view(by.file());
  }

  @PostMapping("/{personId}/end")
  OfficersView takeOff(@PathVariable UUID id, @PathVariable UUID personId) {
    OnCase by = needToKnow.requireStaffing(id);
    officers.takeOff(by.file(), personId, by.person());
    return view(by.file());
  }

  private OfficersView view(CaseFile file) {
    List<OfficerTable.Officer> present = table.list(file.id());
    Map<UUID, String> names = people.displayNames(Ids.of(present, OfficerTable.Officer::personId));
    return new OfficersView(
        present.stream()
            .map(each ->
                new OfficerView(
                    each.personId(), names.getOrDefault(each.personId(), ""), each.since()))
            .toList(),
        officers.possible(file).stream().map(PersonName::of).toList());
  }
}
