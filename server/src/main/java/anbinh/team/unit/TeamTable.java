package anbinh.team.unit;

import anbinh.platform.sql.Conditions;
import anbinh.platform.FoldedText;
import anbinh.platform.sql.ListQueries;
import anbinh.platform.SearchTerms;
import anbinh.team.Team;
import anbinh.team.TeamCover;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of teams with their strength and villages over time. Safe for many threads.
@Repository
public class TeamTable {
  private static final int BATCH = 1_000;
  private static final String SELECT =
      """
      select t.id, t.code, t.commune_id, t.name, t.refused, t.established_on, t.dissolved_on
      from team.team t
      """;
  private static final String OF_MEMBER =
      """
      t.id in (select m.team_id from team.member m where ' ' || m.search_text like :word)
      """;
  private static final String ON_DAY =
      "a.from_on <= :day and (a.until_on is null or a.until_on > :day)";

  private final JdbcClient database;
  private final ListQueries lists;
  private final JdbcTemplate batches;

  TeamTable(JdbcClient database, ListQueries lists, JdbcTemplate batches) {
    this.database = database;
    this.lists = lists;
    this.batches = batches;
  }

  public Optional<Team> find(UUID id) {
    return database.sql(SELECT + "where t.id = ?").param(id).query(TeamTable::team).optional();
  }

  public Optional<Team> findForUpdate(UUID id) {
    return database
        .sql(SELECT + "where t.id = ? for update")
        .param(id)
        .query(TeamTable::team)
        .optional();
  }

  /// One after another in a commune, until the transaction ends: villages and names are given out
  /// in it.
  public void lockForUpdate(UUID communeId) {
    database
        .sql("select pg_advisory_xact_lock(hashtextextended('team.team ' || ?, 0))")
        .param(communeId.toString())
        .query((row, number) -> true)
        .single();
  }

  public List<Team> list(Collection<UUID> ids) {
    return database
        .sql(SELECT + "where t.id = any (?)")
        .param(ids.toArray(UUID[]::new))
        .query(TeamTable::team)
        .list();
  }

  /// The teams of some communes that were not refused; those that were dissolved come last.
  public List<Team> listRegistered(Collection<UUID> communes) {
    return database
        .sql(
            SELECT
                + """
                where t.commune_id = any (?) and not t.refused
                order by t.dissolved_on desc nulls first, t.code
                """)
        .param(communes.toArray(UUID[]::new))
        .query(TeamTable::team)
        .list();
  }

  /// The teams of some communes that are neither refused nor dissolved.
  public List<Team> listPresent(Collection<UUID> communes) {
    return database
        .sql(
            SELECT
                + """
                where t.commune_id = any (?) and not t.refused and t.dissolved_on is null
                order by t.code
                """)
        .param(communes.toArray(UUID[]::new))
        .query(TeamTable::team)
        .list();
  }

  /// The teams of some areas, or that cover some of them; those that were refused or dissolved
  /// among them.
  ///
  /// @param areas null for everywhere
  /// @param members whether a word may also stand in a member's name
  /// @param named the areas in whose name a word stands
  public Conditions filter(
      @Nullable Collection<UUID> areas,
      LocalDate day,
      SearchTerms sought,
      boolean members,
      Function<String, Collection<UUID>> named) {
    var filter = new Conditions();
    if (areas != null) {
      filter.and(
          """
          (t.commune_id = any (:areas)
            or exists (select from team.area a
              where a.team_id = t.id and a.area_id = any (:areas) and
          """
              + ON_DAY
              + "))",
          Map.of("areas", areas.toArray(UUID[]::new), "day", day));
    }
    return members
        ? filter.search(sought, "t.search_text", "t.commune_id", named, OF_MEMBER)
        : filter.search(sought, "t.search_text", "t.commune_id", named);
  }

  /// A part of them by code.
  ///
  /// @param after the code of the last one already seen; null at the start
  public List<Team> list(Conditions filter, @Nullable String after, int rows) {
    Conditions where =
        filter
            .copy()
            .and("(char_length(t.code), t.code) > (char_length(:after), :after)", "after", after);
    return lists
        .sql(SELECT + where.text() + "order by char_length(t.code), t.code limit :rows")
        .params(where.map())
        .param("rows", rows)
        .query(TeamTable::team)
        .list();
  }

