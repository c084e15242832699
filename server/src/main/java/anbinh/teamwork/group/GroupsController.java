package anbinh.teamwork.group;

import anbinh.areas.unit.Areas;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.identity.PersonName;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.platform.Ids;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import anbinh.platform.SearchTerms;
import anbinh.platform.SiteClock;
import anbinh.platform.sql.Conditions;
import anbinh.team.Paper;
import anbinh.team.unit.TeamCommunes;
import anbinh.teamwork.TeamWorkEvent;
import anbinh.teamwork.group.Group.Leader;
import anbinh.teamwork.group.Group.LeaderBefore;
import anbinh.teamwork.group.GroupForms.GroupChange;
import anbinh.teamwork.group.GroupForms.GroupEnd;
import anbinh.teamwork.group.GroupForms.LeaderCorrection;
import anbinh.teamwork.group.GroupForms.LeaderEnd;
import anbinh.teamwork.group.GroupForms.NewGroup;
import anbinh.teamwork.group.GroupForms.NewLeader;
import anbinh.teamwork.group.GroupTable.Count;
import jakarta.validation.Valid;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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

/// `/api/self-managed-groups`: kept by the officer of the commune and read by its chair; figures
/// for others. Who leads one is read with it, with an entry of the log.
@RestController
@RequestMapping("/api/self-managed-groups")
class GroupsController {
  private static final Role[] OFFICE = {Role.COMMUNITY_OFFICER, Role.CHAIR};
  private static final Role[] COUNTING = {
    Role.COMMUNITY_OFFICER, Role.CHAIR, Role.AUDITOR, Role.ADMINISTRATOR, Role.ANALYST
  };

  private final Groups groups;
  private final GroupTable table;
  private final TeamCommunes communes;
  private final SiteClock clock;
  private final Areas areas;
  private final Access access;
  private final People people;
  private final AuditLog log;

  GroupsController(
      Groups groups,
      GroupTable table,
      TeamCommunes communes,
      SiteClock clock,
      Areas areas,
      Access access,
      People people,
      AuditLog log) {
    this.groups = groups;
    this.table = table;
    this.communes = communes;
    this.clock = clock;
    this.areas = areas;
    this.access = access;
    this.people = people;
    this.log = log;
  }

  /// @param communeId where it lies today
  /// @param led whether somebody leads it today
  record GroupLine(
      UUID id,
      String code,
      UUID communeId,
      Group.Kind kind,
      String name,
      UUID villageId,
      String villageName,
      int households,
      boolean led,
      @Nullable LocalDate endedOn) {}

  /// What was said of a leader before it was corrected, and why it was.
  record LeaderBeforeView(
      int version,
      @Nullable String name,
      @Nullable String phone,
      LocalDate until,
      String reason,
      PersonName by,
      Instant at) {
    @Override
    public String toString() {
      return "LeaderBeforeView[" + version + "]";
    }
  }

  /// @param before what was said before, newest first
  record LeaderView(
      UUID id,
      Group.Lead position,
      @Nullable String name,
      @Nullable String phone,
      LocalDate from,
      LocalDate until,
      boolean running,
      Paper paper,
      int version,
      List<LeaderBeforeView> before) {
    LeaderView {
      before = List.copyOf(before);
    }

    @Override
    public String toString() {
      return "LeaderView[" + id + "]";
    }
  }

  /// @param into the group that took its households
  record GroupView(
      GroupLine group,
      int version,
      Paper paper,
      List<LeaderView> leaders,
      @Nullable GroupLine into,
      @Nullable String endPaper,
      boolean mayKeep) {
    GroupView {
      leaders = List.copyOf(leaders);
    }
  }

  /// The groups of a commune of one kind; no figure is about a person.
  record GroupFigures(
      UUID communeId,
      String communeName,
      Group.Kind kind,
      long groups,
      long households,
      long without) {}

  /// In the order of their codes. Each word of `q` is sought in name, code and the village's name.
  @GetMapping
  Page<GroupLine> list(
      @RequestParam(required = false) @Nullable UUID communeId,
      @RequestParam(required = false) Group.@Nullable Kind kind,
      @RequestParam(required = false) @Nullable UUID villageId,
      @RequestParam(defaultValue = "false") boolean ended,
      @RequestParam(defaultValue = "") String q,
      PageRequest page) {
    TeamCommunes.On on = communes.require(communeId, OFFICE);
    Conditions filter =
        table.filter(
            areas.below(on.communeId()),
            kind,
            villageId,
            !ended,
            SearchTerms.parse(q),
            areas::named);
    Page<Group> cut =
        Page.of(
            table.list(filter, page.after(), page.rows()),
            page,
            Page.byId(Group::id),
            most -> table.count(filter, most));
    return cut.with(lines(cut.items()));
  }

