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
    return all(person).stream().filter(entry -> entry.count() > 0).toList();
  }

  /// Of which there can be something for somebody.
  public List<WorklistKind> kinds(Person person) {
    return all(person).stream().map(WorklistEntry::kind).toList();
  }

  private List<WorklistEntry> all(Person person) {
    return PersonFacts.foundOnce(() ->
        sources.stream()
            .flatMap(source -> source.list(person).stream())
            .sorted((one, other) -> one.kind().compareTo(other.kind()))
            .toList());
  }
}
