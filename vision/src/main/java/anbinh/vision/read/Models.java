package anbinh.vision.read;

import anbinh.vision.detector.Detector;
import anbinh.vision.finder.TextFinder;
import anbinh.vision.model.Manifest;
import anbinh.vision.model.ModelException;
import anbinh.vision.model.ModelFiles;
import anbinh.vision.reader.TextReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The nets: those of the program, and in their place whatever lies in a folder:
/// `finder.properties` and `finder.onnx`, `reader.properties` and `reader.onnx`,
/// `detector.properties` and `detector.onnx`.
public final class Models {
  private static final ModelFiles PROGRAM = ModelFiles.ofProgram("anbinh/vision/models/");

  private Models() {}

  /// @param folder of nets to use instead; null for those of the program
  /// @param threads that compute at a time
  public static PlateReader plateReader(@Nullable Path folder, int threads)
      throws IOException, ModelException {
    Manifest finder = manifest(folder, "finder");
    Manifest reader = manifest(folder, "reader");
    return new PlateReader(
        new TextFinder(finder.load(threads)),
        List.of(TextReader.of(reader, reader.load(threads))),
        reader.version());
  }

  /// What finds vehicles and persons.
  ///
  /// @param folder of nets to use instead; null for those of the program
  /// @param threads that compute at a time
  public static Detector detector(@Nullable Path folder, int threads)
      throws IOException, ModelException {
    Manifest manifest = manifest(folder, "detector");
    return Detector.of(manifest, manifest.load(threads));
  }

  private static Manifest manifest(@Nullable Path folder, String net)
      throws IOException, ModelException {
    if (folder != null && Files.exists(folder.resolve(net + ".properties"))) {
      return Manifest.of(ModelFiles.in(folder), net);
    }
    return Manifest.of(PROGRAM, net);
  }
}
