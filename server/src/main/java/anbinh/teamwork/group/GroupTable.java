package anbinh.teamwork.group;

import anbinh.platform.sql.Conditions;
import anbinh.platform.FoldedText;
import anbinh.platform.sql.ListQueries;
import anbinh.platform.SearchTerms;
import anbinh.team.Paper;
import anbinh.teamwork.group.Group.Kind;
import anbinh.teamwork.group.Group.Lead;
import anbinh.teamwork.group.Group.Leader;
import anbinh.teamwork.group.Group.LeaderBefore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of groups of households and of who leads them. Safe for many threads.
@Repository
class GroupTable {
  private static final String SELECT =
      """
      select g.id, g.code, g.kind, g.commune_id, g.village_id, g.name, g.households, g.paper_number,
        g.paper_on, g.paper_signer, g.version, g.ended_on, g.merged_into, g.end_paper
      from teamwork.self_managed_group g
      """;

  private static final String LEADER =
      """
      select id, group_id, position, name, phone, from_on, until_on, paper_number, paper_on,
        paper_signer, version
      from teamwork.group_leader
      """;

  private final JdbcClient database;
  private final ListQueries lists;

  GroupTable(JdbcClient database, ListQueries lists) {
    this.database = database;
    this.lists = lists;
  }

  Optional<Group> find(UUID id) {
    return database.sql(SELECT + "where g.id = ?").param(id).query(GroupTable::group).optional();
  }

  Optional<Group> findForUpdate(UUID id) {
    return database
        .sql(SELECT + "where g.id = ? for update")
        .param(id)
        .query(GroupTable::group)
        .optional();
  }

  /// Those of some villages.
  ///
  /// @param present whether those that ended are left out
  /// @param named the areas in whose name a word stands
  Conditions filter(
      Collection<UUID> villages,
      @Nullable Kind kind,
      @Nullable UUID village,
      boolean present,
      SearchTerms sought,
      Function<String, Collection<UUID>> named) {
    var filter =
        new Conditions()
            .within("g.village_id", villages.toArray(UUID[]::new))
            .and("g.kind = :kind", "kind", kind == null ? null : kind.name())
            .and("g.village_id = :village", "village", village)
            .search(sought, "g.search_text", "g.village_id", named);
    return present ? filter.and("g.ended_on is null") : filter;
  }

  /// A part of them in the order of their codes.
  List<Group> list(Conditions filter, @Nullable UUID after, int rows) {
    Conditions where = filter.copy().and("g.id > :after", "after", after);
    return lists
        .sql(SELECT + where.text() + "order by g.id limit :rows")
        .params(where.map())
        .param("rows", rows)
        .query(GroupTable::group)
        .list();
  }

  /// How many there are, counted no further than to `most`.
  int count(Conditions filter, int most) {
    return filter.count(lists, "teamwork.self_managed_group g", most);
  }

  boolean isAny(Collection<UUID> villages) {
    return database
        .sql(
            """
            select exists (select from teamwork.self_managed_group where village_id = any (?))
            """)
        .param(villages.toArray(UUID[]::new))
        .query(Boolean.class)
        .single();
  }

  /// All of some villages, also those that ended.
  List<Group> listAll(Collection<UUID> villages) {
    return database
        .sql(SELECT + "where g.village_id = any (?) order by g.id")
        .param(villages.toArray(UUID[]::new))
        .query(GroupTable::group)
        .list();
  }

  boolean isNameTaken(UUID village, Kind kind, String name, @Nullable UUID without) {
    return database
        .sql(
            """
            select exists (select from teamwork.self_managed_group where village_id = :village
              and kind = :kind and name_key = :key and ended_on is null
              and (cast(:without as uuid) is null or id <> :without))
            """)
        .param("village", village)
        .param("kind", kind.name())
        .param("key", FoldedText.accentedWords(name))
        .param("without", without)
        .query(Boolean.class)
        .single();
  }

  Optional<Group> findSent(UUID sent) {
    return database
        .sql(SELECT + "where g.sent_id = ?")
        .param(sent)
        .query(GroupTable::group)
        .optional();
  }

