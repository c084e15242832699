package anbinh.teamwork.group;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.unit.Areas;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.platform.FieldProblems;
import anbinh.platform.Ids;
import anbinh.platform.PersonalNumbers;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import anbinh.platform.WrittenText;
import anbinh.platform.sql.ShortCodes;
import anbinh.team.Paper;
import anbinh.team.TeamProblem;
import anbinh.team.TeamSettings;
import anbinh.team.member.TeamMembership;
import anbinh.teamwork.TeamWorkEvent;
import anbinh.teamwork.TeamWorkProblem;
import anbinh.teamwork.WorkNotes;
import anbinh.teamwork.group.Group.Leader;
import anbinh.teamwork.group.Group.LeaderBefore;
import anbinh.teamwork.group.GroupForms.GroupChange;
import anbinh.teamwork.group.GroupForms.GroupEnd;
import anbinh.teamwork.group.GroupForms.LeaderCorrection;
import anbinh.teamwork.group.GroupForms.LeaderEnd;
import anbinh.teamwork.group.GroupForms.NewGroup;
import anbinh.teamwork.group.GroupForms.NewLeader;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Keeps the groups of households of a commune; rights are the caller's to check. Safe for many
/// threads.
@Component
public class Groups {
  static final String CODE_PREFIX = "GRP";
  static final int MAX_YEARS = 10;

  private final GroupTable table;
  private final TeamMembership membership;
  private final Areas areas;
  private final SiteClock clock;
  private final TeamSettings settings;
  private final ShortCodes codes;
  private final Ids ids;
  private final AuditLog log;

  Groups(
      GroupTable table,
      TeamMembership membership,
      Areas areas,
      SiteClock clock,
      TeamSettings settings,
      ShortCodes codes,
      Ids ids,
      AuditLog log) {
    this.table = table;
    this.membership = membership;
    this.areas = areas;
    this.clock = clock;
    this.settings = settings;
    this.codes = codes;
    this.ids = ids;
    this.log = log;
  }

  Group get(UUID id) {
    return table.find(id).orElseThrow(() -> Problem.of(TeamWorkProblem.NO_SUCH_GROUP));
  }

  /// Whether there is any in a commune.
  public boolean isKept(UUID communeId) {
    return table.isAny(areas.below(communeId));
  }

  @Transactional
  public Group note(NewGroup requested, Person by) {
    UUID communeId = areas.communeOf(requested.villageId());
    membership.lockCommune(communeId);
    var problems = new FieldProblems();
    String name = WrittenText.require("name", requested.name(), problems);
    Optional<Group> sent = table.findSent(requested.id());
    if (sent.isPresent()) {
      if (!isSame(sent.get(), name, requested)) {
        throw Problem.of(TeamProblem.WORK_SENT_BEFORE);
      }
      return sent.get();
    }
    boolean village =
        areas
            .findPresent(requested.villageId())
            .map(Area::kind)
            .filter(kind -> kind == AreaKind.RESIDENTIAL_AREA)
            .isPresent();
    if (!village) {
      problems.reject("villageId", "pay-village");
    } else if (table.isNameTaken(requested.villageId(), requested.kind(), name, null)) {
      problems.reject("name", "group-name-taken");
    }
    Paper paper =
        Paper.read(
            requested.number(), requested.on(), requested.signer(), clock.today(), null, problems);
    if (!problems.isEmpty() || paper == null) {
      throw Problem.invalid(problems);
    }
    var group =
        new Group(
            ids.next(),
            codes.next(CODE_PREFIX),
            requested.kind(),
            communeId,
            requested.villageId(),
            name,
            requested.households(),
            paper,
            0,
            null,
            null,
            null);
    table.insert(group, requested.id(), by.id(), clock.now());
    log.record(
        event(TeamWorkEvent.GROUP_NOTED, group, by)
            .fact("group", group.kind())
            .fact("households", group.households())
            .detail("paper", paper.number()));
    return group;
  }

  /// Its name and its households are compared as long as nobody changed them.
  private static boolean isSame(Group there, String name, NewGroup sent) {
    boolean changed = there.version() > 0;
    return there.kind() == sent.kind()
        && there.villageId().equals(sent.villageId())
        && there.paper().number().equals(sent.number().strip())
        && there.paper().on().equals(sent.on())
        && (changed || (there.name().equals(name) && there.households() == sent.households()));
  }

