package anbinh.sightings.dictionary;

import java.util.Map;

/// What misreadings cost at a site, by what read and before which camera: a camera that looks down
/// at a junction makes other mistakes than one at a gate, and so does another reader.
public final class ReaderCosts {
  /// Where nothing was learned yet.
  public static final ReaderCosts DEFAULT = new ReaderCosts(Map.of());

  /// @param all before cameras of which too little is known
  /// @param cameras by camera
  public record Model(ReadingCosts all, Map<String, ReadingCosts> cameras) {
    public Model {
      cameras = Map.copyOf(cameras);
    }
  }

  private final Map<String, Model> models;
  private final ReadingCosts accepting;
  private final ReadingCosts lowest;

  /// @param models by name and version; of others [ReadingCosts#DEFAULT] holds
  public ReaderCosts(Map<String, Model> models) {
    this.models = Map.copyOf(models);
    ReadingCosts ofModels = ReadingCosts.DEFAULT;
    for (Model model : models.values()) {
      ofModels = model.all().orLess(ofModels);
    }
    accepting = ofModels;
    ReadingCosts ofCameras = ofModels;
    for (Model model : models.values()) {
      for (ReadingCosts camera : model.cameras().values()) {
        ofCameras = camera.orLess(ofCameras);
      }
    }
    lowest = ofCameras;
  }

  /// Whether all readers cost the same.
  public boolean isUniform() {
    return models.isEmpty();
  }

  /// The least of each cost of all models, by which plates are looked for: whatever is found
  /// without what was learned is found. Those of single cameras do not count here, since of
  /// thousands of cameras each has its own habit, and nearly any plate would do.
  public ReadingCosts accepting() {
    return accepting;
  }

  /// The least of each cost of all readers before all cameras. No pass costs less.
  public ReadingCosts lowest() {
    return lowest;
  }

  /// The costs of a reader before a camera.
  public ReadingCosts of(String model, String camera) {
    Model known = models.get(model);
    return known == null ? ReadingCosts.DEFAULT : known.cameras().getOrDefault(camera, known.all());
  }
}
