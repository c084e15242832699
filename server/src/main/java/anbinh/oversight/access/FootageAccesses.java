package anbinh.oversight.access;

import anbinh.audit.event.LoggedEvent;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Puts looks together from the entries of the log, in their order, in the caller's transaction.
@Component
public class FootageAccesses {
  private final FootageAccessTable table;
  private final CaseBook cases;
  private final Watchers watchers;

  FootageAccesses(FootageAccessTable table, CaseBook cases, Watchers watchers) {
    this.table = table;
    this.cases = cases;
    this.watchers = watchers;
  }

  /// Notes what an entry tells of a case, and covers the looks that it explains.
  public void note(LoggedEvent entry) {
    cases.note(entry);
  }

  /// Takes in what an entry tells of a look, after it was noted.
  ///
  /// @return the look that it begins; empty when it belongs to one or is none
  public Optional<FootageAccess> take(LoggedEvent entry) {
    return Seen.in(entry).flatMap(this::add);
  }

  private Optional<FootageAccess> add(Seen seen) {
    // Each request and each search is in a case, and counts by itself.
    boolean inCase =
        seen.kind() == FootageAccessKind.REQUEST || seen.kind() == FootageAccessKind.SEARCH;
    if (!inCase && table.merge(seen)) {
      return Optional.empty();
    }
    boolean office = watchers.office(seen.person());
    long id =
        table.insert(
            seen,
            watchers.commune(seen),
            watchers.ground(seen),
            office,
            !office && watchers.offHours(seen.at()),
            inCase ? Covered.OPEN_CASE : Covered.NO);
    if (CaseBook.covers(seen)) {
      cases.cover(id);
    }
    return Optional.of(table.get(id));
  }
}
