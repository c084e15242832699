package anbinh.oversight.look;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The table of looks. Safe for many threads.
@Component
public class LookTable {
  /// Entries that follow one another so closely are one look.
  private static final Duration PAUSE = Duration.ofMinutes(10);

  /// So long the same stretch of footage is the same matter.
  private static final Duration MATTER = Duration.ofDays(3);

  private static final String COLUMNS =
      """
      select id, person_id, kind, target_kind, target_id, target_code, area_id, office, off_hours,
        first_at, last_at, span_from, span_to, covered, case_id, entries, indexes,
        latitude, longitude
      from oversight.look l
      """;

  private final JdbcClient database;

  LookTable(JdbcClient database) {
    this.database = database;
  }

  /// Adds an entry to the look that it belongs to, if there is one.
  ///
  /// @return whether there is one
  boolean merge(Seen seen) {
    return database
            .sql(
                """
                update oversight.look set entries = entries + 1, last_at = greatest(last_at, :at),
                  span_from = least(span_from, :from), span_to = greatest(span_to, :to),
                  indexes = case when cardinality(indexes) < 100 then indexes || :index
                    else indexes end
                where id = (
                  select id from oversight.look
                  where person_id = :person and kind = :kind and target_id = :target
                    and emergency_id is not distinct from cast(:emergency as uuid)
                    and first_at >= :matter
                    and (last_at >= :pause or (span_from < :to and span_to > :from))
                  order by first_at desc limit 1)
                """)
            .param("at", Timestamp.from(seen.at()))
            .param("from", Timestamp.from(seen.from()))
            .param("to", Timestamp.from(seen.to()))
            .param("index", seen.index())
            .param("person", seen.person())
            .param("kind", seen.kind().name())
            .param("target", seen.targetId())
            .param("emergency", seen.emergency())
            .param("matter", Timestamp.from(seen.at().minus(MATTER)))
            .param("pause", Timestamp.from(seen.at().minus(PAUSE)))
            .update()
        > 0;
  }

  long insert(
      Seen seen,
      @Nullable UUID area,
      @Nullable Ground ground,
      boolean office,
      boolean offHours,
      Covered covered) {
    return database
        .sql(
            """
            insert into oversight.look (person_id, kind, target_kind, target_id, target_code,
              area_id, latitude, longitude, office, off_hours, first_at, last_at, span_from,
              span_to, covered, emergency_id, entries, indexes)
            values (:person, :kind, :targetKind, :target, :code, :area, :latitude, :longitude,
              :office, :offHours, :at, :at, :from, :to, :covered, :emergency, 1, array[:index])
            returning id
            """)
        .param("person", seen.person())
        .param("kind", seen.kind().name())
        .param("targetKind", seen.targetKind())
        .param("target", seen.targetId())
        .param("code", seen.targetCode())
        .param("area", area)
        .param("latitude", ground == null ? null : ground.latitude())
        .param("longitude", ground == null ? null : ground.longitude())
        .param("office", office)
        .param("offHours", offHours)
        .param("at", Timestamp.from(seen.at()))
        .param("from", Timestamp.from(seen.from()))
        .param("to", Timestamp.from(seen.to()))
        .param("covered", covered.name())
        .param("emergency", seen.emergency())
        .param("index", seen.index())
        .query(Long.class)
        .single();
  }

  public Look get(long id) {
    return database.sql(COLUMNS + "where id = ?").param(id).query(LookTable::look).single();
  }

  /// The look that an entry of the log belongs to; empty when it is forgotten or not read yet.
  public Optional<Look> findByEntry(UUID person, long index) {
    return database
        .sql(COLUMNS + "where person_id = ? and indexes @> array[cast(? as bigint)] limit 1")
        .params(person, index)
        .query(LookTable::look)
        .optional();
  }