  /// How many there are, by commune and kind, of the reader's area.
  @GetMapping("/figures")
  Page<GroupFigures> figures() {
    Person reader = access.require(COUNTING);
    List<Count> counts = table.count(access.scope(reader, COUNTING).areas(), clock.today());
    Map<UUID, String> names = areas.names(Ids.of(counts, Count::communeId));
    return Page.all(
        counts.stream()
            .map(each ->
                new GroupFigures(
                    each.communeId(),
                    names.getOrDefault(each.communeId(), ""),
                    each.kind(),
                    each.groups(),
                    each.households(),
                    each.groups() - each.led()))
            .toList());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  GroupLine note(@Valid @RequestBody NewGroup requested) {
    Person by = access.require(requested.villageId(), Role.COMMUNITY_OFFICER);
    return lines(List.of(groups.note(requested, by))).getFirst();
  }

  @GetMapping("/{id}")
  GroupView read(@PathVariable UUID id) {
    access.require(OFFICE);
    Group group = groups.get(id);
    Person reader = communes.requireOf(group.villageId(), OFFICE).person();
    List<Leader> leaders = table.leaders(List.of(id));
    log.record(Groups.event(TeamWorkEvent.GROUP_READ, group, reader).fact("count", leaders.size()));
    List<LeaderBefore> before = table.before(id);
    Map<UUID, String> names = people.displayNames(Ids.of(before, LeaderBefore::by));
    UUID into = group.mergedInto();
    LocalDate today = clock.today();
    return new GroupView(
        lines(List.of(group)).getFirst(),
        group.version(),
        group.paper(),
        leaders.stream()
            .map(each ->
                new LeaderView(
                    each.id(),
                    each.position(),
                    each.name(),
                    each.phone(),
                    each.from(),
                    each.until(),
                    each.on(today),
                    each.paper(),
                    each.version(),
                    before.stream()
                        .filter(one -> one.leaderId().equals(each.id()))
                        .map(one -> before(one, names))
                        .toList()))
            .toList(),
        into == null ? null : lines(List.of(groups.get(into))).getFirst(),
        group.endPaper(),
        group.endedOn() == null
            && access.may(reader, communes.today(group.villageId()), Role.COMMUNITY_OFFICER));
  }

  private static LeaderBeforeView before(LeaderBefore one, Map<UUID, String> names) {
    return new LeaderBeforeView(
        one.version(),
        one.name(),
        one.phone(),
        one.until(),
        one.reason(),
        PersonName.of(one.by(), names),
        one.at());
  }

  @PostMapping("/{id}/changes")
  GroupLine change(@PathVariable UUID id, @Valid @RequestBody GroupChange requested) {
    return lines(List.of(groups.change(id, requested, officer(id)))).getFirst();
  }

  @PostMapping("/{id}/leaders")
  @ResponseStatus(HttpStatus.CREATED)
  GroupLine lead(@PathVariable UUID id, @Valid @RequestBody NewLeader requested) {
    return lines(List.of(groups.lead(id, requested, officer(id)))).getFirst();
  }

  @PostMapping("/{id}/leaders/{leaderId}/corrections")
  GroupLine correct(
      @PathVariable UUID id,
      @PathVariable UUID leaderId,
      @Valid @RequestBody LeaderCorrection requested) {
    return lines(List.of(groups.correct(id, leaderId, requested, officer(id)))).getFirst();
  }

  @PostMapping("/{id}/leaders/{leaderId}/end")
  GroupLine endLeader(
      @PathVariable UUID id, @PathVariable UUID leaderId, @Valid @RequestBody LeaderEnd requested) {
    return lines(List.of(groups.endLeader(id, leaderId, requested, officer(id)))).getFirst();
  }

  @PostMapping("/{id}/end")
  GroupLine end(@PathVariable UUID id, @Valid @RequestBody GroupEnd requested) {
    return lines(List.of(groups.end(id, requested, officer(id)))).getFirst();
  }

  private Person officer(UUID id) {
    access.require(Role.COMMUNITY_OFFICER);
    return communes.requireOf(groups.get(id).villageId(), Role.COMMUNITY_OFFICER).person();
  }

  private List<GroupLine> lines(List<Group> some) {
    Map<UUID, String> names = areas.names(Ids.of(some, Group::villageId));
    LocalDate today = clock.today();
    Set<UUID> led = new HashSet<>();
    table.leaders(some.stream().map(Group::id).toList()).stream()
        .filter(each -> each.position() == Group.Lead.LEADER && each.on(today))
        .forEach(each -> led.add(each.groupId()));
    return some.stream()
        .map(each ->
            new GroupLine(
                each.id(),
                each.code(),
                communes.today(each.villageId()),
                each.kind(),
                each.name(),
                each.villageId(),
                names.getOrDefault(each.villageId(), ""),
                each.households(),
                led.contains(each.id()),
                each.endedOn()))
        .toList();
  }
}
