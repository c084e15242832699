package anbinh.cameras.store;

import anbinh.cameras.Camera;
import anbinh.cameras.Camera.Place;
import anbinh.cameras.CameraKind;
import anbinh.cameras.Consent;
import anbinh.cameras.KeepDays;
import anbinh.cameras.OwnerKind;
import anbinh.platform.sql.Conditions;
import anbinh.platform.DataFolder;
import anbinh.platform.FoldedText;
import anbinh.platform.sql.ListQueries;
import anbinh.platform.secret.SecretCipher;
import java.net.URI;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of `cameras.camera`, with their passwords encrypted under a key of their own.
@Repository
public class CameraTable {
  private static final String FIGURES =
      """
      select
        count(*) filter (where kind = 'CONNECTED'),
        count(*) filter (where kind = 'COMMUNITY'),
        count(*) filter (where consent = 'GIVEN'
          and (consent_until is null or consent_until >= current_date)),
        count(*) filter (where owner_kind not in ('POLICE', 'AUTHORITY')
          and (consent = 'NONE' or (consent = 'GIVEN' and consent_until < current_date))),
        count(*) filter (where consent = 'WITHDRAWN'),
        count(*) filter (where latitude is null),
        count(*) filter (where kind = 'CONNECTED'
          and not exists (select from cameras.sign where camera_id = id))
      from cameras.camera
      where retired_at is null and (cast(:areas as uuid[]) is null or area_id = any (:areas))
      """;

