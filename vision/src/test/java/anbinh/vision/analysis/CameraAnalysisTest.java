package anbinh.vision.analysis;

import static anbinh.vision.analysis.PlateFixture.time;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.vision.Direction;
import anbinh.vision.ObjectClass;
import anbinh.vision.clip.Scene;
import anbinh.vision.detector.Detection;
import anbinh.vision.detector.Detector;
import anbinh.vision.image.Box;
import anbinh.vision.image.Picture;
import anbinh.vision.model.ModelException;
import anbinh.vision.model.ModelVersion;
import anbinh.vision.pass.ClassReason;
import anbinh.vision.pass.Classification;
import anbinh.vision.pass.FrameArea;
import anbinh.vision.pass.Pass;
import anbinh.vision.pass.PlateSighting;
import anbinh.vision.read.Models;
import anbinh.vision.read.PlateReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// With the program's nets and a detector that sees what it is told.
class CameraAnalysisTest {
  private static final ModelVersion DETECTOR = new ModelVersion("Detector", "1");

  private static @Nullable PlateReader reader;

  private final List<UnitPass> passes = new ArrayList<>();
  private final ToldDetector detector = new ToldDetector();

  private static final class ToldDetector implements Detector {
    private List<Detection> told = List.of();

    @Override
    public List<Detection> detect(Picture picture) {
      return told;
    }

    @Override
    public ModelVersion version() {
      return DETECTOR;
    }

    @Override
    public void close() {}
  }

  @BeforeAll
  static void load() throws Exception {
    reader = Models.plateReader(null, 1);
  }

  @AfterAll
  static void close() {
    reader().close();
  }

  private static PlateReader reader() {
    return requireNonNull(reader);
  }

  private CameraAnalysis analysis() {
    return new CameraAnalysis(new Nets(reader(), detector), passes::add);
  }

  @Test
  void tellsOfAVehicleOnceWithItsPlate() throws ModelException {
    CameraAnalysis analysis = analysis();
    for (int look = 0; look < 3; look++) {
      int x = 40 + 100 * look;
      Picture picture = Picture.of(new Scene().plate(x, 120, "36C-023.45").picture());
      detector.told =
          List.of(new Detection(Box.level(x - 30, 20, x + 230, 200), ObjectClass.TRUCK, .8));
      FrameArea area = FrameArea.of(Box.level(x - 30, 90, x + 230, 200), picture);
      analysis.look(look + 1, time(.25 * look), picture, area);
    }
    analysis.unchanged(time(1));
    assertThat(passes).isEmpty();
    analysis.finish();
    assertThat(passes).hasSize(1);
    Pass pass = passes.getFirst().pass();
    PlateSighting plate = requireNonNull(pass.plate());
    assertThat(plate.best().text()).isEqualTo("36C02345");
    assertThat(plate.weakness()).isNull();
    assertThat(pass.classification())
        .isEqualTo(new Classification(ObjectClass.TRUCK, ClassReason.DETECTOR));
    assertThat(pass.direction()).isEqualTo(Direction.RIGHT);
    assertThat(pass.model()).isEqualTo(reader().version());
    assertThat(pass.from()).isEqualTo(time(0));
    assertThat(pass.moment()).isEqualTo(time(.25 * (passes.getFirst().unit() - 1)));
  }

  @Test
  void tellsOfAPersonWithoutAPlate() throws ModelException {
    CameraAnalysis analysis = analysis();
    Picture picture = Picture.of(new Scene().picture());
    FrameArea area = new FrameArea(.5f, .5f, .1f, .1f);
    for (int look = 0; look < 4; look++) {
      detector.told =
          List.of(
              new Detection(
                  Box.level(300 - 30 * look, 100, 350 - 30 * look, 250), ObjectClass.PERSON, .7));
      analysis.look(1, time(.25 * look), picture, area);
    }
    detector.told = List.of();
    analysis.look(1, time(3), picture, area);
    assertThat(passes).hasSize(1);
    Pass pass = passes.getFirst().pass();
    assertThat(pass.plate()).isNull();
    assertThat(pass.classification())
        .isEqualTo(new Classification(ObjectClass.PERSON, ClassReason.DETECTOR));
    assertThat(pass.to()).isEqualTo(time(.75));
    assertThat(pass.model()).isEqualTo(DETECTOR);
  }
}
