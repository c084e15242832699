package anbinh.oversight.access;

import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The table of looks. Safe for many threads.
@Component
public class FootageAccessTable {
  /// Entries that follow one another so closely are one look.
  private static final Duration PAUSE = Duration.ofMinutes(10);

  /// So long the same stretch of footage is the same matter.
  private static final Duration MATTER = Duration.ofDays(3);

  private static final String COLUMNS =
      """
      select id, person_id as person, kind, target_kind, target_id, target_code, area_id, office,
        off_hours, first_at, last_at, span_from as "from", span_to as "to", covered, case_id,
        entries, indexes, latitude as "ground.latitude", longitude as "ground.longitude"
      from oversight.footage_access l
      """;

  private final SqlClient database;

  FootageAccessTable(SqlClient database) {
    this.database = database;
  }

  /// Adds an entry to the look that it belongs to, if there is one.
  ///
  /// @return whether there is one
  boolean merge(Seen seen) {
    return database.update(
            """
            update oversight.footage_access set entries = entries + 1,
              last_at = greatest(last_at, :at),
              span_from = least(span_from, :from), span_to = greatest(span_to, :to),
              indexes = case when cardinality(indexes) < 100 then indexes || :index
                else indexes end
            where id = (
              select id from oversight.footage_access
              where person_id = :person and kind = :kind and target_id = :targetId
                and emergency_id is not distinct from cast(:emergency as uuid)
                and first_at >= :matter
                and (last_at >= :pause or (span_from < :to and span_to > :from))
              order by first_at desc limit 1)
            """,
            Values.of(seen)
                .and("matter", seen.at().minus(MATTER))
                .and("pause", seen.at().minus(PAUSE)))
        > 0;
  }

  long insert(
      Seen seen,
      @Nullable UUID area,
      @Nullable Ground ground,
      boolean office,
      boolean offHours,
      Covered covered) {
    return database.get(
        Long.class,
        """
        insert into oversight.footage_access (person_id, kind, target_kind, target_id, target_code,
          area_id, latitude, longitude, office, off_hours, first_at, last_at, span_from,
          span_to, covered, emergency_id, entries, indexes)
        values (:person, :kind, :targetKind, :targetId, :targetCode, :area, :latitude, :longitude,
          :office, :offHours, :at, :at, :from, :to, :covered, :emergency, 1, array[:index])
        returning id
        """,
        Values.of(seen)
            .and("area", area)
            .and("latitude", ground == null ? null : ground.latitude())
            .and("longitude", ground == null ? null : ground.longitude())
            .and("office", office)
            .and("offHours", offHours)
            .and("covered", covered));
  }

  public FootageAccess get(long id) {
    return database.get(FootageAccess.class, COLUMNS + "where id = ?", id);
  }

  /// The look that an entry of the log belongs to; empty when it is forgotten or not read yet.
  public Optional<FootageAccess> findByEntry(UUID person, long index) {
    return database.find(
        FootageAccess.class,
        COLUMNS + "where person_id = ? and indexes @> array[cast(? as bigint)] limit 1",
        person,
        index);
  }

  /// Counts an entry and returns how many of its kind the person has on its day.
  public long count(Seen seen, LocalDate day) {
    return database.get(
        Long.class,
        """
        insert into oversight.entry_day (person_id, kind, day, entries) values (?, ?, ?, 1)
        on conflict (kind, day, person_id) do update set entries = entry_day.entries + 1
        returning entries
        """,
        seen.person(),
        seen.kind(),
        day);
  }

  /// How many entries a day of the busiest twentieth of the others' days has; empty where there are
  /// too few days to say.
  public Optional<Long> usual(Seen seen, LocalDate day, Duration window, int leastDays) {
    return database.find(
        Long.class,
        """
        select percentile_disc(0.95) within group (order by entries) from oversight.entry_day
        where kind = :kind and day >= :from and day < :day and person_id <> :person
        having count(*) >= :leastDays
        """,
        Values.of("kind", seen.kind())
            .and("from", day.minusDays(window.toDays()))
            .and("day", day)
            .and("person", seen.person())
            .and("leastDays", leastDays));
  }

  /// Looks of one person at one target that no case covers, newest last.
  public List<FootageAccess> uncovered(
      UUID person, FootageAccessKind kind, String target, Instant since) {
    return database.list(
        FootageAccess.class,
        COLUMNS
            + """
            where person_id = :person and kind = :kind and target_id = :target
              and covered = 'NO' and first_at > :since
            order by first_at, id
            """,
        Values.of("person", person).and("kind", kind).and("target", target).and("since", since));
  }

  /// How many looks at other targets the person has without a case. Targets that there is a finding
  /// about do not count: two that are looked at again and again would hide each other.
  public long uncoveredElsewhere(FootageAccess look, Instant since) {
    return database.get(
        Long.class,
        """
        select count(*) from oversight.footage_access l
        where person_id = :person and kind = :kind and target_id <> :target
          and covered = 'NO' and first_at > :since
          and not exists (select from oversight.finding f
            where f.person_id = l.person_id and f.kind = l.kind and f.target_id = l.target_id)
        """,
        Values.of("person", look.person())
            .and("kind", look.kind())
            .and("target", look.targetId())
            .and("since", since));
  }

