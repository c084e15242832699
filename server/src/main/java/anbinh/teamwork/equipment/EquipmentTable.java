package anbinh.teamwork.equipment;

import anbinh.platform.SearchTerms;
import anbinh.platform.sql.Conditions;
import anbinh.platform.sql.ListQueries;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import anbinh.teamwork.equipment.Equipment.Kind;
import anbinh.teamwork.equipment.Equipment.Move;
import anbinh.teamwork.equipment.Equipment.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The rows of equipment and its moves, and of stocktakings. Safe for many threads.
@Repository
public class EquipmentTable {
  private static final String SELECT =
      """
      select e.id, e.code, e.commune_id, e.kind, e.name, e.serial, e.state, e.team_id, e.member_id,
        e.moves
      from teamwork.equipment e
      """;

  private static final String STOCKTAKING =
      """
      select id, commune_id, on_day as "on", paper, by_id as by, at, expected, missing, broken
      from teamwork.stocktaking
      """;

  private final SqlClient database;
  private final ListQueries lists;

  EquipmentTable(SqlClient database, ListQueries lists) {
    this.database = database;
    this.lists = lists;
  }

  Optional<Equipment> find(UUID id) {
    return database.find(Equipment.class, SELECT + "where e.id = ?", id);
  }

  Optional<Equipment> findForUpdate(UUID id) {
    return database.find(Equipment.class, SELECT + "where e.id = ? for update", id);
  }

  /// One after another in a commune until the transaction ends, so that numbers are given once.
  void lockForUpdate(UUID communeId) {
    database.list(
        String.class,
        "select pg_advisory_xact_lock(hashtextextended('teamwork.equipment ' || ?, 0))",
        communeId.toString());
  }

  /// Those of some communes; what is null is not narrowed.
  Conditions filter(
      Collection<UUID> communes,
      @Nullable State state,
      @Nullable Kind kind,
      @Nullable UUID member,
      SearchTerms sought) {
    return new Conditions()
        .within("e.commune_id", communes)
        .and("e.state = :state", "state", state)
        .and("e.kind = :kind", "kind", kind)
        .and("e.member_id = :member", "member", member)
        .search(sought, "e.search_text");
  }

  /// A part of them, newest first.
  List<Equipment> list(Conditions filter, @Nullable UUID after, int rows) {
    Conditions where = filter.copy().and("e.id < :after", "after", after);
    return lists.list(
        Equipment.class,
        SELECT + where.text() + "order by e.id desc limit :rows",
        where.values().and("rows", rows));
  }

  /// How many there are, counted no further than to `most`.
  int count(Conditions filter, int most) {
    return filter.count(lists, "teamwork.equipment e", most);
  }

  /// What some people have.
  public List<Equipment> listOf(UUID member) {
    return database.list(Equipment.class, SELECT + "where e.member_id = ? order by e.id", member);
  }

  /// What people of some communes have who left their team, those who left first at the top.
  ///
  /// @param left when the holder of the last one that was seen left, and its identifier; null at
  ///   the start
  List<Equipment> outstanding(
      Collection<UUID> communes, @Nullable LocalDate left, @Nullable UUID after, int rows) {
    return database.list(
        Equipment.class,
        SELECT
            + """
            join team.member m on m.id = e.member_id
            where e.commune_id = any (:communes) and m.state = 'LEFT'
              and (cast(:left as date) is null
                or (m.left_on, e.id) > (:left, cast(:after as uuid)))
            order by m.left_on, e.id limit :rows
            """,
        Values.of("communes", communes).and("left", left).and("after", after).and("rows", rows));
  }

  /// Those that are to be found at a stocktaking.
  List<Equipment> present(Collection<UUID> communes) {
    return database.list(
        Equipment.class,
        SELECT + "where e.commune_id = any (?) and e.state <> 'WRITTEN_OFF' order by e.kind, e.id",
        communes);
  }

  /// Which of some numbers a present item of a kind has.
  List<String> taken(Collection<UUID> communes, Kind kind, Collection<String> serials) {
    return database.list(
        String.class,
        """
        select e.serial from teamwork.equipment e where e.commune_id = any (?) and e.kind = ?
          and e.state <> 'WRITTEN_OFF'
          and lower(e.serial) in (select lower(each) from unnest(?::text[]) each)
        """,
        communes,
        kind,
        serials);
  }

  /// What came by one receipt.
  record Receipt(List<Equipment> items, LocalDate on, @Nullable String paper) {
    Receipt {
      items = List.copyOf(items);
    }

