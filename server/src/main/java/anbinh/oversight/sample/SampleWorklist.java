package anbinh.oversight.sample;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.worklist.WorklistEntry;
import anbinh.worklist.WorklistKind;
import anbinh.worklist.WorklistSource;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Looks that were drawn and wait for an auditor who may answer.
@Component
class SampleWorklist implements WorklistSource {
  private final SampleTable table;
  private final Reviews reviews;
  private final Access access;
  private final People people;
  private final InstantSource clock;

  SampleWorklist(
      SampleTable table, Reviews reviews, Access access, People people, InstantSource clock) {
    this.table = table;
    this.reviews = reviews;
    this.access = access;
    this.people = people;
    this.clock = clock;
  }

  /// Whose looks wait, and whether they were given to the auditor: who may answer one of them may
  /// answer all.
  private record Group(UUID person, boolean given) {}

  @Override
  public List<WorklistEntry> list(Person person) {
    if (!person.has(Role.AUDITOR)) {
      return List.of();
    }
    Instant now = clock.instant();
    Map<Group, List<Review>> waiting =
        table
            .listFree(
                access.scope(person, Role.AUDITOR),
                people.accountsOf(person.id()),
                person.id(),
                now,
                WorklistEntry.MAX_COUNT)
            .stream()
            .collect(
                Collectors.groupingBy(
                    each -> new Group(each.person(), person.id().equals(each.reviewer()))));
    List<Instant> due = new ArrayList<>();
    for (List<Review> group : waiting.values()) {
      if (reviews.mayAnswer(group.getFirst(), person)) {
        group.forEach(each -> due.add(each.dueAt()));
      }
    }
    return List.of(WorklistEntry.of(WorklistKind.SAMPLED_ACCESS, due, now));
  }
}
