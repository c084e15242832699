package anbinh.sightings.learning;

import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import anbinh.sightings.dictionary.ConfusionCounts;
import anbinh.sightings.dictionary.ConfusionCounts.Confusion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /// The model of which most was counted.
  Optional<String> findUsualModel() {
    return database.find(
        String.class,
        "select model from sightings.confusion group by model order by sum(count) desc, model limit 1");
  }

  /// What was counted of a model before all cameras.
  List<Confusion> list(String model) {
    return database.list(
        Confusion.class,
        """
        select remembered as stands, read, sum(count)::bigint as count
        from sightings.confusion where model = ? group by remembered, read
        """,
        model);
  }

  /// The position up to which passes were counted; nobody else counts until the transaction ends.
  long countedPosition() {
    return database.get(Long.class, "select position from sightings.confusion_position for update");
  }

  void setCountedPosition(long position) {
    database.update("update sightings.confusion_position set position = ?", position);
  }
}
