package anbinh.cases.vehicle;

import anbinh.cases.CaseFile;
import anbinh.cases.form.Reason;
import anbinh.cases.store.Cases;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.platform.Ids;
import anbinh.platform.Page;
import anbinh.vision.plate.PlateClass;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/cases/{id}/vehicles`: whoever may see a case sees its vehicles, investigators of the area
/// add and remove them.
@RestController
@RequestMapping("/api/cases/{id}/vehicles")
class VehiclesController {
  private final Vehicles vehicles;
  private final Cases cases;
  private final People people;
  private final Access access;

  VehiclesController(Vehicles vehicles, Cases cases, People people, Access access) {
    this.vehicles = vehicles;
    this.cases = cases;
    this.people = people;
    this.access = access;
  }

  record Removal(@NotBlank @Size(min = Reason.MIN_LENGTH, max = Reason.MAX_LENGTH) String reason) {}

  record ReadingView(PlateClass kind, String text) {}

  /// @param plate as it was read
  /// @param readings what it may mean; several where the same letters and digits can be a car's and
  ///   a motorbike's, none where it has no shape that there is
  record VehicleView(
      UUID id,
      VehicleRole role,
      VehicleKind kind,
      @Nullable String plate,
      List<ReadingView> readings,
      @Nullable Integer plateRows,
      @Nullable PlateColour plateColour,
      @Nullable Colour colour,
      @Nullable String words,
      String addedBy,
      Instant addedAt) {
    VehicleView {
      readings = List.copyOf(readings);
    }
  }

  @GetMapping
  Page<VehicleView> list(@PathVariable UUID id) {
    CaseFile file = find(id, Role.INVESTIGATOR, Role.APPROVER);
    Person reader = access.require(file.areaId(), Role.INVESTIGATOR, Role.APPROVER);
    List<Vehicle> found = vehicles.list(file, reader);
    Map<UUID, String> names = people.displayNames(Ids.of(found, Vehicle::addedBy));
    return Page.all(found.stream().map(vehicle -> view(vehicle, names)).toList());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  VehicleView add(@PathVariable UUID id, @Valid @RequestBody NewVehicle requested) {
    Person by = access.require(find(id, Role.INVESTIGATOR).areaId(), Role.INVESTIGATOR);
    Vehicle added = vehicles.add(id, requested, by);
    return view(added, Map.of(by.id(), by.displayName()));
  }

  @PostMapping("/{vehicleId}/removal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(
      @PathVariable UUID id, @PathVariable UUID vehicleId, @Valid @RequestBody Removal requested) {
    CaseFile file = find(id, Role.INVESTIGATOR);
    Person by = access.require(file.areaId(), Role.INVESTIGATOR);
    String reason = Reason.stripped(requested.reason());
    vehicles.remove(file, vehicleId, reason, by);
  }

  private CaseFile find(UUID id, Role... roles) {
    access.require(roles);
    return cases.get(id);
  }

  private static VehicleView view(Vehicle vehicle, Map<UUID, String> names) {
    return new VehicleView(
        vehicle.id(),
        vehicle.role(),
        vehicle.kind(),
        vehicle.plate(),
        vehicle.readings().stream()
            .map(reading -> new ReadingView(reading.kind(), reading.text()))
            .toList(),
        vehicle.plateRows(),
        vehicle.plateColour(),
        vehicle.colour(),
        vehicle.words(),
        names.getOrDefault(vehicle.addedBy(), ""),
        vehicle.addedAt());
  }
}
