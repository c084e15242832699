package anbinh.team.roster;

import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import anbinh.team.Gender;
import anbinh.team.Origin;
import anbinh.team.Team;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// Counts of teams and their people on a day. Safe for many threads.
@Repository
class RosterTable {
  /// A row for each team that is proposed or established, with who serves in it. Of whom only the
  /// year of birth is known, the birthday is to come, as in `MemberRules`; who leads is whose term
  /// as a leader runs.
  private static final String PER_TEAM =
      """
      with latest as (
        select distinct on (member_id) member_id, team_id, position, until_on
        from team.term where outcome = 'ACCEPTED' and from_on <= :day
          and (cast(:communes as uuid[]) is null or member_id in (
            select here.member_id from team.term here
            join team.team of_here on of_here.id = here.team_id
            where of_here.commune_id = any (:communes)))
        order by member_id, from_on desc
      ), serving as (
        select l.team_id, l.position, l.until_on, m.gender, m.origin,
          case when m.birth_on is null then extract(year from :day) - m.birth_year - 1
            else extract(year from age(:day, m.birth_on)) end as age
        from latest l join team.member m on m.id = l.member_id
        where m.state = 'RECOGNISED'
      ), per_team as (
        select t.id, t.code, t.name, t.commune_id, t.established_on is null as proposed,
          coalesce((select s.planned from team.strength s
            where s.team_id = t.id and s.from_on <= :day order by s.from_on desc limit 1), 0)
            as planned,
          count(s.team_id) as active,
          count(*) filter (where s.position = 'LEADER' and s.until_on >= :day) as leaders,
          count(*) filter (where s.until_on between :day and :soon) as ending,
          count(*) filter (where s.until_on < :day) as over,
          ORIGINS, GENDERS, AGES
        from team.team t left join serving s on s.team_id = t.id
        where not t.refused and (t.dissolved_on is null or t.dissolved_on > :day)
          and (cast(:communes as uuid[]) is null or t.commune_id = any (:communes))
        group by t.id
      )
      """
          .replace("ORIGINS", filters("origin", Origin.values()))
          .replace("GENDERS", filters("gender", Gender.values()))
          .replace("AGES", ages())
          .replace(":day", "cast(:day as date)");

  private static final String COUNTS =
      """
      count(*) filter (where proposed) as proposed,
      count(*) filter (where not proposed) as established,
      coalesce(sum(planned), 0) as planned, coalesce(sum(active), 0) as active,
      count(*) filter (where not proposed and leaders = 0) as without_leader,
      count(*) filter (where not proposed and active < planned) as below,
      coalesce(sum(ending), 0) as ending, coalesce(sum(over), 0) as over,
      """
          + sums("origin", Origin.values())
          + ", "
          + sums("gender", Gender.values())
          + ", "
          + sums("age", AgeGroup.values());

  private final SqlClient database;

  RosterTable(SqlClient database) {
    this.database = database;
  }

  /// @param communes null for all
  Map<UUID, RosterCounts> byCommune(
      @Nullable Collection<UUID> communes, LocalDate day, LocalDate soon) {
    return database
        .list(
            (row, number) -> Map.entry(row.getObject("commune_id", UUID.class), tally(row)),
            PER_TEAM + "select commune_id, " + COUNTS + " from per_team group by 1",
            Values.of("communes", communes).and("day", day).and("soon", soon))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// A team with its counts.
  record TeamImportSummary(
      UUID id,
      UUID communeId,
      String code,
      String name,
      Team.State state,
      long leaders,
      RosterCounts tally) {}

  /// The teams of some communes, by code.
  List<TeamImportSummary> byTeam(Collection<UUID> communes, LocalDate day, LocalDate soon) {
    return database.list(
        (row, number) ->
            new TeamImportSummary(
                row.getObject("id", UUID.class),
                row.getObject("commune_id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                row.getBoolean("waits") ? Team.State.PROPOSED : Team.State.ESTABLISHED,
                row.getLong("leaders"),
                tally(row)),
        PER_TEAM
            + "select id, commune_id, code, name, bool_or(per_team.proposed) as waits,"
            + " sum(leaders) as leaders, "
            + COUNTS
            + " from per_team group by id, commune_id, code, name"
            + " order by char_length(code), code",
        Values.of("communes", communes).and("day", day).and("soon", soon));
  }

  /// The villages that a team covers on a day.
  Set<UUID> covered(@Nullable Collection<UUID> communes, LocalDate day) {
    return new HashSet<>(
        database.list(
            UUID.class,
            """
            select a.area_id from team.area a
            join team.team t on t.id = a.team_id
            where a.from_on <= cast(:day as date)
              and (a.until_on is null or a.until_on > cast(:day as date))
              and (cast(:communes as uuid[]) is null or t.commune_id = any (:communes))
            """,
            Values.of("communes", communes).and("day", day)));
  }

  private static RosterCounts tally(ResultSet row) throws SQLException {
    return new RosterCounts(
        row.getLong("proposed"),
        row.getLong("established"),
        row.getLong("planned"),
        row.getLong("active"),
        row.getLong("without_leader"),
        row.getLong("below"),
        row.getLong("ending"),
        row.getLong("over"),
        counts(row, "origin", Origin.class),
        counts(row, "gender", Gender.class),
        counts(row, "age", AgeGroup.class));
  }

  private static <K extends Enum<K>> Map<K, Long> counts(ResultSet row, String name, Class<K> type)
      throws SQLException {
    Map<K, Long> counts = new EnumMap<>(type);
    for (K each : type.getEnumConstants()) {
      counts.put(each, row.getLong(column(name, each)));
    }
    return counts;
  }

  private static String filters(String name, Enum<?>[] values) {
    return Arrays.stream(values)
        .map(value ->
            "count(*) filter (where s.%s = '%s') as %s"
                .formatted(name, value.name(), column(name, value)))
        .collect(Collectors.joining(", "));
  }

  private static String ages() {
    return Arrays.stream(AgeGroup.values())
        .map(group ->
            "count(*) filter (where s.age between %d and %d) as %s"
                .formatted(group.least(), group.most(), column("age", group)))
        .collect(Collectors.joining(", "));
  }

  private static String sums(String name, Enum<?>[] values) {
    return Arrays.stream(values)
        .map(value -> column(name, value))
        .map(column -> "coalesce(sum(%s), 0) as %s".formatted(column, column))
        .collect(Collectors.joining(", "));
  }

  private static String column(String name, Enum<?> value) {
    return name + "_" + value.name().toLowerCase(Locale.ROOT);
  }
}
