package anbinh.oversight.transparency;

import anbinh.platform.sql.SqlClient;
import anbinh.seal.figures.CountOf;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/// The tables of publications. Safe for many threads.
@Component
class PublicationTable {
  private static final String COLUMNS =
      "select through, from_index, to_index, published_at, event_id as event from"
          + " oversight.publication ";

  private final SqlClient database;

  PublicationTable(SqlClient database) {
    this.database = database;
  }

  Optional<Publication> findLast() {
    return database.find(Publication.class, COLUMNS + "order by through desc limit 1");
  }

  /// All, oldest first.
  List<Publication> list() {
    return database.list(Publication.class, COLUMNS + "order by through");
  }

  void insert(Publication made, Map<LocalDate, Map<CountOf, Long>> counts) {
    database.update(
        "insert into oversight.publication values (:through, :fromIndex, :toIndex, :publishedAt,"
            + " :event)",
        made);
    counts.forEach((day, ofDay) ->
        ofDay.forEach((what, count) ->
            database.update(
                "insert into oversight.day_count values (?, ?, ?, ?)",
                made.through(),
                day,
                what,
                count)));
  }

  /// What one publication counted.
  Map<LocalDate, Map<CountOf, Long>> counts(LocalDate through) {
    Map<LocalDate, Map<CountOf, Long>> counts = new TreeMap<>();
    database
        .list(
            DayCount.class,
            "select day, count_of, count from oversight.day_count where through = ?",
            through)
        .forEach(each ->
            counts
                .computeIfAbsent(each.day(), _ -> new EnumMap<>(CountOf.class))
                .put(each.countOf(), each.count()));
    return counts;
  }

  private record DayCount(LocalDate day, CountOf countOf, long count) {}

  /// What all publications counted from a day through another.
  Map<CountOf, Long> sum(LocalDate from, LocalDate through) {
    Map<CountOf, Long> sums = new EnumMap<>(CountOf.class);
    for (CountOf what : CountOf.values()) {
      sums.put(what, 0L);
    }
    sums.putAll(
        database.map(
            CountOf.class,
            Long.class,
            """
            select count_of, sum(count) from oversight.day_count where day >= ? and day <= ?
            group by count_of
            """,
            from,
            through));
    return sums;
  }
}
