package anbinh.programme.lifecycle;

import anbinh.platform.FoldedText;
import anbinh.platform.SearchTerms;
import anbinh.platform.sql.Conditions;
import anbinh.platform.sql.ListQueries;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import anbinh.programme.ProgrammeState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The rows of programmes with the areas that they cover. Safe for many threads.
@Repository
public class ProgrammeTable {
  private static final String SELECT =
      """
      select p.id, p.code, p.kind_id, p.kind_version, p.commune_id, p.name, p.state, p.version,
        p.launched_on, p.ended_on, p.recommended, p.parent_id,
        array(select a.area_id from programme.area a where a.programme_id = p.id
          order by a.area_id) as area_ids
      from programme.programme p
      """;

  private final SqlClient database;
  private final ListQueries lists;

  ProgrammeTable(SqlClient database, ListQueries lists) {
    this.database = database;
    this.lists = lists;
  }

  /// What a list is asked for.
  ///
  /// @param areas null for everywhere
  /// @param sought folded; each must occur in name or code
  /// @param waiting only what waits for a decision or a confirmation
  /// @param recommended only what is recommended for copying
  public record Requested(
      @Nullable Collection<UUID> areas,
      @Nullable UUID kindId,
      @Nullable ProgrammeState state,
      SearchTerms sought,
      boolean waiting,
      boolean recommended) {}

  public Optional<Programme> find(UUID id) {
    return database.find(Programme.class, SELECT + "where p.id = ?", id);
  }

  public Optional<Programme> findForUpdate(UUID id) {
    database.find(Integer.class, "select 1 from programme.programme where id = ? for update", id);
    return find(id);
  }

  /// One after another in a commune, until the transaction ends: areas are given out in it.
  public void lockForUpdate(UUID communeId) {
    database.list(
        String.class,
        "select pg_advisory_xact_lock(hashtextextended('programme.programme ' || ?, 0))",
        communeId.toString());
  }

  public List<Programme> list(Collection<UUID> ids) {
    return database.list(
        Programme.class, SELECT + "where p.id = any (?) order by char_length(p.code), p.code", ids);
  }

  /// A part of those that are asked for, by code.
  public List<Programme> list(Requested requested, @Nullable String after, int rows) {
    Conditions where =
        where(requested)
            .and("(char_length(p.code), p.code) > (char_length(:after), :after)", "after", after);
    return lists.list(
        Programme.class,
        SELECT + where.text() + "order by char_length(p.code), p.code limit :rows",
        where.values().and("rows", rows));
  }

  /// How many there are, counted no further than to `most`.
  public int count(Requested requested, int most) {
    return where(requested).count(lists, "programme.programme p", most);
  }

  private static Conditions where(Requested requested) {
    Collection<UUID> areas = requested.areas();
    var where =
        new Conditions()
            .and(
                """
                exists (select from programme.area a
                  where a.programme_id = p.id and a.area_id = any (:areas))
                """,
                "areas",
                areas)
            .and("p.kind_id = :kind", "kind", requested.kindId())
            .and("p.state = :state", "state", requested.state())
            .search(requested.sought(), "p.search_text");
    if (requested.waiting()) {
      where.and(
          """
          (exists (select from programme.proposal act
              where act.programme_id = p.id and act.outcome is null)
            or exists (select from programme.assessment one
              where one.programme_id = p.id and one.state = 'SENT'))
          """);
    }
    return requested.recommended() ? where.and("p.recommended") : where;
  }

  /// Those of some areas that are present and of a kind, with their codes: one per area.
  ///
  /// @param but one that does not count
  public Map<UUID, String> present(UUID kindId, Collection<UUID> areas, UUID but) {
    return database.map(
        UUID.class,
        String.class,
        """
        select a.area_id, min(p.code) from programme.programme p
        join programme.area a on a.programme_id = p.id
        where p.kind_id = :kind and a.area_id = any (:areas) and p.id <> :but
          and p.state in ('PROPOSED', 'LAUNCHED', 'ACTIVE', 'DORMANT')
        group by a.area_id
        """,
        Values.of("kind", kindId).and("areas", areas).and("but", but));
  }