  private static boolean isSame(Leader there, UUID groupId, String name, NewLeader sent) {
    boolean changed = there.version() > 1 || there.name() == null;
    return there.groupId().equals(groupId)
        && there.position() == sent.position()
        && there.from().equals(sent.from())
        && there.paper().number().equals(sent.number().strip())
        && there.paper().on().equals(sent.on())
        && (changed || name.equals(there.name()));
  }

  @Transactional
  public Group change(UUID id, GroupChange requested, Person by) {
    Group group = lockForUpdate(id);
    if (group.version() != requested.version()) {
      throw Problem.of(TeamWorkProblem.GROUP_CHANGED, group.code());
    }
    var problems = new FieldProblems();
    String name = WrittenText.require("name", requested.name(), problems);
    if (table.isNameTaken(group.villageId(), group.kind(), name, id)) {
      problems.reject("name", "group-name-taken");
    }
    problems.requireNone();
    table.change(id, name, requested.households());
    log.record(
        event(TeamWorkEvent.GROUP_CHANGED, group, by)
            .fact("named", !name.equals(group.name()))
            .fact("households", requested.households())
            .fact("before", group.households()));
    return get(id);
  }

  @Transactional
  public Group lead(UUID id, NewLeader requested, Person by) {
    Group group = lockForUpdate(id);
    var problems = new FieldProblems();
    String name = WrittenText.require("name", requested.name(), problems);
    Optional<Leader> sent = table.findLeader(requested.id());
    if (sent.isPresent()) {
      if (!isSame(sent.get(), id, name, requested)) {
        throw Problem.of(TeamProblem.WORK_SENT_BEFORE);
      }
      return group;
    }
    String phone = phone(requested.phone(), problems);
    if (requested.until().isBefore(requested.from())) {
      problems.reject("until", "team-term-ends");
    } else if (requested.until().isAfter(requested.from().plusYears(MAX_YEARS))) {
      problems.reject("until", "team-term-long", MAX_YEARS);
    }
    if (requested.from().isBefore(group.paper().on())) {
      problems.reject("from", "group-before", group.paper().on());
    }
    boolean begun =
        table.leaders(List.of(id)).stream()
            .anyMatch(leader ->
                leader.position() == requested.position()
                    && !leader.from().isBefore(requested.from()));
    if (begun) {
      problems.reject("from", "group-leader-later");
    }
    Paper paper =
        Paper.read(
            requested.number(),
            requested.on(),
            requested.signer(),
            clock.today(),
            group.paper().on(),
            problems);
    if (!problems.isEmpty() || paper == null) {
      throw Problem.invalid(problems);
    }
    var leader =
        new Leader(
            requested.id(),
            id,
            requested.position(),
            name,
            phone,
            requested.from(),
            requested.until(),
            paper,
            1);
    table.insert(leader);
    log.record(
        event(TeamWorkEvent.GROUP_LEADER_NOTED, group, by)
            .fact("leader", leader.id())
            .fact("position", leader.position())
            .fact("from", leader.from().toString())
            .fact("until", leader.until().toString()));
    return get(id);
  }

  /// Mends what was typed wrongly of who leads a group; what stood is kept.
  @Transactional
  public Group correct(UUID id, UUID leaderId, LeaderCorrection requested, Person by) {
    Group group = lockForUpdate(id);
    Leader leader = leader(group, leaderId, requested.version());
    var problems = new FieldProblems();
    String name = WrittenText.require("name", requested.name(), problems);
    String phone = phone(requested.phone(), problems);
    String reason = WorkNotes.require("reason", requested.reason(), problems);
    problems.requireNone();
    change(leader, name, phone, leader.until(), reason, by);
    log.record(
        event(TeamWorkEvent.GROUP_LEADER_CORRECTED, group, by)
            .fact("leader", leaderId)
            .fact("version", leader.version() + 1));
    return get(id);
  }

  /// Notes that somebody leads a group no more, though nobody came after them.
  @Transactional
  public Group endLeader(UUID id, UUID leaderId, LeaderEnd requested, Person by) {
    Group group = lockForUpdate(id);
    Leader leader = leader(group, leaderId, requested.version());
    var problems = new FieldProblems();
    if (requested.on().isAfter(clock.today())) {
      problems.reject("on", "past-or-present");
    } else if (requested.on().isBefore(leader.from()) || requested.on().isAfter(leader.until())) {
      problems.reject("on", "range", leader.from(), leader.until());
    }
    String reason = WorkNotes.require("reason", requested.reason(), problems);
    problems.requireNone();
    change(leader, leader.name(), leader.phone(), requested.on(), reason, by);
    log.record(
        event(TeamWorkEvent.GROUP_LEADER_ENDED, group, by)
            .fact("leader", leaderId)
            .fact("on", requested.on().toString()));
    return get(id);
  }

