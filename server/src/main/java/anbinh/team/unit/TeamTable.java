package anbinh.team.unit;

import anbinh.platform.FoldedText;
import anbinh.platform.SearchTerms;
import anbinh.platform.sql.Conditions;
import anbinh.platform.sql.ListQueries;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import anbinh.team.Team;
import anbinh.team.TeamCover;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The rows of teams with their strength and villages over time. Safe for many threads.
@Repository
public class TeamTable {
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

  private final SqlClient database;
  private final ListQueries lists;

  TeamTable(SqlClient database, ListQueries lists) {
    this.database = database;
    this.lists = lists;
  }

  public Optional<Team> find(UUID id) {
    return database.find(Team.class, SELECT + "where t.id = ?", id);
  }

  public Optional<Team> findForUpdate(UUID id) {
    return database.find(Team.class, SELECT + "where t.id = ? for update", id);
  }

  /// One after another in a commune, until the transaction ends: villages and names are given out
  /// in it.
  public void lockForUpdate(UUID communeId) {
    database.list(
        String.class,
        "select pg_advisory_xact_lock(hashtextextended('team.team ' || ?, 0))",
        communeId.toString());
  }

  public List<Team> list(Collection<UUID> ids) {
    return database.list(Team.class, SELECT + "where t.id = any (?)", ids);
  }

  /// The teams of some communes that were not refused; those that were dissolved come last.
  public List<Team> listRegistered(Collection<UUID> communes) {
    return database.list(
        Team.class,
        SELECT
            + """
            where t.commune_id = any (?) and not t.refused
            order by t.dissolved_on desc nulls first, t.code
            """,
        communes);
  }

