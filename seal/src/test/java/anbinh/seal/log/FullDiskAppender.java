package anbinh.seal.log;

import anbinh.seal.note.SigningKey;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Appends until the journal may not grow any further, then goes on as a server would.
final class FullDiskAppender {
  private FullDiskAppender() {}

  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (TileLog log =
        TileLog.open(Path.of(arguments[0]), SigningKey.load(Path.of(arguments[1])))) {
      while (true) {
        try {
          log.appendAll(entries(log.size()));
        } catch (LogFailure full) {
          out.println("full at " + log.size());
          break;
        }
      }
      try {
        log.appendAll(entries(log.size()));
        out.println("a failure was expected");
      } catch (LogFailure full) {
        out.println("still full at " + log.size());
      }
      out.println("published " + log.publish().checkpoint().size());
      log.appendAll(entries(log.size()));
      out.println("went on to " + log.size());
    }
  }

  static List<byte[]> entries(long from) {
    return List.of(entry(from), entry(from + 1), entry(from + 2));
  }

  static byte[] entry(long index) {
    return (index + " " + "x".repeat(90)).getBytes(StandardCharsets.UTF_8);
  }
}
