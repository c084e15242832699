package anbinh.sightings.wanted.alert;

import anbinh.cameras.Camera;
import anbinh.cameras.store.Cameras;
import anbinh.identity.AreaTree;
import anbinh.identity.PersonName;
import anbinh.identity.people.People;
import anbinh.platform.Ids;
import anbinh.platform.SiteClock;
import anbinh.sightings.Sighting;
import anbinh.sightings.dictionary.Alignment;
import anbinh.sightings.dictionary.PlateCode;
import anbinh.sightings.dictionary.PlatePattern;
import anbinh.sightings.dictionary.ReadingCosts;
import anbinh.sightings.store.SightingTable;
import anbinh.sightings.wanted.WantedTable;
import anbinh.sightings.wanted.WantedVehicle;
import anbinh.sightings.wanted.alert.WantedAlert.Acknowledgement;
import anbinh.sightings.wanted.alert.WantedAlertView.AcknowledgementView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Shows alerts with their entry, pass, camera and picture. Safe for many threads.
@Component
class WantedAlertMapper {
  private final WantedTable wanted;
  private final SightingTable sightings;
  private final Cameras cameras;
  private final AreaTree areas;
  private final People people;
  private final SiteClock clock;

  WantedAlertMapper(
      WantedTable wanted,
      SightingTable sightings,
      Cameras cameras,
      AreaTree areas,
      People people,
      SiteClock clock) {
    this.wanted = wanted;
    this.sightings = sightings;
    this.cameras = cameras;
    this.areas = areas;
    this.people = people;
    this.clock = clock;
  }

  /// What some alerts are about, by identifier.
  private record Known(
      Map<UUID, WantedVehicle> vehicles,
      Map<Long, Sighting> passes,
      Map<Long, String> pictures,
      Map<UUID, Camera> cameras,
      Map<UUID, String> areas,
      Map<UUID, String> people) {}

  /// In their order; one whose pass or entry was forgotten meanwhile is left out.
  List<WantedAlertView> views(List<WantedAlert> found) {
    List<Long> positions = found.stream().map(WantedAlert::position).toList();
    var known =
        new Known(
            by(wanted.list(Ids.of(found, WantedAlert::wantedId)), WantedVehicle::id),
            by(sightings.list(positions), Sighting::position),
            sightings.pictures(positions),
            by(cameras.list(Ids.of(found, WantedAlert::cameraId)), Camera::id),
            areas.names(Ids.of(found, WantedAlert::areaId)),
            people.displayNames(
                Ids.of(
                    found,
                    each -> each.acknowledgement() == null ? null : each.acknowledgement().by())));
    Instant now = clock.now();
    return found.stream()
        .filter(each -> known.vehicles().containsKey(each.wantedId()))
        .filter(each -> known.passes().containsKey(each.position()))
        .map(each -> view(each, known, now))
        .toList();
  }

  private static <K, T> Map<K, T> by(List<T> things, Function<T, K> key) {
    return things.stream().collect(Collectors.toMap(key, Function.identity()));
  }

  private static WantedAlertView view(WantedAlert alert, Known known, Instant now) {
    WantedVehicle vehicle = Objects.requireNonNull(known.vehicles().get(alert.wantedId()));
    Sighting pass = Objects.requireNonNull(known.passes().get(alert.position()));
    Camera camera = known.cameras().get(alert.cameraId());
    return new WantedAlertView(
        alert.id(),
        vehicle.id(),
        vehicle.code(),
        vehicle.plate(),
        vehicle.objectClass(),
        vehicle.colour(),
        alert.position(),
        alert.cameraId(),
        camera == null ? "" : camera.code(),
        camera == null ? "" : camera.name(),
        alert.areaId(),
        known.areas().getOrDefault(alert.areaId(), ""),
        alert.passedAt(),
        alert.reading(),
        Alignment.of(
            PlatePattern.of(vehicle.plate()), PlateCode.of(alert.reading()), ReadingCosts.DEFAULT),
        pass.objectClass(),
        pass.colours(),
        known.pictures().get(alert.position()),
        alert.raisedAt(),
        alert.expiresAt(),
        alert.stateAt(now),
        view(alert.acknowledgement(), known.people()));
  }

  private static @Nullable AcknowledgementView view(
      @Nullable Acknowledgement acknowledgement, Map<UUID, String> names) {
    return acknowledgement == null
        ? null
        : new AcknowledgementView(
            acknowledgement.finding(),
            PersonName.of(acknowledgement.by(), names),
            acknowledgement.at());
  }
}
