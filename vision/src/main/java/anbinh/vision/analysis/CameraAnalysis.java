package anbinh.vision.analysis;

import anbinh.vision.analysis.Lettering.Verdict;
import anbinh.vision.detector.Detector;
import anbinh.vision.image.Box;
import anbinh.vision.image.GreyPicture;
import anbinh.vision.image.Picture;
import anbinh.vision.model.ModelException;
import anbinh.vision.pass.FrameArea;
import anbinh.vision.reader.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The analysis of one camera's pictures in the order of their times. It gives a pass as soon as
/// what passed is gone. For one thread at a time.
public final class CameraAnalysis {
  /// Of an object that was never read a plate of; what a detector sees once may be nothing.
  private static final int MIN_OBJECT_LOOKS = 3;

  private final Nets nets;
  private final Consumer<UnitPass> passes;
  private final MotionGate gate = new MotionGate();
  private final PlateTracker plates = new PlateTracker();
  private final ObjectTracker objects = new ObjectTracker();
  private final Lettering lettering = new Lettering();
  private Instant last = Instant.MIN;

  /// @param passes gets each pass that ends
  public CameraAnalysis(Nets nets, Consumer<UnitPass> passes) {
    this.nets = nets;
    this.passes = passes;
  }

  /// The last picture's time; long ago before the first.
  public Instant last() {
    return last;
  }

  /// Goes on to a picture, and says where in it a [#look] is worth while; null where it is
  /// [#unchanged].
  ///
  /// @param small picture, [MotionGate#WIDTH] wide
  /// @param time after that of the picture before
  @Nullable FrameArea changed(GreyPicture small, Instant time) {
    if (last.isBefore(time.minus(PlateTracker.GONE))) {
      finish();
    }
    last = time;
    return gate.opens(small, time);
  }

  /// Looks for plates and objects in a picture.
  ///
  /// @param unit of the video that it is from
  /// @param area outside which nothing has changed since the last look
  void look(long unit, Instant time, Picture picture, FrameArea area) throws ModelException {
    Look look = Look.of(unit, time, picture);
    Detector detector = nets.detector();
    if (detector != null) {
      objects.add(look, detector.detect(picture));
    }
    Box part = area.box(picture);
    plates.add(look, part, nets.reader().read(picture, part), objects);
    report(time);
  }

  /// A picture shows what the last look showed.
  void unchanged(Instant time) {
    plates.unchanged(time);
    objects.unchanged(time);
    report(time);
  }

  private void report(Instant time) {
    reportPlates(plates.end(time));
    lettering.release(time).forEach(this::report);
    objects.end(time, plates).forEach(this::report);
  }

  /// Ends all tracks, since what follows is no continuation.
  public void finish() {
    reportPlates(plates.endAll());
    lettering.releaseAll().forEach(this::report);
    objects.endAll().forEach(this::report);
    gate.reset();
  }

  /// Ends all tracks, since what follows is of earlier.
  public void restart() {
    finish();
    last = Instant.MIN;
  }

  private void reportPlates(List<PlateTrack> ended) {
    List<Verdict> verdicts = new ArrayList<>();
    for (PlateTrack track : ended) {
      List<Reading> readings = track.readings();
      if (!readings.isEmpty() && !lettering.withholds(track, readings.getFirst().text())) {
        verdicts.add(new Verdict(track, false));
      }
    }
    verdicts.forEach(this::report);
  }

  private void report(Verdict verdict) {
    if (!verdict.isLettering()) {
      verdict.track().carried().forEach(ObjectTrack::setPlated);
    }
    passes.accept(
        PassAssembler.of(
            verdict.track(),
            verdict.track().readings(),
            verdict.isLettering(),
            nets.reader().version()));
  }

  private void report(ObjectTrack track) {
    Detector detector = nets.detector();
    if (detector != null && track.size() >= MIN_OBJECT_LOOKS) {
      passes.accept(PassAssembler.of(track, detector.version()));
    }
  }
}
