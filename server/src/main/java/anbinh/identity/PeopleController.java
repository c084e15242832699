package anbinh.identity;

import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/people`: the people of the administrator's area.
@RestController
@OnlyWhenServing
@RequestMapping("/api/people")
class PeopleController {
  private final PeopleAdministration administration;
  private final AreaTree areas;

  PeopleController(PeopleAdministration administration, AreaTree areas) {
    this.administration = administration;
    this.areas = areas;
  }

  @GetMapping
  Page<PersonView> list(PageRequest request) {
    Page<Person> page = administration.list(request);
    Map<UUID, String> names =
        areas.names(
            page.items().stream().map(Person::areaId).filter(Objects::nonNull).distinct().toList());
    return page.map(person -> PersonView.of(person, names));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  PersonView create(@RequestBody PersonBody body) {
    Person person =
        administration.create(
            new NewPerson(
                Objects.requireNonNullElse(body.username(), ""),
                Objects.requireNonNullElse(body.displayName(), ""),
                Objects.requireNonNullElse(body.password(), ""),
                Objects.requireNonNullElse(body.roles(), Set.of()),
                body.areaId(),
                true));
    return view(person);
  }

  @PatchMapping("/{id}")
  PersonView change(@PathVariable UUID id, @RequestBody PeopleAdministration.Change change) {
    return view(administration.change(id, change));
  }

  @DeleteMapping("/{id}/second-factors")
  PersonView resetSecondFactors(@PathVariable UUID id) {
    return view(administration.resetSecondFactors(id));
  }

  @DeleteMapping("/{id}/sessions")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void endSessions(@PathVariable UUID id) {
    administration.endSessions(id);
  }

  private PersonView view(Person person) {
    UUID area = person.areaId();
    return PersonView.of(person, area == null ? Map.of() : areas.names(List.of(area)));
  }

  /// Nothing is checked here, so that [People] tells all that is wrong at once.
  ///
  /// @param areaId null for the whole site
  record PersonBody(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String username,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String displayName,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String password,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Set<Role> roles,
      @Nullable UUID areaId) {
    PersonBody {
      roles = roles == null ? null : Set.copyOf(roles);
    }

    @Override
    public String toString() {
      return "PersonBody[]";
    }
  }

  record PersonView(
      UUID id,
      String username,
      String displayName,
      List<Role> roles,
      @Nullable UUID areaId,
      @Nullable String areaName,
      String language,
      boolean active,
      boolean mustChangePassword,
      boolean secondFactor) {
    PersonView {
      roles = List.copyOf(roles);
    }

    static PersonView of(Person person, Map<UUID, String> areaNames) {
      UUID area = person.areaId();
      return new PersonView(
          person.id(),
          person.username(),
          person.displayName(),
          person.roles().stream().sorted().toList(),
          area,
          area == null ? null : areaNames.get(area),
          person.language(),
          person.active(),
          person.mustChangePassword(),
          person.secondFactor());
    }
  }
}
