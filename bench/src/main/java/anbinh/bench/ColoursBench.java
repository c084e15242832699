package anbinh.bench;

import anbinh.vision.analysis.CameraAnalysis;
import anbinh.vision.analysis.ClipAnalysis;
import anbinh.vision.analysis.ClipSteps;
import anbinh.vision.analysis.Nets;
import anbinh.vision.model.ModelException;
import anbinh.vision.pass.Pass;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// `./anbinh bench colours [--data FOLDER] [--half report|tune]`: how often the analyser tells the
/// colours that somebody saw who looked at the pictures ([ColourLabel]), by day: the first colour,
/// one of both, and that of the plate. A picture becomes a clip of one picture first, as from a
/// camera. It is reported of the clips and of every second picture; the others are to tune with.
/// What was told wrongly is printed.
public final class ColoursBench {
  private static final Instant START = Instant.EPOCH;

  private ColoursBench() {}

  private record Told(ColourLabel label, Pass pass) {
    boolean isFirstRight() {
      return !pass.colours().isEmpty() && label.colours().contains(pass.colours().getFirst());
    }

    boolean isOneRight() {
      return !Collections.disjoint(label.colours(), pass.colours());
    }

    boolean isPlateRight() {
      return pass.plate() != null && label.plate().contains(pass.plate().colour());
    }

    boolean isOfPlate() {
      return pass.plate() != null && !label.plate().isEmpty();
    }

    boolean isWrong() {
      return (!label.colours().isEmpty() && !isFirstRight()) || (isOfPlate() && !isPlateRight());
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%s at %.1f: seen %s, plate %s; told %s, plate %s",
          label.file(),
          label.second(),
          label.colours(),
          label.plate(),
          pass.colours(),
          pass.plate() == null ? "-" : pass.plate().colour());
    }
  }

  public static void main(String[] arguments)
      throws IOException, InterruptedException, ModelException {
    var options = new Options("bench colours", arguments);
    Path data = options.data();
    boolean isReport = options.choice("--half", "report", "tune").equals("report");
    options.end();
    List<ColourLabel> labels = half(ColourLabel.all(), isReport);
    List<Told> told = told(data, labels);
    told.stream().filter(Told::isWrong).forEach(System.out::println);
    count("plates", labels, told, label -> !label.plate().isEmpty());
    count("vehicles", labels, told, ColourLabel::isVehicle);
    count("vehicles in clips", labels, told, label -> label.isVehicle() && label.isClip());
    count("persons", labels, told, label -> !label.isVehicle() && !label.colours().isEmpty());
    List<Told> vehicles = told.stream().filter(each -> each.label().isVehicle()).toList();
    List<Result> results =
        List.of(
            percent("colours-vehicle-first-percent", vehicles, Told::isFirstRight, 80),
            percent("colours-vehicle-one-of-two-percent", vehicles, Told::isOneRight, 93),
            percent(
                "colours-plate-percent",
                told.stream().filter(Told::isOfPlate).toList(),
                Told::isPlateRight,
                97));
    results.forEach(result -> System.out.println(isReport ? result : result.of("tuning")));
    System.exit(results.stream().allMatch(Result::met) ? 0 : 1);
  }

  private static List<ColourLabel> half(List<ColourLabel> labels, boolean isReport) {
    List<ColourLabel> half = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      ColourLabel label = labels.get(i);
      if (isReport ? label.isClip() || i % 2 == 1 : !label.isClip() && i % 2 == 0) {
        half.add(label);
      }
    }
    return half;
  }

  private static List<Told> told(Path data, List<ColourLabel> labels)
      throws IOException, InterruptedException, ModelException {
    List<Told> told = new ArrayList<>();
    Path folder = Workplace.make();
    try (Nets nets = Nets.load(null, 1)) {
      Map<String, List<ColourLabel>> files =
          labels.stream()
              .collect(
                  Collectors.groupingBy(
                      ColourLabel::file, LinkedHashMap::new, Collectors.toList()));
      for (Map.Entry<String, List<ColourLabel>> file : files.entrySet()) {
        Path path = data.resolve(file.getKey());
        boolean isClip = file.getValue().getFirst().isClip();
        List<Pass> passes = analyse(nets, isClip ? path : TestVideos.still(folder, path));
        for (ColourLabel label : file.getValue()) {
          label.find(passes, START).map(pass -> new Told(label, pass)).ifPresent(told::add);
        }
      }
    }
    return told;
  }

  private static List<Pass> analyse(Nets nets, Path clip) throws IOException, ModelException {
    List<Pass> passes = new ArrayList<>();
    var camera = new CameraAnalysis(nets, found -> passes.add(found.pass()));
    ClipAnalysis.run(camera, 1, clip, START, ClipSteps.ALL);
    camera.finish();
    return passes;
  }

  private static void count(
      String what, List<ColourLabel> labels, List<Told> told, Predicate<ColourLabel> which) {
    List<Told> found = told.stream().filter(each -> which.test(each.label())).toList();
    System.out.printf(
        "%s: %d seen by eye, %d found; first colour right %d, one of two %d, plate %d of %d%n",
        what,
        labels.stream().filter(which).count(),
        found.size(),
        found.stream().filter(Told::isFirstRight).count(),
        found.stream().filter(Told::isOneRight).count(),
        found.stream().filter(Told::isOfPlate).filter(Told::isPlateRight).count(),
        found.stream().filter(Told::isOfPlate).count());
  }

  private static Result percent(
      String name, List<Told> told, Predicate<Told> isRight, double goal) {
    return Result.absolute(
        name, 100.0 * told.stream().filter(isRight).count() / told.size(), Double.NaN, goal, false);
  }
}
