package anbinh.seal.witness;

import anbinh.seal.FormatProblem;
import anbinh.seal.note.VerifierKey;
import anbinh.seal.text.Arguments;
import anbinh.seal.text.Messages;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// The command line: `java -jar anbinh-verify.jar witness --folder DIR --port N [--host ADDRESS]
/// [--name NAME] [--log FILE|VKEY]… [--lang vi|en|ar]`. Runs until the process is ended.
///
/// Exit codes: 64 wrong usage, 74 folder or port cannot be used.
public final class WitnessCommand {
  private static final int USAGE = 64;
  private static final int UNUSABLE = 74;

  private final PrintStream out;
  private final PrintStream err;
  private Messages messages;
  private @Nullable Path folder;
  private int port = -1;
  private String host = "127.0.0.1";
  private String name = "witness.local/" + HexFormat.of().toHexDigits(new SecureRandom().nextInt());
  private final List<VerifierKey> logs = new ArrayList<>();

  /// A command that speaks the language of `locale`, or English.
  public WitnessCommand(PrintStream out, PrintStream err, Locale locale) {
    this.out = out;
    this.err = err;
    this.messages = Messages.of("witness", locale);
  }

  /// Serves until the process or the thread is ended; returns an exit code when it cannot.
  public int run(List<String> arguments) {
    try {
      for (int i = 0; i < arguments.size(); i += 2) {
        if (arguments.get(i).equals("--help")) {
          out.println(messages.text("usage"));
          return 0;
        }
        if (i + 1 == arguments.size()) {
          return misused(messages.text("error.value", arguments.get(i)));
        }
        String wrong = option(arguments.get(i), arguments.get(i + 1));
        if (wrong != null) {
          return misused(wrong);
        }
      }
    } catch (FormatProblem | UncheckedIOException | InvalidPathException e) {
      return misused(messages.text("error.argument", String.valueOf(e.getMessage())));
    }
    Path where = folder;
    if (where == null || port < 0) {
      return misused(messages.text("error.missing"));
    }
    try (var running = RunningWitness.start(where, name, logs, host, port, err)) {
      out.println(messages.text("ready", running.address()));
      out.println(running.key().write());
      for (WatchedLog log : running.logs()) {
        out.println(messages.text("knows", log.origin()));
      }
      out.flush();
      new CountDownLatch(1).await();
      return 0;
    } catch (FormatProblem | IllegalArgumentException | UncheckedIOException | IOException e) {
      err.println(messages.text("error.unusable", String.valueOf(e.getMessage())));
      return UNUSABLE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  /// Returns what is wrong with the option, or null.
  private @Nullable String option(String option, String value) {
    switch (option) {
      case "--folder" -> folder = Path.of(value);
      case "--port" -> {
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > 65_535) {
          return messages.text("error.argument", value);
        }
        port = Integer.parseInt(value);
      }
      case "--host" -> host = value;
      case "--name" -> name = value;
      case "--log" -> logs.addAll(Arguments.keys(value));
      case "--lang" -> {
        if (!Messages.speaks(value)) {
          return messages.text("error.argument", value);
        }
        messages = Messages.of("witness", Locale.of(value));
      }
      default -> {
        return messages.text("error.option", option);
      }
    }
    return null;
  }

  private int misused(String error) {
    err.println(error);
    err.println(messages.text("usage"));
    return USAGE;
  }
}
