package anbinh.cases.check;

import anbinh.audit.event.AuditLog;
import anbinh.audit.event.RecordedEvent;
import anbinh.cases.vehicle.VehicleEvent;
import anbinh.identity.people.People;
import anbinh.platform.sql.Snapshot;
import anbinh.platform.sql.SqlClient;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Holds the vehicles of cases against the log.
@Component
class VehiclesAgainstLog extends CaseRecordsAgainstLog<VehiclesAgainstLog.Vehicle> {
  private static final String ROWS =
      """
      select id, case_id, role, kind, plate, plate_rows, plate_colour, colour, words, added_by,
        added_at
      from cases.vehicle where case_id = any (?)
      """;
  private static final Kind<Vehicle> KIND =
      new Kind<>(
          "vehicle",
          "vehicles of cases",
          ROWS,
          Vehicle.class,
          Set.of(VehicleEvent.ADDED),
          EnumSet.allOf(VehicleEvent.class));

  VehiclesAgainstLog(SqlClient database, AuditLog log, Snapshot snapshot, People people) {
    super(KIND, database, log, snapshot, people);
  }

  record Vehicle(
      UUID id,
      UUID caseId,
      String role,
      String kind,
      @Nullable String plate,
      @Nullable Integer plateRows,
      @Nullable String plateColour,
      @Nullable String colour,
      @Nullable String words,
      UUID addedBy,
      Instant addedAt)
      implements Row {}

  @Override
  boolean isGone(Told told) {
    return told.last(VehicleEvent.REMOVED) != null;
  }

  @Override
  void compare(Vehicle row, Told told, Consumer<String> differs) {
    RecordedEvent added = told.first();
    differ(!Values.says(added, "role", row.role()), "its role is another one in the log", differs);
    differ(
        !Values.says(added, "plated", row.plate() != null)
            || !Values.tells(added, "plate", row.plate())
            || !Values.tells(added, "plateRows", row.plateRows())
            || !Values.tells(added, "plateColour", row.plateColour()),
        "its plate is another one in the log",
        differs);
    differ(
        !Values.says(added, "vehicleKind", row.kind())
            || !Values.tells(added, "colour", row.colour())
            || !Values.tells(added, "words", Objects.requireNonNullElse(row.words(), "")),
        "what it looks like is told otherwise in the log",
        differs);
    differ(!isBy(added, row.addedBy()), "who added it is another one in the log", differs);
    differ(!Values.says(added, "at", row.addedAt()), "its time is another one in the log", differs);
  }
}
