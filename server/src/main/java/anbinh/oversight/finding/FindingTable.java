package anbinh.oversight.finding;

import anbinh.identity.AreaScope;
import anbinh.oversight.look.Look;
import anbinh.oversight.look.LookKind;
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
import org.springframework.stereotype.Component;

/// The table of findings. Safe for many threads.
@Component
class FindingTable {
  private static final String COLUMNS =
      """
      select id, code, rule, person_id, kind, target_kind, target_id, target_code, day, opened_at,
        opened_event, looks, of_own, at_target, of_others, usual, result, reason, closed_by,
        closed_at, closed_event
      from oversight.finding
      """;

  private final JdbcClient database;

  FindingTable(JdbcClient database) {
    this.database = database;
  }

  /// The open finding that a verdict adds to.
  Optional<UUID> findOpen(Verdict verdict) {
    Target target = verdict.target();
    return database
        .sql(
            """
            select id from oversight.finding
            where closed_at is null and rule = :rule and person_id = :person and kind = :kind
              and target_id is not distinct from cast(:target as text)
              and day is not distinct from cast(:day as date)
            """)
        .param("rule", verdict.rule().name())
        .param("person", verdict.look().person())
        .param("kind", verdict.look().kind().name())
        .param("target", target == null ? null : target.id())
        .param("day", verdict.day())
        .query(UUID.class)
        .optional();
  }

  Optional<Instant> findLastClosed(Rule rule, UUID person, LookKind kind, @Nullable String target) {
    return database
        .sql(
            """
            select max(closed_at) from oversight.finding
            where rule = :rule and person_id = :person and kind = :kind
              and target_id is not distinct from cast(:target as text)
            having max(closed_at) is not null
            """)
        .param("rule", rule.name())
        .param("person", person)
        .param("kind", kind.name())
        .param("target", target)
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant);
  }

  /// Whether there is a closed finding about a day.
  boolean isDayClosed(Rule rule, UUID person, LookKind kind, LocalDate day) {
    return database
        .sql(
            """
            select exists (select from oversight.finding where rule = ? and person_id = ?
              and kind = ? and day = ? and closed_at is not null)
            """)
        .params(rule.name(), person, kind.name(), day)
        .query(Boolean.class)
        .single();
  }

  /// @param area for which the person works; null for the whole site
  void insert(UUID id, String code, UUID event, Verdict verdict, @Nullable UUID area) {
    Look look = verdict.look();
    Target target = verdict.target();
    Numbers numbers = verdict.numbers();
    database
        .sql(
            """
            insert into oversight.finding (id, code, rule, person_id, kind, target_kind, target_id,
              target_code, day, opened_at, opened_event, looks, of_own, at_target, of_others, usual,
              area_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(id)
        .param(code)
        .param(verdict.rule().name())
        .param(look.person())
        .param(look.kind().name())
        .param(target == null ? null : target.kind())
        .param(target == null ? null : target.id())
        .param(target == null ? null : target.code())
        .param(verdict.day())
        .param(Timestamp.from(look.firstAt()))
        .param(event)
        .param(numbers.looks())
        .param(numbers.ofOwn())
        .param(numbers.atTarget())
        .param(numbers.ofOthers())
        .param(numbers.usual())
        .param(area)
        .update();
  }

  /// Brings the numbers and looks of an open finding up to date.
  void grow(UUID id, Verdict verdict) {
    Numbers numbers = verdict.numbers();
    database
        .sql(
            """
            update oversight.finding set looks = greatest(looks, ?), of_own = ?, at_target = ?,
              of_others = ?, usual = ? where id = ?
            """)
        .param(numbers.looks())
        .param(numbers.ofOwn())
        .param(numbers.atTarget())
        .param(numbers.ofOthers())
        .param(numbers.usual())
        .param(id)
        .update();
    addLooks(id, verdict.looks());
  }

  void addLooks(UUID id, List<Look> looks) {
    database
        .sql(
            """
            insert into oversight.finding_look (finding_id, look_id)
            select ?, unnest(?::bigint[]) on conflict do nothing
            """)
        .param(id)
        .param(looks.stream().map(Look::id).toArray(Long[]::new))
        .update();
  }

  Optional<Finding> find(UUID id) {
    return database.sql(COLUMNS + "where id = ?").param(id).query(FindingTable::finding).optional();
  }

  Optional<Finding> findForUpdate(UUID id) {
    return database
        .sql(COLUMNS + "where id = ? for update")
        .param(id)
        .query(FindingTable::finding)
        .optional();
  }

  void close(UUID id, Finding.Closing closing) {
    database
        .sql(
            """
            update oversight.finding set result = ?, reason = ?, closed_by = ?, closed_at = ?,
              closed_event = ? where id = ?
            """)
        .param(closing.result().name())
        .param(closing.reason())
        .param(closing.by())
        .param(Timestamp.from(closing.at()))
        .param(closing.event())
        .param(id)
        .update();
  }

  /// Newest first, of some areas and without those about some people.
  ///
  /// @param open null for both
  /// @param before only those opened before this one; null for the first page
  List<Finding> list(
      @Nullable Boolean open, AreaScope scope, Set<UUID> without, @Nullable UUID before, int rows) {
    return database
        .sql(
            COLUMNS
                + """
                where person_id <> all (:without)
                  and (cast(:areas as uuid[]) is null or area_id = any (:areas))
                  and (cast(:open as boolean) is null or (closed_at is null) = :open)
                  and (cast(:before as uuid) is null or id < :before)
                order by id desc limit :rows
                """)
        .param("without", without.toArray(UUID[]::new))
        .param("areas", scope.array())
        .param("open", open)
        .param("before", before)
        .param("rows", rows)
        .query(FindingTable::finding)
        .list();
  }

  /// The area of a finding; empty for the whole site.
  Optional<UUID> findArea(UUID id) {
    return database
        .sql("select area_id from oversight.finding where id = ? and area_id is not null")
        .param(id)
        .query(UUID.class)
        .optional();
  }

  private static Finding finding(ResultSet row, int number) throws SQLException {
    return new Finding(
        row.getObject("id", UUID.class),
        row.getString("code"),
        Rule.valueOf(row.getString("rule")),
        row.getObject("person_id", UUID.class),
        LookKind.valueOf(row.getString("kind")),
        target(row),
        row.getObject("day", LocalDate.class),
        row.getTimestamp("opened_at").toInstant(),
        row.getObject("opened_event", UUID.class),
        new Numbers(
            row.getLong("looks"),
            row.getObject("of_own", Long.class),
            row.getObject("at_target", Long.class),
            row.getObject("of_others", Long.class),
            row.getObject("usual", Long.class)),
        closing(row));
  }

  private static @Nullable Target target(ResultSet row) throws SQLException {
    String kind = row.getString("target_kind");
    return kind == null
        ? null
        : new Target(kind, row.getString("target_id"), row.getString("target_code"));
  }

  private static Finding.@Nullable Closing closing(ResultSet row) throws SQLException {
    Timestamp at = row.getTimestamp("closed_at");
    return at == null
        ? null
        : new Finding.Closing(
            Result.valueOf(row.getString("result")),
            row.getString("reason"),
            row.getObject("closed_by", UUID.class),
            at.toInstant(),
            row.getObject("closed_event", UUID.class));
  }
}
