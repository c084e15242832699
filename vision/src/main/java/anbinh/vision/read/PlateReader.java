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
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// Reads all plates of a picture. Several readers see whatever may be a plate, and each view of it
/// that a reader is sure of votes for its text: what one mistakes another rarely mistakes alike.
public final class PlateReader implements AutoCloseable {
  /// How the finder sees a picture: a small one need not be larger than this many times.
  private static final int MAX_SIDE = 960;

  /// How a larger picture is seen where that costs no more than a whole one, for plates that are
  /// small in it.
  private static final int MAX_SIDE_CLOSE = 1_920;

  private static final int MIN_SIDE = 320;
  private static final double ENLARGED = 2.5;

  /// Around the text, as a share of the plate's height, so that its edge is seen.
  private static final double MARGIN = .08;

  /// The height of a caption, and how far its middle is from the edge, as shares of the picture's.
  private static final double MAX_CAPTION = .04;

  private static final double CAPTION_EDGE = .06;
  private static final double CAPTION_PENALTY = .001;
  private static final int USUAL_LENGTH = 9;

  /// What the finder holds for a row is read as it is, and a little larger and smaller; the surest
  /// reading wins. Shares of the row's height.
  private static final double[] GROWTHS = {0, .1, -.07};

  /// Of two boxes around one plate: by how much they overlap.
  private static final double SAME = .3;

  private static final double MIN_CONFIDENCE = .2;

  /// Of a plate that is followed, since all looks together are surer than each.
  private static final double MIN_CONFIDENCE_OF_LOOK = .1;

  private final TextFinder finder;
  private final List<TextReader> readers;
  private final ModelVersion version;

  /// @param version of the readers together
  public PlateReader(TextFinder finder, List<TextReader> readers, ModelVersion version) {
    this.finder = finder;
    this.readers = List.copyOf(readers);
    this.version = version;
  }

  /// Which nets read the texts.
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
    List<Candidate> candidates =
        new ArrayList<>(Candidates.of(picture, finder.find(picture, longSide(picture))));
    int side = Math.max(picture.width(), picture.height());
    if (side > MAX_SIDE) {
      candidates.addAll(Candidates.of(finder.find(picture, Math.min(side, MAX_SIDE_CLOSE))));
    }
    List<Candidate> views = new ArrayList<>();
    for (double growth : GROWTHS) {
      candidates.forEach(candidate -> views.add(candidate.grown(growth)));
    }
    return read(picture, views, MIN_CONFIDENCE);
  }

  /// Reads a part of a picture, where what is found is followed from picture to picture.
  ///
  /// @return the plates that lie wholly in it, of which none overlaps another, the surest first
  public List<Plate> read(Picture picture, Box part) throws ModelException {
    List<Box> lines = finder.find(picture, part, longSide(picture, part));
    return read(picture, Candidates.of(lines), MIN_CONFIDENCE_OF_LOOK);
  }

  private static int longSide(Picture picture) {
    int side = Math.max(picture.width(), picture.height());
    return (int) Math.clamp(side * ENLARGED, MIN_SIDE, MAX_SIDE);
  }

  /// As much larger as a part is smaller than the whole.
  private static int longSide(Picture picture, Box part) {
    int side = Math.max(picture.width(), picture.height());
    if (side <= MAX_SIDE) {
      return longSide(picture);
    }
    double share = Math.max(part.width() / picture.width(), part.height() / picture.height());
    return (int) Math.clamp(MAX_SIDE / share, MAX_SIDE, Math.min(side, MAX_SIDE_CLOSE));
  }

  private List<Plate> read(Picture picture, List<Candidate> candidates, double minConfidence)
      throws ModelException {
    List<PlateImage> images = candidates.stream().map(each -> image(picture, each)).toList();
    List<Plate> found = new ArrayList<>();
    for (TextReader reader : readers) {
      List<Slots> slots = reader.read(images);
      for (int i = 0; i < slots.size(); i++) {
        List<Reading> readings = Ranking.of(slots.get(i));
        if (!readings.isEmpty() && readings.getFirst().probability() >= minConfidence) {
          Candidate candidate = candidates.get(i);
          found.add(new Plate(candidate.box(), candidate.rows().size(), slots.get(i), readings));
        }
      }
    }
    return elected(found, picture);
  }

  /// Of the views of one plate those with the most votes for a text, and of those the surest.
  private static List<Plate> elected(List<Plate> found, Picture picture) {
    Map<Plate, Double> votes = new IdentityHashMap<>();
    for (Plate plate : found) {
      List<Plate> alike =
          found.stream()
              .filter(other -> other.text().equals(plate.text()) && isSame(other, plate))
              .toList();
      double sum = alike.stream().mapToDouble(PlateReader::score).sum();
      boolean isCaption = alike.stream().anyMatch(each -> isCaption(each.box(), picture));
      votes.put(plate, isCaption ? CAPTION_PENALTY * sum : sum);
    }
    found.sort(
        Comparator.<Plate>comparingDouble(plate -> votes.getOrDefault(plate, 0.0))
            .thenComparingDouble(PlateReader::score)
            .reversed());
    List<Plate> plates = new ArrayList<>();
    for (Plate plate : found) {
      if (plates.stream().noneMatch(kept -> isSame(kept, plate))) {
        plates.add(plate);
      }
    }
    return plates;
  }

  private static boolean isSame(Plate one, Plate other) {
    return one.box().overlap(other.box()) > SAME;
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

  /// Whether it stands where cameras write the time into their pictures: small, at the upper or
  /// lower edge. A plate there is nearer to the camera, and larger.
  private static boolean isCaption(Box box, Picture picture) {
    double toEdge = Math.min(box.y(), picture.height() - box.y());
    return box.height() < MAX_CAPTION * picture.height()
        && toEdge < CAPTION_EDGE * picture.height();
  }

  @Override
  public void close() {
    finder.close();
    readers.forEach(TextReader::close);
  }
}
