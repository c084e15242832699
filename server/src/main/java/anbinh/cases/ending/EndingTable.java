package anbinh.cases.ending;

import anbinh.cases.CaseEnd;
import anbinh.cases.CaseEnding;
import anbinh.identity.AreaScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of `cases.ending`. Safe for many threads.
@Repository
public class EndingTable {
  private static final String COLUMNS =
      """
      select e.id, e.case_id, c.code, e.act, e.kind, e.authority, e.paper_number, e.paper_on,
        e.reason, e.asked_by, e.asked_at, e.asked_event, e.outcome, e.decision_reason, e.decided_by,
        e.decided_at, e.decided_event
      from cases.ending e join cases.case_file c on c.id = e.case_id
      """;

  private static final String PENDING =
      """
      where e.decided_at is null and e.asked_by <> all (:without)
        and not exists (select from cases.officer o
          where o.case_id = e.case_id and o.until is null and o.person_id = any (:without))
        and (cast(:areas as uuid[]) is null or c.area_id = any (:areas))
      """;

  /// The last act of each case that was confirmed.
  private static final String LAST =
      """
      select distinct on (case_id) case_id, act, kind, paper_on, decided_at
      from cases.ending where outcome = 'CONFIRMED' order by case_id, id desc
      """;

  private final JdbcClient database;

  EndingTable(JdbcClient database) {
    this.database = database;
  }

  void insert(CaseEnding asked) {
    CaseEnding.Paper paper = asked.paper();
    database
        .sql(
            """
            insert into cases.ending (id, case_id, act, kind, authority, paper_number, paper_on,
              reason, asked_by, asked_at, asked_event)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(asked.id())
        .param(asked.caseId())
        .param(asked.act().name())
        .param(paper == null ? null : paper.kind().name())
        .param(paper == null ? null : paper.authority().name())
        .param(paper == null ? null : paper.number())
        .param(paper == null ? null : paper.on())
        .param(asked.reason())
        .param(asked.askedBy())
        .param(Timestamp.from(asked.askedAt()))
        .param(asked.askedEvent())
        .update();
  }

  void decide(UUID id, CaseEnding.Decision decision) {
    database
        .sql(
            """
            update cases.ending set outcome = ?, decision_reason = ?, decided_by = ?,
              decided_at = ?, decided_event = ? where id = ?
            """)
        .param(decision.outcome().name())
        .param(decision.reason())
        .param(decision.by())
        .param(Timestamp.from(decision.at()))
        .param(decision.event())
        .param(id)
        .update();
  }

  /// The one that nobody has decided.
  Optional<CaseEnding> findPending(UUID caseId) {
    return database
        .sql(COLUMNS + "where e.case_id = ? and e.decided_at is null")
        .param(caseId)
        .query(EndingTable::ending)
        .optional();
  }

  /// Those of a case, newest first.
  public List<CaseEnding> list(UUID caseId) {
    return database
        .sql(COLUMNS + "where e.case_id = ? order by e.id desc")
        .param(caseId)
        .query(EndingTable::ending)
        .list();
  }

  /// What waits in some areas for somebody else than who asked or works on the case, oldest first.
  ///
  /// @param after the last one already seen; null at the start
  List<CaseEnding> listPending(AreaScope scope, Set<UUID> without, @Nullable UUID after, int rows) {
    return database
        .sql(
            COLUMNS
                + PENDING
                + "and (cast(:after as uuid) is null or e.id > :after) order by e.id limit :rows")
        .param("without", without.toArray(UUID[]::new))
        .param("areas", areas(scope))
        .param("after", after)
        .param("rows", rows)
        .query(EndingTable::ending)
        .list();
  }

  /// How many of them there are.
  int countPending(AreaScope scope, Set<UUID> without) {
    return database
        .sql("select count(*) from (" + COLUMNS + PENDING + ") pending")
        .param("without", without.toArray(UUID[]::new))
        .param("areas", areas(scope))
        .query(Integer.class)
        .single();
  }

  /// The end of a case that counts.
  public Optional<CaseEnd> findEnd(UUID caseId) {
    return database
        .sql("select * from (" + LAST + ") last where act = 'END' and case_id = ?")
        .param(caseId)
        .query(EndingTable::end)
        .optional();
  }

  /// The ends that count, by papers of a day or of one before it, that were confirmed before a
  /// moment; oldest paper first.
  public List<CaseEnd> listEnds(LocalDate day, Instant confirmedBefore) {
    return database
        .sql(
            "select * from ("
                + LAST
                + """
                ) last where act = 'END' and paper_on <= ? and decided_at <= ?
                order by paper_on, case_id
                """)
        .param(day)
        .param(Timestamp.from(confirmedBefore))
        .query(EndingTable::end)
        .list();
  }

  private static UUID @Nullable [] areas(AreaScope scope) {
    return switch (scope) {
      case AreaScope.Everywhere _ -> null;
      case AreaScope.Within within -> within.areas().toArray(UUID[]::new);
    };
  }

  private static CaseEnd end(ResultSet row, int number) throws SQLException {
    return new CaseEnd(
        row.getObject("case_id", UUID.class),
        CaseEnding.EndKind.valueOf(row.getString("kind")),
        row.getObject("paper_on", LocalDate.class),
        row.getTimestamp("decided_at").toInstant());
  }

  private static CaseEnding ending(ResultSet row, int number) throws SQLException {
    @Nullable String kind = row.getString("kind");
    @Nullable Timestamp decided = row.getTimestamp("decided_at");
    return new CaseEnding(
        row.getObject("id", UUID.class),
        row.getObject("case_id", UUID.class),
        row.getString("code"),
        CaseEnding.EndingAct.valueOf(row.getString("act")),
        kind == null
            ? null
            : new CaseEnding.Paper(
                CaseEnding.EndKind.valueOf(kind),
                CaseEnding.Issuer.valueOf(row.getString("authority")),
                row.getString("paper_number"),
                row.getObject("paper_on", LocalDate.class)),
        row.getString("reason"),
        row.getObject("asked_by", UUID.class),
        row.getTimestamp("asked_at").toInstant(),
        row.getObject("asked_event", UUID.class),
        decided == null
            ? null
            : new CaseEnding.Decision(
                CaseEnding.EndingOutcome.valueOf(row.getString("outcome")),
                row.getString("decision_reason"),
                row.getObject("decided_by", UUID.class),
                decided.toInstant(),
                row.getObject("decided_event", UUID.class)));
  }
}
