package anbinh.evidence.handover;

import anbinh.platform.sql.Conditions;
import anbinh.platform.sql.ListQueries;
import anbinh.seal.pack.Receipt;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The table of hand-overs. Safe for many threads.
@Component
public class HandoverTable {
  private static final String SELECT =
      """
      select id, request_id, state, recipient, to_name, to_office, to_title, identity, medium,
        handed_by, opened_at, open_until, ended_at, scan_kind, number, receipt_event, placed
      from evidence.handover
      """;

  private final JdbcClient database;
  private final ListQueries lists;

  HandoverTable(JdbcClient database, ListQueries lists) {
    this.database = database;
    this.lists = lists;
  }

  void insert(Handover opened) {
    database
        .sql(
            """
            insert into evidence.handover (id, request_id, state, recipient, to_name, to_office,
              to_title, identity, medium, handed_by, opened_at, open_until)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(opened.id())
        .param(opened.requestId())
        .param(opened.state().name())
        .param(opened.recipient())
        .param(opened.toName())
        .param(opened.toOffice())
        .param(opened.toTitle())
        .param(opened.identity().name())
        .param(opened.medium().name())
        .param(opened.handedBy())
        .param(Timestamp.from(opened.openedAt()))
        .param(Timestamp.from(opened.openUntil()))
        .update();
  }

  /// Lets nobody else open or confirm a hand-over of the package until the transaction ends.
  void lockForUpdate(UUID requestId) {
    var _ =
        database
            .sql("select code from evidence.extraction where request_id = ? for update")
            .param(requestId)
            .query(String.class)
            .single();
  }

  /// How many of a package are not withdrawn.
  int count(UUID requestId) {
    return database
        .sql(
            """
            select count(*) from evidence.handover where request_id = ? and state <> 'WITHDRAWN'
            """)
        .param(requestId)
        .query(Integer.class)
        .single();
  }

  /// The number that the next receipt of a package has.
  int nextNumber(UUID requestId) {
    return database
        .sql("select coalesce(max(number), 0) + 1 from evidence.handover where request_id = ?")
        .param(requestId)
        .query(Integer.class)
        .single();
  }

  public Optional<Handover> find(UUID id) {
    return database.sql(SELECT + "where id = ?").param(id).query(HandoverTable::read).optional();
  }

  /// Those of a package, oldest first.
  public List<Handover> list(UUID requestId) {
    return database
        .sql(SELECT + "where request_id = ? order by id")
        .param(requestId)
        .query(HandoverTable::read)
        .list();
  }

  /// Those to somebody with an account that are not withdrawn, newest first.
  public List<Handover> listTo(UUID recipient, @Nullable UUID before, int rows) {
    Conditions where =
        new Conditions()
            .and("recipient = :recipient", "recipient", recipient)
            .and("state <> 'WITHDRAWN'")
            .and("id < :before", "before", before);
    return lists
        .sql(SELECT + where.text() + "order by id desc limit :rows")
        .params(where.map())
        .param("rows", rows)
        .query(HandoverTable::read)
        .list();
  }

  void attach(UUID id, byte[] scan, ScanKind kind) {
    database
        .sql("update evidence.handover set scan = ?, scan_kind = ? where id = ?")
        .params(scan, kind.suffix(), id)
        .update();
  }

  Optional<byte[]> findScan(UUID id) {
    return database
        .sql("select scan from evidence.handover where id = ? and scan is not null")
        .param(id)
        .query((row, _) -> row.getBytes(1))
        .optional();
  }

  void withdraw(UUID id, Instant at) {
    database
        .sql("update evidence.handover set state = 'WITHDRAWN', ended_at = ? where id = ?")
        .params(Timestamp.from(at), id)
        .update();
  }

  void receive(UUID id, Receipt receipt, Instant at, UUID event) {
    database
        .sql(
            """
            update evidence.handover set state = 'RECEIVED', ended_at = ?, number = ?, receipt = ?,
              receipt_event = ? where id = ?
            """)
        .params(Timestamp.from(at), receipt.number(), receipt.canonical(), event, id)
        .update();
  }

  byte[] getReceipt(UUID id) {
    return database
        .sql("select receipt from evidence.handover where id = ?")
        .param(id)
        .query((row, _) -> row.getBytes(1))
        .single();
  }

  void placed(UUID id) {
    database.sql("update evidence.handover set placed = true where id = ?").param(id).update();
  }

  /// Confirmed ones whose receipt is not in the package yet, those of one package by number.
  List<Handover> listUnplaced() {
    return database
        .sql(
            SELECT
                + """
                where state = 'RECEIVED' and not placed order by request_id, number limit 100
                """)
        .query(HandoverTable::read)
        .list();
  }

  private static Handover read(ResultSet row, int number) throws SQLException {
    Timestamp ended = row.getTimestamp("ended_at");
    return new Handover(
        row.getObject("id", UUID.class),
        row.getObject("request_id", UUID.class),
        HandoverState.valueOf(row.getString("state")),
        row.getObject("recipient", UUID.class),
        row.getString("to_name"),
        row.getString("to_office"),
        row.getString("to_title"),
        Receipt.Identity.valueOf(row.getString("identity")),
        Receipt.Medium.valueOf(row.getString("medium")),
        row.getObject("handed_by", UUID.class),
        row.getTimestamp("opened_at").toInstant(),
        row.getTimestamp("open_until").toInstant(),
        ended == null ? null : ended.toInstant(),
        scan(row.getString("scan_kind")),
        row.getObject("number", Integer.class),
        row.getObject("receipt_event", UUID.class),
        row.getBoolean("placed"));
  }

  private static @Nullable ScanKind scan(@Nullable String suffix) {
    for (ScanKind kind : ScanKind.values()) {
      if (kind.suffix().equals(suffix)) {
        return kind;
      }
    }
    return null;
  }
}