  private Leader leader(Group group, UUID leaderId, int version) {
    Leader leader =
        table
            .findLeaderForUpdate(group.id(), leaderId)
            .filter(each -> each.name() != null)
            .orElseThrow(() -> Problem.of(TeamWorkProblem.NO_SUCH_GROUP_LEADER));
    if (leader.version() != version) {
      throw Problem.of(TeamWorkProblem.GROUP_CHANGED, group.code());
    }
    return leader;
  }

  private void change(
      Leader was,
      @Nullable String name,
      @Nullable String phone,
      LocalDate until,
      String reason,
      Person by) {
    table.change(
        new Leader(
            was.id(),
            was.groupId(),
            was.position(),
            name,
            phone,
            was.from(),
            until,
            was.paper(),
            was.version() + 1),
        new LeaderBefore(
            was.id(),
            was.version(),
            was.name(),
            was.phone(),
            was.until(),
            reason,
            by.id(),
            clock.now()));
  }

  private static @Nullable String phone(@Nullable String text, FieldProblems problems) {
    String phone = WrittenText.orNull(text);
    if (phone != null && !phone.matches(PersonalNumbers.PHONE)) {
      problems.reject("phone", "team-phone");
    }
    return phone;
  }

  /// Ends a group, or has another one of its kind and commune take its households.
  @Transactional
  public Group end(UUID id, GroupEnd requested, Person by) {
    UUID into = requested.intoId();
    Group group = get(id);
    membership.lockCommune(group.communeId());
    group = lockForUpdate(id);
    var problems = new FieldProblems();
    if (requested.on().isAfter(clock.today())) {
      problems.reject("on", "past-or-present");
    } else if (requested.on().isBefore(group.paper().on())) {
      problems.reject("on", "group-before", group.paper().on());
    }
    WrittenText.require("paper", requested.paper(), problems);
    if (into != null) {
      Group.Kind kind = group.kind();
      Set<UUID> here = areas.below(areas.communeOf(group.villageId()));
      Optional<Group> other =
          into.equals(id)
              ? Optional.empty()
              : table
                  .findForUpdate(into)
                  .filter(each -> each.endedOn() == null && each.kind() == kind)
                  .filter(each -> here.contains(each.villageId()));
      if (other.isEmpty()) {
        problems.reject("intoId", "group-into");
      } else if (other.get().households() + group.households() > GroupForms.MAX_HOUSEHOLDS) {
        problems.reject("intoId", "group-large", GroupForms.MAX_HOUSEHOLDS);
      }
    }
    problems.requireNone();
    table.end(id, requested.on(), into, requested.paper().strip());
    if (into != null) {
      table.addHouseholds(into, group.households());
    }
    Event event =
        event(TeamWorkEvent.GROUP_ENDED, group, by)
            .fact("on", requested.on().toString())
            .detail("paper", requested.paper().strip());
    log.record(into == null ? event : event.fact("into", into));
    return get(id);
  }

  /// Erases who led a group some years after.
  ///
  /// @return how many
  @Transactional
  public int eraseOld() {
    LocalDate day = clock.today().minusDays(settings.keepLeft().toDays());
    List<UUID> erased = table.eraseBefore(day, clock.now());
    if (!erased.isEmpty()) {
      log.record(
          Event.of(TeamWorkEvent.GROUP_LEADERS_ERASED)
              .about("group-leaders", erased.getFirst(), null)
              .fact("leaders", erased));
    }
    return erased.size();
  }

  private Group lockForUpdate(UUID id) {
    Group group =
        table.findForUpdate(id).orElseThrow(() -> Problem.of(TeamWorkProblem.NO_SUCH_GROUP));
    if (group.endedOn() != null) {
      throw Problem.of(TeamWorkProblem.GROUP_OVER, group.code());
    }
    return group;
  }

  static Event event(TeamWorkEvent type, Group group, Person by) {
    return Event.of(type).by(by.actor()).about("group", group.id(), group.code());
  }
}
