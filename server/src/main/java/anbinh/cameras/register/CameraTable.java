package anbinh.cameras.register;

import anbinh.cameras.Camera;
import anbinh.cameras.Camera.Place;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of `cameras.camera`.
@Repository
public class CameraTable {
  private final JdbcClient database;

  CameraTable(JdbcClient database) {
    this.database = database;
  }

  public Optional<Camera> find(UUID id) {
    return database
        .sql("select * from cameras.camera where id = :id")
        .param("id", id)
        .query(CameraTable::camera)
        .optional();
  }

  public List<Camera> list() {
    return database
        .sql("select * from cameras.camera order by code")
        .query(CameraTable::camera)
        .list();
  }

  public Optional<byte[]> findPassword(UUID id) {
    return database
        .sql(
            "select password_cipher from cameras.camera where id = :id and password_cipher is not null")
        .param("id", id)
        .query((row, number) -> row.getBytes(1))
        .optional();
  }

  public void insert(Camera camera, byte @Nullable [] passwordCipher, Instant now) {
    bind(
            database.sql(
                """
                insert into cameras.camera (id, code, name, area_id, address, username,
                  password_cipher, simulated, recording, keep_days, latitude, longitude,
                  direction_degrees, created_at)
                values (:id, :code, :name, :areaId, :address, :username, :password, :simulated,
                  :recording, :keepDays, :latitude, :longitude, :direction, :now)
                """),
            camera)
        .param("code", camera.code())
        .param("simulated", camera.simulated())
        .param("password", passwordCipher, Types.BINARY)
        .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
        .update();
  }

  public void update(Camera camera) {
    bind(
            database.sql(
                """
                update cameras.camera set name = :name, area_id = :areaId, address = :address,
                  username = :username, recording = :recording, keep_days = :keepDays,
                  latitude = :latitude, longitude = :longitude, direction_degrees = :direction
                where id = :id
                """),
            camera)
        .update();
  }

  public void updatePassword(UUID id, byte @Nullable [] passwordCipher) {
    database
        .sql("update cameras.camera set password_cipher = :password where id = :id")
        .param("password", passwordCipher, Types.BINARY)
        .param("id", id)
        .update();
  }

  public void retire(UUID id, Instant now) {
    database
        .sql("update cameras.camera set retired_at = :now where id = :id and retired_at is null")
        .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
        .param("id", id)
        .update();
  }

  private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, Camera camera) {
    Place place = camera.place();
    return statement
        .param("id", camera.id())
        .param("name", camera.name())
        .param("areaId", camera.areaId())
        .param("address", camera.address().toString())
        .param("username", camera.username(), Types.VARCHAR)
        .param("recording", camera.recording())
        .param("keepDays", camera.keepDays())
        .param("latitude", place == null ? null : place.latitude(), Types.DOUBLE)
        .param("longitude", place == null ? null : place.longitude(), Types.DOUBLE)
        .param("direction", place == null ? null : place.directionDegrees(), Types.INTEGER);
  }

  private static Camera camera(ResultSet row, int number) throws SQLException {
    Double latitude = row.getObject("latitude", Double.class);
    Double longitude = row.getObject("longitude", Double.class);
    return new Camera(
        row.getObject("id", UUID.class),
        row.getString("code"),
        row.getString("name"),
        row.getObject("area_id", UUID.class),
        URI.create(row.getString("address")),
        row.getString("username"),
        row.getBoolean("simulated"),
        row.getBoolean("recording"),
        row.getInt("keep_days"),
        latitude == null || longitude == null
            ? null
            : new Place(latitude, longitude, row.getObject("direction_degrees", Integer.class)),
        row.getObject("retired_at") != null);
  }
}
