package anbinh.identity.grant;

import anbinh.identity.AreaTree;
import anbinh.identity.Person;
import anbinh.identity.PersonName;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.platform.Ids;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import anbinh.platform.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/api/role-grants`: roles that wait for another administrator, and what became of them.
@RestController
@OnlyWhenServing
@RequestMapping("/api/role-grants")
class GrantsController {
  private static final int MIN_REASON = 10;
  private static final int MAX_REASON = 1000;

  private final GrantDecisions decisions;
  private final Access access;
  private final People people;
  private final AreaTree areas;

  GrantsController(GrantDecisions decisions, Access access, People people, AreaTree areas) {
    this.decisions = decisions;
    this.access = access;
    this.people = people;
    this.areas = areas;
  }

  /// Which grants a list has.
  enum Progress {
    WAITING,
    ENDED
  }

  /// What another administrator says.
  enum Outcome {
    CONFIRMED,
    REFUSED
  }

  /// @param reason needed to refuse
  record NewDecision(
      @NotNull Outcome outcome,
      @Nullable @Size(min = MIN_REASON, max = MAX_REASON) String reason) {}

  /// @param lastDays of the roles that end
  /// @param grantedBy who had a hand in it; nobody where the server did it by itself
  /// @param why the code of the problem that a confirmation would be; null where one may
  /// @param ending null while it waits, and where it lapsed
  record GrantView(
      UUID id,
      PersonName person,
      String username,
      List<Role> roles,
      Map<Role, LocalDate> lastDays,
      @Nullable UUID areaId,
      @Nullable String areaName,
      List<GrantCause> causes,
      List<PersonName> grantedBy,
      Instant grantedAt,
      Instant until,
      boolean mayDecide,
      @Nullable String why,
      boolean mayWithdraw,
      @Nullable EndingView ending) {
    GrantView {
      roles = List.copyOf(roles);
      lastDays = Map.copyOf(lastDays);
      causes = List.copyOf(causes);
      grantedBy = List.copyOf(grantedBy);
    }
  }

  record EndingView(
      GrantOutcome outcome, @Nullable PersonName by, Instant at, @Nullable String reason) {}

  @GetMapping
  Page<GrantView> list(@RequestParam(defaultValue = "WAITING") Progress state, PageRequest page) {
    if (state == Progress.WAITING) {
      return Page.all(views(decisions.listWaiting()));
    }
    Page<GrantRequest> ended = decisions.listEnded(page);
    return ended.with(views(ended.items()));
  }

  @PostMapping("/{id}/decision")
  GrantView decide(@PathVariable UUID id, @Valid @RequestBody NewDecision decision) {
    String reason = decision.reason() == null ? null : decision.reason().strip();
    if (decision.outcome() == Outcome.REFUSED && (reason == null || reason.isEmpty())) {
      throw Problem.invalid("reason", "required");
    }
    GrantOutcome outcome =
        switch (decision.outcome()) {
          case CONFIRMED -> GrantOutcome.CONFIRMED;
          case REFUSED -> GrantOutcome.REFUSED;
        };
    return views(List.of(decisions.decide(id, outcome, reason))).getFirst();
  }

  @PostMapping("/{id}/withdrawal")
  GrantView withdraw(@PathVariable UUID id) {
    return views(List.of(decisions.withdraw(id))).getFirst();
  }

  private List<GrantView> views(List<GrantRequest> found) {
    Person reader = access.person();
    Set<UUID> persons = new HashSet<>();
    for (GrantRequest each : found) {
      persons.add(each.personId());
      persons.addAll(each.granters());
      if (each.ending() != null && each.ending().by() != null) {
        persons.add(each.ending().by());
      }
    }
    Map<UUID, String> names = people.displayNames(persons);
    Map<UUID, String> places = areas.names(Ids.of(found, GrantRequest::areaId));
    return found.stream().map(each -> view(each, reader, names, places)).toList();
  }

  private GrantView view(
      GrantRequest each, Person reader, Map<UUID, String> names, Map<UUID, String> places) {
    boolean waits = each.waitsAt(decisions.now());
    String why =
        waits ? decisions.whyNot(reader, each).map(code -> code.code()).orElse(null) : null;
    UUID area = each.areaId();
    return new GrantView(
        each.id(),
        PersonName.of(each.personId(), names),
        people.get(each.personId()).username(),
        each.roles().stream().sorted().toList(),
        each.lastDays(),
        area,
        area == null ? null : places.get(area),
        each.causes().stream().sorted().toList(),
        each.granters().stream().sorted().map(id -> PersonName.of(id, names)).toList(),
        each.grantedAt(),
        each.until(),
        waits && why == null,
        why,
        waits && decisions.mayWithdraw(reader, each),
        ending(each.ending(), names));
  }

  private static @Nullable EndingView ending(
      GrantRequest.@Nullable Ending ending, Map<UUID, String> names) {
    if (ending == null) {
      return null;
    }
    UUID by = ending.by();
    return new EndingView(
        ending.outcome(),
        by == null ? null : PersonName.of(by, names),
        ending.at(),
        ending.reason());
  }
}
