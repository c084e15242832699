package anbinh.cases.vehicle;

import anbinh.platform.sql.SqlClient;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The table of the vehicles of cases. Safe for many threads.
@Component
class VehicleTable {
  private static final String COLUMNS =
      """
      select id, case_id, role, kind, plate, plate_rows, plate_colour, colour, words, added_by,
        added_at
      from cases.vehicle
      """;

  private final SqlClient database;

  VehicleTable(SqlClient database) {
    this.database = database;
  }

  void insert(Vehicle vehicle) {
    database.update(
        """
        insert into cases.vehicle (id, case_id, role, kind, plate, plate_rows, plate_colour,
          colour, words, added_by, added_at)
        values (:id, :caseId, :role, :kind, :plate, :plateRows, :plateColour, :colour, :words,
          :addedBy, :addedAt)
        """,
        vehicle);
  }

  /// Oldest first.
  List<Vehicle> list(UUID caseId) {
    return database.list(Vehicle.class, COLUMNS + "where case_id = ? order by id", caseId);
  }

  Optional<Vehicle> findForUpdate(UUID caseId, UUID id) {
    return database.find(
        Vehicle.class, COLUMNS + "where case_id = ? and id = ? for update", caseId, id);
  }

  void delete(UUID id) {
    database.update("delete from cases.vehicle where id = ?", id);
  }
}
