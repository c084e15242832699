package anbinh.teamwork.group;

import anbinh.platform.FoldedText;
import anbinh.platform.SearchTerms;
import anbinh.platform.sql.Conditions;
import anbinh.platform.sql.ListQueries;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import anbinh.teamwork.group.Group.Kind;
import anbinh.teamwork.group.Group.Leader;
import anbinh.teamwork.group.Group.LeaderBefore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The rows of groups of households and of who leads them. Safe for many threads.
@Repository
class GroupTable {
  private static final String SELECT =
      """
      select g.id, g.code, g.kind, g.commune_id, g.village_id, g.name, g.households,
        g.paper_number as "paper.number", g.paper_on as "paper.on",
        g.paper_signer as "paper.signer", g.version, g.ended_on, g.merged_into, g.end_paper
      from teamwork.self_managed_group g
      """;

  private static final String LEADER =
      """
      select id, group_id, position, name, phone, from_on as "from", until_on as until,
        paper_number as "paper.number", paper_on as "paper.on", paper_signer as "paper.signer",
        version
      from teamwork.group_leader
      """;

  private final SqlClient database;
  private final ListQueries lists;

  GroupTable(SqlClient database, ListQueries lists) {
    this.database = database;
    this.lists = lists;
  }

  Optional<Group> find(UUID id) {
    return database.find(Group.class, SELECT + "where g.id = ?", id);
  }

  Optional<Group> findForUpdate(UUID id) {
    return database.find(Group.class, SELECT + "where g.id = ? for update", id);
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
            .within("g.village_id", villages)
            .and("g.kind = :kind", "kind", kind)
            .and("g.village_id = :village", "village", village)
            .search(sought, "g.search_text", "g.village_id", named);
    return present ? filter.and("g.ended_on is null") : filter;
  }

  /// A part of them in the order of their codes.
  List<Group> list(Conditions filter, @Nullable UUID after, int rows) {
    Conditions where = filter.copy().and("g.id > :after", "after", after);
    return lists.list(
        Group.class,
        SELECT + where.text() + "order by g.id limit :rows",
        where.values().and("rows", rows));
  }

  /// How many there are, counted no further than to `most`.
  int count(Conditions filter, int most) {
    return filter.count(lists, "teamwork.self_managed_group g", most);
  }

  boolean isAny(Collection<UUID> villages) {
    return database.exists(
        """
        select from teamwork.self_managed_group where village_id = any (?)
        """,
        villages);
  }

  /// All of some villages, also those that ended.
  List<Group> listAll(Collection<UUID> villages) {
    return database.list(
        Group.class, SELECT + "where g.village_id = any (?) order by g.id", villages);
  }

  boolean isNameTaken(UUID village, Kind kind, String name, @Nullable UUID without) {
    return database.exists(
        """
        select from teamwork.self_managed_group where village_id = :village
          and kind = :kind and name_key = :key and ended_on is null
          and (cast(:without as uuid) is null or id <> :without)
        """,
        Values.of("village", village)
            .and("kind", kind)
            .and("key", FoldedText.accentedWords(name))
            .and("without", without));
  }

  Optional<Group> findSent(UUID sent) {
    return database.find(Group.class, SELECT + "where g.sent_id = ?", sent);
  }

  /// @param sent how its sender calls it; null of a list
  void insert(Group group, @Nullable UUID sent, UUID by, Instant at) {
    database.update(
        """
        insert into teamwork.self_managed_group (id, code, kind, commune_id, village_id, name,
          name_key, households, paper_number, paper_on, paper_signer, noted_by, noted_at,
          sent_id)
        values (:id, :code, :kind, :communeId, :villageId, :name, :nameKey, :households,
          :paper.number, :paper.on, :paper.signer, :by, :at, :sent)
        """,
        Values.of(group)
            .and("nameKey", FoldedText.accentedWords(group.name()))
            .and("by", by)
            .and("at", at)
            .and("sent", sent));
  }

  void change(UUID id, String name, int households) {
    database.update(
        """
        update teamwork.self_managed_group set name = ?, name_key = ?, households = ?,
          version = version + 1 where id = ?
        """,
        name,
        FoldedText.accentedWords(name),
        households,
        id);
  }