  /// @param sent how its sender calls it; null of a list
  void insert(Group group, @Nullable UUID sent, UUID by, Instant at) {
    database
        .sql(
            """
            insert into teamwork.self_managed_group (id, code, kind, commune_id, village_id, name,
              name_key, households, paper_number, paper_on, paper_signer, noted_by, noted_at,
              sent_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(group.id())
        .param(group.code())
        .param(group.kind().name())
        .param(group.communeId())
        .param(group.villageId())
        .param(group.name())
        .param(FoldedText.accentedWords(group.name()))
        .param(group.households())
        .param(group.paper().number())
        .param(group.paper().on())
        .param(group.paper().signer())
        .param(by)
        .param(Timestamp.from(at))
        .param(sent)
        .update();
  }

  void change(UUID id, String name, int households) {
    database
        .sql(
            """
            update teamwork.self_managed_group set name = ?, name_key = ?, households = ?,
              version = version + 1 where id = ?
            """)
        .params(name, FoldedText.accentedWords(name), households, id)
        .update();
  }

  void end(UUID id, LocalDate on, @Nullable UUID into, String paper) {
    database
        .sql(
            """
            update teamwork.self_managed_group set ended_on = ?, end_kind = ?, merged_into = ?,
              end_paper = ?, version = version + 1 where id = ?
            """)
        .param(on)
        .param(into == null ? "ENDED" : "MERGED")
        .param(into)
        .param(paper)
        .param(id)
        .update();
    database
        .sql(
            """
            update teamwork.group_leader set until_on = greatest(from_on, cast(:on as date) - 1)
            where group_id = :group and until_on >= :on
            """)
        .param("on", on)
        .param("group", id)
        .update();
  }

  void addHouseholds(UUID id, int households) {
    database
        .sql(
            """
            update teamwork.self_managed_group set households = households + ?,
              version = version + 1 where id = ?
            """)
        .params(households, id)
        .update();
  }

  void insert(Leader leader) {
    // Who led in the same position until then leads until the day before.
    database
        .sql(
            """
            update teamwork.group_leader set until_on = cast(:from as date) - 1
            where group_id = :group and position = :position and from_on < :from
              and until_on >= :from
            """)
        .param("from", leader.from())
        .param("group", leader.groupId())
        .param("position", leader.position().name())
        .update();
    database
        .sql(
            """
            insert into teamwork.group_leader (id, group_id, position, name, phone, from_on,
              until_on, paper_number, paper_on, paper_signer) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(leader.id())
        .param(leader.groupId())
        .param(leader.position().name())
        .param(leader.name())
        .param(leader.phone())
        .param(leader.from())
        .param(leader.until())
        .param(leader.paper().number())
        .param(leader.paper().on())
        .param(leader.paper().signer())
        .update();
  }

  Optional<Leader> findLeader(UUID id) {
    return database.sql(LEADER + "where id = ?").param(id).query(GroupTable::leader).optional();
  }

  Optional<Leader> findLeaderForUpdate(UUID group, UUID id) {
    return database
        .sql(LEADER + "where group_id = ? and id = ? for update")
        .params(group, id)
        .query(GroupTable::leader)
        .optional();
  }

  /// Says anew what somebody is called, how they are reached and until when they lead.
  void change(Leader leader, LeaderBefore before) {
    database
        .sql(
            """
            insert into teamwork.group_leader_before (leader_id, version, name, phone, until_on,
              reason, by_id, at) values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(before.leaderId())
        .param(before.version())
        .param(before.name())
        .param(before.phone())
        .param(before.until())
        .param(before.reason())
        .param(before.by())
        .param(Timestamp.from(before.at()))
        .update();
    database
        .sql(
            """
            update teamwork.group_leader set name = ?, phone = ?, until_on = ?, version = ?
            where id = ?
            """)
        .param(leader.name())
        .param(leader.phone())
        .param(leader.until())
        .param(leader.version())
        .param(leader.id())
        .update();
  }

  /// What was said of the leaders of a group before, newest first.
  List<LeaderBefore> before(UUID group) {
    return database
        .sql(
            """
            select b.leader_id, b.version, b.name, b.phone, b.until_on, b.reason, b.by_id, b.at
            from teamwork.group_leader_before b
            join teamwork.group_leader l on l.id = b.leader_id
            where l.group_id = ? order by b.at desc, b.version desc
            """)
        .param(group)
        .query((row, number) ->
            new LeaderBefore(
                row.getObject("leader_id", UUID.class),
                row.getInt("version"),
                row.getString("name"),
                row.getString("phone"),
                row.getObject("until_on", LocalDate.class),
                row.getString("reason"),
                row.getObject("by_id", UUID.class),
                row.getTimestamp("at").toInstant()))
        .list();
  }

  /// Those of some groups, the latest first.
  List<Leader> leaders(Collection<UUID> groups) {
    return database
        .sql(LEADER + "where group_id = any (?) order by from_on desc, id desc")
        .param(groups.toArray(UUID[]::new))
        .query(GroupTable::leader)
        .list();
  }

  /// Groups and households of a commune by kind.
  record Count(UUID communeId, Kind kind, long groups, long households, long led) {}

  /// @param communes null for all
  List<Count> count(@Nullable Collection<UUID> communes, LocalDate day) {
    return database
        .sql(
            """
            select g.commune_id, g.kind, count(*) as groups, sum(g.households) as households,
              count(*) filter (where exists (select from teamwork.group_leader l
                where l.group_id = g.id and l.position = 'LEADER'
                  and :day between l.from_on and l.until_on)) as led
            from teamwork.self_managed_group g where g.ended_on is null
              and (cast(:communes as uuid[]) is null or g.commune_id = any (:communes))
            group by g.commune_id, g.kind order by g.commune_id, g.kind
            """)
        .param("communes", communes == null ? null : communes.toArray(UUID[]::new))
        .param("day", day)
        .query((row, number) ->
            new Count(
                row.getObject("commune_id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getLong("groups"),
                row.getLong("households"),
                row.getLong("led")))
        .list();
  }

  /// Erases who led a group until before a day.
  ///
  /// @return whose it was
  List<UUID> eraseBefore(LocalDate day, Instant now) {
    List<UUID> erased =
        database
            .sql(
                """
                update teamwork.group_leader set name = null, phone = null, erased_at = :now
                where id in (select id from teamwork.group_leader where erased_at is null
                  and until_on < :day order by id limit 1000)
                returning id
                """)
            .param("now", Timestamp.from(now))
            .param("day", day)
            .query((row, number) -> row.getObject(1, UUID.class))
            .list();
    if (!erased.isEmpty()) {
      database
          .sql(
              """
              update teamwork.group_leader_before set name = null, phone = null, reason = '–'
              where leader_id = any (?)
              """)
          .param(erased.toArray(UUID[]::new))
          .update();
    }
    return erased;
  }

  private static Group group(ResultSet row, int number) throws SQLException {
    return new Group(
        row.getObject("id", UUID.class),
        row.getString("code"),
        Kind.valueOf(row.getString("kind")),
        row.getObject("commune_id", UUID.class),
        row.getObject("village_id", UUID.class),
        row.getString("name"),
        row.getInt("households"),
        paper(row),
        row.getInt("version"),
        row.getObject("ended_on", LocalDate.class),
        row.getObject("merged_into", UUID.class),
        row.getString("end_paper"));
  }

  private static Leader leader(ResultSet row, int number) throws SQLException {
    return new Leader(
        row.getObject("id", UUID.class),
        row.getObject("group_id", UUID.class),
        Lead.valueOf(row.getString("position")),
        row.getString("name"),
        row.getString("phone"),
        row.getObject("from_on", LocalDate.class),
        row.getObject("until_on", LocalDate.class),
        paper(row),
        row.getInt("version"));
  }

  private static Paper paper(ResultSet row) throws SQLException {
    return new Paper(
        row.getString("paper_number"),
        row.getObject("paper_on", LocalDate.class),
        row.getString("paper_signer"));
  }
}
