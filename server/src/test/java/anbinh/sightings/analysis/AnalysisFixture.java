package anbinh.sightings.analysis;

import anbinh.recording.FootageFile;
import anbinh.recording.Span;
import anbinh.vision.Colour;
import anbinh.vision.Direction;
import anbinh.vision.ObjectClass;
import anbinh.vision.image.Jpeg;
import anbinh.vision.model.ModelVersion;
import anbinh.vision.pass.ClassReason;
import anbinh.vision.pass.Classification;
import anbinh.vision.pass.FrameArea;
import anbinh.vision.pass.Pass;
import anbinh.vision.pass.PlateSighting;
import anbinh.vision.pass.Weakness;
import anbinh.vision.plate.PlateColour;
import anbinh.vision.reader.Reading;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a process tells in tests.
final class AnalysisFixture {
  private AnalysisFixture() {}

  static Pass pass(String plate, Instant moment, @Nullable Weakness weakness) {
    return new Pass(
        moment.minusSeconds(1),
        moment.plusSeconds(1),
        moment,
        new Jpeg(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0}),
        FrameArea.WHOLE,
        new PlateSighting(
            List.of(new Reading(plate, .9, List.of(.9f))), weakness, PlateColour.YELLOW),
        new Classification(ObjectClass.CAR, ClassReason.PLATE_SHAPE),
        List.of(Colour.YELLOW),
        Direction.TOWARDS,
        new ModelVersion("reader", "1"));
  }

  static AnalysisUnit unit(UUID cameraId, Instant from, boolean isRepeated) {
    return new AnalysisUnit(
        1,
        new FootageFile(
            new UUID(3, from.getEpochSecond()),
            cameraId,
            Path.of("x.mp4"),
            new Span(from, from.plusSeconds(60))),
        true,
        isRepeated);
  }
}
