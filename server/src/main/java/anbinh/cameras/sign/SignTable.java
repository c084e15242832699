package anbinh.cameras.sign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of `cameras.sign`. Safe for many threads.
@Repository
public class SignTable {
  private final JdbcClient database;

  SignTable(JdbcClient database) {
    this.database = database;
  }

  /// The signs of those cameras that have one.
  public Map<UUID, Sign> find(Collection<UUID> cameras) {
    return database
        .sql("select * from cameras.sign where camera_id = any (?)")
        .param(cameras.toArray(UUID[]::new))
        .query(SignTable::sign)
        .list()
        .stream()
        .collect(Collectors.toMap(Sign::cameraId, Function.identity()));
  }

  /// Notes a sign, in the place of the one before.
  void put(Sign sign) {
    database
        .sql(
            """
            insert into cameras.sign (camera_id, put_up_on, recorded_at, recorded_by)
            values (?, ?, ?, ?)
            on conflict (camera_id) do update set put_up_on = excluded.put_up_on,
              recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by
            """)
        .param(sign.cameraId())
        .param(sign.putUpOn())
        .param(OffsetDateTime.ofInstant(sign.recordedAt(), ZoneOffset.UTC))
        .param(sign.recordedBy())
        .update();
  }

  /// @return whether there was one
  boolean remove(UUID camera) {
    return database.sql("delete from cameras.sign where camera_id = ?").param(camera).update() > 0;
  }

  private static Sign sign(ResultSet row, int number) throws SQLException {
    return new Sign(
        row.getObject("camera_id", UUID.class),
        row.getObject("put_up_on", LocalDate.class),
        row.getTimestamp("recorded_at").toInstant(),
        row.getObject("recorded_by", UUID.class));
  }
}
