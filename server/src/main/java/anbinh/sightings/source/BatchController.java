package anbinh.sightings.source;

import anbinh.platform.Messages;
import anbinh.platform.http.KeyedPath;
import anbinh.platform.http.LargeBody;
import anbinh.platform.http.OpenPaths;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// The path by which other systems send passes, with their key ([SourceKeyInterceptor]). Rows that
/// are right are stored, also where others are not.
@RestController
class BatchController {
  static final String PATH = "/api/sightings/batches";
  private static final int MAX_ROWS = 1_000;
  private static final long MAX_BYTES = 16 << 20;

  private final SightingIntake intake;
  private final Messages messages;

  BatchController(SightingIntake intake, Messages messages) {
    this.intake = intake;
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
    SightingIntake.Taken taken =
        intake.take(SourceKeyInterceptor.source(request), batch.sightings());
    return new BatchView(
        taken.stored(), taken.repeated(), taken.refused().stream().map(this::view).toList());
  }

  private RefusedView view(SightingIntake.Refused refused) {
    return new RefusedView(
        refused.index(),
        refused.id(),
        refused.problems().stream()
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
