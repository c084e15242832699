package anbinh.cameras.store;

import anbinh.areas.Bounds;
import anbinh.cameras.Camera;
import anbinh.cameras.Consent;
import anbinh.cameras.KeepDays;
import anbinh.platform.DataFolder;
import anbinh.platform.FoldedText;
import anbinh.platform.secret.SecretCipher;
import anbinh.platform.sql.Conditions;
import anbinh.platform.sql.ListQueries;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The rows of `cameras.camera`, with their passwords encrypted under a key of their own.
@Repository
public class CameraTable {
  /// What a [Camera] is read from: of a public body no consent is needed.
  public static final String SELECT =
      """
      select id, code, kind, reference, name, area_id, owner_kind,
        case when consent = 'NONE' and owner_kind in ('POLICE', 'AUTHORITY') then 'NOT_NEEDED'
          else consent end as "consent.state",
        consent_until as "consent.until", address, username, simulated, recording, keep_days,
        latitude as "place.latitude", longitude as "place.longitude",
        direction_degrees as "place.direction_degrees", angle_degrees as "place.angle_degrees",
        range_metres as "place.range_metres", retired_at is not null as retired
      from cameras.camera
      """;

  private static final String FIGURES =
      """
      select
        count(*) filter (where kind = 'CONNECTED') as connected,
        count(*) filter (where kind = 'COMMUNITY') as community,
        count(*) filter (where consent = 'GIVEN'
          and (consent_until is null or consent_until >= current_date)) as consent_given,
        count(*) filter (where owner_kind not in ('POLICE', 'AUTHORITY')
          and (consent = 'NONE' or (consent = 'GIVEN' and consent_until < current_date)))
          as consent_missing,
        count(*) filter (where consent = 'WITHDRAWN') as consent_withdrawn,
        count(*) filter (where latitude is null) as not_placed,
        count(*) filter (where kind = 'CONNECTED'
          and not exists (select from cameras.sign where camera_id = id)) as without_sign
      from cameras.camera
      where retired_at is null and (cast(:areas as uuid[]) is null or area_id = any (:areas))
      """;

  private static final String INSERT =
      """
      insert into cameras.camera (id, code, kind, reference, name, area_id, owner_kind, consent,
        consent_until, address, username, password_cipher, simulated, recording, keep_days,
        latitude, longitude, direction_degrees, angle_degrees, range_metres, search_text,
        created_at)
      values (:id, :code, :kind, :reference, :name, :areaId, :ownerKind, :stated, :consent.until,
        :address, :username, :password, :simulated, :recording, :keepDays, :place.latitude,
        :place.longitude, :place.directionDegrees, :place.angleDegrees, :place.rangeMetres,
        :searchText, :now)
      """;

  private final SqlClient database;
  private final ListQueries lists;
  private final SecretCipher cipher;

  CameraTable(SqlClient database, ListQueries lists, DataFolder data) {
    this.database = database;
    this.lists = lists;
    this.cipher = new SecretCipher(data.folder("cameras").resolve("password.key"));
  }

  public Optional<Camera> find(UUID id) {
    return database.find(Camera.class, SELECT + "where id = ?", id);
  }

  List<Camera> listByCode(Collection<String> codes) {
    return database.list(Camera.class, SELECT + "where code = any(?)", codes);
  }

  public List<Camera> listConnected() {
    return database.list(Camera.class, SELECT + "where kind = 'CONNECTED' order by code");
  }

  public List<Camera> listRecorded() {
    return database.list(
        Camera.class,
        SELECT + "where recording and retired_at is null order by char_length(code), code");
  }

  public int countInUse() {
    return database.get(
        Integer.class,
        """
        select count(*) from cameras.camera
        where kind = 'CONNECTED' and retired_at is null and (recording or not simulated)
        """);
  }

  public Optional<KeepDays> findKeepDays() {
    return database.find(
        KeepDays.class,
        """
        select min(keep_days) as least, max(keep_days) as most
        from cameras.camera where kind = 'CONNECTED'
        having count(*) > 0
        """);
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
    return lists.list(
        Camera.class,
        SELECT + where.text() + "order by char_length(code), code limit :rows",
        where.values().and("rows", rows));
  }

  /// How many there are, counted no further than to `most`.
  public int count(CameraFilter filter, int most) {
    return filter.where().count(lists, "cameras.camera", most);
  }

  /// Where some cameras are that have a place; empty where there is none.
  public Optional<Bounds> findExtent(CameraFilter filter) {
    Conditions where = filter.where().copy();
    return lists
        .list(
            Bounds.class,
            """
            select min(latitude) as south, min(longitude) as west,
              max(latitude) as north, max(longitude) as east
            from cameras.camera
            """
                + where.text()
                + " having count(*) > 0",
            where.values())
        .stream()
        .findFirst();
  }

