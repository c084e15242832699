package anbinh.video;

import static java.nio.charset.StandardCharsets.UTF_8;

import anbinh.platform.OnlyWhenServing;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Looks at videos and makes videos through [TranscoderProcess], a child for each. Safe for many
/// threads.
@Component
@OnlyWhenServing
public class Transcoder {
  private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB$");
  private static final Path NICE = Path.of("/usr/bin/nice");

  /// Behind the recorder and whoever watches, but never so far that a busy machine makes none: a
  /// collection waits for its videos. A third of the processor time of others (sched(7)).
  private static final String BEHIND = "5";

  private final TranscodingSettings settings;

  public Transcoder(TranscodingSettings settings) {
    this.settings = settings;
  }

  /// What a file holds.
  ///
  /// @throws VideoFailure when libav cannot read it, or it took too much
  public SourceVideo look(Path file) throws TranscodingFailure, IOException, InterruptedException {
    return SourceVideo.read(
        run(List.of(TranscoderProcess.LOOK, file.toString()), _ -> {}, () -> true));
  }

  /// Makes a video.
  ///
  /// @param progress told now and then how many microseconds of the video are done
  /// @param requested asked now and then; the child is ended when it is no longer
  /// @return the names and versions of what made it
  /// @throws VideoFailure when it could not be made; what is at the target then is worth nothing
  public String make(TranscodingJob job, LongConsumer progress, BooleanSupplier requested)
      throws TranscodingFailure, IOException, InterruptedException {
    return run(List.of(TranscoderProcess.MAKE, job.write()), progress, requested);
  }

  private String run(List<String> arguments, LongConsumer progress, BooleanSupplier requested)
      throws TranscodingFailure, IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(NICE)) {
      command.addAll(List.of(NICE.toString(), "-n", BEHIND));
    }
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            TranscoderProcess.class.getName()));
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    var ended = new AtomicReference<TranscodingFailure.@Nullable Cause>();
    Thread watch = Thread.startVirtualThread(() -> watch(process, requested, ended));
    try (var answer = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      String last = "";
      for (String line = answer.readLine(); line != null; line = answer.readLine()) {
        if (line.startsWith(TranscoderProcess.AT)) {
          progress.accept(Long.parseLong(line.substring(TranscoderProcess.AT.length())));
        } else {
          last = line;
        }
      }
      boolean good = process.waitFor() == 0 && !last.isEmpty();
      TranscodingFailure.Cause why = ended.get();
      if (why != null) {
        throw new TranscodingFailure(why, "the video was given up: " + why);
      }
      if (!good) {
        throw new TranscodingFailure(
            TranscodingFailure.Cause.UNREADABLE, last.isEmpty() ? "no answer" : last);
      }
      return last;
    } finally {
      process.destroyForcibly();
      watch.interrupt();
    }
  }

  /// Ends the child when it takes too long or too much memory; what Linux counts as resident, which
  /// is the libraries' memory too.
  private void watch(
      Process process,
      BooleanSupplier requested,
      AtomicReference<TranscodingFailure.@Nullable Cause> ended) {
    long deadline = System.nanoTime() + settings.longest().toNanos();
    long most = settings.mostMemory().toKilobytes();
    try {
      while (!process.waitFor(1, TimeUnit.SECONDS)) {
        if (!requested.getAsBoolean()) {
          end(process, ended, TranscodingFailure.Cause.STOPPED);
        } else if (System.nanoTime() - deadline > 0) {
          end(process, ended, TranscodingFailure.Cause.TOO_LONG);
        } else if (residentKilobytes(process.pid()) > most) {
          end(process, ended, TranscodingFailure.Cause.TOO_LARGE);
        }
      }
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
    }
  }

  private static void end(
      Process process,
      AtomicReference<TranscodingFailure.@Nullable Cause> ended,
      TranscodingFailure.Cause why) {
    ended.compareAndSet(null, why);
    process.destroyForcibly();
  }

  private static long residentKilobytes(long process) {
    try {
      Matcher found = RESIDENT.matcher(Files.readString(Path.of("/proc/" + process + "/status")));
      return found.find() ? Long.parseLong(found.group(1)) : 0;
    } catch (IOException e) {
      return 0;
    }
  }
}
