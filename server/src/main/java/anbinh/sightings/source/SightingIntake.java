package anbinh.sightings.source;

import anbinh.cameras.Camera;
import anbinh.cameras.store.Cameras;
import anbinh.platform.FieldProblem;
import anbinh.platform.SiteClock;
import anbinh.sightings.SightingSettings;
import anbinh.sightings.store.NewSighting;
import anbinh.sightings.store.SightingStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Takes what any source tells of passes, in the one form that a batch has. Rows that are right are
/// stored, each once; the others are counted. Safe for many threads.
@Component
public class SightingIntake {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final SightingStream stream;
  private final SourceActivities activities;
  private final Cameras cameras;
  private final SiteClock clock;
  private final Duration retention;

  SightingIntake(
      SightingStream stream,
      SourceActivities activities,
      Cameras cameras,
      SiteClock clock,
      SightingSettings settings) {
    this.stream = stream;
    this.activities = activities;
    this.cameras = cameras;
    this.clock = clock;
    this.retention = settings.retention();
  }

  /// @param stored how many are stored by this call
  /// @param repeated how many were stored before
  public record Taken(int stored, int repeated, List<Refused> refused) {
    public Taken {
      refused = List.copyOf(refused);
    }
  }

  /// @param index of the row, from 0
  /// @param id of the row; empty where it has none
  public record Refused(int index, String id, List<FieldProblem> problems) {
    public Refused {
      problems = List.copyOf(problems);
    }
  }

  /// @param rows the passes, each with the fields that a row of a batch has
  public Taken take(UUID source, List<Map<String, Object>> rows) {
    Instant now = clock.now();
    List<SightingRow> read =
        rows.stream()
            .map(row -> SightingRow.read(JSON.valueToTree(row), now, now.minus(retention)))
            .toList();
    Map<String, Camera> known =
        cameras.listByCode(read.stream().map(SightingRow::camera).distinct().toList()).stream()
            .collect(Collectors.toMap(Camera::code, Function.identity()));
    List<NewSighting> told = new ArrayList<>();
    List<Refused> refused = new ArrayList<>();
    SourceActivity activity = activities.of(source);
    for (int index = 0; index < read.size(); index++) {
      SightingRow row = read.get(index);
      Camera camera = known.get(row.camera());
      if (row.isRight() && camera != null) {
        told.add(row.sighting(camera.id(), camera.areaId()));
      } else {
        SightingRow wrong = camera == null ? row.wrong(SightingRow.CAMERA, "no-camera") : row;
        refused.add(new Refused(index, wrong.id(), wrong.problems()));
      }
    }
    int stored = stream.append(source, told);
    activity.received(now);
    refused.forEach(
        each -> activity.refused(read.get(each.index()).camera(), each.problems(), now));
    return new Taken(stored, told.size() - stored, refused);
  }
}