  /// Counts an entry and returns how many of its kind the person has on its day.
  public long count(Seen seen, LocalDate day) {
    return database
        .sql(
            """
            insert into oversight.entry_day (person_id, kind, day, entries) values (?, ?, ?, 1)
            on conflict (kind, day, person_id) do update set entries = entry_day.entries + 1
            returning entries
            """)
        .params(seen.person(), seen.kind().name(), day)
        .query(Long.class)
        .single();
  }

  /// How many entries a day of the busiest twentieth of the others' days has; empty where there are
  /// too few days to say.
  public Optional<Long> usual(Seen seen, LocalDate day, Duration window, int leastDays) {
    return database
        .sql(
            """
            select percentile_disc(0.95) within group (order by entries) from oversight.entry_day
            where kind = ? and day >= ? and day < ? and person_id <> ? having count(*) >= ?
            """)
        .params(seen.kind().name(), day.minusDays(window.toDays()), day, seen.person(), leastDays)
        .query(Long.class)
        .optional();
  }

  /// Looks of one person at one target that no case covers, newest last.
  public List<Look> uncovered(UUID person, LookKind kind, String target, Instant since) {
    return database
        .sql(
            COLUMNS
                + """
                where person_id = :person and kind = :kind and target_id = :target
                  and covered = 'NO' and first_at > :since
                order by first_at, id
                """)
        .param("person", person)
        .param("kind", kind.name())
        .param("target", target)
        .param("since", Timestamp.from(since))
        .query(LookTable::look)
        .list();
  }

  /// How many looks at other targets the person has without a case. Targets that there is a finding
  /// about do not count: two that are looked at again and again would hide each other.
  public long uncoveredElsewhere(Look look, Instant since) {
    return database
        .sql(
            """
            select count(*) from oversight.look l
            where person_id = :person and kind = :kind and target_id <> :target
              and covered = 'NO' and first_at > :since
              and not exists (select from oversight.finding f
                where f.person_id = l.person_id and f.kind = l.kind and f.target_id = l.target_id)
            """)
        .param("person", look.person())
        .param("kind", look.kind().name())
        .param("target", look.targetId())
        .param("since", Timestamp.from(since))
        .query(Long.class)
        .single();
  }

  /// What others who work likewise, with cases or without, look at in the same area.
  ///
  /// @param atTarget their looks at the target
  public record Others(long atTarget, long all) {}

  public Others others(Look look, Instant since) {
    return database
        .sql(
            """
            select count(*) filter (where target_id = :target), count(*) from oversight.look
            where first_at > :since and first_at <= :at and kind = :kind and person_id <> :person
              and office = :office and area_id is not distinct from cast(:area as uuid)
            """)
        .param("target", look.targetId())
        .param("since", Timestamp.from(since))
        .param("at", Timestamp.from(look.firstAt()))
        .param("kind", look.kind().name())
        .param("person", look.person())
        .param("office", look.office())
        .param("area", look.areaId())
        .query((row, number) -> new Others(row.getLong(1), row.getLong(2)))
        .single();
  }

  /// Looks of one person outside working hours that no case covers, newest last.
  public List<Look> offHours(UUID person, Instant since) {
    return database
        .sql(
            COLUMNS
                + """
                where person_id = ? and off_hours and covered = 'NO' and first_at > ?
                  and kind in ('FOOTAGE', 'PLACE') order by first_at, id
                """)
        .params(person, Timestamp.from(since))
        .query(LookTable::look)
        .list();
  }

  /// A look with the place of what was looked at.
  public record Placed(Look look, double latitude, double longitude) {}

  /// The newest look of before a moment; empty where there is none.
  public Optional<Long> findLastBefore(Instant before) {
    return database
        .sql("select max(id) from oversight.look where first_at < ? having max(id) is not null")
        .param(Timestamp.from(before))
        .query(Long.class)
        .optional();
  }

