package anbinh.recording.find;

import anbinh.cameras.Camera;
import anbinh.cameras.CameraKind;
import anbinh.cameras.SeenFrom;
import anbinh.cameras.view.FieldsOfView;
import anbinh.identity.AreaScope;
import anbinh.platform.SiteClock;
import anbinh.recording.Span;
import anbinh.recording.store.RecordedShares;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Which cameras could have seen a place at a time, the best first. Checks no rights: callers give
/// the areas. Safe for many threads.
@Component
public class CandidateFinder {
  private final FieldsOfView views;
  private final RecordedShares shares;
  private final SiteClock clock;

  CandidateFinder(FieldsOfView views, RecordedShares shares, SiteClock clock) {
    this.views = views;
    this.shares = shares;
    this.clock = clock;
  }

  /// All cameras that see the place, also those whose footage is gone: that is an answer, too.
  ///
  /// @param latitude WGS 84, degrees
  /// @param longitude WGS 84, degrees
  public List<Candidate> find(double latitude, double longitude, Span span, AreaScope scope) {
    List<SeenFrom> seen = views.of(latitude, longitude, scope);
    Instant now = clock.now();
    Map<UUID, Duration> recorded =
        shares.of(
            seen.stream()
                .map(SeenFrom::camera)
                .filter(camera -> camera.kind() == CameraKind.CONNECTED)
                .map(Camera::id)
                .toList(),
            span);
    var ranking = new Ranking(span, now, clock.dayOf(now));
    return seen.stream()
        .map(one -> ranking.rank(one, footage(one.camera(), recorded, span, now)))
        .sorted(Ranking.BEST_FIRST)
        .toList();
  }

  private static Footage footage(
      Camera camera, Map<UUID, Duration> recorded, Span span, Instant now) {
    Duration keep = Duration.ofDays(camera.keepDays());
    return switch (camera.kind()) {
      case CONNECTED ->
          Footage.recorded(recorded.getOrDefault(camera.id(), Duration.ZERO), span, keep);
      case COMMUNITY -> Footage.kept(span, keep, now);
    };
  }
}
