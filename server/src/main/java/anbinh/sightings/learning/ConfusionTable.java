package anbinh.sightings.learning;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import anbinh.sightings.dictionary.ConfusionCounts;
import anbinh.sightings.dictionary.ConfusionCounts.Confusion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The table of how often readers took one character for another. Safe for many threads.
@Repository
class ConfusionTable {
  private final SqlClient database;

  ConfusionTable(SqlClient database) {
    this.database = database;
  }

  /// Adds what was counted of some readers.
  void add(Map<Reader, ConfusionCounts> counted) {
    List<Values> rows = new ArrayList<>();
    counted.entrySet().stream()
        // In one order, so that two who add do not wait for each other.
        .sorted(
            Comparator.comparing((Map.Entry<Reader, ConfusionCounts> each) -> each.getKey().model())
                .thenComparing(each -> each.getKey().cameraId()))
        .forEach(each ->
            each.getValue()
                .list()
                .forEach(confusion ->
                    rows.add(
                        Values.of(confusion)
                            .and("model", each.getKey().model())
                            .and("camera", each.getKey().cameraId()))));
    database.batch(
        """
        insert into sightings.confusion (model, camera_id, remembered, read, count)
        values (:model, :camera, :stands, :read, :count)
        on conflict (model, camera_id, remembered, read)
          do update set count = confusion.count + excluded.count
        """,
        rows);
  }

  private record Counted(
      String model, @Nullable UUID cameraId, String stands, String read, long count) {
    Confusion confusion() {
      return new Confusion(stands, read, count);
    }

    Reader reader() {
      return new Reader(model, Objects.requireNonNull(cameraId));
    }
  }

  /// What was counted of each model before all cameras.
  ///
  /// @param least what was counted less often is left out
  Map<String, List<Confusion>> listModels(long least) {
    return database
        .list(
            Counted.class,
            """
            select model, null::uuid as camera_id, remembered as stands, read,
              sum(count)::bigint as count
            from sightings.confusion group by model, remembered, read having sum(count) >= ?
            """,
            least)
        .stream()
        .collect(groupingBy(Counted::model, mapping(Counted::confusion, toList())));
  }

  /// What was counted of models before single cameras.
  ///
  /// @param least what was counted less often is left out
  /// @param characters where fewer were counted, all is left out
  Map<Reader, List<Confusion>> listCameras(long least, long characters) {
    return database
        .list(
            Counted.class,
            """
            select model, camera_id, remembered as stands, read, count from
              (select c.*, sum(count) filter (where remembered <> '')
                over (partition by model, camera_id) as characters
              from sightings.confusion c where count >= :least) c
            where characters >= :characters
            """,
            Values.of("least", least).and("characters", characters))
        .stream()
        .collect(groupingBy(Counted::reader, mapping(Counted::confusion, toList())));
  }

  /// The position up to which passes were counted; nobody else counts until the transaction ends.
  long countedPosition() {
    return database.get(Long.class, "select position from sightings.confusion_position for update");
  }

  void setCountedPosition(long position) {
    database.update("update sightings.confusion_position set position = ?", position);
  }
}
