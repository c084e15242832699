package anbinh.cases.vehicle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
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

  private final JdbcClient database;

  VehicleTable(JdbcClient database) {
    this.database = database;
  }

  void insert(Vehicle vehicle) {
    database
        .sql(
            """
            insert into cases.vehicle (id, case_id, role, kind, plate, plate_rows, plate_colour,
              colour, words, added_by, added_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(vehicle.id())
        .param(vehicle.caseId())
        .param(vehicle.role().name())
        .param(vehicle.kind().name())
        .param(vehicle.plate())
        .param(vehicle.plateRows())
        .param(name(vehicle.plateColour()))
        .param(name(vehicle.colour()))
        .param(vehicle.words())
        .param(vehicle.addedBy())
        .param(Timestamp.from(vehicle.addedAt()))
        .update();
  }

  /// Oldest first.
  List<Vehicle> list(UUID caseId) {
    return database
        .sql(COLUMNS + "where case_id = ? order by id")
        .param(caseId)
        .query(VehicleTable::vehicle)
        .list();
  }

  Optional<Vehicle> findForUpdate(UUID caseId, UUID id) {
    return database
        .sql(COLUMNS + "where case_id = ? and id = ? for update")
        .params(caseId, id)
        .query(VehicleTable::vehicle)
        .optional();
  }

  void delete(UUID id) {
    database.sql("delete from cases.vehicle where id = ?").param(id).update();
  }

  private static @Nullable String name(@Nullable Enum<?> constant) {
    return constant == null ? null : constant.name();
  }

  private static Vehicle vehicle(ResultSet row, int number) throws SQLException {
    String plateColour = row.getString("plate_colour");
    String colour = row.getString("colour");
    return new Vehicle(
        row.getObject("id", UUID.class),
        row.getObject("case_id", UUID.class),
        VehicleRole.valueOf(row.getString("role")),
        VehicleKind.valueOf(row.getString("kind")),
        row.getString("plate"),
        row.getObject("plate_rows", Integer.class),
        plateColour == null ? null : PlateColour.valueOf(plateColour),
        colour == null ? null : Colour.valueOf(colour),
        row.getString("words"),
        row.getObject("added_by", UUID.class),
        row.getTimestamp("added_at").toInstant());
  }
}
