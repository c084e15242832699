package anbinh.cameras.register;

import anbinh.cameras.Camera;
import anbinh.cameras.CameraChange;
import anbinh.cameras.CameraKind;
import anbinh.cameras.HealthBoard;
import anbinh.cameras.NewCamera;
import anbinh.cameras.OwnerKind;
import anbinh.cameras.store.CameraFilter;
import anbinh.cameras.store.CameraTable;
import anbinh.cameras.store.Cameras;
import anbinh.identity.AreaTree;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import anbinh.platform.Problem;
import anbinh.platform.SearchTerms;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The paths of cameras. The list is of those that are connected: it is about what is recorded; all
/// are in the register ([RegisterController]).
@RestController
@RequestMapping("/api/cameras")
class CameraController {
  static final Role[] READERS = {
    Role.DUTY_OFFICER, Role.INVESTIGATOR, Role.APPROVER, Role.ADMINISTRATOR
  };

  private final Cameras cameras;
  private final CameraTable table;
  private final HealthBoard health;
  private final AreaTree areas;
  private final Access access;
  private final CameraResponseMapper views;
  private final InstantSource clock;

  CameraController(
      Cameras cameras,
      CameraTable table,
      HealthBoard health,
      AreaTree areas,
      Access access,
      CameraResponseMapper views,
      InstantSource clock) {
    this.cameras = cameras;
    this.table = table;
    this.health = health;
    this.areas = areas;
    this.access = access;
    this.views = views;
    this.clock = clock;
  }

  /// Which cameras to list.
  enum StateFilter {
    ALL,
    /// Should record and does not.
    DOWN,
    RECORDING,
    RETIRED
  }

  record Summary(int recording, int notRecording, int off, Instant updatedAt) {}

  /// In the order of their codes. Each word of `q` is sought in code, name, reference and the name
  /// of the area; `areaId` has all below it. With `id`, these cameras, whatever their kind and
  /// state.
  @GetMapping
  Page<CameraView> list(
      @RequestParam(defaultValue = "ALL") StateFilter state,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable UUID areaId,
      @RequestParam(required = false) @Nullable Set<UUID> id,
      PageRequest page) {
    Person person = access.require(READERS);
    if (id != null && id.size() > PageRequest.MAXIMUM_LIMIT) {
      throw Problem.invalid("id", "list-size", PageRequest.MAXIMUM_LIMIT);
    }
    var filter =
        new CameraFilter()
            .within(views.within(person))
            .within(areaId == null ? null : areas.below(areaId))
            .sought(SearchTerms.parse(q), areas);
    if (id != null) {
      return views.page(filter.ids(id), page, person);
    }
    filter.kind(CameraKind.CONNECTED);
    switch (state) {
      case ALL -> filter.retired(false);
      case RETIRED -> filter.retired(true);
      case DOWN -> filter.recorded(false, health.recording());
      case RECORDING -> filter.recorded(true, health.recording());
    }
    return views.page(filter, page, person);
  }

  @GetMapping("/summary")
  Summary summary() {
    CameraTable.Recorded now =
        table.recorded(views.within(access.require(READERS)), health.recording());
    return new Summary(
        now.recorded(), now.requested() - now.recorded(), now.off(), clock.instant());
  }

  @GetMapping("/{id}")
  CameraView get(@PathVariable UUID id) {
    access.require(READERS);
    Camera camera = cameras.get(id);
    Person person = access.require(camera.areaId(), READERS);
    return views.of(camera, person);
  }

  /// @param address `rtsp://host[:port]/path`
  ///
  /// @param ownerKind the police when left out
  record Addition(
      @NotBlank @Size(max = 120) String name,
      @NotNull UUID areaId,
      @NotBlank @Size(max = 500) String address,
      @Nullable @Size(max = 120) String username,
      @Nullable @Size(max = 200) String password,
      @NotNull Boolean recording,
      @NotNull @Min(1) @Max(3650) Integer keepDays,
      @Valid @Nullable PlaceBody place,
      @Nullable Boolean simulated,
      @Nullable OwnerKind ownerKind,
      @Nullable @Size(min = 1, max = 60) String reference) {
    @Override
    public String toString() {
      return "Addition[name=" + name + "]";
    }
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  CameraView add(@Valid @RequestBody Addition body) {
    Person person = requireAdministrator(body.areaId());
    Camera camera =
        cameras.add(
            new NewCamera(
                body.name(),
                body.areaId(),
                body.address(),
                body.username(),
                body.password(),
                body.recording(),
                body.keepDays(),
                PlaceBody.place(body.place()),
                Boolean.TRUE.equals(body.simulated()),
                body.ownerKind() == null ? OwnerKind.POLICE : body.ownerKind(),
                body.reference()),
            person.actor());
    return views.of(camera, person);
  }

  record Change(
      @Nullable @Size(min = 1, max = 120) String name,
      @Nullable UUID areaId,
      @Nullable @Size(min = 1, max = 500) String address,
      @Nullable @Size(max = 120) String username,
      @Nullable @Size(max = 200) String password,
      @Nullable Boolean recording,
      @Nullable @Min(1) @Max(3650) Integer keepDays,
      @Valid @Nullable PlaceBody place,
      @Nullable OwnerKind ownerKind,
      @Nullable @Size(min = 1, max = 60) String reference) {
    @Override
    public String toString() {
      return "Change[name=" + name + "]";
    }
  }

  @PatchMapping("/{id}")
  CameraView change(@PathVariable UUID id, @Valid @RequestBody Change body) {
    Person person = access.require(Role.ADMINISTRATOR);
    access.require(cameras.get(id).areaId(), Role.ADMINISTRATOR);
    if (body.areaId() != null) {
      requireAdministrator(body.areaId());
    }
    Camera camera =
        cameras.change(
            id,
            new CameraChange(
                body.name(),
                body.areaId(),
                body.address(),
                body.username(),
                body.password(),
                body.recording(),
                body.keepDays(),
                PlaceBody.place(body.place()),
                body.ownerKind(),
                body.reference()),
            person.actor());
    return views.of(camera, person);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void retire(@PathVariable UUID id) {
    access.require(Role.ADMINISTRATOR);
    access.require(cameras.get(id).areaId(), Role.ADMINISTRATOR);
    cameras.retire(id, access.requireConfirmed().actor());
  }

  private Person requireAdministrator(UUID areaId) {
    return views.requireAdministrator(areaId);
  }
}
