package anbinh.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// Leaves nothing of a program that works in a temporary folder, however that program ends, a kill
/// included: a shell waits for the program's end, which closes the pipe between them, then ends the
/// processes whose command lines name the folder and deletes the folder.
///
/// It is in a session of its own, so that Ctrl+C on a terminal does not reach it.
public final class Janitor {
  private static final String SCRIPT =
      """
      read -r folder
      cat >/dev/null
      named() { printf '%s' "$folder" | grep -lsFf - /proc/[0-9]*/cmdline | cut -d / -f 3; }
      all=$(named)
      [ -z "$all" ] || kill $all 2>/dev/null
      tries=0
      while [ -n "$(named)" ] && [ $tries -lt 300 ]; do sleep 0.1; tries=$((tries + 1)); done
      all=$(named)
      [ -z "$all" ] || kill -9 $all 2>/dev/null
      rm -rf -- "$folder"
      """;

  private final Process shell;

  private Janitor(Process shell) {
    this.shell = shell;
  }

  /// @param folder whose name no other process has in its command line
  public static Janitor start(Path folder) throws IOException {
    Process shell =
        new ProcessBuilder("setsid", "sh", "-c", SCRIPT)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    shell.getOutputStream().write((folder + "\n").getBytes(UTF_8));
    shell.getOutputStream().flush();
    return new Janitor(shell);
  }

  /// Has it tidy up now and waits until that is done.
  public void finish() {
    try {
      shell.getOutputStream().close();
      shell.waitFor(60, TimeUnit.SECONDS);
    } catch (IOException gone) {
      System.err.println("the trial's processes and files may be left behind: " + gone);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
    }
  }
}
