package anbinh.worklist;

import anbinh.identity.Person;
import anbinh.identity.PersonFacts;
import java.util.List;
import org.springframework.stereotype.Component;

/// What waits for somebody in all features. Safe for many threads.
@Component
public class Worklists {
  private final List<WorklistSource> sources;

  Worklists(List<WorklistSource> sources) {
    this.sources = List.copyOf(sources);
  }

  /// In the order of the kinds, without those of which nothing waits.
  public List<WorklistEntry> list(Person person) {
    return listAll(person).stream().filter(entry -> entry.count() > 0).toList();
  }

  /// Of which there can be something for somebody.
  public List<WorklistKind> kinds(Person person) {
    return listAll(person).stream().map(WorklistEntry::kind).toList();
  }

  /// Of each kind that the person may have, also where nothing waits.
  public List<WorklistEntry> listAll(Person person) {
    return ask(sources, person);
  }

  /// The same of features in which something may be urgent.
  public List<WorklistEntry> listUrgent(Person person) {
    return ask(sources.stream().filter(WorklistSource::isUrgent).toList(), person);
  }

  private static List<WorklistEntry> ask(List<WorklistSource> some, Person person) {
    return PersonFacts.foundOnce(() ->
        some.stream()
            .flatMap(source -> source.list(person).stream())
            .sorted((one, other) -> one.kind().compareTo(other.kind()))
            .toList());
  }
}
