package anbinh.vision.command;

import anbinh.vision.analysis.Nets;
import anbinh.vision.image.PictureFile;
import anbinh.vision.model.ModelException;
import anbinh.vision.read.Models;
import anbinh.vision.read.PlateReader;
import anbinh.vision.reader.Reading;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// `plates read [--models FOLDER] FILE|FOLDER…`: prints a line for each plate of each picture or
/// clip, the surest first: file, plate and confidence from 0 to 1, with tabs between them; `-` for
/// the plate where there is none. Of a file that cannot be read it says why.
public final class ReadCommand {
  private static final String PICTURES = "jpe?g|png|bmp|gif|tiff?";
  private static final String CLIPS = "mp4|m4v|mov|mkv|avi|ts|webm";
  private static final Pattern PICTURE = Pattern.compile("(?i).*\\.(" + PICTURES + ")");
  private static final Pattern EITHER =
      Pattern.compile("(?i).*\\.(" + PICTURES + "|" + CLIPS + ")");

  private ReadCommand() {}

  /// @param arguments after `read`
  /// @return the exit code: 0, 1 where a file could not be read, 2 where the arguments are wrong
  public static int run(List<String> arguments, PrintStream out, PrintStream err)
      throws IOException {
    boolean models = !arguments.isEmpty() && arguments.getFirst().equals("--models");
    List<Path> paths = arguments.stream().skip(models ? 2 : 0).map(Path::of).toList();
    if (paths.isEmpty()) {
      err.println("plates read needs files or folders");
      return 2;
    }
    Path folder = models ? Path.of(arguments.get(1)) : null;
    try (PlateReader reader =
        Models.plateReader(folder, Runtime.getRuntime().availableProcessors())) {
      int code = 0;
      for (Path file : files(paths)) {
        code = Math.max(code, read(reader, file, out, err));
      }
      return code;
    } catch (ModelException e) {
      err.println(e.getMessage());
      return 2;
    }
  }

  private static int read(PlateReader reader, Path file, PrintStream out, PrintStream err)
      throws ModelException {
    try {
      List<Reading> readings = readings(reader, file);
      for (Reading reading : readings) {
        out.printf(Locale.ROOT, "%s\t%s\t%.3f%n", file, reading.text(), reading.probability());
      }
      if (readings.isEmpty()) {
        out.printf("%s\t-\t0%n", file);
      }
      return 0;
    } catch (IOException e) {
      err.printf("%s %s%n", file, e.getMessage());
      return 1;
    }
  }

  private static List<Reading> readings(PlateReader reader, Path file)
      throws IOException, ModelException {
    if (PICTURE.matcher(file.toString()).matches()) {
      return reader.read(PictureFile.read(file)).stream()
          .map(plate -> plate.readings().getFirst())
          .toList();
    }
    return new ClipReader(new Nets(reader, null)).read(file);
  }

  /// Files as they are given, and the pictures and clips of folders by their names.
  private static List<Path> files(List<Path> paths) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        try (Stream<Path> inside = Files.walk(path)) {
          inside
              .filter(file -> EITHER.matcher(file.toString()).matches())
              .sorted()
              .forEach(files::add);
        }
      } else {
        files.add(path);
      }
    }
    return files;
  }
}
