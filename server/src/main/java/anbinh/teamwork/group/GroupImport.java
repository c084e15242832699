package anbinh.teamwork.group;

import anbinh.areas.Area;
import anbinh.areas.ListedPlaces;
import anbinh.areas.unit.Areas;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.Ids;
import anbinh.platform.Messages;
import anbinh.platform.PlatformProblem;
import anbinh.platform.Problem;
import anbinh.platform.ShortCodes;
import anbinh.platform.SiteClock;
import anbinh.platform.sheet.SheetFile;
import anbinh.team.member.TeamMembership;
import anbinh.teamwork.TeamWorkEvent;
import anbinh.teamwork.group.Group.Leader;
import anbinh.teamwork.group.GroupReading.Known;
import anbinh.teamwork.group.GroupReading.Listed;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes lists of groups of households and who leads them: all of a list, or nothing. One entry of
/// the log says who took which file and how much was in it. Safe for many threads.
@Component
class GroupImport {
  private final GroupTable table;
  private final TeamMembership membership;
  private final GroupVocabulary words;
  private final Messages messages;
  private final SiteClock clock;
  private final Areas areas;
  private final Access access;
  private final ShortCodes codes;
  private final Ids ids;
  private final AuditLog log;

  GroupImport(
      GroupTable table,
      TeamMembership membership,
      GroupVocabulary words,
      Messages messages,
      SiteClock clock,
      Areas areas,
      Access access,
      ShortCodes codes,
      Ids ids,
      AuditLog log) {
    this.table = table;
    this.membership = membership;
    this.words = words;
    this.messages = messages;
    this.clock = clock;
    this.areas = areas;
    this.access = access;
    this.codes = codes;
    this.ids = ids;
    this.log = log;
  }

  /// What taking a list would do.
  ///
  /// @throws Problem when it is no list of groups, or speaks of a commune that is not the person's
  @Transactional
  public GroupReport check(SheetFile file, Person by) {
    var tally = new GroupImportSummary();
    GroupReport report = tally.report(file, reading(tally).read(file, _ -> {}));
    log.record(
        Event.of(TeamWorkEvent.GROUP_LIST_CHECKED)
            .by(by.actor())
            .about("group-list", ids.next(), null)
            .fact("communes", tally.communes())
            .fact("rows", report.rows())
            .fact("errors", report.errorCount())
            .fact("sha256", report.sha256()));
    return report;
  }

  /// Takes a list.
  ///
  /// @param checked the SHA-256 of what was checked; null where nobody checked before
  /// @throws Problem as [#check] does, and when any row is wrong
  @Transactional
  public GroupReport take(SheetFile file, @Nullable String checked, Person by) {
    var tally = new GroupImportSummary();
    List<Listed> found =
        reading(tally).read(file, communes -> communes.forEach(membership::lockCommune));
    GroupReport report = tally.report(file, found);
    if (checked != null && !checked.equalsIgnoreCase(report.sha256())) {
      throw Problem.of(PlatformProblem.LIST_OTHER);
    }
    GroupImportSummary.right(report);
    file.requireConfirmed();
    if (report.groups() == 0 && report.leaders() == 0) {
      return report;
    }
    Iterator<String> next =
        report.groups() == 0
            ? Collections.emptyIterator()
            : codes.next(Groups.CODE_PREFIX, report.groups()).iterator();
    for (Listed each : found) {
      if (each.fresh()) {
        table.insert(
            new Group(
                each.id(),
                next.next(),
                each.kind(),
                each.communeId(),
                each.villageId(),
                each.name(),
                each.households(),
                each.paper(),
                0,
                null,
                null,
                null),
            null,
            by.id(),
            clock.now());
      }
      each.leaders().forEach(table::insert);
    }
    log.record(
        Event.of(TeamWorkEvent.GROUPS_IMPORTED)
            .by(by.actor())
            .about("group-list", ids.next(), null)
            .fact("communes", tally.communes())
            .fact("groups", report.groups())
            .fact("leaders", report.leaders())
            .fact("sha256", report.sha256()));
    return report;
  }

  private GroupReading reading(GroupImportSummary tally) {
    var places = new ListedPlaces(areas.list());
    Set<UUID> allowed = new HashSet<>();
    return new GroupReading(
        words,
        messages,
        ids,
        clock.today(),
        code -> {
          Optional<Area> commune = places.findCommune(code);
          commune
              .map(Area::id)
              .filter(allowed::add)
              .ifPresent(id -> access.require(id, Role.COMMUNITY_OFFICER));
          return commune;
        },
        places::findVillage,
        new Known() {
          @Override
          public List<Group> groups(Set<UUID> communes) {
            return table.listAll(
                communes.stream().flatMap(each -> areas.below(each).stream()).toList());
          }

          @Override
          public List<Leader> leaders(List<UUID> groups) {
            return table.leaders(groups);
          }
        },
        tally);
  }
}
