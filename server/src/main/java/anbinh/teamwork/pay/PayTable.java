package anbinh.teamwork.pay;

import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import anbinh.team.Paper;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The rows of sheets and their lines. Safe for many threads.
@Repository
class PayTable {
  private static final String SHEET =
      """
      select s.id, s.commune_id, s.month, s.version, s.calculated_by, s.calculated_at, s.decided_by,
        s.decided_at, s.paper_number as "paper.number", s.paper_on as "paper.on",
        s.paper_signer as "paper.signer", s.replaced_by
      from teamwork.pay_sheet s
      """;
  private static final String LINE =
      """
      select l.sheet_id, l.member_id, l.team_id, l.kind, l.for_month as month, l.correction,
        l.position, l.village_type, l.from_on as "part.from", l.until_on as "part.until",
        l.days as "part.days", l.month_days as "part.month_days", l.minutes, l.base, l.value,
        l.unit, l.rule_id, l.due, l.paid, l.amount, l.missing
      from teamwork.pay_line l join teamwork.pay_sheet s on s.id = l.sheet_id
      """;

  private final SqlClient database;

  PayTable(SqlClient database) {
    this.database = database;
  }

  /// A commune's month.
  ///
  /// @param version how often it was calculated
  /// @param paper null until it is decided
  /// @param replacedBy the sheet that is decided in place of this one
  record Sheet(
      UUID id,
      UUID communeId,
      YearMonth month,
      int version,
      UUID calculatedBy,
      Instant calculatedAt,
      @Nullable UUID decidedBy,
      @Nullable Instant decidedAt,
      @Nullable Paper paper,
      @Nullable UUID replacedBy) {
    boolean decided() {
      return decidedBy != null;
    }
  }

  void lockForUpdate(UUID communeId) {
    database.list(
        String.class,
        "select pg_advisory_xact_lock(hashtextextended('teamwork.pay ' || ?, 0))",
        communeId.toString());
  }

  Optional<Sheet> find(UUID id) {
    return database.find(Sheet.class, SHEET + "where s.id = ?", id);
  }

  Optional<Sheet> findForUpdate(UUID id) {
    return database.find(Sheet.class, SHEET + "where s.id = ? for update", id);
  }

  Optional<Sheet> find(UUID communeId, YearMonth month) {
    return database.find(
        Sheet.class, SHEET + "where s.commune_id = ? and s.month = ? for update", communeId, month);
  }

  /// Those of some communes, the latest month first.
  List<Sheet> list(
      Collection<UUID> communes, @Nullable LocalDate month, @Nullable UUID after, int rows) {
    return database.list(
        Sheet.class,
        SHEET
            + """
            where s.commune_id = any (:communes) and (cast(:month as date) is null
              or (s.month, s.id) < (:month, cast(:after as uuid)))
            order by s.month desc, s.id desc limit :rows
            """,
        Values.of("communes", communes).and("month", month).and("after", after).and("rows", rows));
  }

  /// All of some communes for months from one to another, both included.
  List<Sheet> list(Collection<UUID> communes, YearMonth from, YearMonth to) {
    return database.list(
        Sheet.class,
        SHEET
            + """
            where s.commune_id = any (?) and s.month between ? and ? order by s.month
            """,
        communes,
        from,
        to);
  }

  /// Those that were decided in some communes for months from one until before another.
  List<Sheet> decided(Collection<UUID> communes, YearMonth from, YearMonth before) {
    return database.list(
        Sheet.class,
        SHEET
            + """
            where s.commune_id = any (?) and s.decided_by is not null
              and s.month >= ? and s.month < ? order by s.month
            """,
        communes,
        from,
        before);
  }

  /// Of which communes those are that others calculated and nobody decided or replaced, one for
  /// each sheet.
  ///
  /// @param communes null for everywhere
  /// @param before the first month that cannot be decided yet
  List<UUID> undecided(
      @Nullable Collection<UUID> communes, Collection<UUID> without, YearMonth before, int most) {
    return database.list(
        UUID.class,
        """
        select s.commune_id from teamwork.pay_sheet s
        where s.decided_by is null and s.replaced_by is null and s.month < :before
          and s.calculated_by <> all (:without)
          and (cast(:communes as uuid[]) is null or s.commune_id = any (:communes))
        order by s.id limit :most
        """,
        Values.of("communes", communes)
            .and("without", without)
            .and("before", before)
            .and("most", most));
  }

  void insert(UUID id, UUID communeId, YearMonth month, UUID by, Instant at) {
    database.update(
        """
        insert into teamwork.pay_sheet (id, commune_id, month, version, calculated_by,
          calculated_at) values (:id, :communeId, :month, 1, :by, :at)
        """,
        Values.of("id", id)
            .and("communeId", communeId)
            .and("month", month)
            .and("by", by)
            .and("at", at));
  }

  void recalculate(UUID id, UUID by, Instant at) {
    database.update(
        """
        update teamwork.pay_sheet set version = version + 1, calculated_by = ?,
          calculated_at = ? where id = ?
        """,
        by,
        at,
        id);
    database.update("delete from teamwork.pay_line where sheet_id = ?", id);
  }

  /// Has a sheet take the place of those of a month that nobody decided.
  ///
  /// @return which they are
  List<UUID> replace(Collection<UUID> communes, YearMonth month, UUID by) {
    return database.list(
        UUID.class,
        """
        update teamwork.pay_sheet set replaced_by = :by
        where commune_id = any (:communes) and month = :month and id <> :by
          and decided_by is null and replaced_by is null
        returning id
        """,
        Values.of("by", by).and("communes", communes).and("month", month));
  }

  void decide(UUID id, UUID by, Instant at, Paper paper) {
    database.update(
        """
        update teamwork.pay_sheet set decided_by = :by, decided_at = :at, paper_number = :number,
          paper_on = :on, paper_signer = :signer where id = :id
        """,
        Values.of(paper).and("by", by).and("at", at).and("id", id));
  }

  void insert(UUID sheet, List<PayLine> lines) {
    database.batch(
        """
        insert into teamwork.pay_line (sheet_id, number, member_id, team_id, kind, for_month,
          correction, position, village_type, from_on, until_on, days, month_days, minutes, base,
          value, unit, rule_id, due, paid, amount, missing)
        values (:sheet, :number, :memberId, :teamId, :kind, :month, :correction, :position,
          :villageType, :part.from, :part.until, :part.days, :part.monthDays, :minutes, :base,
          :value, :unit, :ruleId, :due, :paid, :amount, :missing)
        """,
        IntStream.range(0, lines.size())
            .mapToObj(i -> Values.of(lines.get(i)).and("sheet", sheet).and("number", i + 1))
            .toList());
  }

  /// The lines of some sheets, each in its order.
  Map<UUID, List<PayLine>> lines(Collection<UUID> sheets) {
    return database.groups(
        UUID.class,
        PayLine.class,
        LINE + "where l.sheet_id = any (?) order by l.sheet_id, l.number",
        sheets);
  }

  List<PayLine> lines(UUID sheet) {
    return lines(List.of(sheet)).getOrDefault(sheet, List.of());
  }

  /// What decided sheets of some communes have for a month, corrections among them.
  List<PayLine> decidedLines(Collection<UUID> communes, YearMonth month) {
    return database.list(
        PayLine.class,
        LINE
            + """
            where s.commune_id = any (?) and s.decided_by is not null and l.for_month = ?
            order by s.month, l.number
            """,
        communes,
        month);
  }
}
