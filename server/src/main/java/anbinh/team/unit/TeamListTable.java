package anbinh.team.unit;

import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

  private final SqlClient database;

  TeamListTable(SqlClient database) {
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
    database.update(
        """
        insert into team.list
          (event, taken_by, taken_at, sha256, communes, teams, members)
        values (:event, :takenBy, :takenAt, :sha256, :communes, :teams, :members)
        """,
        list);
  }

  public List<TakenList> list(Collection<UUID> events) {
    return database.list(TakenList.class, SELECT + "where l.event = any (?)", events);
  }

  /// Those about some communes, newest first.
  ///
  /// @param communes null for everywhere
  public List<TakenList> list(@Nullable Collection<UUID> communes, int most) {
    return database.list(
        TakenList.class,
        SELECT
            + """
            where cast(:communes as uuid[]) is null or l.communes && :communes
            order by l.taken_at desc limit :most
            """,
        Values.of("communes", communes).and("most", most));
  }
}
