package anbinh.measure.register;

import anbinh.areas.Area;
import anbinh.areas.unit.Areas;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.AreaScope;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.measure.MeasureEvent;
import anbinh.measure.register.MeasureAccess.On;
import anbinh.measure.register.MeasureForms.MeasureConfirmation;
import anbinh.measure.register.MeasureForms.MeasureHelperEnd;
import anbinh.measure.register.MeasureForms.MeasureRefused;
import anbinh.measure.register.MeasureForms.MeasureTaskDone;
import anbinh.measure.register.MeasureForms.NewMeasure;
import anbinh.measure.register.MeasureForms.NewMeasureChange;
import anbinh.measure.register.MeasureForms.NewMeasureHelper;
import anbinh.measure.register.MeasureForms.NewMeasureKeeper;
import anbinh.measure.register.MeasureForms.NewMeasureTask;
import anbinh.measure.register.MeasureHelpers.Choice;
import anbinh.measure.register.MeasureResponseMapper.MeasureContentView;
import anbinh.measure.register.MeasureResponseMapper.MeasureDetails;
import anbinh.measure.register.MeasureResponseMapper.MeasureView;
import anbinh.measure.register.MeasureTable.After;
import anbinh.platform.Inbound;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import anbinh.platform.SiteClock;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/measures`: recorded and kept by the commune's officer, confirmed by the chair, helped with
/// by who is assigned. A list has the reader's own and names nobody; nothing takes a name to look
/// for.
@RestController
@RequestMapping("/api/measures")
class MeasuresController {
  private static final Role[] KEEPER = {Role.COMMUNITY_OFFICER};

  /// Rows that are read at once, however few are wanted.
  private static final int MIN_READ = 50;

  private final Measures measures;
  private final MeasureHelp help;
  private final MeasureHelpers helpers;
  private final MeasureTable table;
  private final MeasureResponseMapper views;
  private final MeasureAccess access;
  private final Access rights;
  private final Areas areas;
  private final People people;
  private final SiteClock clock;
  private final AuditLog log;

  MeasuresController(
      Measures measures,
      MeasureHelp help,
      MeasureHelpers helpers,
      MeasureTable table,
      MeasureResponseMapper views,
      MeasureAccess access,
      Access rights,
      Areas areas,
      People people,
      SiteClock clock,
      AuditLog log) {
    this.measures = measures;
    this.help = help;
    this.helpers = helpers;
    this.table = table;
    this.views = views;
    this.access = access;
    this.rights = rights;
    this.areas = areas;
    this.people = people;
    this.clock = clock;
    this.log = log;
  }

  /// Which measures a list has.
  enum MeasureOpenness {
    OPEN,
    /// That the reader kept and whose end date is over.
    OVER
  }

  /// @param personId their account; null for a member of a team who has none
  /// @param memberId what they are in a team; null for who is in none
  record MeasureChoice(@Nullable UUID personId, @Nullable UUID memberId, String name) {
    static MeasureChoice of(Choice choice) {
      return new MeasureChoice(choice.personId(), choice.memberId(), choice.name());
    }
  }

  record MeasureChoices(List<MeasureChoice> keepers, List<MeasureChoice> helpers) {
    MeasureChoices {
      keepers = List.copyOf(keepers);
      helpers = List.copyOf(helpers);
    }
  }

  /// The reader's own: what they keep, help with, or are asked about as the chair.
  @GetMapping
  Page<MeasureView> list(
      @RequestParam(defaultValue = "OPEN") MeasureOpenness state, PageRequest page) {
    Person reader = access.requireReader();
    After after = after(page);
    Part part =
        switch (state) {
          case OPEN -> open(reader);
          case OVER -> (from, rows) -> table.listOver(reader.id(), clock.today(), from, rows);
        };
    Page<On> cut =
        Page.read(page, MeasuresController::key, rows -> seen(reader, part, after, rows));
    log.record(Event.of(MeasureEvent.LISTED).by(reader.actor()));
    return cut.map(views::view);
  }

  /// Reads part of a list.
  @FunctionalInterface
  private interface Part {
    List<Measure> read(@Nullable After after, int rows);
  }

  /// Those of which the reader may know, read on until there are enough: who may be whom one is
  /// about sees none of it, no part of a list that is short by one, and no `next` that names it.
  private List<On> seen(Person reader, Part part, @Nullable After after, int rows) {
    var seen = new ArrayList<On>();
    After from = after;
    while (true) {
      List<Measure> found = part.read(from, Math.max(rows, MIN_READ));
      for (Measure each : found) {
        On on = access.on(each, reader);
        if (on.sees()) {
          seen.add(on);
        }
        if (seen.size() == rows) {
          return seen;
        }
      }
      if (found.size() < Math.max(rows, MIN_READ)) {
        return seen;
      }
      Measure last = found.getLast();
      from = new After(last.span().until(), last.id());
    }
  }

  private static List<String> key(On on) {
    Measure one = on.measure();
    return List.of(one.span().until().toString(), one.id().toString());
  }

  private Part open(Person reader) {
    Set<UUID> communes =
        switch (rights.scope(reader, Role.CHAIR)) {
          case AreaScope.Everywhere _ ->
              areas.list().stream()
                  .filter(each -> each.kind().isCommune())
                  .map(Area::id)
                  .collect(Collectors.toSet());
          case AreaScope.Within within -> within.areas();
        };
    Set<UUID> officers =
        communes.isEmpty()
            ? Set.of()
            : officersOf(reader, communes).stream()
                .filter(each -> !each.has(Role.CHAIR))
                .map(Person::id)
                .collect(Collectors.toSet());
    boolean helps = access.mayHelpNow(reader);
    return (after, rows) ->
        table.listOpen(
            reader.id(),
            reader.has(Role.COMMUNITY_OFFICER),
            helps,
            communes,
            officers,
            clock.today(),
            after,
            rows);
  }

  /// The officers who may keep measures where somebody is the chair.
  private List<Person> officersOf(Person chair, Set<UUID> areasOfChair) {
    UUID own = chair.areaId();
    if (own == null) {
      return people.listActive(Role.COMMUNITY_OFFICER);
    }
    Set<UUID> around = new HashSet<>(areasOfChair);
    around.addAll(areas.above(own));
    return people.listActive(Role.COMMUNITY_OFFICER, around);
  }

  /// Whether there is another one of the same name is neither asked nor told.
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  MeasureDetails record(@Valid @RequestBody NewMeasure requested) {
    rights.require(Role.COMMUNITY_OFFICER);
    Person by = rights.require(measures.communeOf(requested.villageId()), Role.COMMUNITY_OFFICER);
    return views.details(measures.record(requested, by), by);
  }

  @GetMapping("/{id}")
  MeasureDetails read(@PathVariable UUID id) {
    On on = access.require(id, On::sees, MeasureAccess.READERS);
    return views.details(on.measure(), on.person());
  }

  /// Of whom it is and what it rests on, for who helps the name and the tasks; every reading is an
  /// entry of the log.
  @GetMapping("/{id}/content")
  MeasureContentView readContent(@PathVariable UUID id) {
    On on = access.require(id, On::reads, MeasureAccess.READERS);
    return views.content(on, measures.read(on));
  }

  /// It is closed to the chair from then on.
  @PostMapping("/{id}/confirmation")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void confirm(@PathVariable UUID id, @Valid @RequestBody MeasureConfirmation seen) {
    On on = access.require(id, On::decides, Role.CHAIR);
    measures.confirm(id, seen.version(), on.person());
  }

  @PostMapping("/{id}/refusal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void refuse(@PathVariable UUID id, @Valid @RequestBody MeasureRefused said) {
    On on = access.require(id, On::decides, Role.CHAIR);
    measures.refuse(id, said, on.person());
  }

  @PostMapping("/{id}/changes")
  @ResponseStatus(HttpStatus.CREATED)
  MeasureDetails change(@PathVariable UUID id, @Valid @RequestBody NewMeasureChange requested) {
    On on = access.require(id, On::keeps, KEEPER);
    measures.change(id, requested, on.person());
    return details(id, on);
  }

  /// The keeper takes back a paper that waits for the chair.
  @PostMapping("/{id}/withdrawal")
  MeasureDetails withdraw(@PathVariable UUID id) {
    On on = access.require(id, On::keeps, KEEPER);
    measures.withdraw(id, on.person());
    return details(id, on);
  }

  /// Who else can keep it, and who can be asked to help.
  @GetMapping("/{id}/choices")
  MeasureChoices choices(@PathVariable UUID id) {
    On on = access.require(id, On::keeps, KEEPER);
    return new MeasureChoices(
        choices(help.keepers(on)), choices(helpers.list(on.measure().communeId())));
  }

  /// Who can keep it whose keeper is no officer of the commune any more.
  @GetMapping("/{id}/keepers")
  Page<MeasureChoice> keepers(@PathVariable UUID id) {
    return Page.all(choices(help.keepers(access.require(id, On::appoints, Role.CHAIR))));
  }

  private static List<MeasureChoice> choices(List<Choice> some) {
    return some.stream().map(MeasureChoice::of).toList();
  }

  @PostMapping("/{id}/keeper")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void handOver(@PathVariable UUID id, @Valid @RequestBody NewMeasureKeeper requested) {
    On on = access.require(id, On::keeps, KEEPER);
    help.handOver(id, requested.personId(), on.person());
  }

  @PostMapping("/{id}/appointment")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void appoint(@PathVariable UUID id, @Valid @RequestBody NewMeasureKeeper requested) {
    On on = access.require(id, On::appoints, Role.CHAIR);
    help.handOver(id, requested.personId(), on.person());
  }

  @PostMapping("/{id}/helpers")
  @ResponseStatus(HttpStatus.CREATED)
  MeasureDetails assign(@PathVariable UUID id, @Valid @RequestBody NewMeasureHelper requested) {
    On on = access.require(id, On::keeps, KEEPER);
    help.assign(id, requested, on.person());
    return details(id, on);
  }

  @PostMapping("/{id}/helpers/{helperId}/end")
  MeasureDetails end(
      @PathVariable UUID id,
      @PathVariable UUID helperId,
      @Valid @RequestBody MeasureHelperEnd requested) {
    On on = access.require(id, On::keeps, KEEPER);
    help.end(id, helperId, requested.cause(), on.person());
    return details(id, on);
  }

  /// Who helps does so no more; it does not exist for them from then on.
  @PostMapping("/{id}/recusal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void stepAside(@PathVariable UUID id, @Valid @RequestBody MeasureHelperEnd requested) {
    On on = access.require(id, On::helps, MeasureAccess.HELPERS);
    help.stepAside(id, requested.cause(), on.person());
  }

  @PostMapping("/{id}/tasks")
  @ResponseStatus(HttpStatus.CREATED)
  MeasureDetails set(@PathVariable UUID id, @Valid @RequestBody NewMeasureTask requested) {
    On on = access.require(id, On::keeps, KEEPER);
    help.set(id, requested, on.person());
    return details(id, on);
  }

  @PostMapping("/{id}/tasks/{taskId}/result")
  MeasureDetails done(
      @PathVariable UUID id, @PathVariable UUID taskId, @Valid @RequestBody MeasureTaskDone said) {
    On on =
        access.require(
            id,
            On::notesTasks,
            Role.COMMUNITY_OFFICER,
            Role.TEAM_LEADER,
            Role.TEAM_MEMBER,
            Role.MEDIATOR,
            Role.VILLAGE_HEAD,
            Role.PARTNER);
    help.done(id, taskId, said, on.person());
    return details(id, on);
  }

  private MeasureDetails details(UUID id, On on) {
    return views.details(measures.get(id), on.person());
  }

  private static @Nullable After after(PageRequest page) {
    return page.key(0, each -> Inbound.date(each).orElseThrow())
        .flatMap(day -> page.key(1, UUID::fromString).map(id -> new After(day, id)))
        .orElse(null);
  }
}
