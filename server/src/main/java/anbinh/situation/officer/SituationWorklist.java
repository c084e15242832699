package anbinh.situation.officer;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.situation.deadlines.SituationDeadlines;
import anbinh.situation.deadlines.SituationOfficers;
import anbinh.situation.deadlines.SituationOfficers.Desk;
import anbinh.situation.report.Situation;
import anbinh.situation.report.SituationTable;
import anbinh.situation.report.SituationTable.Requested;
import anbinh.worklist.WorklistEntry;
import anbinh.worklist.WorklistKind;
import anbinh.worklist.WorklistSource;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What of reports waits for an officer responsible for a commune: to be received, and to be
/// followed up by who has it. Of what the officer has a part in nothing is counted, as no list has
/// it.
@Component
class SituationWorklist implements WorklistSource {
  private final SituationTable table;
  private final SituationAccess access;
  private final SituationOfficers officers;
  private final SituationDeadlines deadlines;

  SituationWorklist(
      SituationTable table,
      SituationAccess access,
      SituationOfficers officers,
      SituationDeadlines deadlines) {
    this.table = table;
    this.access = access;
    this.officers = officers;
    this.deadlines = deadlines;
  }

  @Override
  public List<WorklistEntry> list(Person person) {
    if (!person.has(Role.COMMUNITY_OFFICER)) {
      return List.of();
    }
    Desk desk = officers.desk(person);
    var requested =
        new Requested(desk.communes(), desk.upper(), person.id(), null, null, null, null);
    return List.of(
        entry(WorklistKind.SITUATION_RECEIPT, requested, null, person),
        entry(WorklistKind.SITUATION_FOLLOW_UP, requested, person.id(), person));
  }

  private WorklistEntry entry(
      WorklistKind kind, Requested requested, @Nullable UUID receiver, Person person) {
    List<Situation> found = table.listOpenOf(requested, receiver, WorklistEntry.MAX_COUNT);
    Set<UUID> own = access.havingPart(found.stream().map(Situation::id).toList(), person);
    List<Instant> due =
        found.stream()
            .filter(each -> !own.contains(each.id()))
            .flatMap(each -> Stream.ofNullable(due(each)))
            .toList();
    return WorklistEntry.of(kind, due, deadlines.now());
  }

  /// Danger that nobody received is due at once.
  private static @Nullable Instant due(Situation situation) {
    return situation.nature().danger() && situation.conduct().receiverId() == null
        ? situation.times().receivedAt()
        : situation.due().at();
  }
}
