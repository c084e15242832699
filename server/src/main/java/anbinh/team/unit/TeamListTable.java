package anbinh.team.unit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of `team.list`: lists that were taken in; they are only added to. Safe for many
/// threads.
@Repository
public class TeamListTable {
  private static final String SELECT =
      """
      select l.event, l.taken_by, l.taken_at, l.sha256, l.communes, l.teams, l.members
      from team.list l
      """;

  private final JdbcClient database;

  TeamListTable(JdbcClient database) {
    this.database = database;
  }

  /// A list that was taken in.
  ///
  /// @param event the entry of the log
  public record TakenList(
      UUID event,
      UUID takenBy,
      Instant takenAt,
      String sha256,
      List<UUID> communes,
      int teams,
      int members) {
    public TakenList {
      communes = List.copyOf(communes);
    }
  }

  public void insert(TakenList list) {
    database
        .sql(
            """
            insert into team.list
              (event, taken_by, taken_at, sha256, communes, teams, members)
            values (:event, :by, :at, :sha256, :communes, :teams, :members)
            """)
        .param("event", list.event())
        .param("by", list.takenBy())
        .param("at", Timestamp.from(list.takenAt()))
        .param("sha256", list.sha256())
        .param("communes", list.communes().toArray(UUID[]::new))
        .param("teams", list.teams())
        .param("members", list.members())
        .update();
  }

  public List<TakenList> list(Collection<UUID> events) {
    return database
        .sql(SELECT + "where l.event = any (?)")
        .param(events.toArray(UUID[]::new))
        .query(TeamListTable::list)
        .list();
  }

  /// Those about some communes, newest first.
  ///
  /// @param communes null for everywhere
  public List<TakenList> list(@Nullable Collection<UUID> communes, int most) {
    return database
        .sql(
            SELECT
                + """
                where cast(:communes as uuid[]) is null or l.communes && :communes
                order by l.taken_at desc limit :most
                """)
        .param("communes", communes == null ? null : communes.toArray(UUID[]::new))
        .param("most", most)
        .query(TeamListTable::list)
        .list();
  }

  private static TakenList list(ResultSet row, int number) throws SQLException {
    return new TakenList(
        row.getObject("event", UUID.class),
        row.getObject("taken_by", UUID.class),
        row.getTimestamp("taken_at").toInstant(),
        row.getString("sha256"),
        List.of((UUID[]) row.getArray("communes").getArray()),
        row.getInt("teams"),
        row.getInt("members"));
  }
}
