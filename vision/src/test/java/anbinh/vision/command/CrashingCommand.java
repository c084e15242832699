package anbinh.vision.command;

import anbinh.vision.protocol.AnalysisAnswer.StepBegun;
import anbinh.vision.protocol.AnswerCodec;
import anbinh.vision.protocol.Step;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.regex.Pattern;

/// `plates analyse` that ends in some steps, as it does where native code aborts: `analyse
/// PATTERN`, which such as `1 LOOK 500` matches: unit, stage and number.
public final class CrashingCommand {
  /// Of a process that SIGABRT ends.
  private static final int ABORTED = 134;

  private CrashingCommand() {}

  public static void main(String[] arguments) {
    Pattern steps = Pattern.compile(arguments[1]);
    OutputStream answers = new Answers(new FileOutputStream(FileDescriptor.out), steps);
    System.setOut(System.err);
    System.exit(
        AnalyseCommand.run(List.of(), new BufferedInputStream(System.in), answers, System.err));
  }

  /// Passes on what is written whenever that is flushed, which is behind the header and behind each
  /// answer.
  private static final class Answers extends OutputStream {
    private final OutputStream out;
    private final Pattern steps;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private boolean isBegun;

    Answers(OutputStream out, Pattern steps) {
      this.out = out;
      this.steps = steps;
    }

    @Override
    public void write(int value) {
      written.write(value);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      written.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
      byte[] bytes = written.toByteArray();
      written.reset();
      out.write(bytes);
      if (isBegun
          && AnswerCodec.read(new ByteArrayInputStream(bytes))
              instanceof StepBegun(long unit, Step step)
          && steps.matcher(unit + " " + step.stage() + " " + step.number()).matches()) {
        Runtime.getRuntime().halt(ABORTED);
      }
      isBegun = true;
    }
  }
}
