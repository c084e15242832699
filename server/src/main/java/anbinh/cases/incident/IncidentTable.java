package anbinh.cases.incident;

import anbinh.cases.Incident;
import anbinh.platform.sql.SqlClient;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The table of the incidents of cases. Safe for many threads.
@Component
class IncidentTable {
  private static final String COLUMNS =
      """
      i.id, i.case_id, i.title, i.type, i.timing, i.occurred_from, i.occurred_to, i.place,
        i.latitude as "point.latitude", i.longitude as "point.longitude", i.report, i.note,
        i.added_by, i.added_at, i.event_id, i.withdrawn_at
      """;

  private final SqlClient database;

  IncidentTable(SqlClient database) {
    this.database = database;
  }

  void insert(Incident incident) {
    database.update(
        """
        insert into cases.incident (id, case_id, title, type, timing, occurred_from,
          occurred_to, place, latitude, longitude, report, note, added_by, added_at, event_id)
        values (:id, :caseId, :title, :type, :timing, :occurredFrom, :occurredTo, :place,
          :point.latitude, :point.longitude, :report, :note, :addedBy, :addedAt, :eventId)
        """,
        incident);
  }

  /// Keeps what is known of an incident now.
  void update(Incident incident) {
    database.update(
        """
        update cases.incident set title = :title, type = :type, timing = :timing,
          occurred_from = :occurredFrom, occurred_to = :occurredTo, place = :place,
          latitude = :point.latitude, longitude = :point.longitude, report = :report,
          note = :note
        where id = :id
        """,
        incident);
  }

  void withdraw(UUID id, Instant at) {
    database.update("update cases.incident set withdrawn_at = ? where id = ?", at, id);
  }

  public List<Incident> list(UUID caseId) {
    return database.list(
        Incident.class,
        "select "
            + COLUMNS
            + "from cases.incident i where i.case_id = ? order by i.occurred_from, i.id",
        caseId);
  }

  Optional<Incident> findForUpdate(UUID caseId, UUID id) {
    return database.find(
        Incident.class,
        "select " + COLUMNS + "from cases.incident i where i.case_id = ? and i.id = ? for update",
        caseId,
        id);
  }

  public Map<UUID, Incident> ofRequests(Collection<UUID> requests) {
    return database.map(
        UUID.class,
        Incident.class,
        "select r.request_id, "
            + COLUMNS
            + """
            from cases.linked_request r join cases.incident i on i.id = r.incident_id
            where r.request_id = any (?)
            """,
        requests);
  }

  public void link(UUID requestId, UUID incidentId) {
    database.update(
        "update cases.linked_request set incident_id = ? where request_id = ?",
        incidentId,
        requestId);
  }

  public void erasePlaces(UUID caseId) {
    database.update(
        """
        update cases.incident set place = null, latitude = null, longitude = null
        where case_id = ?
        """,
        caseId);
  }
}
