package anbinh.vision.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.vision.clip.Scene;
import anbinh.vision.command.CrashingCommand;
import anbinh.vision.command.Main;
import anbinh.vision.model.ModelVersion;
import anbinh.vision.protocol.AnalysisAnswer.PassFound;
import anbinh.vision.protocol.AnalysisAnswer.Ready;
import anbinh.vision.protocol.AnalysisAnswer.StepBegun;
import anbinh.vision.protocol.AnalysisAnswer.UnitDone;
import anbinh.vision.protocol.AnalysisAnswer.UnitFailed;
import anbinh.vision.protocol.AnalysisProcess.Settings;
import anbinh.vision.protocol.AnalysisRequest.Analyse;
import anbinh.vision.protocol.Step.Stage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalysisProcessTest {
  private static final Settings SETTINGS =
      new Settings(3, Duration.ofMinutes(1), Duration.ofMillis(10));

  @TempDir Path folder;
  @TempDir Path temporary;

  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

  private final AnalysisListener listener =
      new AnalysisListener() {
        @Override
        public void found(PassFound pass) {
          told.add("found " + pass.unit());
        }

        @Override
        public void done(UnitDone unit) {
          int leftOut = unit.leftOut().size();
          told.add(
              "done " + unit.unit() + (leftOut == 0 ? "" : ", but %d spans".formatted(leftOut)));
        }

        @Override
        public void failed(UnitFailed unit) {
          told.add("failed %d %s".formatted(unit.unit(), unit.reason()));
        }

        @Override
        public void ended() {
          told.add("ended");
        }

        @Override
        public void lost(Analyse unit, @Nullable Step step) {
          told.add("lost %d%s".formatted(unit.unit(), step == null ? "" : " in " + text(step)));
        }

        @Override
        public void finished(String camera) {
          told.add("finished " + camera);
        }

        @Override
        public void notStarted(String reason) {
          told.add("not started: " + reason);
        }
      };

  private static String text(Step step) {
    return step.stage() + " " + step.number();
  }

  private List<String> command() {
    return command(Main.class);
  }

  private List<String> command(Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-Djava.io.tmpdir=" + temporary,
            "-cp",
            System.getProperty("java.class.path"),
            main.getName(),
            "analyse"));
    command.addAll(List.of(arguments));
    return command;
  }

  private static Analyse unit(long number, Path file, Step... leftOut) {
    return new Analyse(
        number, "camera", file, Instant.EPOCH.plusSeconds(number), false, List.of(leftOut));
  }

  private static void killChildren() {
    ProcessHandle.current()
        .children()
        .filter(child -> child.info().command().orElse("").endsWith("/java"))
        .forEach(ProcessHandle::destroyForcibly);
  }

  private String next() throws InterruptedException {
    String next = told.poll(1, TimeUnit.MINUTES);
    assertThat(next).as("what is told within a minute").isNotNull();
    return next;
  }

  @Test
  void losesTheUnitInHandAloneWhenTheProcessIsKilled() throws Exception {
    Path clip =
        new Scene().plate(60, 120, "36A-123.45").clip(folder.resolve("clip.mp4"), 1, "null");
    Path endless = folder.resolve("endless.mp4");
    assertThat(new ProcessBuilder("mkfifo", endless.toString()).start().waitFor()).isZero();
    try (var analysis = new AnalysisProcess(command(), SETTINGS, listener)) {
      analysis.analyse(unit(1, folder.resolve("missing.mp4")));
      analysis.analyse(unit(2, endless));
      analysis.analyse(unit(3, clip));
      assertThat(next()).isEqualTo("failed 1 is no video that can be read");
      killChildren();
      assertThat(next()).isEqualTo("ended");
      assertThat(next()).isEqualTo("lost 2");
    }
    assertThat(told).containsExactly("done 3", "found 3", "ended");
    // ONNX Runtime makes a folder in any case, and removes it when it ends by itself.
    try (Stream<Path> left = Files.walk(temporary)) {
      assertThat(left.filter(Files::isRegularFile)).as("files of the killed process").isEmpty();
    }
  }

  @Test
  void tellsInWhichStepTheProcessEndedSoThatItCanBeLeftOut() throws Exception {
    Path clip =
        new Scene().plate(60, 120, "36A-123.45").clip(folder.resolve("clip.mp4"), 1, "null");
    List<String> crashing = command(CrashingCommand.class, "1 (LOOK 250|DECODE 6)");
    try (var analysis = new AnalysisProcess(crashing, SETTINGS, listener)) {
      analysis.analyse(unit(1, clip));
      analysis.analyse(unit(2, clip));
      assertThat(next()).isEqualTo("ended");
      assertThat(next()).isEqualTo("lost 1 in LOOK 250");
      assertThat(next()).isEqualTo("done 2");
      Step look = new Step(Stage.LOOK, 250);
      Step decode = new Step(Stage.DECODE, 6);
      analysis.analyse(unit(1, clip, look));
      assertThat(next()).as("of what was before").isEqualTo("found 2");
      assertThat(next()).isEqualTo("ended");
      assertThat(next()).isEqualTo("lost 1 in DECODE 6");
      analysis.analyse(unit(1, clip, look, decode));
      assertThat(next()).isEqualTo("done 1, but 2 spans");
    }
    assertThat(told).containsExactly("found 1", "ended");
  }

  @Test
  void tellsThatTheProcessEndedThoughNothingWasInHand() throws Exception {
    Path clip =
        new Scene().plate(60, 120, "36A-123.45").clip(folder.resolve("clip.mp4"), 1, "null");
    try (var analysis = new AnalysisProcess(command(), SETTINGS, listener)) {
      analysis.analyse(unit(1, clip));
      assertThat(next()).isEqualTo("done 1");
      killChildren();
      assertThat(next()).isEqualTo("ended");
      analysis.analyse(unit(2, clip));
      assertThat(next()).isEqualTo("done 2");
    }
    assertThat(told).containsExactly("found 2", "ended");
  }

  @Test
  void endsAProcessThatBeginsAStepOfAnotherUnit() throws Exception {
    ByteArrayOutputStream answers = new ByteArrayOutputStream();
    AnswerCodec.writeHeader(answers);
    ModelVersion net = new ModelVersion("net", "1");
    AnswerCodec.write(new Ready(net, net), answers);
    AnswerCodec.write(new StepBegun(1, new Step(Stage.LOOK, 0)), answers);
    AnswerCodec.write(new StepBegun(7, new Step(Stage.LOOK, 250)), answers);
    Path file = Files.write(folder.resolve("answers"), answers.toByteArray());
    List<String> command = List.of("sh", "-c", "cat '%s'; exec sleep 60".formatted(file));
    try (var analysis = new AnalysisProcess(command, SETTINGS, listener)) {
      analysis.analyse(unit(1, Path.of("clip.mp4")));
      assertThat(next()).isEqualTo("ended");
      assertThat(next()).isEqualTo("lost 1 in LOOK 0");
    }
  }

  @Test
  void saysWhenACameraIsFinishedAndLosesWhatIsPendingWhenItIsAborted() throws Exception {
    Path clip =
        new Scene().plate(60, 120, "36A-123.45").clip(folder.resolve("clip.mp4"), 1, "null");
    Path endless = folder.resolve("endless.mp4");
    assertThat(new ProcessBuilder("mkfifo", endless.toString()).start().waitFor()).isZero();
    try (var analysis = new AnalysisProcess(command(), SETTINGS, listener)) {
      analysis.analyse(unit(1, clip));
      analysis.finish("camera");
      assertThat(next()).isEqualTo("done 1");
      assertThat(next()).isEqualTo("found 1");
      assertThat(next()).isEqualTo("finished camera");
      analysis.analyse(unit(2, endless));
      analysis.abort();
      assertThat(next()).isEqualTo("ended");
      assertThat(next()).isEqualTo("lost 2");
    }
  }

  @Test
  void endsAProcessThatDoesNotAnswer() throws Exception {
    Settings impatient = new Settings(1, Duration.ofMillis(50), Duration.ofMillis(1));
    try (var analysis = new AnalysisProcess(List.of("sleep", "60"), impatient, listener)) {
      analysis.analyse(unit(1, Path.of("clip.mp4")));
      assertThat(next()).isEqualTo("not started: ended with code 137 before it was ready");
    }
  }

  @Test
  void endsAProcessThatSpeaksAnotherProtocol() throws Exception {
    List<String> command = List.of("sh", "-c", "echo Hello, world; exec sleep 60");
    try (var analysis = new AnalysisProcess(command, SETTINGS, listener)) {
      analysis.analyse(unit(1, Path.of("clip.mp4")));
      assertThat(next()).isEqualTo("not started: ended with code 137 before it was ready");
    }
  }

  @Test
  void triesAgainWhereAProcessCannotBeStarted() throws Exception {
    var analysis = new AnalysisProcess(List.of("sh", "-c", "exit 3"), SETTINGS, listener);
    analysis.analyse(unit(1, Path.of("clip.mp4")));
    assertThat(next()).isEqualTo("not started: ended with code 3 before it was ready");
    assertThat(next()).isEqualTo("not started: ended with code 3 before it was ready");
    analysis.close();
    assertThat(told).endsWith("lost 1");
    assertThatThrownBy(() -> analysis.finish("camera"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the analysis is closed");
  }
}
