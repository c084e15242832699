package anbinh.sightings.store;

import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import anbinh.recording.Span;
import anbinh.sightings.PlateReading;
import anbinh.sightings.Sighting;
import anbinh.vision.Colour;
import anbinh.vision.Direction;
import anbinh.vision.ObjectClass;
import anbinh.vision.pass.ClassReason;
import anbinh.vision.pass.Weakness;
import anbinh.vision.plate.PlateColour;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The rows of `sightings.pass` and the one of `sightings.stream`.
@Repository
public class SightingTable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TypeReference<List<PlateReading>> READINGS = new TypeReference<>() {};

  private static final String SELECT =
      """
      select position, camera_id, area_id, from_at, to_at, best_at, object_class, colours,
        direction, readings, model, weakness, class_reason, plate_colour
      from sightings.pass
      """;

  private static final Duration MAX_PASS = Duration.ofDays(1);

  private final SqlClient database;

  SightingTable(SqlClient database) {
    this.database = database;
  }

  /// A row as the database gives it.
  private record Row(
      long position,
      UUID cameraId,
      UUID areaId,
      Instant fromAt,
      Instant toAt,
      Instant bestAt,
      @Nullable ObjectClass objectClass,
      Set<Colour> colours,
      @Nullable Direction direction,
      String readings,
      String model,
      @Nullable Weakness weakness,
      @Nullable ClassReason classReason,
      @Nullable PlateColour plateColour) {
    Sighting sighting() {
      return new Sighting(
          position,
          cameraId,
          areaId,
          fromAt,
          toAt,
          bestAt,
          objectClass,
          colours,
          direction,
          JSON.readValue(readings, READINGS),
          model,
          weakness,
          classReason,
          plateColour);
    }
  }

  /// Keeps others from storing until the transaction ends.
  long lockLastPosition() {
    return database.get(Long.class, "select last_position from sightings.stream for update");
  }

  /// The position of the last pass that was stored.
  public long lastPosition() {
    return database.get(Long.class, "select last_position from sightings.stream");
  }

  void setLastPosition(long position) {
    database.update("update sightings.stream set last_position = ?", position);
  }

  /// Those of some keys of a source that are stored.
  Set<String> listKnown(UUID source, Collection<String> keys) {
    return Set.copyOf(
        database.list(
            String.class,
            "select source_key from sightings.pass where source_id = ? and source_key = any(?)",
            source,
            keys));
  }

  /// @param first position of the first; the others follow it
  void insert(UUID source, long first, List<NewSighting> told) {
    List<Values> rows = new ArrayList<>();
    for (NewSighting each : told) {
      String picture = each.platePicture();
      rows.add(
          Values.of(each)
              .and("position", first + rows.size())
              .and("source", source)
              .and("readings", JSON.writeValueAsString(each.readings()))
              .and("picture", picture == null ? null : Base64.getDecoder().decode(picture)));
    }
    database.batch(
        """
        insert into sightings.pass (position, source_id, source_key, camera_id, area_id, from_at,
          to_at, best_at, object_class, colours, direction, readings, model, plate_picture,
          weakness, class_reason, plate_colour)
        values (:position, :source, :key, :cameraId, :areaId, :fromAt, :toAt, :bestAt,
          :objectClass, :colours, :direction, :readings, :model, :picture,
          :weakness, :classReason, :plateColour)
        """,
        rows);
  }

  /// The passes behind a position, in the order of the stream.
  public List<Sighting> listAfter(long position, int most) {
    return database
        .list(Row.class, SELECT + "where position > ? order by position limit ?", position, most)
        .stream()
        .map(Row::sighting)
        .toList();
  }

  /// When something first passed a camera, after a time.
  public Optional<Instant> first(UUID cameraId, Instant after) {
    return database.find(
        Instant.class,
        """
        select best_at from sightings.pass where camera_id = ? and best_at >= ?
        order by best_at limit 1
        """,
        cameraId,
        after);
  }

  /// What passed a camera, in the order of its times.
  public List<Sighting> list(UUID cameraId, Instant from, Instant to) {
    return database
        .list(
            Row.class,
            SELECT
                + "where camera_id = ? and best_at >= ? and best_at < ? order by best_at, position",
            cameraId,
            from,
            to)
        .stream()
        .map(Row::sighting)
        .toList();
  }

  /// How many passed a camera in a part of a span.
  ///
  /// @param at when the part begins
  public record Activity(Instant at, int vehicles, int persons) {}

  /// What passed a camera, counted in parts of a length from the span's beginning on; those in
  /// which nothing passed are left out.
  public List<Activity> countActivity(UUID cameraId, Span span, Duration part) {
    return database.list(
        Activity.class,
        """
        select date_bin(make_interval(secs => :seconds), best_at, :from) as at,
          count(*) filter (where object_class is distinct from 'PERSON') as vehicles,
          count(*) filter (where object_class = 'PERSON') as persons
        from sightings.pass where camera_id = :camera and best_at >= :from and best_at < :to
        group by 1 order by 1
        """,
        Values.of(span).and("camera", cameraId).and("seconds", part.toSeconds()));
  }

  /// What passed a camera at a time that overlaps a span.
  List<Sighting> listOverlapping(UUID cameraId, Instant from, Instant to) {
    return database
        .list(
            Row.class,
            SELECT
                + """
                where camera_id = :camera and from_at <= :to and to_at >= :from
                  and best_at between :earliest and :latest
                """,
            Values.of("camera", cameraId)
                .and("from", from)
                .and("to", to)
                .and("earliest", from.minus(MAX_PASS))
                .and("latest", to.plus(MAX_PASS)))
        .stream()
        .map(Row::sighting)
        .toList();
  }

  /// Those of some positions that are there, in no order.
  public List<Sighting> list(Collection<Long> positions) {
    return database.list(Row.class, SELECT + "where position = any(?)", positions).stream()
        .map(Row::sighting)
        .toList();
  }

  /// The pictures of plates that there are of some passes, as JPEG in Base64.
  public Map<Long, String> pictures(Collection<Long> positions) {
    return database.map(
        Long.class,
        String.class,
        """
        select position, translate(encode(plate_picture, 'base64'), E'\\n', '')
        from sightings.pass where position = any(?) and plate_picture is not null
        """,
        positions);
  }

  /// Forgets some of what is older than a time and is held by no case.
  ///
  /// @return how many those were
  int delete(Instant before, int most) {
    return database.update(
        """
        delete from sightings.pass where position in
          (select position from sightings.pass p where best_at < ?
            and not exists (
              select from sightings.case_pass k where k.position = p.position and k.held)
            limit ?)
        """,
        before,
        most);
  }
}
