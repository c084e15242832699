package anbinh.cases.incident;

import anbinh.cases.Incident;
import anbinh.cases.Point;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The table of the incidents of cases. Safe for many threads.
@Component
public class IncidentTable {
  private static final String COLUMNS =
      """
      select i.id, i.case_id, i.title, i.type, i.timing, i.occurred_from, i.occurred_to, i.place,
        i.latitude, i.longitude, i.report, i.note, i.added_by, i.added_at, i.event_id,
        i.withdrawn_at
      """;

  private final JdbcClient database;

  IncidentTable(JdbcClient database) {
    this.database = database;
  }

  void insert(Incident incident) {
    Point point = incident.point();
    database
        .sql(
            """
            insert into cases.incident (id, case_id, title, type, timing, occurred_from,
              occurred_to, place, latitude, longitude, report, note, added_by, added_at, event_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(incident.id())
        .param(incident.caseId())
        .param(incident.title())
        .param(incident.type())
        .param(incident.timing().name())
        .param(Timestamp.from(incident.occurredFrom()))
        .param(timestamp(incident.occurredTo()))
        .param(incident.place())
        .param(point == null ? null : point.latitude())
        .param(point == null ? null : point.longitude())
        .param(incident.report())
        .param(incident.note())
        .param(incident.addedBy())
        .param(Timestamp.from(incident.addedAt()))
        .param(incident.eventId())
        .update();
  }

  /// Keeps what is known of an incident now.
  void update(Incident incident) {
    Point point = incident.point();
    database
        .sql(
            """
            update cases.incident set title = ?, type = ?, timing = ?, occurred_from = ?,
              occurred_to = ?, place = ?, latitude = ?, longitude = ?, report = ?, note = ?
            where id = ?
            """)
        .param(incident.title())
        .param(incident.type())
        .param(incident.timing().name())
        .param(Timestamp.from(incident.occurredFrom()))
        .param(timestamp(incident.occurredTo()))
        .param(incident.place())
        .param(point == null ? null : point.latitude())
        .param(point == null ? null : point.longitude())
        .param(incident.report())
        .param(incident.note())
        .param(incident.id())
        .update();
  }

  void withdraw(UUID id, Instant at) {
    database
        .sql("update cases.incident set withdrawn_at = ? where id = ?")
        .params(Timestamp.from(at), id)
        .update();
  }

  public List<Incident> list(UUID caseId) {
    return database
        .sql(COLUMNS + "from cases.incident i where i.case_id = ? order by i.occurred_from, i.id")
        .param(caseId)
        .query(IncidentTable::incident)
        .list();
  }

  Optional<Incident> findForUpdate(UUID caseId, UUID id) {
    return database
        .sql(COLUMNS + "from cases.incident i where i.case_id = ? and i.id = ? for update")
        .params(caseId, id)
        .query(IncidentTable::incident)
        .optional();
  }

  public Map<UUID, Incident> ofRequests(Collection<UUID> requests) {
    record Row(UUID request, Incident incident) {}
    return database
        .sql(
            COLUMNS
                + """
                , r.request_id from cases.linked_request r
                join cases.incident i on i.id = r.incident_id
                where r.request_id = any(?)
                """)
        .param(requests.toArray(UUID[]::new))
        .query((row, number) ->
            new Row(row.getObject("request_id", UUID.class), incident(row, number)))
        .list()
        .stream()
        .collect(Collectors.toMap(Row::request, Row::incident));
  }

  public void link(UUID requestId, UUID incidentId) {
    database
        .sql("update cases.linked_request set incident_id = ? where request_id = ?")
        .params(incidentId, requestId)
        .update();
  }

  public void erasePlaces(UUID caseId) {
    database
        .sql(
            """
            update cases.incident set place = null, latitude = null, longitude = null
            where case_id = ?
            """)
        .param(caseId)
        .update();
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }

  private static Incident incident(ResultSet row, int number) throws SQLException {
    Double latitude = row.getObject("latitude", Double.class);
    return new Incident(
        row.getObject("id", UUID.class),
        row.getObject("case_id", UUID.class),
        row.getString("title"),
        row.getString("type"),
        Incident.Timing.valueOf(row.getString("timing")),
        row.getTimestamp("occurred_from").toInstant(),
        instant(row.getTimestamp("occurred_to")),
        row.getString("place"),
        latitude == null ? null : new Point(latitude, row.getDouble("longitude")),
        row.getString("report"),
        row.getString("note"),
        row.getObject("added_by", UUID.class),
        row.getTimestamp("added_at").toInstant(),
        row.getObject("event_id", UUID.class),
        instant(row.getTimestamp("withdrawn_at")));
  }
}
