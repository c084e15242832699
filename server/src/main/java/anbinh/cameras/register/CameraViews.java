package anbinh.cameras.register;

import anbinh.cameras.Camera;
import anbinh.cameras.HealthBoard;
import anbinh.cameras.sign.Sign;
import anbinh.cameras.sign.SignTable;
import anbinh.identity.Access;
import anbinh.identity.AreaTree;
import anbinh.identity.People;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.platform.Messages;
import anbinh.platform.Problem;
import anbinh.platform.Site;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Cameras as a person may see them.
@Component
class CameraViews {
  private final HealthBoard health;
  private final SignTable signs;
  private final People people;
  private final Access access;
  private final AreaTree areas;
  private final Messages messages;
  private final Site site;
  private final InstantSource clock;

  CameraViews(
      HealthBoard health,
      SignTable signs,
      People people,
      Access access,
      AreaTree areas,
      Messages messages,
      Site site,
      InstantSource clock) {
    this.health = health;
    this.signs = signs;
    this.people = people;
    this.access = access;
    this.areas = areas;
    this.messages = messages;
    this.site = site;
    this.clock = clock;
  }

  CameraView of(Camera camera, Person person) {
    return of(List.of(camera), person).getFirst();
  }

  List<CameraView> of(List<Camera> cameras, Person person) {
    Map<UUID, String> names = areas.names(cameras.stream().map(Camera::areaId).distinct().toList());
    Map<UUID, Sign> up = signs.find(cameras.stream().map(Camera::id).toList());
    Map<UUID, String> signers =
        people.displayNames(up.values().stream().map(Sign::recordedBy).distinct().toList());
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, site.zone());
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

  /// Requires an administrator of an area that there is.
  Person requireAdministrator(UUID areaId) {
    Person person = access.require(areaId, Role.ADMINISTRATOR);
    if (areas.names(List.of(areaId)).isEmpty()) {
      throw Problem.invalid("areaId", "unknown-area");
    }
    return person;
  }
}
