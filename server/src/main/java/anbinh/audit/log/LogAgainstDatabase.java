package anbinh.audit.log;

import anbinh.audit.Event;
import anbinh.audit.event.EventMac;
import anbinh.audit.event.EventTable;
import anbinh.audit.folder.LogFolder;
import anbinh.audit.folder.RememberedCheckpoints;
import anbinh.platform.CheckReport;
import anbinh.platform.ConsistencyCheck;
import anbinh.platform.Finding;
import anbinh.platform.sql.SqlClient;
import anbinh.seal.FormatProblem;
import anbinh.seal.json.Json;
import anbinh.seal.log.Commitment;
import anbinh.seal.log.EventRecord;
import anbinh.seal.log.LogCheck;
import anbinh.seal.log.LogFailure;
import anbinh.seal.log.LogReader;
import anbinh.seal.note.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Derives the log again from its entries, and holds the table of events against it: events
/// missing, added, or altered in either, and events that this server did not record.
///
/// An event whose salt and detail were erased together is in order: that is how details are
/// forgotten. So is an entry without an event that is padding.
///
/// What is found of the log's files, and an entry that is not the event which this server recorded
/// in its place, suspends ([Finding#suspends]). What only the database says otherwise is named: the
/// log still says what was.
@Component
class LogAgainstDatabase implements ConsistencyCheck {
  private static final int BUNDLE = 256;
  private static final Duration MAX_WAIT = Duration.ofMinutes(1);

  private final SqlClient database;
  private final EventTable table;
  private final LogFolder folder;
  private final RememberedCheckpoints remembered;
  private final EventMac mac;
  private final Padding padding;
  private final InstantSource clock;

  LogAgainstDatabase(
      SqlClient database,
      EventTable table,
      LogFolder folder,
      RememberedCheckpoints remembered,
      EventMac mac,
      Padding padding,
      InstantSource clock) {
    this.database = database;
    this.table = table;
    this.folder = folder;
    this.remembered = remembered;
    this.mac = mac;
    this.padding = padding;
    this.clock = clock;
  }

  @Override
  public String subject() {
    return "log against database";
  }

  @Override
  public String unit() {
    return "entries";
  }

  @Override
  public long run(CheckReport findings) {
    if (!folder.started()) {
      return 0;
    }
    VerifierKey key = folder.key().verifierKey();
    long known =
        database.get(Long.class, "select coalesce(max(leaf_index) + 1, 0) from audit.event");
    LogCheck.Report report = LogCheck.check(folder.folder(), key, remembered.list());
    for (LogCheck.Finding finding : report.findings()) {
      // The name of a partial tile changes with each checkpoint; what is wrong with it does not.
      String file = finding.file().replaceFirst("\\.p/.*", "");
      String what = finding.reason().replace(folder.folder().toString(), "log");
      findings.accept(new Finding(file, what, true));
    }
    if (report.size() + report.pending() < known) {
      findings.accept(
          new Finding(
              "log",
              "the log ends at entry "
                  + (report.size() + report.pending())
                  + ", but the database knows of "
                  + known,
              true));
    }
    reportWaiting(findings);
    if (report.size() == 0 || !report.isSound()) {
      return report.size();
    }
    return compare(key, findings);
  }

  private void reportWaiting(Consumer<Finding> findings) {
    Instant now = clock.instant();
    database
        .list(
            UUID.class,
            """
            select id from audit.event
            where leaf_index is null and at < case when disclosure = 'EXACT'
                then ?::timestamptz else ?::timestamptz end
            order by seq limit 100
            """,
            now.minus(MAX_WAIT),
            now.minus(MAX_WAIT).minus(folder.release()))
        .forEach(id -> findings.accept(new Finding("event " + id, "it is not in the log")));
    for (boolean deferred : new boolean[] {false, true}) {
      List<EventTable.Recorded> page = table.waiting(deferred, 0, BUNDLE);
      while (!page.isEmpty()) {
        page.stream()
            .filter(event -> !event.isOwn(mac))
            .forEach(event ->
                findings.accept(
                    new Finding("event " + event.id(), "this server did not record it")));
        page = table.waiting(deferred, page.getLast().sequence(), BUNDLE);
      }
    }
  }

