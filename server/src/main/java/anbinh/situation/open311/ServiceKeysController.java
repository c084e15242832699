package anbinh.situation.open311;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.identity.PersonName;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.platform.Ids;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import anbinh.platform.Problem;
import anbinh.situation.SituationEvent;
import anbinh.situation.deadlines.SituationDeadlines;
import anbinh.situation.open311.ServiceKeys.MadeKey;
import anbinh.situation.open311.ServiceKeys.ServiceKey;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/open311-keys`: which other systems may report; an administrator of the whole site lets
/// them in, since a key holds for all communes.
@RestController
@RequestMapping("/api/open311-keys")
class ServiceKeysController {
  private static final @Nullable UUID WHOLE_SITE = null;
  private static final int MAX_YEARS = 2;

  private final ServiceKeys keys;
  private final SituationDeadlines clock;
  private final Access access;
  private final People people;
  private final AuditLog log;

  ServiceKeysController(
      ServiceKeys keys, SituationDeadlines clock, Access access, People people, AuditLog log) {
    this.keys = keys;
    this.clock = clock;
    this.access = access;
    this.people = people;
    this.log = log;
  }

  /// @param name of the system, and who answers for it
  /// @param lastDay on which it holds, two years from now at most
  record NewServiceKey(
      @NotBlank @Size(min = 3, max = 120) String name, @NotNull LocalDate lastDay) {}

  /// @param ended whether it does not hold any more
  record ServiceKeyView(
      UUID id,
      String name,
      PersonName madeBy,
      Instant madeAt,
      LocalDate lastDay,
      @Nullable PersonName revokedBy,
      @Nullable Instant revokedAt,
      boolean ended) {}

  /// @param secret shown this once
  record MadeServiceKey(ServiceKeyView key, String secret) {
    @Override
    public String toString() {
      return "MadeServiceKey[…]";
    }
  }

  @GetMapping
  Page<ServiceKeyView> list(PageRequest page) {
    Person reader = access.require(WHOLE_SITE, Role.ADMINISTRATOR);
    Page<ServiceKey> cut =
        Page.read(page, Page.byId(ServiceKey::id), rows -> keys.list(page.after(), rows));
    log.record(
        Event.of(SituationEvent.KEYS_LISTED).by(reader.actor()).fact("count", cut.items().size()));
    return cut.with(views(cut.items()));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  MadeServiceKey make(@Valid @RequestBody NewServiceKey requested) {
    Person by = access.require(WHOLE_SITE, Role.ADMINISTRATOR);
    LocalDate today = clock.today();
    if (requested.lastDay().isBefore(today)
        || requested.lastDay().isAfter(today.plusYears(MAX_YEARS))) {
      throw Problem.invalid("lastDay", "open311-last-day", MAX_YEARS);
    }
    MadeKey made = keys.make(requested.name().strip(), requested.lastDay(), by);
    return new MadeServiceKey(view(made.key()), made.secret());
  }

  /// Ends a key at once.
  @PostMapping("/{id}/revocation")
  ServiceKeyView revoke(@PathVariable UUID id) {
    Person by = access.require(WHOLE_SITE, Role.ADMINISTRATOR);
    return view(keys.revoke(id, by));
  }

  private ServiceKeyView view(ServiceKey one) {
    return views(List.of(one)).getFirst();
  }

  private List<ServiceKeyView> views(List<ServiceKey> some) {
    Map<UUID, String> names =
        people.displayNames(Ids.of(some, ServiceKey::madeBy, ServiceKey::revokedBy));
    LocalDate today = clock.today();
    return some.stream()
        .map(each -> {
          UUID revoker = each.revokedBy();
          return new ServiceKeyView(
              each.id(),
              each.name(),
              PersonName.of(each.madeBy(), names),
              each.madeAt(),
              each.lastDay(),
              revoker == null ? null : PersonName.of(revoker, names),
              each.revokedAt(),
              revoker != null || each.lastDay().isBefore(today));
        })
        .toList();
  }
}
