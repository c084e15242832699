package anbinh.situation.officer;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.situation.SituationSettings;
import anbinh.situation.deadlines.SituationDeadlines;
import anbinh.situation.deadlines.SituationOfficers;
import anbinh.situation.deadlines.SituationOfficers.Desk;
import anbinh.situation.report.Situation;
import anbinh.situation.report.SituationTable;
import anbinh.situation.report.SituationTable.Requested;
import anbinh.situation.report.SituationsAbove;
import anbinh.worklist.WorklistEntry;
import anbinh.worklist.WorklistKind;
import anbinh.worklist.WorklistSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What of reports waits for an officer responsible for a commune: to be received, and to be
/// followed up by who has it; of an officer above, the written reports that none of them read. Of
/// what the officer has a part in nothing is counted, as no list has it.
@Component
class SituationWorklist implements WorklistSource {
  private final SituationTable table;
  private final SituationsAbove above;
  private final SituationAccess access;
  private final SituationOfficers officers;
  private final SituationDeadlines deadlines;
  private final Duration dangerAbove;

  SituationWorklist(
      SituationTable table,
      SituationsAbove above,
      SituationAccess access,
      SituationOfficers officers,
      SituationDeadlines deadlines,
      SituationSettings settings) {
    this.table = table;
    this.above = above;
    this.access = access;
    this.officers = officers;
    this.deadlines = deadlines;
    this.dangerAbove = settings.dangerAbove();
  }

  @Override
  public boolean isUrgent() {
    return true;
  }

  @Override
  public List<WorklistEntry> list(Person person) {
    if (!person.has(Role.COMMUNITY_OFFICER)) {
      return List.of();
    }
    Desk desk = officers.desk(person);
    var requested =
        new Requested(desk.communes(), desk.upper(), person.id(), null, null, null, null);
    List<Situation> unreceived = table.listOpenOf(requested, null, WorklistEntry.MAX_COUNT);
    List<Situation> received = table.listOpenOf(requested, person.id(), WorklistEntry.MAX_COUNT);
    List<UUID> unread = above.listUnread(desk.upper(), WorklistEntry.MAX_COUNT);
    Stream<UUID> open = Stream.concat(unreceived.stream(), received.stream()).map(Situation::id);
    Set<UUID> own = access.havingPart(Stream.concat(open, unread.stream()).toList(), person);
    Instant now = deadlines.now();
    List<Situation> danger = new ArrayList<>();
    List<Situation> others = new ArrayList<>();
    without(own, unreceived)
        .forEach(each -> (isDanger(each, desk, now) ? danger : others).add(each));
    return List.of(
        entry(WorklistKind.SITUATION_DANGER, danger, now),
        entry(WorklistKind.SITUATION_RECEIPT, others, now),
        entry(WorklistKind.SITUATION_FOLLOW_UP, without(own, received), now),
        WorklistEntry.of(
            WorklistKind.SITUATION_WRITTEN_REPORT,
            (int) unread.stream().filter(each -> !own.contains(each)).count()));
  }

  private static List<Situation> without(Set<UUID> own, List<Situation> found) {
    return found.stream().filter(each -> !own.contains(each.id())).toList();
  }

  /// Danger goes up by the clock: at first it is the commune's own officers' to receive.
  private boolean isDanger(Situation situation, Desk desk, Instant now) {
    return situation.nature().danger()
        && (desk.communes().contains(situation.place().communeId())
            || !situation.times().receivedAt().plus(dangerAbove).isAfter(now));
  }

  private static WorklistEntry entry(WorklistKind kind, List<Situation> open, Instant now) {
    List<Instant> due = open.stream().flatMap(each -> Stream.ofNullable(due(each))).toList();
    return WorklistEntry.of(kind, due, now)
        .withLatest(
            open.stream()
                .map(each -> each.times().receivedAt())
                .max(Comparator.naturalOrder())
                .orElse(null));
  }

  /// Danger that nobody received is due at once.
  private static @Nullable Instant due(Situation situation) {
    return situation.nature().danger() && situation.conduct().receiverId() == null
        ? situation.times().receivedAt()
        : situation.due().at();
  }
}
