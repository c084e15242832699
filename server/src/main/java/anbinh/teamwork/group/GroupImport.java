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
import anbinh.platform.SiteClock;
import anbinh.platform.sheet.ReadList;
import anbinh.platform.sheet.SheetFile;
import anbinh.platform.sheet.SheetImport;
import anbinh.platform.sql.ShortCodes;
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
import org.springframework.stereotype.Component;

/// Takes lists of groups of households and who leads them: all of a list, or nothing. One entry of
/// the log says who took which file and how much was in it. Safe for many threads.
@Component
class GroupImport extends SheetImport<Person, GroupColumn, GroupReport> {
  private final GroupTable table;
  private final TeamMembership membership;
  private final SiteClock clock;
  private final Areas areas;
  private final Access access;
  private final ShortCodes codes;
  private final Ids ids;
  private final AuditLog log;

  GroupImport(
      GroupTable table,
      TeamMembership membership,
      Messages messages,
      SiteClock clock,
      Areas areas,
      Access access,
      ShortCodes codes,
      Ids ids,
      AuditLog log) {
    super(messages, "group-list", GroupColumn.class);
    this.table = table;
    this.membership = membership;
    this.clock = clock;
    this.areas = areas;
    this.access = access;
    this.codes = codes;
    this.ids = ids;
    this.log = log;
  }

  @Override
  protected ReadList<GroupReport> read(SheetFile file, Person by, boolean applying) {
    var summary = new GroupImportSummary(messages);
    List<Listed> found =
        reading(summary)
            .read(
                file,
                communes -> {
                  if (applying) {
                    communes.forEach(membership::lockCommune);
                  }
                });
    GroupReport report = summary.report(file, found);
    if (!applying) {
      log.record(
          Event.of(TeamWorkEvent.GROUP_LIST_CHECKED)
              .by(by.actor())
              .about("group-list", ids.next(), null)
              .fact("communes", summary.communes())
              .fact("rows", report.rows())
              .fact("errors", report.errorCount())
              .fact("sha256", report.sha256()));
    }
    boolean nothing = report.groups() == 0 && report.leaders() == 0;
    return new ReadList<>(
        report, nothing ? null : () -> write(found, summary.communes(), report, by));
  }

  private void write(List<Listed> found, List<UUID> communes, GroupReport report, Person by) {
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
            .fact("communes", communes)
            .fact("groups", report.groups())
            .fact("leaders", report.leaders())
            .fact("sha256", report.sha256()));
  }

  private GroupReading reading(GroupImportSummary summary) {
    var places = new ListedPlaces(areas.list());
    Set<UUID> allowed = new HashSet<>();
    return new GroupReading(
        words,
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
        summary);
  }
}
