package anbinh.vision;

import anbinh.vision.draw.DrawCommand;
import anbinh.vision.command.ReadCommand;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/// `plates`: reads plates, and draws plates to train a reader with.
public final class Main {
  private static final String USAGE =
      """
      usage: plates read [--models FOLDER] FILE|FOLDER…
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
          case "draw" -> DrawCommand.run(rest, System.err);
          default -> 2;
        };
    if (code == 2) {
      System.err.print(USAGE);
    }
    return code;
  }
}