  /// What others who work likewise, with cases or without, look at in the same area.
  ///
  /// @param atTarget their looks at the target
  public record Others(long atTarget, long all) {}

  public Others others(FootageAccess look, Instant since) {
    return database.get(
        Others.class,
        """
        select count(*) filter (where target_id = :target) as at_target, count(*) as "all"
        from oversight.footage_access
        where first_at > :since and first_at <= :at and kind = :kind and person_id <> :person
          and office = :office and area_id is not distinct from cast(:area as uuid)
        """,
        Values.of("target", look.targetId())
            .and("since", since)
            .and("at", look.firstAt())
            .and("kind", look.kind())
            .and("person", look.person())
            .and("office", look.office())
            .and("area", look.areaId()));
  }

  /// Looks of one person outside working hours that no case covers, newest last.
  public List<FootageAccess> offHours(UUID person, Instant since) {
    return database.list(
        FootageAccess.class,
        COLUMNS
            + """
            where person_id = ? and off_hours and covered = 'NO' and first_at > ?
              and kind in ('FOOTAGE', 'PLACE') order by first_at, id
            """,
        person,
        since);
  }

  /// The newest look of before a moment; empty where there is none.
  public Optional<Long> findLastBefore(Instant before) {
    return database.find(
        Long.class,
        "select max(id) from oversight.footage_access where first_at < ? having max(id) is not null",
        before);
  }

  /// Looks of some people at footage and around places that no case covers, oldest first.
  ///
  /// @param after from after this one
  /// @param upTo until this one
  public List<FootageAccess> uncoveredPlaced(Set<UUID> people, long after, long upTo) {
    return database.list(
        FootageAccess.class,
        COLUMNS
            + """
            where id > :after and id <= :upTo and person_id = any (:people)
              and kind in ('FOOTAGE', 'PLACE') and covered = 'NO' and latitude is not null
            order by id
            """,
        Values.of("after", after).and("upTo", upTo).and("people", people));
  }

  /// Looks of one person that only a closed case covers, newest last.
  public List<FootageAccess> ofClosedCase(UUID person, UUID caseId, Instant since) {
    return database.list(
        FootageAccess.class,
        COLUMNS
            + """
            where person_id = ? and covered = 'CLOSED_CASE' and case_id = ? and first_at > ?
            order by first_at, id
            """,
        person,
        caseId,
        since);
  }

  /// The opening of an emergency access and the looks under it, the opening last.
  public List<FootageAccess> ofEmergency(UUID emergency) {
    return database.list(
        FootageAccess.class,
        COLUMNS + "where emergency_id = ? order by kind = 'EMERGENCY', first_at, id limit 500",
        emergency);
  }

  /// All that one person looked at of a kind on one day.
  public List<FootageAccess> of(UUID person, FootageAccessKind kind, Instant from, Instant to) {
    return database.list(
        FootageAccess.class,
        COLUMNS
            + """
            where person_id = ? and kind = ? and first_at >= ? and first_at < ?
            order by first_at, id limit 500
            """,
        person,
        kind,
        from,
        to);
  }

  /// Looks that make a finding, oldest first.
  public List<FootageAccess> ofFinding(UUID finding) {
    return database.list(
        FootageAccess.class,
        COLUMNS
            + """
            join oversight.finding_access f on f.access_id = l.id
            where f.finding_id = ? order by first_at, id limit 500
            """,
        finding);
  }

  /// The looks at requests for some of the requests.
  public List<FootageAccess> atRequests(UUID person, List<UUID> requests) {
    return database.list(
        FootageAccess.class,
        COLUMNS
            + "where person_id = ? and kind = 'REQUEST' and target_id = any(?) order by first_at",
        person,
        requests.stream().map(UUID::toString).toList());
  }

  /// Searches of one person without progress: nothing came of them in their case since, and no
  /// finding that was closed is about them; newest last.
  ///
  /// @param indexes the places of their entries
  public List<FootageAccess> searches(UUID person, Collection<Long> indexes) {
    return database.list(
        FootageAccess.class,
        COLUMNS
            + """
            where person_id = ? and kind = 'SEARCH' and indexes && cast(? as bigint[])
              and not exists (select from oversight.case_span k
                where cast(k.case_id as text) = l.target_id and k.progressed_at >= l.first_at)
              and not exists (select from oversight.finding_access a
                join oversight.finding f on f.id = a.finding_id
                where a.access_id = l.id and f.rule = 'REPEATED_SEARCH' and f.closed_at is not null)
            order by first_at, id
            """,
        person,
        indexes);
  }

  /// Deletes looks from before a moment that belong to no finding.
  public void forget(Instant before) {
    database.update(
        """
        delete from oversight.footage_access l where last_at < ?
          and not exists (select from oversight.finding_access f where f.access_id = l.id)
        """,
        before);
    database.update("delete from oversight.entry_day where day < cast(? as date)", before);
    database.update("delete from oversight.footage_request where at < ?", before);
  }
}
