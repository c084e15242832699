package anbinh.sightings.searches;

import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/// The table of searches for a plate. Safe for many threads.
@Repository
class PlateSearchTable {
  private final SqlClient database;

  PlateSearchTable(SqlClient database) {
    this.database = database;
  }

  /// @param text keyed hash of what was typed, in hexadecimal digits
  record NewSearch(
      UUID id,
      UUID personId,
      UUID caseId,
      Instant at,
      String text,
      int misreading,
      boolean strict) {}

  /// @param event of the log
  record Marked(UUID event, UUID personId, Instant at, List<Long> marks) {
    Marked {
      marks = List.copyOf(marks);
    }
  }

  void insert(NewSearch search, UUID event, Collection<Long> marks) {
    database.update(
        """
        insert into sightings.plate_search (id, event_id, person_id, case_id, at, text_hash,
          misreading, strict, marks)
        values (:id, :event, :personId, :caseId, :at, decode(:text, 'hex'), :misreading, :strict,
          :marks)
        """,
        Values.of(search).and("event", event).and("marks", marks));
  }

  /// Whether the newest search of the same words in the same case, since a moment, only accepted
  /// more or less.
  boolean refines(NewSearch search, Instant since) {
    return database
        .find(
            Boolean.class,
            """
            select misreading <> :misreading or strict <> :strict from sightings.plate_search
            where person_id = :personId and case_id = :caseId and at >= :since
              and text_hash = decode(:text, 'hex')
            order by at desc, id desc limit 1
            """,
            Values.of(search).and("since", since))
        .orElse(false);
  }

  /// Whether the same words were searched for in the same case since a moment.
  boolean isAsked(NewSearch search, Instant since) {
    return database.exists(
        """
        select from sightings.plate_search where person_id = ? and case_id = ? and at >= ?
          and text_hash = decode(?, 'hex')
        """,
        search.personId(),
        search.caseId(),
        since,
        search.text());
  }

  Optional<Marked> find(UUID id) {
    return database.find(
        Marked.class,
        "select event_id as event, person_id, at, marks from sightings.plate_search where id = ?",
        id);
  }

  /// Those of somebody after one moment and until another, oldest first.
  List<Marked> list(UUID person, Instant after, Instant until) {
    return database.list(
        Marked.class,
        """
        select event_id as event, person_id, at, marks from sightings.plate_search
        where person_id = ? and at > ? and at <= ? order by at, id
        """,
        person,
        after,
        until);
  }

  int delete(Instant before, int most) {
    return database.update(
        """
        delete from sightings.plate_search where id in
          (select id from sightings.plate_search where at < ? limit ?)
        """,
        before,
        most);
  }
}
