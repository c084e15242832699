package anbinh.vision.read;

import anbinh.vision.detector.Detector;
import anbinh.vision.finder.TextFinder;
import anbinh.vision.model.Manifest;
import anbinh.vision.model.ModelException;
import anbinh.vision.model.ModelFiles;
import anbinh.vision.model.ModelVersion;
import anbinh.vision.reader.TextReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The nets: those of the program, and in their place whatever lies in a folder:
/// `finder.properties` and `finder.onnx`, `reader.properties` and `reader.onnx`,
/// `detector.properties` and `detector.onnx`. The program has two readers, one of plates and one of
/// any text, and a folder's reads alone.
public final class Models {
  private static final ModelFiles PROGRAM = ModelFiles.ofProgram("anbinh/vision/models/");

  private static final String FINDER = "finder";
  private static final String READER = "reader";

  private Models() {}

  /// @param folder of nets to use instead; null for those of the program
  /// @param threads that compute at a time
  public static PlateReader plateReader(@Nullable Path folder, int threads)
      throws IOException, ModelException {
    return plateReader(manifest(folder, FINDER), readers(folder), threads);
  }

  /// With one of the program's readers alone, to compare them.
  ///
  /// @param reader `reader` or `text-reader`
  /// @param threads that compute at a time
  public static PlateReader singleReader(String reader, int threads)
      throws IOException, ModelException {
    return plateReader(
        Manifest.of(PROGRAM, FINDER), List.of(Manifest.of(PROGRAM, reader)), threads);
  }

  private static PlateReader plateReader(Manifest finder, List<Manifest> nets, int threads)
      throws IOException, ModelException {
    List<TextReader> readers = new ArrayList<>();
    List<ModelVersion> versions = new ArrayList<>();
    for (Manifest net : nets) {
      readers.add(TextReader.of(net, net.load(threads)));
      versions.add(net.version());
    }
    return new PlateReader(
        new TextFinder(finder.load(threads)), readers, ModelVersion.together(versions));
  }

  private static List<Manifest> readers(@Nullable Path folder) throws IOException, ModelException {
    return isIn(folder, READER)
        ? List.of(manifest(folder, READER))
        : List.of(Manifest.of(PROGRAM, READER), Manifest.of(PROGRAM, "text-reader"));
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
    return folder != null && isIn(folder, net)
        ? Manifest.of(ModelFiles.in(folder), net)
        : Manifest.of(PROGRAM, net);
  }

  private static boolean isIn(@Nullable Path folder, String net) {
    return folder != null && Files.exists(folder.resolve(net + ".properties"));
  }
}
