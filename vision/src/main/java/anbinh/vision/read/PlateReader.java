package anbinh.vision.read;

import anbinh.vision.finder.Candidate;
import anbinh.vision.finder.Candidates;
import anbinh.vision.finder.TextFinder;
import anbinh.vision.image.Box;
import anbinh.vision.image.Picture;
import anbinh.vision.model.ModelException;
import anbinh.vision.model.ModelVersion;
import anbinh.vision.reader.PlateImage;
import anbinh.vision.reader.Reading;
import anbinh.vision.reader.Slots;
import anbinh.vision.reader.TextReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Reads all plates of a picture.
public final class PlateReader implements AutoCloseable {
  /// How the finder sees a picture: a small one need not be larger than this many times.
  private static final int MAX_SIDE = 960;

  private static final int MIN_SIDE = 320;
  private static final double ENLARGED = 2.5;

  /// Around the text, as a share of the plate's height, so that its edge is seen.
  private static final double MARGIN = .08;

  private static final int USUAL_LENGTH = 9;
  private static final double MIN_CONFIDENCE = .25;

  /// Of a plate that is followed, since all looks together are surer than each.
  private static final double MIN_CONFIDENCE_OF_LOOK = .1;

  private final TextFinder finder;
  private final TextReader reader;
  private final ModelVersion version;

  /// @param version of the reader
  public PlateReader(TextFinder finder, TextReader reader, ModelVersion version) {
    this.finder = finder;
    this.reader = reader;
    this.version = version;
  }

  /// Which net reads the texts.
  public ModelVersion version() {
    return version;
  }

  /// @param box around its text
  /// @param rows of its text, as far as the finder tells; 1 or 2
  /// @param readings that follow from its slots, the best first
  public record Plate(Box box, int rows, Slots slots, List<Reading> readings) {
    public Plate {
      readings = List.copyOf(readings);
    }

    public String text() {
      return readings.getFirst().text();
    }

    public double confidence() {
      return readings.getFirst().probability();
    }
  }

  /// Reads a picture that may be one of a plate alone.
  ///
  /// @return the plates, of which none overlaps another, the surest first
  public List<Plate> read(Picture picture) throws ModelException {
    List<Box> lines = finder.find(picture, longSide(picture));
    return read(picture, Candidates.of(picture, lines), MIN_CONFIDENCE);
  }

  /// Reads a part of a picture, where what is found is followed from picture to picture.
  ///
  /// @return the plates that lie wholly in it, of which none overlaps another, the surest first
  public List<Plate> read(Picture picture, Box part) throws ModelException {
    List<Box> lines = finder.find(picture, part, longSide(picture));
    return read(picture, Candidates.of(lines), MIN_CONFIDENCE_OF_LOOK);
  }

  private static int longSide(Picture picture) {
    int side = Math.max(picture.width(), picture.height());
    return (int) Math.clamp(side * ENLARGED, MIN_SIDE, MAX_SIDE);
  }

  private List<Plate> read(Picture picture, List<Candidate> candidates, double minConfidence)
      throws ModelException {
    List<Slots> slots = reader.read(candidates.stream().map(each -> image(picture, each)).toList());
    List<Plate> found = new ArrayList<>();
    for (int i = 0; i < slots.size(); i++) {
      List<Reading> readings = Ranking.of(slots.get(i));
      if (!readings.isEmpty() && readings.getFirst().probability() >= minConfidence) {
        Candidate candidate = candidates.get(i);
        found.add(new Plate(candidate.box(), candidate.rows().size(), slots.get(i), readings));
      }
    }
    found.sort(Comparator.comparingDouble(each -> -score(each)));
    List<Plate> plates = new ArrayList<>();
    for (Plate plate : found) {
      if (plates.stream().noneMatch(kept -> kept.box().overlap(plate.box()) > .3)) {
        plates.add(plate);
      }
    }
    return plates;
  }

  private static PlateImage image(Picture picture, Candidate candidate) {
    Box box = candidate.box();
    boolean whole = box.width() == picture.width() && box.height() == picture.height();
    double margin = whole ? 0 : MARGIN * Math.min(box.height(), box.width() / 2);
    return new PlateImage(
        picture.cut(box.grown(margin, margin)),
        candidate.rows().stream().map(picture::cut).toList());
  }

  /// How readily a candidate is believed. A part of a plate is read as surely as the whole.
  private static double score(Plate plate) {
    int length = Math.min(plate.text().length(), USUAL_LENGTH);
    return plate.confidence() * length * Ranking.bonus(plate.text());
  }

  @Override
  public void close() {
    finder.close();
    reader.close();
  }
}