  private static final String INSERT =
      """
      insert into cameras.camera (id, code, kind, reference, name, area_id, owner_kind, consent,
        consent_until, address, username, password_cipher, simulated, recording, keep_days,
        latitude, longitude, direction_degrees, angle_degrees, range_metres, search_text,
        created_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final int BATCH = 500;

  private final JdbcClient database;
  private final ListQueries lists;
  private final JdbcTemplate batches;
  private final SecretCipher cipher;

  CameraTable(JdbcClient database, ListQueries lists, JdbcTemplate batches, DataFolder data) {
    this.database = database;
    this.lists = lists;
    this.batches = batches;
    this.cipher = new SecretCipher(data.folder("cameras").resolve("password.key"));
  }

  public Optional<Camera> find(UUID id) {
    return database
        .sql("select * from cameras.camera where id = :id")
        .param("id", id)
        .query(CameraTable::camera)
        .optional();
  }

  public List<Camera> listConnected() {
    return database
        .sql("select * from cameras.camera where kind = 'CONNECTED' order by code")
        .query(CameraTable::camera)
        .list();
  }

  public List<Camera> listRecorded() {
    return database
        .sql(
            """
            select * from cameras.camera where recording and retired_at is null
            order by char_length(code), code
            """)
        .query(CameraTable::camera)
        .list();
  }

  public int countInUse() {
    return database
        .sql(
            """
            select count(*) from cameras.camera
            where kind = 'CONNECTED' and retired_at is null and (recording or not simulated)
            """)
        .query(Integer.class)
        .single();
  }

  public Optional<KeepDays> findKeepDays() {
    return database
        .sql(
            """
            select min(keep_days), max(keep_days) from cameras.camera where kind = 'CONNECTED'
            having count(*) > 0
            """)
        .query((row, number) -> new KeepDays(row.getInt(1), row.getInt(2)))
        .optional();
  }

  /// A part of some cameras in the order of their codes, CAM-9999 before CAM-10000.
  ///
  /// @param after the code of the last one already seen; null at the start
  public List<Camera> page(CameraFilter filter, @Nullable String after, int rows) {
    Conditions where =
        filter
            .where()
            .copy()
            .and("(char_length(code), code) > (char_length(:after), :after)", "after", after);
    return lists
        .sql(
            "select * from cameras.camera"
                + where.text()
                + "order by char_length(code), code limit :rows")
        .params(where.map())
        .param("rows", rows)
        .query(CameraTable::camera)
        .list();
  }

  /// How many there are, counted no further than to `most`.
  public int count(CameraFilter filter, int most) {
    return filter.where().count(lists, "cameras.camera", most);
  }

  /// How many of the connected cameras that are not retired should be recorded, are among those
  /// that are, and need not be.
  public Recorded recorded(@Nullable Collection<UUID> within, Collection<UUID> recording) {
    return database
        .sql(
            """
            select count(*) filter (where recording),
              (select count(*) from cameras.camera
                where id = any (:recording) and recording and retired_at is null
                  and (cast(:areas as uuid[]) is null or area_id = any (:areas))),
              count(*) filter (where not recording)
            from cameras.camera
            where kind = 'CONNECTED' and retired_at is null
              and (cast(:areas as uuid[]) is null or area_id = any (:areas))
            """)
        .param("recording", array(recording))
        .param("areas", array(within))
        .query((row, number) -> new Recorded(row.getInt(1), row.getInt(2), row.getInt(3)))
        .single();
  }

  public record Recorded(int requested, int recorded, int off) {}

  private static UUID @Nullable [] array(@Nullable Collection<UUID> ids) {
    return ids == null ? null : ids.toArray(UUID[]::new);
  }

  /// How many cameras the register has.
  public Figures figures(@Nullable Collection<UUID> areas) {
    return database
        .sql(FIGURES)
        .param("areas", areas == null ? null : areas.toArray(UUID[]::new))
        .query((row, number) ->
            new Figures(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7)))
        .single();
  }

  /// Cameras of the register that are not retired.
  ///
  /// @param consentMissing the owner should be asked for consent, and was not or not yet
  /// @param notPlaced no search by place can find them
  /// @param withoutSign connected ones of which no sign says that one is recorded
  public record Figures(
      long connected,
      long community,
      long consentGiven,
      long consentMissing,
      long consentWithdrawn,
      long notPlaced,
      long withoutSign) {}

  public Optional<String> findPassword(UUID id) {
    return database
        .sql(
            "select password_cipher from cameras.camera where id = :id and password_cipher is not"
                + " null")
        .param("id", id)
        .query((row, number) -> row.getBytes(1))
        .optional()
        .map(cipher::decryptText);
  }

  /// A camera that is to be added, with its password.
  public record New(Camera camera, @Nullable String password) {
    @Override
    public String toString() {
      return "New[camera=" + camera.code() + "]";
    }
  }

  public void insert(List<New> added, Instant now) {
    OffsetDateTime at = OffsetDateTime.ofInstant(now, ZoneOffset.UTC);
    batches.batchUpdate(INSERT, added, BATCH, (statement, row) -> bindNew(statement, row, at));
  }

  private void bindNew(PreparedStatement statement, New row, OffsetDateTime at)
      throws SQLException {
    Camera camera = row.camera();
    Place place = camera.place();
    String address = camera.findAddress().map(URI::toString).orElse(null);
    int column = 0;
    statement.setObject(++column, camera.id());
    statement.setString(++column, camera.code());
    statement.setString(++column, camera.kind().name());
    statement.setString(++column, camera.reference());
    statement.setString(++column, camera.name());
    statement.setObject(++column, camera.areaId());
    statement.setString(++column, camera.ownerKind().name());
    statement.setString(++column, stored(camera.consent().state()).name());
    statement.setObject(++column, camera.consent().until(), Types.DATE);
    statement.setString(++column, address);
    statement.setString(++column, camera.username());
    statement.setBytes(++column, encrypted(row.password()));
    statement.setBoolean(++column, camera.simulated());
    statement.setBoolean(++column, camera.recording());
    statement.setInt(++column, camera.keepDays());
    statement.setObject(++column, place == null ? null : place.latitude(), Types.DOUBLE);
    statement.setObject(++column, place == null ? null : place.longitude(), Types.DOUBLE);
    statement.setObject(++column, place == null ? null : place.directionDegrees(), Types.INTEGER);
    statement.setObject(++column, place == null ? null : place.angleDegrees(), Types.INTEGER);
    statement.setObject(++column, place == null ? null : place.rangeMetres(), Types.INTEGER);
    statement.setString(++column, searchText(camera.code(), camera.name(), camera.reference()));
    statement.setObject(++column, at);
  }

  /// That no consent is needed follows from the owner, so it is not kept.
  private static Consent.State stored(Consent.State state) {
    return switch (state) {
      case GIVEN, EXPIRED -> Consent.State.GIVEN;
      case WITHDRAWN -> Consent.State.WITHDRAWN;
      case NONE, NOT_NEEDED -> Consent.State.NONE;
    };
  }

  public void update(Camera camera) {
    bind(
            database.sql(
                """
                update cameras.camera set name = :name, area_id = :areaId, reference = :reference,
                  owner_kind = :ownerKind, address = :address, username = :username,
                  recording = :recording, keep_days = :keepDays, latitude = :latitude,
                  longitude = :longitude, direction_degrees = :direction, angle_degrees = :angle,
                  range_metres = :range, search_text = :searchText
                where id = :id
                """),
            camera)
        .update();
  }

  public void updatePassword(UUID id, @Nullable String password) {
    database
        .sql("update cameras.camera set password_cipher = :password where id = :id")
        .param("password", encrypted(password), Types.BINARY)
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

  /// Notes what the newest statement of the owner comes to. Who withdrew is recorded no more.
  public void updateConsent(UUID id, Consent consent) {
    database
        .sql(
            """
            update cameras.camera set consent = :state, consent_until = :until,
              recording = recording and :state <> 'WITHDRAWN'
            where id = :id
            """)
        .param("state", consent.state().name())
        .param("until", consent.until(), Types.DATE)
        .param("id", id)
        .update();
  }

  /// The references in some areas, as `<area> <reference>`.
  ///
  /// @param areas null for everywhere
  public Set<String> references(@Nullable Collection<UUID> areas) {
    return database
        .sql(
            """
            select area_id || ' ' || reference from cameras.camera
            where reference is not null
              and (cast(:areas as uuid[]) is null or area_id = any (:areas))
            """)
        .param("areas", areas == null ? null : areas.toArray(UUID[]::new))
        .query((row, number) -> row.getString(1))
        .set();
  }

  private byte @Nullable [] encrypted(@Nullable String password) {
    return password == null ? null : cipher.encrypt(password);
  }

  public boolean isReferenceTaken(UUID areaId, String reference, UUID butBy) {
    return database
        .sql(
            """
            select exists (select from cameras.camera
              where area_id = :area and reference = :reference and id <> :id)
            """)
        .param("area", areaId)
        .param("reference", reference)
        .param("id", butBy)
        .query(Boolean.class)
        .single();
  }

  /// What a camera is found by.
  public static String searchText(String code, String name, @Nullable String reference) {
    return FoldedText.words(code + " " + name + (reference == null ? "" : " " + reference));
  }

  private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, Camera camera) {
    Place place = camera.place();
    return statement
        .param("id", camera.id())
        .param("name", camera.name())
        .param("areaId", camera.areaId())
        .param("reference", camera.reference(), Types.VARCHAR)
        .param("ownerKind", camera.ownerKind().name())
        .param("address", camera.findAddress().map(URI::toString).orElse(null), Types.VARCHAR)
        .param("username", camera.username(), Types.VARCHAR)
        .param("recording", camera.recording())
        .param("keepDays", camera.keepDays())
        .param("latitude", place == null ? null : place.latitude(), Types.DOUBLE)
        .param("longitude", place == null ? null : place.longitude(), Types.DOUBLE)
        .param("direction", place == null ? null : place.directionDegrees(), Types.INTEGER)
        .param("angle", place == null ? null : place.angleDegrees(), Types.INTEGER)
        .param("range", place == null ? null : place.rangeMetres(), Types.INTEGER)
        .param("searchText", searchText(camera.code(), camera.name(), camera.reference()));
  }

  /// A row with all columns of `cameras.camera`.
  public static Camera camera(ResultSet row, int number) throws SQLException {
    String address = row.getString("address");
    OwnerKind ownerKind = OwnerKind.valueOf(row.getString("owner_kind"));
    return new Camera(
        row.getObject("id", UUID.class),
        row.getString("code"),
        CameraKind.valueOf(row.getString("kind")),
        row.getString("reference"),
        row.getString("name"),
        row.getObject("area_id", UUID.class),
        ownerKind,
        consent(row, ownerKind),
        address == null ? null : URI.create(address),
        row.getString("username"),
        row.getBoolean("simulated"),
        row.getBoolean("recording"),
        row.getInt("keep_days"),
        place(row),
        row.getObject("retired_at") != null);
  }

  private static Consent consent(ResultSet row, OwnerKind ownerKind) throws SQLException {
    var stated = Consent.State.valueOf(row.getString("consent"));
    return stated == Consent.State.NONE && !ownerKind.needsConsent()
        ? new Consent(Consent.State.NOT_NEEDED, null)
        : new Consent(stated, row.getObject("consent_until", LocalDate.class));
  }

  private static @Nullable Place place(ResultSet row) throws SQLException {
    Double latitude = row.getObject("latitude", Double.class);
    Double longitude = row.getObject("longitude", Double.class);
    return latitude == null || longitude == null
        ? null
        : new Place(
            latitude,
            longitude,
            row.getObject("direction_degrees", Integer.class),
            row.getObject("angle_degrees", Integer.class),
            row.getObject("range_metres", Integer.class));
  }
}