  /// The communes of some areas that a programme covers as a whole.
  public Set<UUID> wholeCommunes(Collection<UUID> areas) {
    return new HashSet<>(
        database.list(
            UUID.class,
            """
            select distinct p.commune_id from programme.programme p
            join programme.area a
              on a.programme_id = p.id and a.area_id = p.commune_id
            where p.commune_id = any (?)
            """,
            areas));
  }

  /// Those of some areas that ran at some time from a day to another, whether they still do.
  ///
  /// @param areas null for everywhere
  public List<Programme> listRunning(
      @Nullable Collection<UUID> areas, LocalDate from, LocalDate to) {
    return database.list(
        Programme.class,
        SELECT
            + """
            where p.launched_on <= :to and (p.ended_on is null or p.ended_on >= :from)
              and (cast(:areas as uuid[]) is null or exists (select from programme.area a
                where a.programme_id = p.id and a.area_id = any (:areas)))
            order by p.id limit 500
            """,
        Values.of("areas", areas).and("from", from).and("to", to));
  }

  /// A programme, what it goes back to and all copies of that, oldest first.
  public List<Programme> family(UUID id, int most) {
    return database.list(
        Programme.class,
        """
        with recursive up (id, parent_id) as (
          select id, parent_id from programme.programme where id = :id
          union
          select p.id, p.parent_id from programme.programme p join up on p.id = up.parent_id),
        down (id) as (
          select id from up where parent_id is null
          union
          select p.id from programme.programme p join down on p.parent_id = down.id)
        """
            + SELECT
            + "where p.id in (select id from down) order by p.id limit :most",
        Values.of("id", id).and("most", most));
  }

  public void insert(Programme programme, Instant now) {
    database.update(
        """
        insert into programme.programme (id, code, kind_id, kind_version, commune_id, name,
          search_text, state, version, launched_on, parent_id, created_at)
        values (:id, :code, :kindId, :kindVersion, :communeId, :name, :search, :state, :version,
          :launchedOn, :parentId, :now)
        """,
        Values.of(programme)
            .and("search", FoldedText.words(programme.code() + " " + programme.name()))
            .and("now", now));
    database.update(
        """
        insert into programme.area (programme_id, area_id)
        select :id, area from unnest(cast(:areaIds as uuid[])) area
        """,
        programme);
  }

  /// What the programmes of a commune are called, but for those that were refused.
  public List<String> listNames(UUID communeId) {
    return database.list(
        String.class,
        "select name from programme.programme where commune_id = ? and state <> 'REFUSED'",
        communeId);
  }

  public void setState(UUID id, ProgrammeState state) {
    database.update("update programme.programme set state = ? where id = ?", state, id);
  }

  void rename(Programme programme, String name) {
    database.update(
        "update programme.programme set name = ?, search_text = ? where id = ?",
        name,
        FoldedText.words(programme.code() + " " + name),
        programme.id());
  }

  void setLaunchedOn(UUID id, LocalDate on) {
    database.update("update programme.programme set launched_on = ? where id = ?", on, id);
  }

  void setVersion(UUID id, int version) {
    database.update("update programme.programme set version = ? where id = ?", version, id);
  }

  void launch(UUID id, LocalDate on) {
    database.update(
        "update programme.programme set state = 'LAUNCHED', launched_on = ? where id = ?", on, id);
  }

  public void end(UUID id, LocalDate on) {
    database.update(
        """
        update programme.programme set state = 'ENDED', ended_on = ?, recommended = false
        where id = ?
        """,
        on,
        id);
  }

  public void recommend(UUID id, boolean recommended) {
    database.update("update programme.programme set recommended = ? where id = ?", recommended, id);
  }
}
