package anbinh.bench;

import anbinh.bench.PlateErrors.PlateError;
import anbinh.vision.image.PictureFile;
import anbinh.vision.model.ModelException;
import anbinh.vision.read.Models;
import anbinh.vision.read.PlateReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// `./anbinh bench plates [--data FOLDER] [--models FOLDER] [--reader NAME] [--errors FILE]`: how
/// well plates are read in real pictures, which the folder has with their texts, and how long a
/// picture takes on one processor; by the nets of a folder, or by one of the program's readers
/// (`reader`, `text-reader`) alone. It is reported of every second picture; the others are to tune
/// with. The file becomes a page with the pictures that were misread.
public final class PlatesBench {
  /// A picture wider than so many times its height shows one line.
  private static final double ONE_LINE = 2.6;

  private PlatesBench() {}

  /// @param plate letters and digits
  private record Labelled(Path picture, String plate) {}

  private record Read(String set, Labelled labelled, String text, boolean oneLine) {
    boolean exact() {
      return text.equals(labelled.plate());
    }

    /// Whoever labelled wrote many a zero as O, and an I as 1.
    boolean folded() {
      return fold(text).equals(fold(labelled.plate()));
    }

    PlateError error() {
      return new PlateError(set, labelled.picture(), labelled.plate(), text);
    }

    private static String fold(String text) {
      return text.replace('O', '0').replace('Q', '0').replace('I', '1');
    }
  }

  public static void main(String[] arguments) throws IOException, ModelException {
    var options = new Options("bench plates", arguments);
    Path data = options.data();
    Path models = options.folder("--models");
    String alone = options.text("--reader", "NAME");
    Path errors = options.target("--errors");
    options.end();
    Path plates = data.resolve("plates");
    List<Result> results = new ArrayList<>();
    List<PlateError> misread = new ArrayList<>();
    try (PlateReader reader =
        alone == null ? Models.plateReader(models, 1) : Models.singleReader(alone, 1)) {
      List<Read> vietnam =
          read(reader, "vn_crops", table(plates.resolve("vn_crops"), "labels.tsv"));
      List<Read> electric =
          vietnam.stream().filter(each -> each.labelled().plate().contains("MD")).toList();
      results.add(exact("plates-vn-one-line", vietnam.stream().filter(Read::oneLine).toList(), 97));
      results.add(
          exact(
              "plates-vn-two-lines",
              vietnam.stream().filter(each -> !each.oneLine()).toList(),
              93));
      results.add(exact("plates-vn-electric", electric, 85));
      List<Read> europe = read(reader, "openalpr_eu", scenes(plates.resolve("openalpr_eu")));
      List<Read> america =
          read(reader, "openalpr_us_odd", scenes(plates.resolve("openalpr_us_odd")));
      results.add(folded("plates-eu", europe, 95));
      results.add(folded("plates-us", america, 85));
      vietnam.stream().filter(each -> !each.exact()).map(Read::error).forEach(misread::add);
      europe.stream().filter(each -> !each.folded()).map(Read::error).forEach(misread::add);
      america.stream().filter(each -> !each.folded()).map(Read::error).forEach(misread::add);
    }
    if (errors != null) {
      PlateErrors.write(errors, misread);
    }
    for (Result result : results) {
      System.out.println(alone == null ? result : result.of(alone));
    }
    System.exit(results.stream().allMatch(Result::met) ? 0 : 1);
  }

  private static Result exact(String name, List<Read> reads, double goal) {
    return percent(
        name + "-exact-percent", reads, reads.stream().filter(Read::exact).count(), goal);
  }

  private static Result folded(String name, List<Read> reads, double goal) {
    return percent(
        name + "-folded-percent", reads, reads.stream().filter(Read::folded).count(), goal);
  }

  private static Result percent(String name, List<Read> reads, long right, double goal) {
    return Result.absolute(name, 100.0 * right / reads.size(), Double.NaN, goal, false);
  }

  private static List<Read> read(PlateReader reader, String name, List<Labelled> labelled)
      throws IOException, ModelException {
    List<Read> reads = new ArrayList<>();
    long begun = System.nanoTime();
    for (int i = 1; i < labelled.size(); i += 2) {
      var picture = PictureFile.read(labelled.get(i).picture());
      List<PlateReader.Plate> plates = reader.read(picture);
      // Those who labelled wrote Đ as D.
      String text = plates.isEmpty() ? "" : plates.getFirst().text().replace('Đ', 'D');
      boolean oneLine = picture.width() > ONE_LINE * picture.height();
      reads.add(new Read(name, labelled.get(i), text, oneLine));
    }
    System.out.printf(
        Locale.ROOT,
        "%s: %d pictures, %.0f ms each%n",
        name,
        reads.size(),
        (System.nanoTime() - begun) / 1e6 / reads.size());
    return reads;
  }

  /// A table with file and plate.
  private static List<Labelled> table(Path folder, String name) throws IOException {
    try (Stream<String> lines = Files.lines(folder.resolve(name))) {
      return lines
          .map(line -> line.split("\t", -1))
          .map(cells -> new Labelled(folder.resolve(cells[0]), cells[1]))
          .toList();
    }
  }

  /// A text file for each picture: file, place of the plate in four numbers, plate.
  private static List<Labelled> scenes(Path folder) throws IOException {
    List<Labelled> scenes = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".txt")).sorted().toList()) {
        String[] cells = Files.readAllLines(file).getFirst().split("\t", -1);
        scenes.add(new Labelled(folder.resolve(cells[0]), cells[5].strip()));
      }
    }
    return scenes;
  }
}
