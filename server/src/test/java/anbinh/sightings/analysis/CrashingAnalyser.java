package anbinh.sightings.analysis;

import anbinh.vision.command.AnalyseCommand;
import anbinh.vision.protocol.AnalysisAnswer.StepBegun;
import anbinh.vision.protocol.AnswerCodec;
import anbinh.vision.protocol.Step;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// The process that analyses, and that ends in each step that a pattern matches, such as `LOOK 2…`.
final class CrashingAnalyser {
  /// Of a process that SIGABRT ends.
  private static final int ABORTED = 134;

  private CrashingAnalyser() {}

  /// @param steps pattern of stage and number
  static List<String> command(String steps) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-Djava.awt.headless=true",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        System.getProperty("java.class.path"),
        CrashingAnalyser.class.getName(),
        steps);
  }

  public static void main(String[] arguments) {
    OutputStream answers = answers(Pattern.compile(arguments[0]));
    System.setOut(System.err);
    System.exit(
        AnalyseCommand.run(List.of(), new BufferedInputStream(System.in), answers, System.err));
  }

  /// What is written goes on when it is flushed: the header, and then each answer.
  private static OutputStream answers(Pattern steps) {
    var written = new ByteArrayOutputStream();
    var pipe = new FileOutputStream(FileDescriptor.out);
    return new FilterOutputStream(written) {
      private boolean isBegun;

      @Override
      public void flush() throws IOException {
        byte[] bytes = written.toByteArray();
        written.reset();
        pipe.write(bytes);
        if (isBegun
            && AnswerCodec.read(new ByteArrayInputStream(bytes)) instanceof StepBegun begun
            && steps.matcher(text(begun.step())).matches()) {
          Runtime.getRuntime().halt(ABORTED);
        }
        isBegun = true;
      }
    };
  }

  private static String text(Step step) {
    return step.stage() + " " + step.number();
  }
}
