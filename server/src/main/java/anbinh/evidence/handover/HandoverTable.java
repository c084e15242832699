package anbinh.evidence.handover;

import anbinh.platform.sql.Conditions;
import anbinh.platform.sql.ListQueries;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import anbinh.seal.pack.Receipt;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The table of hand-overs. Safe for many threads.
@Component
public class HandoverTable {
  private static final String SELECT =
      """
      select id, request_id, state, recipient, to_name, to_office, to_title, identity, medium,
        handed_by, opened_at, open_until, ended_at, number, receipt_event, placed,
        case scan_kind when 'pdf' then 'PDF' when 'jpg' then 'JPEG' when 'png' then 'PNG' end
          as scan
      from evidence.handover
      """;

  private final SqlClient database;
  private final ListQueries lists;

  HandoverTable(SqlClient database, ListQueries lists) {
    this.database = database;
    this.lists = lists;
  }

  void insert(Handover opened) {
    database.update(
        """
        insert into evidence.handover (id, request_id, state, recipient, to_name, to_office,
          to_title, identity, medium, handed_by, opened_at, open_until)
        values (:id, :requestId, :state, :recipient, :toName, :toOffice, :toTitle, :identity,
          :medium, :handedBy, :openedAt, :openUntil)
        """,
        opened);
  }

  /// Lets nobody else open or confirm a hand-over of the package until the transaction ends.
  void lockForUpdate(UUID requestId) {
    var _ =
        database.get(
            String.class,
            "select code from evidence.extraction where request_id = ? for update",
            requestId);
  }

  /// How many of a package are not withdrawn.
  int count(UUID requestId) {
    return database.get(
        Integer.class,
        """
        select count(*) from evidence.handover where request_id = ? and state <> 'WITHDRAWN'
        """,
        requestId);
  }

  /// The number that the next receipt of a package has.
  int nextNumber(UUID requestId) {
    return database.get(
        Integer.class,
        "select coalesce(max(number), 0) + 1 from evidence.handover where request_id = ?",
        requestId);
  }

  public Optional<Handover> find(UUID id) {
    return database.find(Handover.class, SELECT + "where id = ?", id);
  }

  /// Those of a package, oldest first.
  public List<Handover> list(UUID requestId) {
    return database.list(Handover.class, SELECT + "where request_id = ? order by id", requestId);
  }

  /// Those to somebody with an account that are not withdrawn, newest first.
  public List<Handover> listTo(UUID recipient, @Nullable UUID before, int rows) {
    Conditions where =
        new Conditions()
            .and("recipient = :recipient", "recipient", recipient)
            .and("state <> 'WITHDRAWN'")
            .and("id < :before", "before", before);
    return lists.list(
        Handover.class,
        SELECT + where.text() + "order by id desc limit :rows",
        where.values().and("rows", rows));
  }

  /// Hand-overs that somebody can receive.
  ///
  /// @param nextEnd when the first of them lapses; null where there is none
  record Waiting(int count, @Nullable Instant nextEnd) {}

  /// Those to somebody with an account, counted no further than to `most`.
  Waiting countWaiting(UUID recipient, Instant now, int most) {
    return database.get(
        Waiting.class,
        """
        select count(*) as count, min(open_until) as next_end from
          (select h.open_until from evidence.handover h
          join evidence.extraction e on e.request_id = h.request_id
          where h.recipient = :recipient and h.state = 'OPEN' and h.open_until > :now
            and e.deleted_at is null
          order by h.open_until limit :most) waiting
        """,
        Values.of("recipient", recipient).and("now", now).and("most", most));
  }

  void attach(UUID id, byte[] scan, ScanKind kind) {
    database.update(
        "update evidence.handover set scan = ?, scan_kind = ? where id = ?",
        scan,
        kind.suffix(),
        id);
  }

  Optional<byte[]> findScan(UUID id) {
    return database.find(
        byte[].class, "select scan from evidence.handover where id = ? and scan is not null", id);
  }

  void withdraw(UUID id, Instant at) {
    database.update(
        "update evidence.handover set state = 'WITHDRAWN', ended_at = ? where id = ?", at, id);
  }

  void receive(UUID id, Receipt receipt, Instant at, UUID event) {
    database.update(
        """
        update evidence.handover set state = 'RECEIVED', ended_at = ?, number = ?, receipt = ?,
          receipt_event = ? where id = ?
        """,
        at,
        receipt.number(),
        receipt.canonical(),
        event,
        id);
  }

  byte[] getReceipt(UUID id) {
    return database.get(byte[].class, "select receipt from evidence.handover where id = ?", id);
  }

  void placed(UUID id) {
    database.update("update evidence.handover set placed = true where id = ?", id);
  }

  /// Confirmed ones whose receipt is not in the package yet, those of one package by number.
  List<Handover> listUnplaced() {
    return database.list(
        Handover.class,
        SELECT
            + """
            where state = 'RECEIVED' and not placed order by request_id, number limit 100
            """);
  }
}
