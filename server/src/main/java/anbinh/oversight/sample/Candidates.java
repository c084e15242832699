package anbinh.oversight.sample;

import anbinh.audit.event.AuditLog;
import anbinh.audit.event.LoggedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// What can be drawn: the entries of a part of the log in which somebody saw something that
/// concerns others, and was not refused. It needs nothing but what stands in the leaves.
@Component
class Candidates {
  static final Set<String> TYPES =
      Set.of(
          "recording.watched",
          "still.taken",
          "live.watched",
          "cameras.sought",
          "extraction.requested",
          "extraction.downloaded",
          "camera.contact-read",
          "case.party-read",
          "data-request.read");

  private static final int PAGE = 1_000;

  private final AuditLog log;

  Candidates(AuditLog log) {
    this.log = log;
  }

  /// In the log's order.
  ///
  /// @param to the place of the first entry that does not count
  List<Long> list(long from, long to) {
    List<Long> found = new ArrayList<>();
    long next = from;
    while (next < to) {
      List<LoggedEvent> page = log.listBetween(next, to, TYPES, PAGE);
      page.stream()
          .filter(entry -> entry.actorId() != null && !entry.refused())
          .forEach(entry -> found.add(entry.index()));
      next = page.isEmpty() ? to : page.getLast().index() + 1;
    }
    return found;
  }

  /// The entry at a place.
  LoggedEvent get(long index) {
    return log.listFrom(index, TYPES, 1).getFirst();
  }
}
