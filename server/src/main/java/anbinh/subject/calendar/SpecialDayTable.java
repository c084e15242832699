package anbinh.subject.calendar;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of `subject.special_day`. Safe for many threads.
@Repository
public class SpecialDayTable {
  private final JdbcClient database;

  SpecialDayTable(JdbcClient database) {
    this.database = database;
  }

  /// In the order of the calendar.
  public List<SpecialDay> list() {
    return database
        .sql("select day, working, name from subject.special_day order by day")
        .query((row, number) ->
            new SpecialDay(
                row.getObject("day", LocalDate.class),
                row.getBoolean("working"),
                row.getString("name")))
        .list();
  }

  /// Adds a day, in the place of what was said of it.
  public void put(SpecialDay special) {
    database
        .sql(
            """
            insert into subject.special_day values (?, ?, ?)
            on conflict (day) do update set working = excluded.working, name = excluded.name
            """)
        .params(special.day(), special.working(), special.name())
        .update();
  }

  /// @return whether it was there
  public boolean remove(LocalDate day) {
    return database.sql("delete from subject.special_day where day = ?").param(day).update() > 0;
  }
}
