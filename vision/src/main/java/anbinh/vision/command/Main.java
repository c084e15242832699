package anbinh.vision.command;

import anbinh.vision.draw.DrawCommand;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;

/// `plates`: reads plates, analyses video for the server, and draws plates to train a reader with.
public final class Main {
  private static final String USAGE =
      """
      usage: plates read [--models FOLDER] FILE|FOLDER…
             plates analyse [--models FOLDER] <REQUESTS >ANSWERS
             plates draw [--count N] [--seed N] [--fonts FOLDER] [--packed] FOLDER
      """;

  private Main() {}

  public static void main(String[] arguments) throws IOException {
    System.exit(run(Arrays.asList(arguments)));
  }

  private static int run(List<String> arguments) throws IOException {
    String command = arguments.isEmpty() ? "" : arguments.getFirst();
    List<String> rest = arguments.subList(Math.min(1, arguments.size()), arguments.size());
    int code =
        switch (command) {
          case "read" -> ReadCommand.run(rest, System.out, System.err);
          case "analyse" -> analyse(rest);
          case "draw" -> DrawCommand.run(rest, System.err);
          default -> 2;
        };
    if (code == 2) {
      System.err.print(USAGE);
    }
    return code;
  }

  /// Nothing but answers comes to the standard output.
  private static int analyse(List<String> arguments) {
    OutputStream answers = new FileOutputStream(FileDescriptor.out);
    System.setOut(System.err);
    return AnalyseCommand.run(
        arguments,
        new BufferedInputStream(System.in),
        new BufferedOutputStream(answers),
        System.err);
  }
}
