package anbinh.seal.verify;

import anbinh.seal.FormatProblem;
import anbinh.seal.note.VerifierKey;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The command line: `java -jar anbinh-seal.jar verify [--key FILE|VKEY]… [--json] [--lang
/// vi|en|ar] PACKAGE…`.
///
/// Exit codes: 0 intact, 1 altered, 2 malformed, 3 incomplete, 4 unknown key, 64 wrong usage, 74
/// cannot be read. With several packages the gravest counts, in the order 74, 1, 2, 3, 4, 0.
public final class Main {
  private static final int USAGE = 64;
  private static final int UNREADABLE = 74;
  private static final List<Integer> GRAVEST_FIRST = List.of(UNREADABLE, 1, 2, 3, 4, 0);

  private final PrintStream out;
  private final PrintStream err;
  private final ZoneId zone;
  private Messages messages;

  Main(PrintStream out, PrintStream err, Locale locale, ZoneId zone) {
    this.out = out;
    this.err = err;
    this.zone = zone;
    this.messages = Messages.of(locale);
  }

  /// Runs the command and ends the process with its exit code.
  public static void main(String[] arguments) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    int code =
        new Main(out, err, Locale.getDefault(), ZoneId.systemDefault()).run(List.of(arguments));
    out.flush();
    System.exit(code);
  }

  int run(List<String> arguments) {
    boolean json = false;
    List<VerifierKey> keys = new ArrayList<>();
    List<String> packages = new ArrayList<>();
    try {
      if (arguments.isEmpty() || !arguments.getFirst().equals("verify")) {
        return usage(arguments.isEmpty() ? "" : "error.option", arguments);
      }
      List<String> keyArguments = new ArrayList<>();
      for (int i = 1; i < arguments.size(); i++) {
        String argument = arguments.get(i);
        switch (argument) {
          case "--json" -> json = true;
          case "--key", "--lang" -> {
            if (++i == arguments.size()) {
              return usage("error.value", List.of(argument));
            }
            if (argument.equals("--key")) {
              keyArguments.add(arguments.get(i));
            } else if (Messages.speaks(arguments.get(i))) {
              messages = new Messages(Locale.of(arguments.get(i)));
            } else {
              return usage("error.language", List.of(arguments.get(i)));
            }
          }
          case "--help" -> {
            out.println(messages.text("usage"));
            return 0;
          }
          default -> {
            if (argument.startsWith("--")) {
              return usage("error.option", List.of(argument));
            }
            packages.add(argument);
          }
        }
      }
      for (String key : keyArguments) {
        keys.addAll(keys(key));
      }
    } catch (FormatProblem | UncheckedIOException e) {
      err.println(messages.text("error.key", String.valueOf(e.getMessage())));
      return USAGE;
    }
    if (packages.isEmpty()) {
      return usage("error.packages", List.of(""));
    }
    return verify(packages, new Verifier(keys), json);
  }

  private int verify(List<String> packages, Verifier verifier, boolean json) {
    VerdictText text = new VerdictText(messages, zone);
    int gravest = GRAVEST_FIRST.size() - 1;
    for (String name : packages) {
      int code;
      try {
        Verdict verdict = verifier.verify(Path.of(name));
        if (json) {
          out.write(VerdictJson.write(verdict).canonical());
          out.println();
        } else {
          out.println(text.write(verdict));
        }
        code = exitCode(verdict);
      } catch (IOException | UncheckedIOException | InvalidPathException e) {
        err.println(messages.text("error.read", name, e.toString()));
        code = UNREADABLE;
      }
      gravest = Math.min(gravest, GRAVEST_FIRST.indexOf(code));
    }
    return GRAVEST_FIRST.get(gravest);
  }

  private static int exitCode(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Intact _ -> 0;
      case Verdict.Altered _ -> 1;
      case Verdict.Malformed _ -> 2;
      case Verdict.Incomplete _ -> 3;
      case Verdict.UnknownKey _ -> 4;
    };
  }

  /// The vkeys in a file, one a line, or the one given as text.
  private static List<VerifierKey> keys(String argument) {
    boolean file;
    try {
      file = Files.exists(Path.of(argument));
    } catch (InvalidPathException e) {
      file = false;
    }
    if (!file) {
      return List.of(VerifierKey.parse(argument));
    }
    try {
      return Files.readAllLines(Path.of(argument)).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(VerifierKey::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int usage(String error, List<String> arguments) {
    if (!error.isEmpty()) {
      err.println(messages.text(error, arguments.getFirst()));
    }
    err.println(messages.text("usage"));
    return USAGE;
  }
}
