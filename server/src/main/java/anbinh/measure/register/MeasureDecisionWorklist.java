package anbinh.measure.register;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.measure.register.MeasureContent.MeasureChange;
import anbinh.platform.SiteClock;
import anbinh.worklist.WorklistEntry;
import anbinh.worklist.WorklistKind;
import anbinh.worklist.WorklistSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How many measures, and papers that move the end of one, the chair of a commune confirms or
/// refuses. Of what is about the chair, or came from an account of their name, nothing is counted.
@Component
class MeasureDecisionWorklist implements WorklistSource {
  private final MeasureTable table;
  private final MeasureAccess measureAccess;
  private final Access access;
  private final People people;
  private final SiteClock clock;

  MeasureDecisionWorklist(
      MeasureTable table,
      MeasureAccess measureAccess,
      Access access,
      People people,
      SiteClock clock) {
    this.table = table;
    this.measureAccess = measureAccess;
    this.access = access;
    this.people = people;
    this.clock = clock;
  }

  @Override
  public List<WorklistEntry> list(Person person) {
    if (person.has(Role.COMMUNITY_OFFICER) || !measureAccess.chairsCommune(person)) {
      return List.of();
    }
    Set<UUID> communes = access.scope(person, Role.CHAIR).areas();
    List<Measure> asking =
        communes == null
            ? List.of()
            : table.listAsking(communes, clock.today(), WorklistEntry.MAX_COUNT);
    if (asking.isEmpty()) {
      return List.of();
    }
    Map<UUID, MeasureContent> contents = table.contents(asking.stream().map(Measure::id).toList());
    Set<UUID> own = people.accountsOf(person.id());
    long count =
        asking.stream().filter(each -> decides(person, own, each, contents.get(each.id()))).count();
    return List.of(WorklistEntry.of(WorklistKind.MEASURE_DECISION, (int) count));
  }

  private static boolean decides(
      Person chair, Set<UUID> own, Measure measure, @Nullable MeasureContent content) {
    if (content == null || MeasureNames.same(content.name(), chair.displayName())) {
      return false;
    }
    MeasureChange waiting = content.waiting();
    return Stream.of(
            measure.recorded().by(),
            measure.keeperId(),
            waiting == null ? measure.keeperId() : waiting.by())
        .noneMatch(own::contains);
  }
}