  private long compare(VerifierKey key, CheckReport findings) {
    LogReader log;
    try {
      log = LogReader.open(folder.folder(), key);
    } catch (LogFailure e) {
      findings.accept(folder.unreadable(e));
      return 0;
    }
    long missing = -1;
    for (long first = 0; first < log.size(); first += BUNDLE) {
      List<byte[]> entries = log.bundle(first / BUNDLE);
      Map<Long, EventTable.Row> rows = rows(first);
      findings.looked(entries.size());
      for (int i = 0; i < entries.size(); i++) {
        long index = first + i;
        EventTable.Row row = rows.get(index);
        boolean lost = row == null && !padding.is(index, entries.get(i));
        if (lost && missing < 0) {
          missing = index;
        } else if (!lost) {
          reportMissing(missing, index, findings);
          missing = -1;
        }
        if (row != null) {
          compare(
              entries.get(i),
              row,
              (wrong, suspends) ->
                  findings.accept(new Finding("log entry " + index, wrong, suspends)));
        }
      }
    }
    reportMissing(missing, log.size(), findings);
    return log.size();
  }

  private Map<Long, EventTable.Row> rows(long first) {
    Map<Long, EventTable.Row> rows = new HashMap<>();
    for (EventTable.Row row :
        database.list(
            EventTable::row,
            EventTable.COLUMNS + "where leaf_index >= ? and leaf_index < ?",
            first,
            first + BUNDLE)) {
      rows.put(row.index(), row);
    }
    return rows;
  }

  /// Entries in a row are one finding.
  private static void reportMissing(long from, long to, Consumer<Finding> findings) {
    if (from >= 0) {
      String entries =
          to - from == 1 ? "log entry " + from : "log entries " + from + " to " + (to - 1);
      String whose = to - from == 1 ? "its event is" : "their events are";
      findings.accept(new Finding(entries, whose + " missing in the database", true));
    }
  }

  /// What is wrong, and whether the entry is not shown to be what this server recorded.
  private interface Wrong {
    void tell(String what, boolean suspends);
  }

  private void compare(byte[] entry, EventTable.Row row, Wrong wrong) {
    byte[] bytes = row.record().array();
    try {
      if (!Arrays.equals(row.leaf(), entry)) {
        wrong.tell("the database holds another event", true);
        return;
      }
    } catch (FormatProblem e) {
      wrong.tell("the event was altered in the database", true);
      return;
    }
    byte[] own =
        mac.of(row.id(), bytes, row.disclosure(), row.actorId(), row.areaId(), row.objectCode());
    if (!Arrays.equals(own, row.mac().array())) {
      wrong.tell(
          "this server did not record its event, or the event was altered in the database", true);
      return;
    }
    String named = compareColumns(bytes, row);
    if (named != null) {
      wrong.tell(named, false);
    }
  }

  private static @Nullable String compareColumns(byte[] bytes, EventTable.Row row) {
    if (row.salt().absent() != (row.detail() == null)) {
      return "of salt and detail one is missing";
    }
    EventRecord record;
    try {
      record = EventRecord.parse(bytes);
    } catch (FormatProblem e) {
      return null; // Another feature's document, whose meaning that feature checks.
    }
    return compare(record, row);
  }

  private static @Nullable String compare(EventRecord record, EventTable.Row row) {
    if (!record.type().equals(row.type())
        || !record.time().equals(row.at())
        || !Objects.equals(record.actor(), text(row.pseudonym()))
        || !Objects.equals(record.object(), row.objectId())
        || !Objects.equals(fact(record, Event.KIND), json(row.objectKind()))
        || !Objects.equals(fact(record, Event.EVENT), Json.of(row.id().toString()))
        || record.facts().containsKey(Event.REFUSED) != row.refused()) {
      return "the event was altered in the database";
    }
    String detail = row.detail();
    if (detail == null) {
      return null;
    }
    byte[] bytes = detail.getBytes(StandardCharsets.UTF_8);
    return Commitment.of(row.salt().array(), bytes).equals(record.commit())
        ? null
        : "the event's detail was altered in the database";
  }

  private static @Nullable Json fact(EventRecord record, String name) {
    return record.facts().get(name);
  }

  private static @Nullable Json json(@Nullable String text) {
    return text == null ? null : Json.of(text);
  }

  private static @Nullable String text(@Nullable UUID id) {
    return id == null ? null : id.toString();
  }
}