  void end(UUID id, LocalDate on, @Nullable UUID into, String paper) {
    database.update(
        """
        update teamwork.self_managed_group set ended_on = :on, end_kind = :endKind,
          merged_into = :into, end_paper = :paper, version = version + 1 where id = :id
        """,
        Values.of("on", on)
            .and("endKind", into == null ? "ENDED" : "MERGED")
            .and("into", into)
            .and("paper", paper)
            .and("id", id));
    database.update(
        """
        update teamwork.group_leader set until_on = greatest(from_on, cast(:on as date) - 1)
        where group_id = :group and until_on >= :on
        """,
        Values.of("on", on).and("group", id));
  }

  void addHouseholds(UUID id, int households) {
    database.update(
        """
        update teamwork.self_managed_group set households = households + ?,
          version = version + 1 where id = ?
        """,
        households,
        id);
  }

  void insert(Leader leader) {
    // Who led in the same position until then leads until the day before.
    database.update(
        """
        update teamwork.group_leader set until_on = cast(:from as date) - 1
        where group_id = :groupId and position = :position and from_on < :from
          and until_on >= :from
        """,
        leader);
    database.update(
        """
        insert into teamwork.group_leader (id, group_id, position, name, phone, from_on,
          until_on, paper_number, paper_on, paper_signer)
        values (:id, :groupId, :position, :name, :phone, :from, :until, :paper.number, :paper.on,
          :paper.signer)
        """,
        leader);
  }

  Optional<Leader> findLeader(UUID id) {
    return database.find(Leader.class, LEADER + "where id = ?", id);
  }

  Optional<Leader> findLeaderForUpdate(UUID group, UUID id) {
    return database.find(
        Leader.class, LEADER + "where group_id = ? and id = ? for update", group, id);
  }

  /// Says anew what somebody is called, how they are reached and until when they lead.
  void change(Leader leader, LeaderBefore before) {
    database.update(
        """
        insert into teamwork.group_leader_before (leader_id, version, name, phone, until_on,
          reason, by_id, at) values (:leaderId, :version, :name, :phone, :until, :reason, :by, :at)
        """,
        before);
    database.update(
        """
        update teamwork.group_leader set name = :name, phone = :phone, until_on = :until,
          version = :version
        where id = :id
        """,
        leader);
  }

  /// What was said of the leaders of a group before, newest first.
  List<LeaderBefore> before(UUID group) {
    return database.list(
        LeaderBefore.class,
        """
        select b.leader_id, b.version, b.name, b.phone, b.until_on as until, b.reason,
          b.by_id as by, b.at
        from teamwork.group_leader_before b
        join teamwork.group_leader l on l.id = b.leader_id
        where l.group_id = ? order by b.at desc, b.version desc
        """,
        group);
  }

  /// Those of some groups, the latest first.
  List<Leader> leaders(Collection<UUID> groups) {
    return database.list(
        Leader.class, LEADER + "where group_id = any (?) order by from_on desc, id desc", groups);
  }

  /// Groups and households of a commune by kind.
  record Count(UUID communeId, Kind kind, long groups, long households, long led) {}

  /// @param communes null for all
  List<Count> count(@Nullable Collection<UUID> communes, LocalDate day) {
    return database.list(
        Count.class,
        """
        select g.commune_id, g.kind, count(*) as groups, sum(g.households) as households,
          count(*) filter (where exists (select from teamwork.group_leader l
            where l.group_id = g.id and l.position = 'LEADER'
              and :day between l.from_on and l.until_on)) as led
        from teamwork.self_managed_group g where g.ended_on is null
          and (cast(:communes as uuid[]) is null or g.commune_id = any (:communes))
        group by g.commune_id, g.kind order by g.commune_id, g.kind
        """,
        Values.of("communes", communes).and("day", day));
  }

  /// Erases who led a group until before a day.
  ///
  /// @return whose it was
  List<UUID> eraseBefore(LocalDate day, Instant now) {
    List<UUID> erased =
        database.list(
            UUID.class,
            """
            update teamwork.group_leader set name = null, phone = null, erased_at = :now
            where id in (select id from teamwork.group_leader where erased_at is null
              and until_on < :day order by id limit 1000)
            returning id
            """,
            Values.of("now", now).and("day", day));
    if (!erased.isEmpty()) {
      database.update(
          """
          update teamwork.group_leader_before set name = null, phone = null, reason = '–'
          where leader_id = any (?)
          """,
          erased);
    }
    return erased;
  }
}
