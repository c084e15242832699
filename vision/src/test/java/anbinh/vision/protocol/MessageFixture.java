package anbinh.vision.protocol;

import anbinh.vision.Colour;
import anbinh.vision.Direction;
import anbinh.vision.ObjectClass;
import anbinh.vision.TimeSpan;
import anbinh.vision.image.Jpeg;
import anbinh.vision.model.ModelVersion;
import anbinh.vision.pass.ClassReason;
import anbinh.vision.pass.Classification;
import anbinh.vision.pass.FrameArea;
import anbinh.vision.pass.Pass;
import anbinh.vision.pass.PlateSighting;
import anbinh.vision.pass.Weakness;
import anbinh.vision.plate.PlateColour;
import anbinh.vision.protocol.AnalysisAnswer.CameraFinished;
import anbinh.vision.protocol.AnalysisAnswer.PassFound;
import anbinh.vision.protocol.AnalysisAnswer.Ready;
import anbinh.vision.protocol.AnalysisAnswer.StepBegun;
import anbinh.vision.protocol.AnalysisAnswer.UnitDone;
import anbinh.vision.protocol.AnalysisAnswer.UnitFailed;
import anbinh.vision.protocol.AnalysisRequest.Analyse;
import anbinh.vision.protocol.AnalysisRequest.Finish;
import anbinh.vision.protocol.Step.Stage;
import anbinh.vision.reader.Reading;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// One message of each kind.
final class MessageFixture {
  private static final ModelVersion READER = new ModelVersion("Đọc biển số", "1.2");
  private static final Instant TIME = Instant.ofEpochMilli(1_796_108_400_123L);

  static final List<AnalysisRequest> REQUESTS =
      List.of(
          new Analyse(1L << 40, "ngõ 1", Path.of("/video/a b/1.mp4"), TIME, true, List.of()),
          new Analyse(-1, "", Path.of("x"), Instant.EPOCH, false, List.of()),
          new Analyse(
              2,
              "camera 1",
              Path.of("y"),
              TIME,
              false,
              List.of(new Step(Stage.DECODE, 31), new Step(Stage.LOOK, 1_250))),
          new Finish("camera 1"));

  static final List<AnalysisAnswer> ANSWERS =
      List.of(
          new Ready(READER, new ModelVersion("Detector", "3")),
          new PassFound(7, "camera 1", plated()),
          new PassFound(8, "camera 2", unplated()),
          new UnitDone(7, 1_500, 240, Duration.ofMillis(12_345), List.of()),
          new UnitDone(
              8,
              1_499,
              239,
              Duration.ofMillis(12_345),
              List.of(
                  new TimeSpan(TIME, TIME.plusMillis(250)),
                  new TimeSpan(TIME.plusSeconds(9), TIME.plusSeconds(11)))),
          new StepBegun(7, new Step(Stage.DECODE, 0)),
          new StepBegun(Long.MAX_VALUE, new Step(Stage.LOOK, 59_750)),
          new UnitFailed(8, "is no video that can be read"),
          new CameraFinished("camera 1"));

  private MessageFixture() {}

  private static Pass plated() {
    PlateSighting plate =
        new PlateSighting(
            List.of(
                new Reading("29MĐ190495", .9, List.of(.9f, .8f)),
                new Reading("29MD190495", .05, List.of())),
            Weakness.SEEN_ONCE,
            PlateColour.YELLOW);
    return new Pass(
        TIME,
        TIME.plusMillis(2_500),
        TIME.plusMillis(1_250),
        new Jpeg(new byte[] {1, 2, 3}),
        new FrameArea(.25f, .5f, .125f, 0),
        plate,
        new Classification(ObjectClass.MOTORBIKE, ClassReason.PLATE_TEXT),
        List.of(Colour.RED, Colour.BLACK),
        Direction.AWAY,
        READER);
  }

  private static Pass unplated() {
    return new Pass(
        TIME,
        TIME,
        TIME,
        new Jpeg(new byte[0]),
        new FrameArea(0, 0, 1, 1),
        null,
        null,
        List.of(),
        null,
        READER);
  }
}
