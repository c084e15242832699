package anbinh.vision.command;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.vision.ObjectClass;
import anbinh.vision.TimeSpan;
import anbinh.vision.clip.FfmpegFixture;
import anbinh.vision.clip.Scene;
import anbinh.vision.image.PictureFile;
import anbinh.vision.pass.ClassReason;
import anbinh.vision.pass.Classification;
import anbinh.vision.pass.Pass;
import anbinh.vision.pass.PlateSighting;
import anbinh.vision.plate.PlateColour;
import anbinh.vision.protocol.AnalysisAnswer;
import anbinh.vision.protocol.AnalysisAnswer.CameraFinished;
import anbinh.vision.protocol.AnalysisAnswer.PassFound;
import anbinh.vision.protocol.AnalysisAnswer.Ready;
import anbinh.vision.protocol.AnalysisAnswer.StepBegun;
import anbinh.vision.protocol.AnalysisAnswer.UnitDone;
import anbinh.vision.protocol.AnalysisAnswer.UnitFailed;
import anbinh.vision.protocol.AnalysisRequest;
import anbinh.vision.protocol.AnalysisRequest.Analyse;
import anbinh.vision.protocol.AnalysisRequest.Finish;
import anbinh.vision.protocol.AnswerCodec;
import anbinh.vision.protocol.RequestCodec;
import anbinh.vision.protocol.Step;
import anbinh.vision.protocol.Step.Stage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyseCommandTest {
  private static final Instant START = Instant.parse("2026-12-01T06:00:00Z");

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(byte[] in, String... arguments) {
    return AnalyseCommand.run(
        List.of(arguments),
        new ByteArrayInputStream(in),
        out,
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private List<AnalysisAnswer> answers(AnalysisRequest... requests) throws IOException {
    ByteArrayOutputStream in = new ByteArrayOutputStream();
    RequestCodec.writeHeader(in);
    for (AnalysisRequest request : requests) {
      RequestCodec.write(request, in);
    }
    assertThat(run(in.toByteArray())).isZero();
    ByteArrayInputStream written = new ByteArrayInputStream(out.toByteArray());
    AnswerCodec.readHeader(written);
    List<AnalysisAnswer> answers = new ArrayList<>();
    for (AnalysisAnswer each = AnswerCodec.read(written);
        each != null;
        each = AnswerCodec.read(written)) {
      answers.add(each);
    }
    return answers;
  }

  @Test
  void tellsWhatPassesFromOneFileToTheNext() throws Exception {
    Path file =
        new Scene().plate(60, 120, "36A-123.40").clip(folder.resolve("clip.mp4"), 1, "null");
    Path damaged = Files.writeString(folder.resolve("damaged.mp4"), "no video");
    List<AnalysisAnswer> answers =
        answers(
            new Analyse(1, "lane", file, START, false, List.of()),
            new Analyse(2, "lane", file, START.plusSeconds(1), false, List.of()),
            new Analyse(3, "lane", damaged, START.plusSeconds(2), false, List.of()),
            new Finish("lane"),
            new Analyse(4, "gate", file, START, false, List.of()),
            new Analyse(5, "gate", file, START.plusSeconds(1), true, List.of()));
    assertThat(steps(answers, 3)).isEmpty();
    assertThat(steps(answers, 2)).isEqualTo(steps(answers, 1));
    answers.removeIf(StepBegun.class::isInstance);
    assertThat(answers)
        .extracting(each -> each.getClass().getSimpleName() + number(each))
        .containsExactly(
            "Ready",
            "UnitDone1",
            "UnitDone2",
            "UnitFailed3",
            "PassFound1",
            "CameraFinished",
            "UnitDone4",
            "PassFound4",
            "UnitDone5",
            "PassFound5");
    UnitDone done = (UnitDone) answers.get(1);
    assertThat(done.decoded()).isEqualTo(8);
    assertThat(done.looks()).as("looks at a still scene").isEqualTo(3);
    assertThat(done.processorTime()).isPositive();
    assertThat(done.leftOut()).isEmpty();
    assertThat(((UnitFailed) answers.get(3)).reason()).isEqualTo("is no video that can be read");
    Pass pass = ((PassFound) answers.get(4)).pass();
    assertThat(pass.from()).isEqualTo(START);
    assertThat(pass.to()).isEqualTo(START.plusMillis(1_750));
    PlateSighting plate = requireNonNull(pass.plate());
    assertThat(plate.best().text()).isEqualTo("36A12340");
    assertThat(plate.weakness()).isNull();
    assertThat(plate.colour()).isEqualTo(PlateColour.WHITE);
    assertThat(pass.classification())
        .isEqualTo(new Classification(ObjectClass.CAR, ClassReason.PLATE_SHAPE));
    assertThat(pass.direction()).isNull();
    assertThat(pass.area().left()).isBetween(50 / 640f, 80 / 640f);
    Path picture = Files.write(folder.resolve("plate.jpg"), pass.picture().bytes());
    assertThat(PictureFile.read(picture).width()).isBetween(120, 240);
  }

  private static String number(AnalysisAnswer answer) {
    return switch (answer) {
      case Ready _ -> "";
      case PassFound found -> "" + found.unit();
      case StepBegun begun -> "" + begun.unit();
      case UnitDone done -> "" + done.unit();
      case UnitFailed failed -> "" + failed.unit();
      case CameraFinished _ -> "";
    };
  }

  private static List<Step> steps(List<AnalysisAnswer> answers, long unit) {
    return answers.stream()
        .filter(StepBegun.class::isInstance)
        .map(StepBegun.class::cast)
        .filter(begun -> begun.unit() == unit)
        .map(StepBegun::step)
        .toList();
  }

  private static Step decode(long packet) {
    return new Step(Stage.DECODE, packet);
  }

  private static Step look(long millisecond) {
    return new Step(Stage.LOOK, millisecond);
  }

  @Test
  void tellsOfEachStepAndLeavesOutThoseThatAreNotWanted() throws Exception {
    Path file = folder.resolve("keys.mp4");
    FfmpegFixture.run(
        "-f",
        "lavfi",
        "-i",
        "testsrc=s=320x180:r=8:d=2",
        "-c:v",
        "libx264",
        "-bf",
        "0",
        "-g",
        "4",
        "-pix_fmt",
        "yuv420p",
        file);
    Analyse whole = new Analyse(1, "lane", file, START, false, List.of());
    List<Step> leftOut = List.of(look(500), look(750), decode(9), look(1_750), decode(15));
    Analyse part = new Analyse(2, "gate", file, START, false, leftOut);
    List<AnalysisAnswer> answers = answers(whole, part);
    List<Step> all = new ArrayList<>();
    for (int packet = 0; packet < 16; packet++) {
      all.add(decode(packet));
      if (packet % 2 == 0) {
        all.add(look(125 * packet));
      }
    }
    assertThat(steps(answers, 1)).containsExactlyInAnyOrderElementsOf(all);
    assertThat(steps(answers, 1).indexOf(look(0))).isGreaterThan(0);
    assertThat(steps(answers, 2))
        .doesNotContainAnyElementsOf(leftOut)
        .contains(look(0), look(1_000), look(1_500), decode(14));
    UnitDone done =
        answers.stream()
            .filter(UnitDone.class::isInstance)
            .map(UnitDone.class::cast)
            .filter(each -> each.unit() == 2)
            .findAny()
            .orElseThrow();
    assertThat(done.leftOut())
        .as("times until the next picture that is seen")
        .containsExactly(span(500, 1_000), span(1_125, 1_250), span(1_750, 2_125));
  }

  private static TimeSpan span(int from, int to) {
    return new TimeSpan(START.plusMillis(from), START.plusMillis(to));
  }

  @Test
  void endsWhereARequestIsNone() {
    assertThat(run("no requests".getBytes(StandardCharsets.UTF_8))).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualToIgnoringNewLines("plates analyse: does not begin as this protocol does");
  }

  @Test
  void saysWhatIsWrongWithItsArguments() {
    assertThat(run(new byte[0], "file.mp4")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("no other arguments than --models");
  }
}
