package anbinh.teamwork.equipment;

import anbinh.platform.sql.Conditions;
import anbinh.platform.sql.ListQueries;
import anbinh.platform.SearchTerms;
import anbinh.teamwork.equipment.Equipment.Kind;
import anbinh.teamwork.equipment.Equipment.Move;
import anbinh.teamwork.equipment.Equipment.State;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
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
      select id, commune_id, on_day, paper, by_id, at, expected, missing, broken
      from teamwork.stocktaking
      """;

  private final JdbcClient database;
  private final ListQueries lists;

  EquipmentTable(JdbcClient database, ListQueries lists) {
    this.database = database;
    this.lists = lists;
  }

  Optional<Equipment> find(UUID id) {
    return database
        .sql(SELECT + "where e.id = ?")
        .param(id)
        .query(EquipmentTable::equipment)
        .optional();
  }

  Optional<Equipment> findForUpdate(UUID id) {
    return database
        .sql(SELECT + "where e.id = ? for update")
        .param(id)
        .query(EquipmentTable::equipment)
        .optional();
  }

  /// One after another in a commune until the transaction ends, so that numbers are given once.
  void lockForUpdate(UUID communeId) {
    database
        .sql("select pg_advisory_xact_lock(hashtextextended('teamwork.equipment ' || ?, 0))")
        .param(communeId.toString())
        .query((row, number) -> true)
        .single();
  }

  /// Those of some communes; what is null is not narrowed.
  Conditions filter(
      Collection<UUID> communes,
      @Nullable State state,
      @Nullable Kind kind,
      @Nullable UUID member,
      SearchTerms sought) {
    return new Conditions()
        .within("e.commune_id", communes.toArray(UUID[]::new))
        .and("e.state = :state", "state", state == null ? null : state.name())
        .and("e.kind = :kind", "kind", kind == null ? null : kind.name())
        .and("e.member_id = :member", "member", member)
        .search(sought, "e.search_text");
  }

  /// A part of them, newest first.
  List<Equipment> list(Conditions filter, @Nullable UUID after, int rows) {
    Conditions where = filter.copy().and("e.id < :after", "after", after);
    return lists
        .sql(SELECT + where.text() + "order by e.id desc limit :rows")
        .params(where.map())
        .param("rows", rows)
        .query(EquipmentTable::equipment)
        .list();
  }

  /// How many there are, counted no further than to `most`.
  int count(Conditions filter, int most) {
    return filter.count(lists, "teamwork.equipment e", most);
  }

  /// What some people have.
  public List<Equipment> listOf(UUID member) {
    return database
        .sql(SELECT + "where e.member_id = ? order by e.id")
        .param(member)
        .query(EquipmentTable::equipment)
        .list();
  }

  /// What people of some communes have who left their team, those who left first at the top.
  ///
  /// @param left when the holder of the last one that was seen left, and its identifier; null at
  ///   the start
  List<Equipment> outstanding(
      Collection<UUID> communes, @Nullable LocalDate left, @Nullable UUID after, int rows) {
    return database
        .sql(
            SELECT
                + """
                join team.member m on m.id = e.member_id
                where e.commune_id = any (:communes) and m.state = 'LEFT'
                  and (cast(:left as date) is null
                    or (m.left_on, e.id) > (:left, cast(:after as uuid)))
                order by m.left_on, e.id limit :rows
                """)
        .param("communes", communes.toArray(UUID[]::new))
        .param("left", left)
        .param("after", after)
        .param("rows", rows)
        .query(EquipmentTable::equipment)
        .list();
  }

  /// Those that are to be found at a stocktaking.
  List<Equipment> present(Collection<UUID> communes) {
    return database
        .sql(
            SELECT
                + "where e.commune_id = any (?) and e.state <> 'WRITTEN_OFF' order by e.kind, e.id")
        .param(communes.toArray(UUID[]::new))
        .query(EquipmentTable::equipment)
        .list();
  }

  /// Which of some numbers a present item of a kind has.
  List<String> taken(Collection<UUID> communes, Kind kind, Collection<String> serials) {
    return database
        .sql(
            """
            select e.serial from teamwork.equipment e where e.commune_id = any (?) and e.kind = ?
              and e.state <> 'WRITTEN_OFF'
              and lower(e.serial) in (select lower(each) from unnest(?) each)
            """)
        .params(communes.toArray(UUID[]::new), kind.name(), serials.toArray(String[]::new))
        .query((row, number) -> row.getString(1))
        .list();
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
        database
            .sql(SELECT + "where e.receipt_id = ? order by e.id")
            .param(id)
            .query(EquipmentTable::equipment)
            .list();
    return items.isEmpty()
        ? Optional.empty()
        : database
            .sql(
                """
                select on_day, paper from teamwork.equipment_move
                where equipment_id = ? and number = 1
                """)
            .param(items.getFirst().id())
            .query((row, number) ->
                new Receipt(
                    items, row.getObject("on_day", LocalDate.class), row.getString("paper")))
            .optional();
  }

  /// @param receipt by which it came, as its sender calls it
  void insert(Equipment item, UUID receipt) {
    database
        .sql(
            """
            insert into teamwork.equipment (id, code, commune_id, kind, name, serial, state, moves,
              receipt_id) values (?, ?, ?, ?, ?, ?, 'IN_STORE', 1, ?)
            """)
        .param(item.id())
        .param(item.code())
        .param(item.communeId())
        .param(item.kind().name())
        .param(item.name())
        .param(item.serial())
        .param(receipt)
        .update();
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
    database
        .sql(
            """
            insert into teamwork.equipment_move (equipment_id, number, kind, on_day, paper, team_id,
              member_id, note, by_id, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(item)
        .param(moved.number())
        .param(moved.move().name())
        .param(moved.on())
        .param(moved.paper())
        .param(moved.teamId())
        .param(moved.memberId())
        .param(moved.note())
        .param(moved.by())
        .param(Timestamp.from(moved.at()))
        .update();
  }

  void update(UUID id, State state, @Nullable UUID teamId, @Nullable UUID memberId, int moves) {
    database
        .sql(
            """
            update teamwork.equipment set state = ?, team_id = ?, member_id = ?, moves = ?
            where id = ?
            """)
        .param(state.name())
        .param(teamId)
        .param(memberId)
        .param(moves)
        .param(id)
        .update();
  }

  void setCommune(UUID id, UUID communeId) {
    database
        .sql("update teamwork.equipment set commune_id = ? where id = ?")
        .params(communeId, id)
        .update();
  }

  List<Moved> moves(UUID id, int most) {
    return database
        .sql(
            """
            select number, kind, on_day, paper, team_id, member_id, note, by_id, at
            from teamwork.equipment_move where equipment_id = ? order by number desc limit ?
            """)
        .params(id, most)
        .query((row, number) ->
            new Moved(
                row.getInt("number"),
                Move.valueOf(row.getString("kind")),
                row.getObject("on_day", LocalDate.class),
                row.getString("paper"),
                row.getObject("team_id", UUID.class),
                row.getObject("member_id", UUID.class),
                row.getString("note"),
                row.getObject("by_id", UUID.class),
                row.getTimestamp("at").toInstant()))
        .list();
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
    database
        .sql(
            """
            insert into teamwork.stocktaking (id, commune_id, on_day, paper, by_id, at, expected,
              missing, broken) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(taken.id())
        .param(taken.communeId())
        .param(taken.on())
        .param(taken.paper())
        .param(taken.by())
        .param(Timestamp.from(taken.at()))
        .param(taken.expected())
        .param(taken.missing().toArray(UUID[]::new))
        .param(taken.broken().toArray(UUID[]::new))
        .update();
  }

  Optional<Stocktaking> findStocktaking(UUID id) {
    return database
        .sql(STOCKTAKING + "where id = ?")
        .param(id)
        .query(EquipmentTable::stocktaking)
        .optional();
  }

  /// Those of some communes, the last that were noted first.
  List<Stocktaking> stocktakings(Collection<UUID> communes, @Nullable UUID after, int rows) {
    return database
        .sql(
            STOCKTAKING
                + """
                where commune_id = any (:communes) and (cast(:after as uuid) is null
                  or (at, id) < (select o.at, o.id from teamwork.stocktaking o
                    where o.id = :after))
                order by at desc, id desc limit :rows
                """)
        .param("communes", communes.toArray(UUID[]::new))
        .param("after", after)
        .param("rows", rows)
        .query(EquipmentTable::stocktaking)
        .list();
  }

  private static Stocktaking stocktaking(ResultSet row, int number) throws SQLException {
    Array missing = row.getArray("missing");
    Array broken = row.getArray("broken");
    return new Stocktaking(
        row.getObject("id", UUID.class),
        row.getObject("commune_id", UUID.class),
        row.getObject("on_day", LocalDate.class),
        row.getString("paper"),
        row.getObject("by_id", UUID.class),
        row.getTimestamp("at").toInstant(),
        row.getInt("expected"),
        List.of((UUID[]) missing.getArray()),
        List.of((UUID[]) broken.getArray()));
  }

  List<Equipment> list(Collection<UUID> ids) {
    return database
        .sql(SELECT + "where e.id = any (?)")
        .param(ids.toArray(UUID[]::new))
        .query(EquipmentTable::equipment)
        .list();
  }

  private static Equipment equipment(ResultSet row, int number) throws SQLException {
    return new Equipment(
        row.getObject("id", UUID.class),
        row.getString("code"),
        row.getObject("commune_id", UUID.class),
        Kind.valueOf(row.getString("kind")),
        row.getString("name"),
        row.getString("serial"),
        State.valueOf(row.getString("state")),
        row.getObject("team_id", UUID.class),
        row.getObject("member_id", UUID.class),
        row.getInt("moves"));
  }
}
