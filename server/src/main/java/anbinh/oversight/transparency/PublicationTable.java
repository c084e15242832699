package anbinh.oversight.transparency;

import anbinh.seal.figures.CountOf;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The tables of publications. Safe for many threads.
@Component
class PublicationTable {
  private static final String COLUMNS =
      "select through, from_index, to_index, published_at, event_id from oversight.publication ";

  private final JdbcClient database;

  PublicationTable(JdbcClient database) {
    this.database = database;
  }

  Optional<Publication> findLast() {
    return database
        .sql(COLUMNS + "order by through desc limit 1")
        .query(PublicationTable::publication)
        .optional();
  }

  /// All, oldest first.
  List<Publication> list() {
    return database.sql(COLUMNS + "order by through").query(PublicationTable::publication).list();
  }

  void insert(Publication made, Map<LocalDate, Map<CountOf, Long>> counts) {
    database
        .sql("insert into oversight.publication values (?, ?, ?, ?, ?)")
        .param(made.through())
        .param(made.fromIndex())
        .param(made.toIndex())
        .param(Timestamp.from(made.publishedAt()))
        .param(made.event())
        .update();
    counts.forEach((day, ofDay) ->
        ofDay.forEach((what, count) ->
            database
                .sql("insert into oversight.day_count values (?, ?, ?, ?)")
                .params(made.through(), day, what.name(), count)
                .update()));
  }

  /// What one publication counted.
  Map<LocalDate, Map<CountOf, Long>> counts(LocalDate through) {
    Map<LocalDate, Map<CountOf, Long>> counts = new TreeMap<>();
    database
        .sql("select day, count_of, count from oversight.day_count where through = ?")
        .param(through)
        .query(row -> {
          counts
              .computeIfAbsent(row.getObject(1, LocalDate.class), _ -> new EnumMap<>(CountOf.class))
              .put(CountOf.valueOf(row.getString(2)), row.getLong(3));
        });
    return counts;
  }

  /// What all publications counted from a day through another.
  Map<CountOf, Long> sum(LocalDate from, LocalDate through) {
    Map<CountOf, Long> sums = new EnumMap<>(CountOf.class);
    for (CountOf what : CountOf.values()) {
      sums.put(what, 0L);
    }
    database
        .sql(
            """
            select count_of, sum(count) from oversight.day_count where day >= ? and day <= ?
            group by count_of
            """)
        .params(from, through)
        .query(row -> {
          sums.put(CountOf.valueOf(row.getString(1)), row.getLong(2));
        });
    return sums;
  }

  private static Publication publication(ResultSet row, int number) throws SQLException {
    return new Publication(
        row.getObject("through", LocalDate.class),
        row.getLong("from_index"),
        row.getLong("to_index"),
        row.getTimestamp("published_at").toInstant(),
        row.getObject("event_id", UUID.class));
  }
}
