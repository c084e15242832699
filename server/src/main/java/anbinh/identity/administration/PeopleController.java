package anbinh.identity.administration;

import anbinh.identity.AreaTree;
import anbinh.identity.NewPerson;
import anbinh.identity.OwnAddress;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.grant.Grants;
import anbinh.identity.home.HomeTable;
import anbinh.identity.provider.ProviderLinks;
import anbinh.platform.Ids;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import anbinh.platform.SearchTerms;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/people`: the people of the administrator's area.
@RestController
@OnlyWhenServing
@RequestMapping("/api/people")
class PeopleController {
  private final PeopleAdministration administration;
  private final AreaTree areas;
  private final ProviderLinks links;
  private final HomeTable homes;
  private final OwnAddress address;
  private final Grants grants;

  PeopleController(
      PeopleAdministration administration,
      AreaTree areas,
      ProviderLinks links,
      HomeTable homes,
      OwnAddress address,
      Grants grants) {
    this.administration = administration;
    this.areas = areas;
    this.links = links;
    this.homes = homes;
    this.address = address;
    this.grants = grants;
  }

  /// By their given names, as Vietnamese lists have them. Each word of `q` is sought in name,
  /// username and the name of their area; `areaId` has all below it.
  @GetMapping
  Page<PersonView> list(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable Role role,
      @RequestParam(required = false) @Nullable Boolean active,
      @RequestParam(required = false) @Nullable UUID areaId,
      PageRequest request) {
    Page<Person> page = administration.list(SearchTerms.parse(q), role, active, areaId, request);
    Map<UUID, String> names = areas.names(Ids.of(page.items(), Person::areaId));
    List<UUID> ids = page.items().stream().map(Person::id).toList();
    Set<UUID> linked = links.linked(ids);
    Set<UUID> housed = homes.listNoted(ids);
    Map<UUID, Set<Role>> waiting = grants.waiting(ids);
    return page.map(person -> PersonView.of(person, names, linked, housed, waiting));
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
                true,
                Objects.requireNonNullElse(body.roleEnds(), Map.of())));
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

  @PostMapping("/{id}/provider-invitation")
  @ResponseStatus(HttpStatus.CREATED)
  InvitationView invite(@PathVariable UUID id) {
    ProviderLinks.Invitation invitation = administration.invite(id);
    return new InvitationView(
        URI.create(address.get() + "/sign-in#invitation=" + invitation.secret()),
        invitation.until());
  }

  @DeleteMapping("/{id}/provider-link")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void unlink(@PathVariable UUID id) {
    administration.unlink(id);
  }

  private PersonView view(Person person) {
    UUID area = person.areaId();
    return PersonView.of(
        person,
        area == null ? Map.of() : areas.names(List.of(area)),
        links.linked(List.of(person.id())),
        homes.listNoted(List.of(person.id())),
        grants.waiting(List.of(person.id())));
  }

  /// @param link which the person opens to link their account; shown this once
  record InvitationView(URI link, Instant until) {
    @Override
    public String toString() {
      return "InvitationView[]";
    }
  }

  /// Nothing is checked here, so that [anbinh.identity.people.People] tells all that is wrong at
  /// once.
  ///
  /// @param areaId null for the whole site
  /// @param roleEnds the last days of the roles that end
  record PersonBody(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String username,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String displayName,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String password,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Set<Role> roles,
      @Nullable UUID areaId,
      @Nullable Map<Role, LocalDate> roleEnds) {
    PersonBody {
      roles = roles == null ? null : Set.copyOf(roles);
      roleEnds = roleEnds == null ? null : Map.copyOf(roleEnds);
    }

    @Override
    public String toString() {
      return "PersonBody[]";
    }
  }

  /// @param roles held today
  /// @param waitingRoles granted, and to be confirmed by another administrator
  /// @param roleEnds the last days of the roles that end, and of those that ended
  /// @param homeNoted whether where they live is noted; where that is, no answer says
  record PersonView(
      UUID id,
      String username,
      String displayName,
      List<Role> roles,
      List<Role> waitingRoles,
      Map<Role, LocalDate> roleEnds,
      @Nullable UUID areaId,
      @Nullable String areaName,
      String language,
      boolean active,
      boolean mustChangePassword,
      boolean secondFactor,
      boolean providerLinked,
      boolean homeNoted) {
    PersonView {
      roles = List.copyOf(roles);
      waitingRoles = List.copyOf(waitingRoles);
      roleEnds = Map.copyOf(roleEnds);
    }

    static PersonView of(
        Person person,
        Map<UUID, String> areaNames,
        Set<UUID> linked,
        Set<UUID> housed,
        Map<UUID, Set<Role>> waiting) {
      UUID area = person.areaId();
      return new PersonView(
          person.id(),
          person.username(),
          person.displayName(),
          person.roles().stream().sorted().toList(),
          waiting.getOrDefault(person.id(), Set.of()).stream().sorted().toList(),
          person.lastDays(),
          area,
          area == null ? null : areaNames.get(area),
          person.language(),
          person.active(),
          person.mustChangePassword(),
          person.secondFactor(),
          linked.contains(person.id()),
          housed.contains(person.id()));
    }
  }
}
