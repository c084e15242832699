package anbinh.media.record;

import anbinh.media.mp4.RecordedSegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The segments to which nothing is added any more and of which the log does not know yet: they are
/// being made durable, or wait to be told. Meanwhile they are served from here, so that what was
/// recorded is never missing for a moment. Thread-safe.
final class EndedSegments {
  private final Map<String, List<RecordedSegment>> byCamera = new ConcurrentHashMap<>();

  void add(String cameraKey, RecordedSegment segment) {
    byCamera.merge(
        cameraKey,
        List.of(segment),
        (before, added) -> {
          List<RecordedSegment> all = new ArrayList<>(before);
          all.addAll(added);
          return List.copyOf(all);
        });
  }

  /// In the order in which they ended.
  List<RecordedSegment> list(String cameraKey) {
    return byCamera.getOrDefault(cameraKey, List.of());
  }

  /// The log has it, or nobody will tell it.
  void remove(String cameraKey, String id) {
    byCamera.computeIfPresent(
        cameraKey,
        (key, before) -> {
          List<RecordedSegment> rest =
              before.stream().filter(segment -> !segment.id().equals(id)).toList();
          return rest.isEmpty() ? null : rest;
        });
  }
}