  /// The teams of some communes that are neither refused nor dissolved.
  public List<Team> listPresent(Collection<UUID> communes) {
    return database.list(
        Team.class,
        SELECT
            + """
            where t.commune_id = any (?) and not t.refused and t.dissolved_on is null
            order by t.code
            """,
        communes);
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
          Map.of("areas", areas, "day", day));
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
    return lists.list(
        Team.class,
        SELECT + where.text() + "order by char_length(t.code), t.code limit :rows",
        where.values().and("rows", rows));
  }

  /// How many there are, counted no further than to `most`.
  public int count(Conditions filter, int most) {
    return filter.count(lists, "team.team t", most);
  }

  /// Whether one of some areas has a present team of a name, however its accents are written.
  public boolean isNameTaken(Collection<UUID> areas, String name) {
    return database.exists(
        """
        select from team.team where commune_id = any (?) and name_key = ?
          and not refused and dissolved_on is null
        """,
        areas,
        FoldedText.accentedWords(name));
  }

  public void insert(Collection<Team> teams, Instant now) {
    database.batch(
        """
        insert into team.team
          (id, code, commune_id, name, name_key, refused, established_on, created_at)
        values (:id, :code, :communeId, :name, :nameKey, :refused, :establishedOn, :now)
        """,
        teams.stream()
            .map(team ->
                Values.of(team)
                    .and("nameKey", FoldedText.accentedWords(team.name()))
                    .and("now", now))
            .toList());
  }

  void refuse(UUID id) {
    database.update("update team.team set refused = true where id = ?", id);
  }

  void establish(UUID id, LocalDate on) {
    database.update("update team.team set established_on = ? where id = ?", on, id);
  }

  /// Has it end on a day, its villages with it.
  void dissolve(UUID id, LocalDate on) {
    database.update("update team.team set dissolved_on = ? where id = ?", on, id);
    database.update("delete from team.area where team_id = ? and from_on > ?", id, on);
    database.update(
        """
        update team.area set until_on = ?
        where team_id = ? and (until_on is null or until_on > ?)
        """,
        on,
        id,
        on);
  }

  /// Strength and villages from a day on, whatever was said of later days.
  public record Shape(UUID teamId, LocalDate from, int planned, List<UUID> areas) {
    public Shape {
      areas = List.copyOf(areas);
    }
  }

  void reshape(Shape shape) {
    database.update(
        "delete from team.strength where team_id = ? and from_on >= ?",
        shape.teamId(),
        shape.from());
    database.update(
        "delete from team.area where team_id = ? and from_on >= ?", shape.teamId(), shape.from());
    database.update(
        """
        update team.area set until_on = :from where team_id = :teamId
          and area_id <> all (:areas) and (until_on is null or until_on > :from)
        """,
        shape);
    List<UUID> kept =
        database.list(
            UUID.class,
            """
            update team.area set until_on = null where team_id = :teamId
              and area_id = any (:areas) and (until_on is null or until_on > :from)
            returning area_id
            """,
            shape);
    List<UUID> fresh = shape.areas().stream().filter(each -> !kept.contains(each)).toList();
    insertShapes(List.of(new Shape(shape.teamId(), shape.from(), shape.planned(), fresh)));
  }

  public void insertShapes(Collection<Shape> shapes) {
    database.batch(
        "insert into team.strength (team_id, from_on, planned) values (:teamId, :from, :planned)",
        shapes);
    record Covered(UUID team, UUID area, LocalDate from) {}
    List<Covered> covered =
        shapes.stream()
            .flatMap(shape ->
                shape.areas().stream().map(area -> new Covered(shape.teamId(), area, shape.from())))
            .toList();
    database.batch(
        "insert into team.area (team_id, area_id, from_on) values (:team, :area, :from)", covered);
  }

  /// The communes of whatever teams cover some villages on a day.
  public List<UUID> communesCovering(Collection<UUID> areas, LocalDate day) {
    return database.list(
        UUID.class,
        """
        select distinct t.commune_id from team.area a
        join team.team t on t.id = a.team_id
        where a.area_id = any (:areas) and
        """
            + ON_DAY,
        Values.of("areas", areas).and("day", day));
  }

  /// The strength that is planned for a day; before the first one, that one.
  public Map<UUID, Integer> planned(Collection<UUID> teams, LocalDate day) {
    return database.map(
        UUID.class,
        Integer.class,
        """
        select distinct on (team_id) team_id, planned from team.strength
        where team_id = any (:teams)
        order by team_id, (from_on <= :day) desc,
          case when from_on <= :day then :day - from_on else from_on - :day end
        """,
        Values.of("teams", teams).and("day", day));
  }

  /// The villages of some teams on a day.
  public Map<UUID, List<UUID>> areas(Collection<UUID> teams, LocalDate day) {
    return database.groups(
        UUID.class,
        UUID.class,
        "select a.team_id, a.area_id from team.area a where a.team_id = any (:teams) and " + ON_DAY,
        Values.of("teams", teams).and("day", day));
  }

  /// The teams that covered a village on some day of a time.
  public List<UUID> covering(UUID area, LocalDate from, LocalDate until) {
    return database.list(
        UUID.class,
        """
        select distinct team_id from team.area
        where area_id = ? and from_on <= ? and (until_on is null or until_on > ?)
        """,
        area,
        until,
        from);
  }

  /// The villages of some teams at any time.
  public List<TeamCover> covers(Collection<UUID> teams) {
    return database.list(
        TeamCover.class,
        """
        select team_id, area_id, from_on as "from", until_on as until from team.area
        where team_id = any (?) order by team_id, from_on, area_id
        """,
        teams);
  }

  /// Those of some villages that other teams cover on a day or later, with the code of the team.
  public Map<UUID, String> coveredByOthers(
      Collection<UUID> areas, @Nullable UUID team, LocalDate from) {
    return database.map(
        UUID.class,
        String.class,
        """
        select a.area_id, min(t.code) from team.area a
        join team.team t on t.id = a.team_id
        where a.area_id = any (:areas) and (a.until_on is null or a.until_on > :from)
          and (cast(:team as uuid) is null or a.team_id <> :team)
        group by a.area_id
        """,
        Values.of("areas", areas).and("team", team).and("from", from));
  }

  /// What holds on a day.
  public TeamStandard standard(LocalDate day) {
    return database.get(
        TeamStandard.class,
        """
        select from_on as "from", least_age, most_age, strength, least_strength, health_months,
          residence_months, remind_days, source, checked
        from team.standard order by (from_on <= ?) desc, from_on desc limit 1
        """,
        day);
  }
}
