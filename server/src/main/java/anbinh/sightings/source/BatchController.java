package anbinh.sightings.source;

import anbinh.cameras.Camera;
import anbinh.cameras.store.Cameras;
import anbinh.platform.Messages;
import anbinh.platform.SiteClock;
import anbinh.platform.http.KeyedPath;
import anbinh.platform.http.LargeBody;
import anbinh.platform.http.OpenPaths;
import anbinh.sightings.SightingSettings;
import anbinh.sightings.store.NewSighting;
import anbinh.sightings.store.SightingStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// The path by which other systems send passes, with their key ([SourceKeyInterceptor]). Rows that
/// are right are stored, also where others are not.
@RestController
class BatchController {
  static final String PATH = "/api/sightings/batches";
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int MAX_ROWS = 1_000;
  private static final long MAX_BYTES = 16 << 20;

  private final SightingStream stream;
  private final Cameras cameras;
  private final SiteClock clock;
  private final Duration retention;
  private final Messages messages;

  BatchController(
      SightingStream stream,
      Cameras cameras,
      SiteClock clock,
      SightingSettings settings,
      Messages messages) {
    this.stream = stream;
    this.cameras = cameras;
    this.clock = clock;
    this.retention = settings.retention();
    this.messages = messages;
  }

  /// @param sightings each an object as the guide describes it
  record Batch(@NotNull @Size(min = 1, max = MAX_ROWS) List<Map<String, Object>> sightings) {
    Batch {
      sightings = sightings == null ? null : List.copyOf(sightings);
    }
  }

  /// @param stored how many are stored by this call
  /// @param repeated how many were stored before
  record BatchView(int stored, int repeated, List<RefusedView> refused) {
    BatchView {
      refused = List.copyOf(refused);
    }
  }

  /// @param index of the row, from 0
  /// @param id of the row; empty where it has none
  record RefusedView(int index, String id, List<ErrorView> errors) {
    RefusedView {
      errors = List.copyOf(errors);
    }
  }

  record ErrorView(String field, String code, String message) {}

  @PostMapping(PATH)
  BatchView take(@Valid @RequestBody Batch batch, HttpServletRequest request) {
    UUID source = SourceKeyInterceptor.source(request);
    Instant now = clock.now();
    List<SightingRow> rows =
        batch.sightings().stream()
            .map(row -> SightingRow.read(JSON.valueToTree(row), now, now.minus(retention)))
            .toList();
    Map<String, Camera> known =
        cameras.listByCode(rows.stream().map(SightingRow::camera).distinct().toList()).stream()
            .collect(Collectors.toMap(Camera::code, Function.identity()));
    List<NewSighting> told = new ArrayList<>();
    List<RefusedView> refused = new ArrayList<>();
    for (int index = 0; index < rows.size(); index++) {
      SightingRow row = rows.get(index);
      Camera camera = known.get(row.camera());
      if (row.isRight() && camera != null) {
        told.add(row.sighting(camera.id(), camera.areaId()));
      } else {
        refused.add(
            refused(index, camera == null ? row.wrong(SightingRow.CAMERA, "no-camera") : row));
      }
    }
    int stored = stream.append(source, told);
    return new BatchView(stored, told.size() - stored, refused);
  }

  private RefusedView refused(int index, SightingRow row) {
    return new RefusedView(
        index,
        row.id(),
        row.problems().stream()
            .map(each ->
                new ErrorView(
                    each.field(),
                    each.code(),
                    messages.text("field." + each.code(), each.arguments().toArray())))
            .toList());
  }

  @Bean
  static OpenPaths batchesAreOpen() {
    return OpenPaths.of(PATH);
  }

  @Bean
  static KeyedPath batchesAreKeyed() {
    return new KeyedPath(PATH);
  }

  @Bean
  static LargeBody batchesAreLarge() {
    return new LargeBody(PATH, MAX_BYTES);
  }
}
