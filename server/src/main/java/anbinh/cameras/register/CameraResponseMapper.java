package anbinh.cameras.register;

import anbinh.cameras.Camera;
import anbinh.cameras.HealthBoard;
import anbinh.cameras.sign.Sign;
import anbinh.cameras.sign.SignTable;
import anbinh.cameras.store.CameraFilter;
import anbinh.cameras.store.CameraTable;
import anbinh.identity.AreaTree;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.platform.Ids;
import anbinh.platform.Messages;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Cameras as a person may see them.
@Component
class CameraResponseMapper {
  private final CameraTable table;
  private final HealthBoard health;
  private final SignTable signs;
  private final People people;
  private final Access access;
  private final AreaTree areas;
  private final Messages messages;
  private final SiteClock clock;

  CameraResponseMapper(
      CameraTable table,
      HealthBoard health,
      SignTable signs,
      People people,
      Access access,
      AreaTree areas,
      Messages messages,
      SiteClock clock) {
    this.table = table;
    this.health = health;
    this.signs = signs;
    this.people = people;
    this.access = access;
    this.areas = areas;
    this.messages = messages;
    this.clock = clock;
  }

  CameraView of(Camera camera, Person person) {
    return of(List.of(camera), person).getFirst();
  }

  List<CameraView> of(List<Camera> cameras, Person person) {
    Map<UUID, String> names = areas.names(Ids.of(cameras, Camera::areaId));
    Map<UUID, Sign> up = signs.find(cameras.stream().map(Camera::id).toList());
    Map<UUID, String> signers = people.displayNames(Ids.of(up.values(), Sign::recordedBy));
    Instant now = clock.now();
    LocalDate today = clock.dayOf(now);
    return cameras.stream()
        .map(camera ->
            CameraView.of(
                camera,
                names.getOrDefault(camera.areaId(), ""),
                CameraView.SignView.of(up.get(camera.id()), signers),
                health.of(camera.id()),
                messages,
                now,
                today,
                access.may(person, camera.areaId(), Role.ADMINISTRATOR)))
        .toList();
  }

  /// A part of the cameras that a filter lets through.
  Page<CameraView> page(CameraFilter filter, PageRequest request, Person person) {
    Page<Camera> found =
        Page.of(
            table.page(filter, request.key(0, code -> code).orElse(null), request.rows()),
            request,
            camera -> List.of(camera.code()),
            most -> table.count(filter, most));
    return found.with(of(found.items(), person));
  }

  /// The areas whose cameras a person may see; null for everywhere.
  @Nullable Collection<UUID> within(Person person) {
    return access.scope(person, CameraController.READERS).areas();
  }

  /// Requires an administrator of an area that there is.
  Person requireAdministrator(UUID areaId) {
    Person person = access.require(areaId, Role.ADMINISTRATOR);
    if (areas.names(List.of(areaId)).isEmpty()) {
      throw Problem.invalid("areaId", "unknown-area");
    }
    return person;
  }
}
