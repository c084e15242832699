package anbinh.subject.calendar;

import anbinh.platform.sql.SqlClient;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Repository;

/// The rows of `subject.special_day`. Safe for many threads.
@Repository
public class SpecialDayTable {
  private final SqlClient database;

  SpecialDayTable(SqlClient database) {
    this.database = database;
  }

  /// In the order of the calendar.
  public List<SpecialDay> list() {
    return database.list(
        SpecialDay.class, "select day, working, name from subject.special_day order by day");
  }

  /// Adds a day, in the place of what was said of it.
  public void put(SpecialDay special) {
    database.update(
        """
        insert into subject.special_day values (:day, :working, :name)
        on conflict (day) do update set working = excluded.working, name = excluded.name
        """,
        special);
  }

  /// @return whether it was there
  public boolean remove(LocalDate day) {
    return database.update("delete from subject.special_day where day = ?", day) > 0;
  }
}
