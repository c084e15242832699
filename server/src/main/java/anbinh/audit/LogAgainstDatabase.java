package anbinh.audit;

import anbinh.audit.folder.LogFolder;
import anbinh.audit.folder.RememberedCheckpoints;
import anbinh.platform.ConsistencyCheck;
import anbinh.platform.Finding;
import anbinh.seal.FormatProblem;
import anbinh.seal.json.Json;
import anbinh.seal.log.Commitment;
import anbinh.seal.log.Leaf;
import anbinh.seal.log.LogCheck;
import anbinh.seal.log.LogFailure;
import anbinh.seal.log.LogReader;
import anbinh.seal.note.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Derives the log again from its entries, and holds the table of events against it: events
/// missing, added, or altered in either.
///
/// An event whose salt and detail were erased together is in order: that is how details are
/// forgotten.
@Component
class LogAgainstDatabase implements ConsistencyCheck {
  private static final int BUNDLE = 256;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final JdbcClient database;
  private final LogFolder folder;
  private final RememberedCheckpoints remembered;
  private final InstantSource clock;

  LogAgainstDatabase(
      JdbcClient database,
      LogFolder folder,
      RememberedCheckpoints remembered,
      InstantSource clock) {
    this.database = database;
    this.folder = folder;
    this.remembered = remembered;
    this.clock = clock;
  }

  @Override
  public String subject() {
    return "log against database";
  }

  @Override
  public long run(Consumer<Finding> findings) {
    if (!folder.started()) {
      return 0;
    }
    VerifierKey key = folder.key().verifierKey();
    long known =
        database
            .sql("select coalesce(max(leaf_index) + 1, 0) from audit.event")
            .query(Long.class)
            .single();
    LogCheck.Report report = LogCheck.check(folder.folder(), key, remembered.list());
    for (LogCheck.Finding finding : report.findings()) {
      findings.accept(new Finding(finding.file(), finding.reason()));
    }
    if (report.size() + report.pending() < known) {
      findings.accept(
          new Finding(
              "log",
              "the log ends at entry "
                  + (report.size() + report.pending())
                  + ", but the database knows of "
                  + known));
    }
    reportWaiting(findings);
    if (report.size() == 0 || !report.isSound()) {
      return report.size();
    }
    return compare(key, findings);
  }

  private void reportWaiting(Consumer<Finding> findings) {
    database
        .sql(
            "select id from audit.event where leaf_index is null and at < ? order by seq limit 100")
        .param(Timestamp.from(clock.instant().minus(PATIENCE)))
        .query((row, number) -> row.getObject(1, UUID.class))
        .list()
        .forEach(id -> findings.accept(new Finding("event " + id, "it is not in the log")));
  }

  private long compare(VerifierKey key, Consumer<Finding> findings) {
    LogReader log;
    try {
      log = LogReader.open(folder.folder(), key);
    } catch (LogFailure e) {
      findings.accept(new Finding("log", String.valueOf(e.getMessage())));
      return 0;
    }
    for (long first = 0; first < log.size(); first += BUNDLE) {
      List<byte[]> entries = log.bundle(first / BUNDLE);
      Map<Long, EventTable.Row> rows = rows(first);
      for (int i = 0; i < entries.size(); i++) {
        long index = first + i;
        @Nullable String wrong = compare(entries.get(i), rows.get(index));
        if (wrong != null) {
          findings.accept(new Finding("log entry " + index, wrong));
        }
      }
    }
    return log.size();
  }

  private Map<Long, EventTable.Row> rows(long first) {
    Map<Long, EventTable.Row> rows = new HashMap<>();
    for (EventTable.Row row :
        database
            .sql(EventTable.COLUMNS + "where leaf_index >= ? and leaf_index < ?")
            .params(first, first + BUNDLE)
            .query(EventTable::row)
            .list()) {
      rows.put(row.index(), row);
    }
    return rows;
  }

  private static @Nullable String compare(byte[] entry, EventTable.@Nullable Row row) {
    if (row == null) {
      return "its event is missing in the database";
    }
    if (!row.leaf().equals(new Bytes(entry))) {
      return "the database holds another leaf";
    }
    if (row.salt().absent() != (row.detail() == null)) {
      return "of salt and detail one is missing";
    }
    Leaf leaf;
    try {
      leaf = Leaf.parse(entry);
    } catch (FormatProblem e) {
      return null; // Another feature's document, whose meaning that feature checks.
    }
    return compare(leaf, row);
  }

  private static @Nullable String compare(Leaf leaf, EventTable.Row row) {
    if (!leaf.type().equals(row.type())
        || !leaf.time().equals(row.at())
        || !Objects.equals(leaf.actor(), text(row.pseudonym()))
        || !Objects.equals(leaf.object(), row.objectId())
        || !Objects.equals(fact(leaf, Event.EVENT), Json.of(row.id().toString()))
        || leaf.facts().containsKey(Event.REFUSED) != row.refused()) {
      return "the event was altered in the database";
    }
    String detail = row.detail();
    if (detail == null) {
      return null;
    }
    byte[] bytes = detail.getBytes(StandardCharsets.UTF_8);
    return Commitment.of(row.salt().array(), bytes).equals(leaf.commit())
        ? null
        : "the event's detail was altered in the database";
  }

  private static @Nullable Json fact(Leaf leaf, String name) {
    return leaf.facts().get(name);
  }

  private static @Nullable String text(@Nullable UUID id) {
    return id == null ? null : id.toString();
  }
}
