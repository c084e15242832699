package anbinh.teamwork.pay;

import anbinh.team.Paper;
import anbinh.team.Position;
import anbinh.teamwork.pay.PayLine.Missing;
import anbinh.teamwork.pay.PayLine.Part;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of sheets and their lines. Safe for many threads.
@Repository
public class PayTable {
  private static final int BATCH = 1_000;
  private static final String SHEET =
      """
      select s.id, s.commune_id, s.month, s.version, s.calculated_by, s.calculated_at, s.decided_by,
        s.decided_at, s.paper_number, s.paper_on, s.paper_signer, s.replaced_by
      from teamwork.pay_sheet s
      """;
  private static final String LINE =
      """
      select l.member_id, l.team_id, l.kind, l.for_month, l.correction, l.position, l.village_type,
        l.from_on, l.until_on, l.days, l.month_days, l.minutes, l.base, l.value, l.unit, l.rule_id,
        l.due, l.paid, l.amount, l.missing
      from teamwork.pay_line l join teamwork.pay_sheet s on s.id = l.sheet_id
      """;

  private final JdbcClient database;
  private final JdbcTemplate batches;

  PayTable(JdbcClient database, JdbcTemplate batches) {
    this.database = database;
    this.batches = batches;
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
    database
        .sql("select pg_advisory_xact_lock(hashtextextended('teamwork.pay ' || ?, 0))")
        .param(communeId.toString())
        .query((row, number) -> true)
        .single();
  }

  Optional<Sheet> find(UUID id) {
    return database.sql(SHEET + "where s.id = ?").param(id).query(PayTable::sheet).optional();
  }

  Optional<Sheet> findForUpdate(UUID id) {
    return database
        .sql(SHEET + "where s.id = ? for update")
        .param(id)
        .query(PayTable::sheet)
        .optional();
  }

  Optional<Sheet> find(UUID communeId, YearMonth month) {
    return database
        .sql(SHEET + "where s.commune_id = ? and s.month = ? for update")
        .params(communeId, month.atDay(1))
        .query(PayTable::sheet)
        .optional();
  }

  /// Those of some communes, the latest month first.
  List<Sheet> list(
      Collection<UUID> communes, @Nullable LocalDate month, @Nullable UUID after, int rows) {
    return database
        .sql(
            SHEET
                + """
                where s.commune_id = any (:communes) and (cast(:month as date) is null
                  or (s.month, s.id) < (:month, cast(:after as uuid)))
                order by s.month desc, s.id desc limit :rows
                """)
        .param("communes", communes.toArray(UUID[]::new))
        .param("month", month)
        .param("after", after)
        .param("rows", rows)
        .query(PayTable::sheet)
        .list();
  }

  /// All of some communes for months from one to another, both included.
  List<Sheet> list(Collection<UUID> communes, YearMonth from, YearMonth to) {
    return database
        .sql(
            SHEET
                + """
                where s.commune_id = any (?) and s.month between ? and ? order by s.month
                """)
        .params(communes.toArray(UUID[]::new), from.atDay(1), to.atDay(1))
        .query(PayTable::sheet)
        .list();
  }

  /// Those that were decided in some communes for months from one until before another.
  List<Sheet> decided(Collection<UUID> communes, YearMonth from, YearMonth before) {
    return database
        .sql(
            SHEET
                + """
                where s.commune_id = any (?) and s.decided_by is not null
                  and s.month >= ? and s.month < ? order by s.month
                """)
        .params(communes.toArray(UUID[]::new), from.atDay(1), before.atDay(1))
        .query(PayTable::sheet)
        .list();
  }

  void insert(UUID id, UUID communeId, YearMonth month, UUID by, Instant at) {
    database
        .sql(
            """
            insert into teamwork.pay_sheet (id, commune_id, month, version, calculated_by,
              calculated_at) values (?, ?, ?, 1, ?, ?)
            """)
        .params(id, communeId, month.atDay(1), by, Timestamp.from(at))
        .update();
  }

  void recalculate(UUID id, UUID by, Instant at) {
    database
        .sql(
            """
            update teamwork.pay_sheet set version = version + 1, calculated_by = ?,
              calculated_at = ? where id = ?
            """)
        .params(by, Timestamp.from(at), id)
        .update();
    database.sql("delete from teamwork.pay_line where sheet_id = ?").param(id).update();
  }

  /// Has a sheet take the place of those of a month that nobody decided.
  ///
  /// @return which they are
  List<UUID> replace(Collection<UUID> communes, YearMonth month, UUID by) {
    return database
        .sql(
            """
            update teamwork.pay_sheet set replaced_by = :by
            where commune_id = any (:communes) and month = :month and id <> :by
              and decided_by is null and replaced_by is null
            returning id
            """)
        .param("by", by)
        .param("communes", communes.toArray(UUID[]::new))
        .param("month", month.atDay(1))
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }

  void decide(UUID id, UUID by, Instant at, Paper paper) {
    database
        .sql(
            """
            update teamwork.pay_sheet set decided_by = ?, decided_at = ?, paper_number = ?,
              paper_on = ?, paper_signer = ? where id = ?
            """)
        .param(by)
        .param(Timestamp.from(at))
        .param(paper.number())
        .param(paper.on())
        .param(paper.signer())
        .param(id)
        .update();
  }

