package anbinh.vision.analysis;

import anbinh.vision.detector.Detector;
import anbinh.vision.model.ModelException;
import anbinh.vision.read.Models;
import anbinh.vision.read.PlateReader;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The nets of an analysis. For one thread at a time.
///
/// @param detector null where only plates are to be found
public record Nets(PlateReader reader, @Nullable Detector detector) implements AutoCloseable {
  /// @param folder of nets to use instead of the program's; null for those
  /// @param threads that compute at a time
  public static Nets load(@Nullable Path folder, int threads) throws IOException, ModelException {
    PlateReader reader = Models.plateReader(folder, threads);
    try {
      return new Nets(reader, Models.detector(folder, threads));
    } catch (IOException | ModelException e) {
      reader.close();
      throw e;
    }
  }

  @Override
  public void close() {
    reader.close();
    if (detector != null) {
      detector.close();
    }
  }
}
