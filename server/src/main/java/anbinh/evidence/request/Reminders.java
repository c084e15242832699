package anbinh.evidence.request;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.evidence.request.RequestTable.HistoryEntry;
import anbinh.identity.AreaScope;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Reminds of undecided requests: once when half of the time for a decision is left, and once when
/// a quarter is. The time of an urgent one begins when it was marked. Safe for many threads.
@Component
public class Reminders {
  private static final String DUE =
      """
      case
        when expires_at <= :now then 0
        when :now >= coalesce(urgent_at, requested_at)
          + (expires_at - coalesce(urgent_at, requested_at)) * 0.75 then 2
        when :now >= coalesce(urgent_at, requested_at)
          + (expires_at - coalesce(urgent_at, requested_at)) * 0.5 then 1
        else 0
      end
      """;

  private final SqlClient database;
  private final RequestTable table;
  private final Requests requests;
  private final AuditLog log;
  private final TransactionTemplate transactions;

  Reminders(
      SqlClient database,
      RequestTable table,
      Requests requests,
      AuditLog log,
      TransactionTemplate transactions) {
    this.database = database;
    this.table = table;
    this.requests = requests;
    this.log = log;
    this.transactions = transactions;
  }

  /// What waits for one approver.
  ///
  /// @param pressing urgent ones, and those of which a quarter of the time is left
  /// @param nextEnd when the first of all lapses; null where none waits
  /// @param latest when the last was requested or marked urgent; null where none waits
  record Waiting(int count, int pressing, @Nullable Instant nextEnd, @Nullable Instant latest) {}

  /// Reminds of all that is due; returns how many.
  public int remind() {
    Instant now = requests.now();
    List<UUID> due =
        database.list(
            UUID.class,
            "select id from evidence.request where state = 'REQUESTED' and reminded < "
                + DUE
                + " order by expires_at, id limit 500",
            Values.of("now", now));
    return (int)
        due.stream()
            .filter(id -> Boolean.TRUE.equals(transactions.execute(_ -> remind(id, now))))
            .count();
  }

  /// @return false when it was decided, or reminded of by another thread, meanwhile
  private boolean remind(UUID id, Instant now) {
    EvidenceRequest request = table.findForUpdate(id).orElseThrow();
    if (!request.decidableAt(now)) {
      return false;
    }
    Optional<Integer> level =
        database.find(
            Integer.class,
            "update evidence.request set reminded = "
                + DUE
                + " where id = :id and reminded < "
                + DUE
                + " returning reminded",
            Values.of("now", now).and("id", id));
    if (level.isEmpty()) {
      return false;
    }
    Reminder reminder = level.get() == 2 ? Reminder.LAST_QUARTER : Reminder.HALF;
    UUID event =
        log.record(
            Event.of(EvidenceEvent.REMINDED)
                .about("request", id, request.code())
                .fact("left", reminder)
                .fact("expiresAt", request.expiresAt()));
    table.addHistory(id, new HistoryEntry(now, happening(reminder), null, event));
    return true;
  }

  private static RequestEventType happening(Reminder reminder) {
    return switch (reminder) {
      case HALF -> RequestEventType.REMINDED_HALF;
      case LAST_QUARTER -> RequestEventType.REMINDED_LAST_QUARTER;
    };
  }

  /// The last reminder of those of the requests that were reminded of.
  public Map<UUID, Reminder> find(Collection<UUID> ids) {
    return database.map(
        UUID.class,
        Reminder.class,
        """
        select id, case reminded when 2 then 'LAST_QUARTER' else 'HALF' end
        from evidence.request where id = any (?) and reminded > 0
        """,
        ids);
  }

  /// What waits in some areas for the decision of a person, who decides neither their own requests
  /// nor those that they marked urgent, nor about cameras of other areas.
  ///
  /// @param own all accounts that may be the person's
  Waiting count(Set<UUID> own, AreaScope scope) {
    return database.get(
        Waiting.class,
        """
        select count(*) as count,
          count(*) filter (where urgent_at is not null or reminded = 2) as pressing,
          min(expires_at) as next_end,
          max(greatest(requested_at, urgent_at)) as latest
        from evidence.request r
        where state = 'REQUESTED' and expires_at > :now and requested_by <> all (:own)
          and (urgent_by is null or urgent_by <> all (:own))
          and (cast(:areas as uuid[]) is null or area_id = any (:areas)
            and not exists (select from evidence.request_camera c
              where c.request_id = r.id and c.area_id <> all (:areas)))
        """,
        Values.of("now", requests.now()).and("own", own).and("areas", scope.areas()));
  }
}
