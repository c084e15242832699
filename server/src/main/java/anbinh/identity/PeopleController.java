package anbinh.identity;

import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
  PersonView create(@Valid @RequestBody PersonBody body) {
    Person person =
        administration.create(
            new NewPerson(
                body.username(),
                body.displayName(),
                body.password(),
                body.roles(),
                body.areaId(),
                true));
    return view(person);
  }

  @PatchMapping("/{id}")
  PersonView change(@PathVariable UUID id, @RequestBody PeopleAdministration.Change change) {
    return view(administration.change(id, change));
  }

  private PersonView view(Person person) {
    UUID area = person.areaId();
    return PersonView.of(person, area == null ? Map.of() : areas.names(List.of(area)));
  }

  /// @param areaId null for the whole site
  record PersonBody(
      @NotBlank String username,
      @NotBlank String displayName,
      @NotNull String password,
      @NotEmpty Set<Role> roles,
      @Nullable UUID areaId) {
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
      boolean mustChangePassword) {
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
          person.mustChangePassword());
    }
  }
}
