package anbinh.sightings.casepass;

import anbinh.cameras.Camera;
import anbinh.cameras.store.Cameras;
import anbinh.identity.PersonName;
import anbinh.identity.people.People;
import anbinh.platform.Ids;
import anbinh.sightings.Sighting;
import anbinh.sightings.casepass.CasePassView.LegView;
import anbinh.sightings.casepass.CasePassView.SeenView;
import anbinh.sightings.casepass.CasePassView.TrailView;
import anbinh.sightings.store.SightingTable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Shows the passes of a case with their camera and, while it is kept, what was seen. Safe for many
/// threads.
@Component
class CasePassMapper {
  private final SightingTable sightings;
  private final Cameras cameras;
  private final People people;

  CasePassMapper(SightingTable sightings, Cameras cameras, People people) {
    this.sightings = sightings;
    this.cameras = cameras;
    this.people = people;
  }

  List<CasePassView> views(List<CasePass> kept) {
    List<Long> positions = kept.stream().map(CasePass::position).toList();
    Map<Long, String> pictures = sightings.pictures(positions);
    Map<Long, Sighting> seen =
        sightings.list(positions).stream()
            .collect(Collectors.toMap(Sighting::position, Function.identity()));
    Map<UUID, Camera> known =
        cameras.list(Ids.of(kept, CasePass::cameraId)).stream()
            .collect(Collectors.toMap(Camera::id, Function.identity()));
    Map<UUID, String> names = people.displayNames(Ids.of(kept, CasePass::decidedBy));
    Map<Long, Trails.TrailPosition> trails =
        Trails.of(
            kept.stream()
                .filter(each -> each.verdict() != Verdict.REJECTED)
                .flatMap(each -> Stream.ofNullable(seen.get(each.position())))
                .map(each -> stop(each, known.get(each.cameraId())))
                .toList());
    return kept.stream()
        .map(each ->
            view(
                each,
                known.get(each.cameraId()),
                PersonName.of(each.decidedBy(), names),
                seen(seen.get(each.position()), pictures.get(each.position())),
                trail(trails.get(each.position()))))
        .toList();
  }

  private static Trails.Stop stop(Sighting sighting, @Nullable Camera camera) {
    return new Trails.Stop(
        sighting.position(),
        sighting.readings().isEmpty() ? null : sighting.readings().getFirst().text(),
        sighting.fromAt(),
        sighting.toAt(),
        camera == null ? null : camera.place());
  }

  private static @Nullable TrailView trail(Trails.@Nullable TrailPosition place) {
    if (place == null) {
      return null;
    }
    Trails.Leg leg = place.leg();
    return new TrailView(
        place.vehicle(),
        leg == null ? null : new LegView(leg.metres(), leg.seconds(), leg.possible()));
  }

  private static CasePassView view(
      CasePass kept,
      @Nullable Camera camera,
      PersonName by,
      @Nullable SeenView seen,
      @Nullable TrailView trail) {
    Camera.Place place = camera == null ? null : camera.place();
    return new CasePassView(
        kept.position(),
        kept.verdict(),
        kept.note(),
        by,
        kept.decidedAt(),
        kept.cameraId(),
        camera == null ? "" : camera.code(),
        camera == null ? "" : camera.name(),
        kept.bestAt(),
        place == null ? null : place.latitude(),
        place == null ? null : place.longitude(),
        kept.held(),
        seen,
        trail);
  }

  private static @Nullable SeenView seen(@Nullable Sighting sighting, @Nullable String picture) {
    return sighting == null
        ? null
        : new SeenView(
            sighting.fromAt(),
            sighting.toAt(),
            sighting.objectClass(),
            sighting.colours(),
            sighting.direction(),
            sighting.readings(),
            sighting.model(),
            picture);
  }
}