  /// Some cameras that have a place, by the cells of a grid, for a map of them.
  ///
  /// @param degrees how wide and how high a cell is
  public List<CameraCell> cells(CameraFilter filter, double degrees) {
    Conditions where = filter.where().copy();
    return lists.list(
        CameraCell.class,
        """
        select cast(count(*) as int) as count, avg(latitude) as latitude, avg(longitude) as longitude,
          case when count(*) = 1 then cast(min(cast(id as text)) as uuid) end as id,
          case when count(*) = 1 then min(code || ' ' || name) end as name
        from cameras.camera
        """
            + where.text()
            + " group by floor(latitude / :degrees), floor(longitude / :degrees)",
        where.values().and("degrees", degrees));
  }

  /// The cameras of a cell.
  ///
  /// @param latitude the mean, as is `longitude`
  /// @param id of the camera, where there is but one; null otherwise, as is `name`
  public record CameraCell(
      int count, double latitude, double longitude, @Nullable UUID id, @Nullable String name) {}

  /// How many of the connected cameras that are not retired should be recorded, are among those
  /// that are, and need not be.
  public Recorded recorded(@Nullable Collection<UUID> within, Collection<UUID> recording) {
    return database.get(
        Recorded.class,
        """
        select count(*) filter (where recording) as requested,
          (select count(*) from cameras.camera
            where id = any (:recording) and recording and retired_at is null
              and (cast(:areas as uuid[]) is null or area_id = any (:areas))) as recorded,
          count(*) filter (where not recording) as off
        from cameras.camera
        where kind = 'CONNECTED' and retired_at is null
          and (cast(:areas as uuid[]) is null or area_id = any (:areas))
        """,
        Values.of("recording", recording).and("areas", within));
  }

  public record Recorded(int requested, int recorded, int off) {}

  /// How many cameras the register has.
  public Figures figures(@Nullable Collection<UUID> areas) {
    return database.get(Figures.class, FIGURES, Values.of("areas", areas));
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
        .find(
            byte[].class,
            "select password_cipher from cameras.camera where id = ? and password_cipher is not"
                + " null",
            id)
        .map(cipher::decryptText);
  }

  /// Also one that cannot be read any more.
  public boolean hasPassword(UUID id) {
    return database.exists(
        "select from cameras.camera where id = ? and password_cipher is not null", id);
  }

  /// A camera that is to be added, with its password.
  public record New(Camera camera, @Nullable String password) {
    @Override
    public String toString() {
      return "New[camera=" + camera.code() + "]";
    }
  }

  private static Values values(Camera camera) {
    return Values.of(camera)
        .and("searchText", searchText(camera.code(), camera.name(), camera.reference()));
  }

  public void insert(List<New> added, Instant now) {
    database.batch(
        INSERT,
        added.stream()
            .map(row ->
                values(row.camera())
                    .and("stated", stored(row.camera().consent().state()))
                    .and("password", encrypted(row.password()))
                    .and("now", now))
            .toList());
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
    database.update(
        """
        update cameras.camera set name = :name, area_id = :areaId, reference = :reference,
          owner_kind = :ownerKind, address = :address, username = :username,
          recording = :recording, keep_days = :keepDays, latitude = :place.latitude,
          longitude = :place.longitude, direction_degrees = :place.directionDegrees,
          angle_degrees = :place.angleDegrees, range_metres = :place.rangeMetres,
          search_text = :searchText
        where id = :id
        """,
        values(camera));
  }

  public void updatePassword(UUID id, @Nullable String password) {
    database.update(
        "update cameras.camera set password_cipher = ? where id = ?", encrypted(password), id);
  }

  public void retire(UUID id, Instant now) {
    database.update(
        "update cameras.camera set retired_at = ? where id = ? and retired_at is null", now, id);
  }

  /// Notes what the newest statement of the owner comes to. Who withdrew is recorded no more.
  public void updateConsent(UUID id, Consent consent) {
    database.update(
        """
        update cameras.camera set consent = :state, consent_until = :until,
          recording = recording and :state <> 'WITHDRAWN'
        where id = :id
        """,
        Values.of("state", consent.state()).and("until", consent.until()).and("id", id));
  }

  /// The references in some areas, as `<area> <reference>`.
  ///
  /// @param areas null for everywhere
  public Set<String> references(@Nullable Collection<UUID> areas) {
    return Set.copyOf(
        database.list(
            String.class,
            """
            select area_id || ' ' || reference from cameras.camera
            where reference is not null
              and (cast(:areas as uuid[]) is null or area_id = any (:areas))
            """,
            Values.of("areas", areas)));
  }

  private byte @Nullable [] encrypted(@Nullable String password) {
    return password == null ? null : cipher.encrypt(password);
  }

  public boolean isReferenceTaken(UUID areaId, String reference, UUID butBy) {
    return database.exists(
        """
        select from cameras.camera
          where area_id = :area and reference = :reference and id <> :id
        """,
        Values.of("area", areaId).and("reference", reference).and("id", butBy));
  }

  /// What a camera is found by.
  public static String searchText(String code, String name, @Nullable String reference) {
    return FoldedText.words(code + " " + name + (reference == null ? "" : " " + reference));
  }
}
