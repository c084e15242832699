package anbinh.seal.log;

import anbinh.seal.note.SigningKey;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Appends from several threads and publishes all the time, telling every acknowledged index, until
/// somebody kills it.
final class CrashingAppender {
  private CrashingAppender() {}

  public static void main(String[] arguments) {
    TileLog log = TileLog.open(Path.of(arguments[0]), SigningKey.load(Path.of(arguments[1])));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (int t = 0; t < 4; t++) {
      String name = arguments[2] + "/" + t;
      Thread.ofPlatform()
          .start(() -> {
            for (int i = 0; ; i++) {
              List<byte[]> batch = new ArrayList<>();
              for (int b = 0; b <= i % 90; b++) {
                batch.add(entry(name + "/" + i, b));
              }
              long first = log.appendAll(batch);
              synchronized (out) {
                out.println(first + " " + batch.size() + " " + name + "/" + i);
              }
            }
          });
    }
    while (true) {
      log.publish();
      LockSupport.parkNanos(3_000_000);
    }
  }

  static byte[] entry(String batch, int number) {
    return (batch + "/" + number + "x".repeat(number)).getBytes(StandardCharsets.UTF_8);
  }
}