  /// How many there are, counted no further than to `most`.
  public int count(Conditions filter, int most) {
    return filter.count(lists, "team.team t", most);
  }

  /// Whether one of some areas has a present team of a name, however its accents are written.
  public boolean isNameTaken(Collection<UUID> areas, String name) {
    return database
        .sql(
            """
            select exists (select from team.team where commune_id = any (?) and name_key = ?
              and not refused and dissolved_on is null)
            """)
        .params(areas.toArray(UUID[]::new), FoldedText.accentedWords(name))
        .query(Boolean.class)
        .single();
  }

  public void insert(Collection<Team> teams, Instant now) {
    batches.batchUpdate(
        """
        insert into team.team
          (id, code, commune_id, name, name_key, refused, established_on, created_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        teams,
        BATCH,
        (row, team) -> {
          row.setObject(1, team.id());
          row.setString(2, team.code());
          row.setObject(3, team.communeId());
          row.setString(4, team.name());
          row.setString(5, FoldedText.accentedWords(team.name()));
          row.setBoolean(6, team.refused());
          row.setObject(7, team.establishedOn());
          row.setTimestamp(8, Timestamp.from(now));
        });
  }

  void refuse(UUID id) {
    database.sql("update team.team set refused = true where id = ?").param(id).update();
  }

  void establish(UUID id, LocalDate on) {
    database.sql("update team.team set established_on = ? where id = ?").params(on, id).update();
  }

  /// Has it end on a day, its villages with it.
  void dissolve(UUID id, LocalDate on) {
    database.sql("update team.team set dissolved_on = ? where id = ?").params(on, id).update();
    database.sql("delete from team.area where team_id = ? and from_on > ?").params(id, on).update();
    database
        .sql(
            """
            update team.area set until_on = ?
            where team_id = ? and (until_on is null or until_on > ?)
            """)
        .params(on, id, on)
        .update();
  }

  /// Strength and villages from a day on, whatever was said of later days.
  public record Shape(UUID teamId, LocalDate from, int planned, List<UUID> areas) {
    public Shape {
      areas = List.copyOf(areas);
    }
  }

  void reshape(Shape shape) {
    database
        .sql("delete from team.strength where team_id = ? and from_on >= ?")
        .params(shape.teamId(), shape.from())
        .update();
    database
        .sql("delete from team.area where team_id = ? and from_on >= ?")
        .params(shape.teamId(), shape.from())
        .update();
    UUID[] areas = shape.areas().toArray(UUID[]::new);
    database
        .sql(
            """
            update team.area set until_on = :from where team_id = :team
              and area_id <> all (:areas) and (until_on is null or until_on > :from)
            """)
        .param("from", shape.from())
        .param("team", shape.teamId())
        .param("areas", areas)
        .update();
    List<UUID> kept =
        database
            .sql(
                """
                update team.area set until_on = null where team_id = :team
                  and area_id = any (:areas) and (until_on is null or until_on > :from)
                returning area_id
                """)
            .param("from", shape.from())
            .param("team", shape.teamId())
            .param("areas", areas)
            .query((row, number) -> row.getObject(1, UUID.class))
            .list();
    List<UUID> fresh = shape.areas().stream().filter(each -> !kept.contains(each)).toList();
    insertShapes(List.of(new Shape(shape.teamId(), shape.from(), shape.planned(), fresh)));
  }

  public void insertShapes(Collection<Shape> shapes) {
    batches.batchUpdate(
        "insert into team.strength (team_id, from_on, planned) values (?, ?, ?)",
        shapes,
        BATCH,
        (row, shape) -> {
          row.setObject(1, shape.teamId());
          row.setObject(2, shape.from());
          row.setInt(3, shape.planned());
        });
    record Covered(UUID team, UUID area, LocalDate from) {}
    List<Covered> covered =
        shapes.stream()
            .flatMap(shape ->
                shape.areas().stream().map(area -> new Covered(shape.teamId(), area, shape.from())))
            .toList();
    batches.batchUpdate(
        "insert into team.area (team_id, area_id, from_on) values (?, ?, ?)",
        covered,
        BATCH,
        (row, each) -> {
          row.setObject(1, each.team());
          row.setObject(2, each.area());
          row.setObject(3, each.from());
        });
  }

  /// The communes of whatever teams cover some villages on a day.
  public List<UUID> communesCovering(Collection<UUID> areas, LocalDate day) {
    return database
        .sql(
            """
            select distinct t.commune_id from team.area a
            join team.team t on t.id = a.team_id
            where a.area_id = any (:areas) and
            """
                + ON_DAY)
        .param("areas", areas.toArray(UUID[]::new))
        .param("day", day)
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }

  /// The strength that is planned for a day; before the first one, that one.
  public Map<UUID, Integer> planned(Collection<UUID> teams, LocalDate day) {
    return database
        .sql(
            """
            select distinct on (team_id) team_id, planned from team.strength
            where team_id = any (:teams)
            order by team_id, (from_on <= :day) desc,
              case when from_on <= :day then :day - from_on else from_on - :day end
            """)
        .param("teams", teams.toArray(UUID[]::new))
        .param("day", day)
        .query((row, number) -> Map.entry(row.getObject(1, UUID.class), row.getInt(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// The villages of some teams on a day.
  public Map<UUID, List<UUID>> areas(Collection<UUID> teams, LocalDate day) {
    return database
        .sql(
            "select a.team_id, a.area_id from team.area a where a.team_id = any (:teams)"
                + " and "
                + ON_DAY)
        .param("teams", teams.toArray(UUID[]::new))
        .param("day", day)
        .query(
            (row, number) -> Map.entry(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  /// The teams that covered a village on some day of a time.
  public List<UUID> covering(UUID area, LocalDate from, LocalDate until) {
    return database
        .sql(
            """
            select distinct team_id from team.area
            where area_id = ? and from_on <= ? and (until_on is null or until_on > ?)
            """)
        .params(area, until, from)
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }

  /// The villages of some teams at any time.
  public List<TeamCover> covers(Collection<UUID> teams) {
    return database
        .sql(
            """
            select team_id, area_id, from_on, until_on from team.area
            where team_id = any (?) order by team_id, from_on, area_id
            """)
        .param(teams.toArray(UUID[]::new))
        .query((row, number) ->
            new TeamCover(
                row.getObject("team_id", UUID.class),
                row.getObject("area_id", UUID.class),
                row.getObject("from_on", LocalDate.class),
                row.getObject("until_on", LocalDate.class)))
        .list();
  }

  /// Those of some villages that other teams cover on a day or later, with the code of the team.
  public Map<UUID, String> coveredByOthers(
      Collection<UUID> areas, @Nullable UUID team, LocalDate from) {
    return database
        .sql(
            """
            select a.area_id, min(t.code) from team.area a
            join team.team t on t.id = a.team_id
            where a.area_id = any (:areas) and (a.until_on is null or a.until_on > :from)
              and (cast(:team as uuid) is null or a.team_id <> :team)
            group by a.area_id
            """)
        .param("areas", areas.toArray(UUID[]::new))
        .param("team", team)
        .param("from", from)
        .query((row, number) -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// What holds on a day.
  public TeamStandard standard(LocalDate day) {
    return database
        .sql(
            """
            select from_on, least_age, most_age, strength, least_strength, health_months,
              residence_months, remind_days, source, checked
            from team.standard order by (from_on <= ?) desc, from_on desc limit 1
            """)
        .param(day)
        .query((row, number) ->
            new TeamStandard(
                row.getObject(1, LocalDate.class),
                row.getInt(2),
                row.getInt(3),
                row.getInt(4),
                row.getInt(5),
                row.getObject(6, Integer.class),
                row.getObject(7, Integer.class),
                row.getInt(8),
                row.getString(9),
                row.getBoolean(10)))
        .single();
  }

  private static Team team(ResultSet row, int number) throws SQLException {
    return new Team(
        row.getObject("id", UUID.class),
        row.getString("code"),
        row.getObject("commune_id", UUID.class),
        row.getString("name"),
        row.getBoolean("refused"),
        row.getObject("established_on", LocalDate.class),
        row.getObject("dissolved_on", LocalDate.class));
  }
}
