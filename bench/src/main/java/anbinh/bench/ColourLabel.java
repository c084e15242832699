package anbinh.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import anbinh.vision.Colour;
import anbinh.vision.ObjectClass;
import anbinh.vision.pass.FrameArea;
import anbinh.vision.pass.Pass;
import anbinh.vision.plate.PlateColour;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What somebody saw who looked at a picture or at a second of a clip, in `colours.tsv`: file,
/// second, place of the plate or else the vehicle (shares from left and top), class, the colours of
/// the vehicle, and those of its plate. Where two colours are right, both are there; `-` is what
/// nobody can say.
///
/// @param file below the folder of real pictures and clips
/// @param type null where the picture shows a plate alone
/// @param colours none where nobody can say; either is right
/// @param plate none where it cannot be seen, or has colours of its own; either is right
record ColourLabel(
    String file,
    double second,
    double x,
    double y,
    @Nullable ObjectClass type,
    List<Colour> colours,
    List<PlateColour> plate) {
  private static final double MAX_SECONDS_BESIDE = .5;
  private static final double MAX_SHARES_BESIDE = .25;

  static List<ColourLabel> all() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(ColourLabel.class.getResourceAsStream("colours.tsv"))) {
      return new String(in.readAllBytes(), UTF_8).lines().map(ColourLabel::parse).toList();
    }
  }

  private static ColourLabel parse(String line) {
    String[] cells = line.split("\t", -1);
    return new ColourLabel(
        cells[0],
        Double.parseDouble(cells[1]),
        Double.parseDouble(cells[2]),
        Double.parseDouble(cells[3]),
        list(cells[4], ObjectClass::valueOf).stream().findAny().orElse(null),
        list(cells[5], Colour::valueOf),
        list(cells[6], PlateColour::valueOf));
  }

  private static <T> List<T> list(String cell, Function<String, T> value) {
    return cell.equals("-") ? List.of() : Stream.of(cell.split(",")).map(value).toList();
  }

  boolean isClip() {
    return file.startsWith("video/");
  }

  boolean isVehicle() {
    return type != null && type != ObjectClass.PERSON;
  }

  /// What the program told of it: of what passed then, the nearest.
  ///
  /// @param start time of the file's first picture
  Optional<Pass> find(List<Pass> passes, Instant start) {
    return passes.stream()
        .filter(
            pass -> isThen(pass, start) && isOfItsKind(pass) && distance(pass) <= MAX_SHARES_BESIDE)
        .min(Comparator.comparingDouble(this::distance));
  }

  private boolean isThen(Pass pass, Instant start) {
    return seconds(start, pass.from()) - MAX_SECONDS_BESIDE <= second
        && second <= seconds(start, pass.to()) + MAX_SECONDS_BESIDE;
  }

  private boolean isOfItsKind(Pass pass) {
    boolean isPerson =
        pass.classification() != null && pass.classification().type() == ObjectClass.PERSON;
    return isPerson == (type == ObjectClass.PERSON);
  }

  private double distance(Pass pass) {
    FrameArea area = pass.area();
    return Math.hypot(area.left() + area.width() / 2 - x, area.top() + area.height() / 2 - y);
  }

  private static double seconds(Instant start, Instant time) {
    return Duration.between(start, time).toMillis() / 1e3;
  }
}