  /// Looks of some people at footage and around places that no case covers, oldest first.
  ///
  /// @param after from after this one
  /// @param upTo until this one
  public List<Placed> uncoveredPlaced(Set<UUID> people, long after, long upTo) {
    return database
        .sql(
            COLUMNS
                + """
                where id > :after and id <= :upTo and person_id = any (:people)
                  and kind in ('FOOTAGE', 'PLACE') and covered = 'NO' and latitude is not null
                order by id
                """)
        .param("after", after)
        .param("upTo", upTo)
        .param("people", people.toArray(UUID[]::new))
        .query((row, number) ->
            new Placed(look(row, number), row.getDouble("latitude"), row.getDouble("longitude")))
        .list();
  }

  /// Looks of one person that only a closed case covers, newest last.
  public List<Look> ofClosedCase(UUID person, UUID caseId, Instant since) {
    return database
        .sql(
            COLUMNS
                + """
                where person_id = ? and covered = 'CLOSED_CASE' and case_id = ? and first_at > ?
                order by first_at, id
                """)
        .params(person, caseId, Timestamp.from(since))
        .query(LookTable::look)
        .list();
  }

  /// The opening of an emergency access and the looks under it, the opening last.
  public List<Look> ofEmergency(UUID emergency) {
    return database
        .sql(COLUMNS + "where emergency_id = ? order by kind = 'EMERGENCY', first_at, id limit 500")
        .param(emergency)
        .query(LookTable::look)
        .list();
  }

  /// All that one person looked at of a kind on one day.
  public List<Look> of(UUID person, LookKind kind, Instant from, Instant to) {
    return database
        .sql(
            COLUMNS
                + """
                where person_id = ? and kind = ? and first_at >= ? and first_at < ?
                order by first_at, id limit 500
                """)
        .params(person, kind.name(), Timestamp.from(from), Timestamp.from(to))
        .query(LookTable::look)
        .list();
  }

  /// Looks that make a finding, oldest first.
  public List<Look> ofFinding(UUID finding) {
    return database
        .sql(
            COLUMNS
                + """
                join oversight.finding_look f on f.look_id = l.id
                where f.finding_id = ? order by first_at, id limit 500
                """)
        .param(finding)
        .query(LookTable::look)
        .list();
  }

  /// The looks at requests for some of the requests.
  public List<Look> atRequests(UUID person, List<UUID> requests) {
    return database
        .sql(
            COLUMNS
                + "where person_id = ? and kind = 'REQUEST' and target_id = any(?) order by first_at")
        .param(person)
        .param(requests.stream().map(UUID::toString).toArray(String[]::new))
        .query(LookTable::look)
        .list();
  }

  /// Deletes looks from before a moment that belong to no finding.
  public void forget(Instant before) {
    database
        .sql(
            """
            delete from oversight.look l where last_at < ?
              and not exists (select from oversight.finding_look f where f.look_id = l.id)
            """)
        .param(Timestamp.from(before))
        .update();
    database
        .sql("delete from oversight.entry_day where day < cast(? as date)")
        .param(Timestamp.from(before))
        .update();
    database.sql("delete from oversight.asked where at < ?").param(Timestamp.from(before)).update();
  }

  private static Look look(ResultSet row, int number) throws SQLException {
    return new Look(
        row.getLong("id"),
        row.getObject("person_id", UUID.class),
        LookKind.valueOf(row.getString("kind")),
        row.getString("target_kind"),
        row.getString("target_id"),
        row.getString("target_code"),
        row.getObject("area_id", UUID.class),
        row.getBoolean("office"),
        row.getBoolean("off_hours"),
        row.getTimestamp("first_at").toInstant(),
        row.getTimestamp("last_at").toInstant(),
        row.getTimestamp("span_from").toInstant(),
        row.getTimestamp("span_to").toInstant(),
        Covered.valueOf(row.getString("covered")),
        row.getObject("case_id", UUID.class),
        row.getInt("entries"),
        longs(row.getArray("indexes")));
  }

  private static List<Long> longs(Array array) throws SQLException {
    return List.of((Long[]) array.getArray());
  }
}
