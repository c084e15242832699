package anbinh.cases.vehicle;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.cases.CaseFile;
import anbinh.cases.CaseProblem;
import anbinh.cases.store.CaseViewLog;
import anbinh.cases.store.Cases;
import anbinh.identity.Person;
import anbinh.platform.FieldProblems;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.WrittenText;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Adds vehicles to cases and removes them; rights are the caller's to check.
@Component
class Vehicles {
  private final VehicleTable table;
  private final Cases cases;
  private final Ids ids;
  private final InstantSource clock;
  private final AuditLog log;
  private final CaseViewLog looks;

  Vehicles(
      VehicleTable table,
      Cases cases,
      Ids ids,
      InstantSource clock,
      AuditLog log,
      CaseViewLog looks) {
    this.looks = looks;
    this.table = table;
    this.cases = cases;
    this.ids = ids;
    this.clock = clock;
    this.log = log;
  }

  @Transactional
  Vehicle add(UUID caseId, NewVehicle requested, Person by) {
    CaseFile file = cases.lockOpen(caseId);
    String plate = WrittenText.orNull(requested.plate());
    if (plate == null) {
      requireNothingOfAPlate(requested);
    }
    var vehicle =
        new Vehicle(
            ids.next(),
            caseId,
            requested.role(),
            requested.kind(),
            plate,
            requested.plateRows(),
            requested.plateColour(),
            requested.colour(),
            WrittenText.orNull(requested.words()),
            by.id(),
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    table.insert(vehicle);
    log.record(added(described(VehicleEvent.ADDED, file, vehicle, by), vehicle));
    return vehicle;
  }

  @Transactional
  void remove(CaseFile file, UUID id, String reason, Person by) {
    Vehicle vehicle =
        table
            .findForUpdate(file.id(), id)
            .orElseThrow(() -> Problem.of(CaseProblem.NO_SUCH_VEHICLE));
    table.delete(id);
    log.record(described(VehicleEvent.REMOVED, file, vehicle, by).detail("reason", reason));
  }

  @Transactional
  List<Vehicle> list(CaseFile file, Person by) {
    looks.record(file, by);
    return table.list(file.id());
  }

  private static void requireNothingOfAPlate(NewVehicle requested) {
    var problems = new FieldProblems();
    if (requested.plateRows() != null) {
      problems.reject("plateRows", "without-plate");
    }
    if (requested.plateColour() != null) {
      problems.reject("plateColour", "without-plate");
    }
    problems.requireNone();
  }

  private static Event described(VehicleEvent type, CaseFile file, Vehicle vehicle, Person by) {
    Event event =
        Event.of(type)
            .by(by.actor())
            .about("case", file.id(), file.code())
            .fact("vehicle", vehicle.id())
            .fact("role", vehicle.role())
            .fact("vehicleKind", vehicle.kind());
    String plate = vehicle.plate();
    return plate == null ? event : event.detail("plate", plate);
  }

  /// With all that is known of it besides the plate.
  private static Event added(Event event, Vehicle vehicle) {
    String words = vehicle.words();
    Event added =
        event
            .fact("at", vehicle.addedAt())
            .fact("plated", vehicle.plate() != null)
            .detail("words", words == null ? "" : words);
    Integer rows = vehicle.plateRows();
    if (rows != null) {
      added = added.detail("plateRows", rows);
    }
    PlateColour ground = vehicle.plateColour();
    if (ground != null) {
      added = added.detail("plateColour", ground);
    }
    Colour colour = vehicle.colour();
    return colour == null ? added : added.detail("colour", colour);
  }
}
