package anbinh.vision.detector;

import anbinh.vision.image.Picture;
import anbinh.vision.model.Manifest;
import anbinh.vision.model.Model;
import anbinh.vision.model.ModelException;
import anbinh.vision.model.ModelVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Finds vehicles and persons in pictures. For one thread at a time.
public interface Detector extends AutoCloseable {
  /// The surest first; of those of one class none covers another by more than half.
  List<Detection> detect(Picture picture) throws ModelException;

  /// Which net it is.
  ModelVersion version();

  @Override
  void close();

  /// The detector that a manifest describes: its `kind` says how the net's output is understood.
  ///
  /// @throws ModelException where the manifest describes no detector
  static Detector of(Manifest manifest, Model model) throws ModelException {
    return switch (manifest.text("kind")) {
      case "ssd" -> new SsdDetector(manifest, model);
      case "yolox" -> new YoloxDetector(manifest, model);
      case "detr" -> new DetrDetector(manifest, model);
      default -> throw manifest.wrong("kind", "must be ssd, yolox or detr");
    };
  }

  /// Of detections that cover one another by more than half, the surest.
  ///
  /// @param found in any order
  static List<Detection> surest(List<Detection> found) {
    List<Detection> kept = new ArrayList<>();
    found.stream()
        .sorted(Comparator.comparingDouble(each -> -each.score()))
        .forEach(each -> {
          if (kept.stream()
              .noneMatch(
                  other -> other.type() == each.type() && other.box().union(each.box()) > .5)) {
            kept.add(each);
          }
        });
    return kept;
  }
}