  /// A line with its place in the sheet.
  private record Numbered(int number, PayLine line) {}

  void insert(UUID sheet, List<PayLine> lines) {
    List<Numbered> numbered =
        IntStream.range(0, lines.size())
            .mapToObj(each -> new Numbered(each + 1, lines.get(each)))
            .toList();
    batches.batchUpdate(
        """
        insert into teamwork.pay_line (sheet_id, number, member_id, team_id, kind, for_month,
          correction, position, village_type, from_on, until_on, days, month_days, minutes, base,
          value, unit, rule_id, due, paid, amount, missing)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        numbered,
        BATCH,
        (row, each) -> {
          PayLine line = each.line();
          Part part = line.part();
          row.setObject(1, sheet);
          row.setInt(2, each.number());
          row.setObject(3, line.memberId());
          row.setObject(4, line.teamId());
          row.setString(5, line.kind().name());
          row.setObject(6, line.month().atDay(1));
          row.setBoolean(7, line.correction());
          row.setString(8, line.position() == null ? null : line.position().name());
          row.setObject(9, line.villageType());
          row.setObject(10, part == null ? null : part.from());
          row.setObject(11, part == null ? null : part.until());
          row.setObject(12, part == null ? null : part.days());
          row.setObject(13, part == null ? null : part.monthDays());
          row.setObject(14, line.minutes() == null ? null : Math.toIntExact(line.minutes()));
          row.setBigDecimal(15, line.base());
          row.setBigDecimal(16, line.value());
          row.setString(17, line.unit() == null ? null : line.unit().name());
          row.setObject(18, line.ruleId());
          row.setBigDecimal(19, line.due());
          row.setBigDecimal(20, line.paid());
          row.setBigDecimal(21, line.amount());
          row.setString(22, line.missing() == null ? null : line.missing().name());
        });
  }

  /// The lines of some sheets, each in its order.
  Map<UUID, List<PayLine>> lines(Collection<UUID> sheets) {
    record Of(UUID sheet, PayLine line) {}
    return database
        .sql(
            LINE.replace("select ", "select l.sheet_id, ")
                + "where l.sheet_id = any (?) order by l.sheet_id, l.number")
        .param(sheets.toArray(UUID[]::new))
        .query((row, number) -> new Of(row.getObject("sheet_id", UUID.class), line(row, number)))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(Of::sheet, Collectors.mapping(Of::line, Collectors.toList())));
  }

  List<PayLine> lines(UUID sheet) {
    return database
        .sql(LINE + "where l.sheet_id = ? order by l.number")
        .param(sheet)
        .query(PayTable::line)
        .list();
  }

  /// What decided sheets of some communes have for a month, corrections among them.
  List<PayLine> decidedLines(Collection<UUID> communes, YearMonth month) {
    return database
        .sql(
            LINE
                + """
                where s.commune_id = any (?) and s.decided_by is not null and l.for_month = ?
                order by s.month, l.number
                """)
        .params(communes.toArray(UUID[]::new), month.atDay(1))
        .query(PayTable::line)
        .list();
  }

  private static Sheet sheet(ResultSet row, int number) throws SQLException {
    @Nullable Timestamp decided = row.getTimestamp("decided_at");
    @Nullable String paper = row.getString("paper_number");
    return new Sheet(
        row.getObject("id", UUID.class),
        row.getObject("commune_id", UUID.class),
        YearMonth.from(row.getObject("month", LocalDate.class)),
        row.getInt("version"),
        row.getObject("calculated_by", UUID.class),
        row.getTimestamp("calculated_at").toInstant(),
        row.getObject("decided_by", UUID.class),
        decided == null ? null : decided.toInstant(),
        paper == null
            ? null
            : new Paper(
                paper, row.getObject("paper_on", LocalDate.class), row.getString("paper_signer")),
        row.getObject("replaced_by", UUID.class));
  }

  private static PayLine line(ResultSet row, int number) throws SQLException {
    @Nullable String position = row.getString("position");
    @Nullable LocalDate from = row.getObject("from_on", LocalDate.class);
    @Nullable String unit = row.getString("unit");
    @Nullable String missing = row.getString("missing");
    @Nullable Integer minutes = row.getObject("minutes", Integer.class);
    return new PayLine(
        row.getObject("member_id", UUID.class),
        row.getObject("team_id", UUID.class),
        PayRule.Kind.valueOf(row.getString("kind")),
        YearMonth.from(row.getObject("for_month", LocalDate.class)),
        row.getBoolean("correction"),
        position == null ? null : Position.valueOf(position),
        row.getObject("village_type", Integer.class),
        from == null
            ? null
            : new Part(
                from,
                row.getObject("until_on", LocalDate.class),
                row.getInt("days"),
                row.getInt("month_days")),
        minutes == null ? null : Long.valueOf(minutes),
        row.getBigDecimal("base"),
        row.getBigDecimal("value"),
        unit == null ? null : PayRule.Unit.valueOf(unit),
        row.getObject("rule_id", UUID.class),
        money(row.getBigDecimal("due")),
        money(row.getBigDecimal("paid")),
        money(row.getBigDecimal("amount")),
        missing == null ? null : Missing.valueOf(missing));
  }

  private static @Nullable BigDecimal money(@Nullable BigDecimal value) {
    return value == null ? null : value.setScale(0);
  }
}