    boolean says(
        Kind kind,
        String name,
        List<String> serials,
        @Nullable Integer count,
        LocalDate day,
        String number) {
      List<String> own =
          items.stream().flatMap(item -> Stream.ofNullable(item.serial())).sorted().toList();
      return items.stream().allMatch(item -> item.kind() == kind && item.name().equals(name))
          && own.equals(serials.stream().sorted().toList())
          && items.size() == (count == null ? serials.size() : count)
          && on.equals(day)
          && number.equals(paper);
    }
  }

  Optional<Receipt> findReceipt(UUID id) {
    List<Equipment> items =
        database.list(Equipment.class, SELECT + "where e.receipt_id = ? order by e.id", id);
    return items.isEmpty()
        ? Optional.empty()
        : database.find(
            (row, number) ->
                new Receipt(
                    items, row.getObject("on_day", LocalDate.class), row.getString("paper")),
            """
            select on_day, paper from teamwork.equipment_move
            where equipment_id = ? and number = 1
            """,
            items.getFirst().id());
  }

  /// @param receipt by which it came, as its sender calls it
  void insert(Equipment item, UUID receipt) {
    database.update(
        """
        insert into teamwork.equipment (id, code, commune_id, kind, name, serial, state, moves,
          receipt_id)
        values (:id, :code, :communeId, :kind, :name, :serial, 'IN_STORE', 1, :receipt)
        """,
        Values.of(item).and("receipt", receipt));
  }

  /// A move of an item.
  record Moved(
      int number,
      Move move,
      LocalDate on,
      @Nullable String paper,
      @Nullable UUID teamId,
      @Nullable UUID memberId,
      @Nullable String note,
      UUID by,
      Instant at) {}

  void insert(UUID item, Moved moved) {
    database.update(
        """
        insert into teamwork.equipment_move (equipment_id, number, kind, on_day, paper, team_id,
          member_id, note, by_id, at)
        values (:item, :number, :move, :on, :paper, :teamId, :memberId, :note, :by, :at)
        """,
        Values.of(moved).and("item", item));
  }

  void update(UUID id, State state, @Nullable UUID teamId, @Nullable UUID memberId, int moves) {
    database.update(
        """
        update teamwork.equipment set state = :state, team_id = :teamId, member_id = :memberId,
          moves = :moves
        where id = :id
        """,
        Values.of("state", state)
            .and("teamId", teamId)
            .and("memberId", memberId)
            .and("moves", moves)
            .and("id", id));
  }

  void setCommune(UUID id, UUID communeId) {
    database.update("update teamwork.equipment set commune_id = ? where id = ?", communeId, id);
  }

  List<Moved> moves(UUID id, int most) {
    return database.list(
        Moved.class,
        """
        select number, kind as move, on_day as "on", paper, team_id, member_id, note, by_id as by,
          at
        from teamwork.equipment_move where equipment_id = ? order by number desc limit ?
        """,
        id,
        most);
  }

  /// A stocktaking.
  ///
  /// @param expected how many items were looked for
  record Stocktaking(
      UUID id,
      UUID communeId,
      LocalDate on,
      String paper,
      UUID by,
      Instant at,
      int expected,
      List<UUID> missing,
      List<UUID> broken) {
    Stocktaking {
      missing = List.copyOf(missing);
      broken = List.copyOf(broken);
    }
  }

  void insert(Stocktaking taken) {
    database.update(
        """
        insert into teamwork.stocktaking (id, commune_id, on_day, paper, by_id, at, expected,
          missing, broken)
        values (:id, :communeId, :on, :paper, :by, :at, :expected, :missing, :broken)
        """,
        taken);
  }

  Optional<Stocktaking> findStocktaking(UUID id) {
    return database.find(Stocktaking.class, STOCKTAKING + "where id = ?", id);
  }

  /// Those of some communes, the last that were noted first.
  List<Stocktaking> stocktakings(Collection<UUID> communes, @Nullable UUID after, int rows) {
    return database.list(
        Stocktaking.class,
        STOCKTAKING
            + """
            where commune_id = any (:communes) and (cast(:after as uuid) is null
              or (at, id) < (select o.at, o.id from teamwork.stocktaking o
                where o.id = :after))
            order by at desc, id desc limit :rows
            """,
        Values.of("communes", communes).and("after", after).and("rows", rows));
  }

  List<Equipment> list(Collection<UUID> ids) {
    return database.list(Equipment.class, SELECT + "where e.id = any (?)", ids);
  }
}
