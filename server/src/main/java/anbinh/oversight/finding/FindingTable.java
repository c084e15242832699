package anbinh.oversight.finding;

import anbinh.identity.AreaScope;
import anbinh.oversight.access.FootageAccess;
import anbinh.oversight.access.FootageAccessKind;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The table of findings. Safe for many threads.
@Component
class FindingTable {
  private static final String COLUMNS =
      """
      select id, code, rule, person_id as person, kind, target_kind as "target.kind",
        target_id as "target.id", target_code as "target.code", day, opened_at, opened_event,
        looks as "numbers.looks", of_own as "numbers.of_own", at_target as "numbers.at_target",
        of_others as "numbers.of_others", usual as "numbers.usual", result as "closing.result",
        reason as "closing.reason", closed_by as "closing.by", closed_at as "closing.at",
        closed_event as "closing.event"
      from oversight.finding
      """;

  private final SqlClient database;

  FindingTable(SqlClient database) {
    this.database = database;
  }

  /// The open finding that a verdict adds to.
  Optional<UUID> findOpen(Verdict verdict) {
    Target target = verdict.target();
    return database.find(
        UUID.class,
        """
        select id from oversight.finding
        where closed_at is null and rule = :rule and person_id = :person
          and (cast(:kind as text) is null or kind = :kind)
          and target_id is not distinct from cast(:target as text)
          and day is not distinct from cast(:day as date)
        order by id limit 1
        """,
        Values.of("rule", verdict.rule())
            .and("person", verdict.look().person())
            .and("kind", verdict.rule().acrossKinds() ? null : verdict.look().kind())
            .and("target", target == null ? null : target.id())
            .and("day", verdict.day()));
  }

  /// The open finding to which some looks belong already.
  Optional<UUID> findOpenWith(Rule rule, List<FootageAccess> looks) {
    return database.find(
        UUID.class,
        """
        select id from oversight.finding f where closed_at is null and rule = ?
          and exists (select from oversight.finding_access a
            where a.finding_id = f.id and a.access_id = any(?))
        order by id limit 1
        """,
        rule,
        looks.stream().map(FootageAccess::id).toList());
  }

  /// @param kind null for looks of all kinds
  Optional<Instant> findLastClosed(
      Rule rule, UUID person, @Nullable FootageAccessKind kind, @Nullable String target) {
    return database.find(
        Instant.class,
        """
        select max(closed_at) from oversight.finding
        where rule = :rule and person_id = :person
          and (cast(:kind as text) is null or kind = :kind)
          and target_id is not distinct from cast(:target as text)
        having max(closed_at) is not null
        """,
        Values.of("rule", rule).and("person", person).and("kind", kind).and("target", target));
  }

  /// Whether there is a closed finding about a day.
  boolean isDayClosed(Rule rule, UUID person, FootageAccessKind kind, LocalDate day) {
    return database.exists(
        """
        select from oversight.finding where rule = ? and person_id = ?
          and kind = ? and day = ? and closed_at is not null
        """,
        rule,
        person,
        kind,
        day);
  }

  /// @param area for which the person works; null for the whole site
  void insert(UUID id, String code, UUID event, Verdict verdict, @Nullable UUID area) {
    database.update(
        """
        insert into oversight.finding (id, code, rule, person_id, kind, target_kind, target_id,
          target_code, day, opened_at, opened_event, looks, of_own, at_target, of_others, usual,
          area_id)
        values (:id, :code, :rule, :look.person, :look.kind, :target.kind, :target.id,
          :target.code, :day, :look.firstAt, :event, :numbers.looks, :numbers.ofOwn,
          :numbers.atTarget, :numbers.ofOthers, :numbers.usual, :area)
        """,
        Values.of(verdict).and("id", id).and("code", code).and("event", event).and("area", area));
  }

  /// Brings the numbers and looks of an open finding up to date.
  void grow(UUID id, Verdict verdict) {
    database.update(
        """
        update oversight.finding set looks = greatest(looks, :looks), of_own = :ofOwn,
          at_target = :atTarget, of_others = :ofOthers, usual = :usual
        where id = :id
        """,
        Values.of(verdict.numbers()).and("id", id));
    addLooks(id, verdict.looks());
  }

  void addLooks(UUID id, List<FootageAccess> looks) {
    database.update(
        """
        insert into oversight.finding_access (finding_id, access_id)
        select ?, unnest(?::bigint[]) on conflict do nothing
        """,
        id,
        looks.stream().map(FootageAccess::id).toList());
  }

  Optional<Finding> find(UUID id) {
    return database.find(Finding.class, COLUMNS + "where id = ?", id);
  }

  Optional<Finding> findForUpdate(UUID id) {
    return database.find(Finding.class, COLUMNS + "where id = ? for update", id);
  }

  void close(UUID id, Finding.Closing closing) {
    database.update(
        """
        update oversight.finding set result = :result, reason = :reason, closed_by = :by,
          closed_at = :at, closed_event = :event
        where id = :id
        """,
        Values.of(closing).and("id", id));
  }

  /// Newest first, of some areas and without those about some people.
  ///
  /// @param open null for both
  /// @param before only those opened before this one; null for the first page
  List<Finding> list(
      @Nullable Boolean open, AreaScope scope, Set<UUID> without, @Nullable UUID before, int rows) {
    return database.list(
        Finding.class,
        COLUMNS
            + """
            where person_id <> all (:without)
              and (cast(:areas as uuid[]) is null or area_id = any (:areas))
              and (cast(:open as boolean) is null or (closed_at is null) = :open)
              and (cast(:before as uuid) is null or id < :before)
            order by id desc limit :rows
            """,
        Values.of("without", without)
            .and("areas", scope.areas())
            .and("open", open)
            .and("before", before)
            .and("rows", rows));
  }

  /// How many are open, of some areas and without those about some people, counted no further than
  /// to `most`.
  int countOpen(AreaScope scope, Set<UUID> without, int most) {
    return database.get(
        Integer.class,
        """
        select count(*) from
          (select from oversight.finding
          where closed_at is null and person_id <> all (:without)
            and (cast(:areas as uuid[]) is null or area_id = any (:areas))
          limit :most) open
        """,
        Values.of("without", without).and("areas", scope.areas()).and("most", most));
  }

  /// The area of a finding; empty for the whole site.
  Optional<UUID> findArea(UUID id) {
    return database.find(
        UUID.class,
        "select area_id from oversight.finding where id = ? and area_id is not null",
        id);
  }
}
