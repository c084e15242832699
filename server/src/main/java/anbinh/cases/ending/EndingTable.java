package anbinh.cases.ending;

import anbinh.cases.CaseEnd;
import anbinh.cases.CaseEnding;
import anbinh.identity.AreaScope;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The rows of `cases.final_closure`. Safe for many threads.
@Repository
class EndingTable {
  private static final String COLUMNS =
      """
      select e.id, e.case_id, c.code as case_code, e.act, e.kind as "paper.kind",
        e.authority as "paper.authority", e.paper_number as "paper.number",
        e.paper_on as "paper.on", e.reason, e.asked_by, e.asked_at, e.asked_event,
        e.outcome as "decision.outcome", e.decision_reason as "decision.reason",
        e.decided_by as "decision.by", e.decided_at as "decision.at",
        e.decided_event as "decision.event"
      from cases.final_closure e join cases.case_file c on c.id = e.case_id
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
      from cases.final_closure where outcome = 'CONFIRMED' order by case_id, id desc
      """;

  private static final String END =
      """
      select case_id, kind, paper_on as "on", decided_at as confirmed_at from (
      """;

  private final SqlClient database;

  EndingTable(SqlClient database) {
    this.database = database;
  }

  void insert(CaseEnding asked) {
    database.update(
        """
        insert into cases.final_closure (id, case_id, act, kind, authority, paper_number, paper_on,
          reason, asked_by, asked_at, asked_event)
        values (:id, :caseId, :act, :paper.kind, :paper.authority, :paper.number, :paper.on,
          :reason, :askedBy, :askedAt, :askedEvent)
        """,
        asked);
  }

  void decide(UUID id, CaseEnding.Decision decision) {
    database.update(
        """
        update cases.final_closure set outcome = :outcome, decision_reason = :reason,
        decided_by = :by,
          decided_at = :at, decided_event = :event where id = :id
        """,
        Values.of(decision).and("id", id));
  }

  /// The one that nobody has decided.
  Optional<CaseEnding> findPending(UUID caseId) {
    return database.find(
        CaseEnding.class, COLUMNS + "where e.case_id = ? and e.decided_at is null", caseId);
  }

  /// Those of a case, newest first.
  public List<CaseEnding> list(UUID caseId) {
    return database.list(
        CaseEnding.class, COLUMNS + "where e.case_id = ? order by e.id desc", caseId);
  }

  /// What waits in some areas for somebody else than who asked or works on the case, oldest first.
  ///
  /// @param after the last one already seen; null at the start
  List<CaseEnding> listPending(AreaScope scope, Set<UUID> without, @Nullable UUID after, int rows) {
    return database.list(
        CaseEnding.class,
        COLUMNS
            + PENDING
            + "and (cast(:after as uuid) is null or e.id > :after) order by e.id limit :rows",
        Values.of("without", without)
            .and("areas", scope.areas())
            .and("after", after)
            .and("rows", rows));
  }

  /// How many of them there are.
  int countPending(AreaScope scope, Set<UUID> without) {
    return database.get(
        Integer.class,
        "select count(*) from (" + COLUMNS + PENDING + ") pending",
        Values.of("without", without).and("areas", scope.areas()));
  }

  /// The end of a case that counts.
  public Optional<CaseEnd> findEnd(UUID caseId) {
    return database.find(
        CaseEnd.class, END + LAST + ") last where act = 'END' and case_id = ?", caseId);
  }

  /// The ends that count, by papers of a day or of one before it, that were confirmed before a
  /// moment; oldest paper first.
  public List<CaseEnd> listEnds(LocalDate day, Instant confirmedBefore) {
    return database.list(
        CaseEnd.class,
        END
            + LAST
            + """
            ) last where act = 'END' and paper_on <= ? and decided_at <= ?
            order by paper_on, case_id
            """,
        day,
        confirmedBefore);
  }
}
