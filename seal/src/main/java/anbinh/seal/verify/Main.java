package anbinh.seal.verify;

import anbinh.seal.FormatProblem;
import anbinh.seal.note.VerifierKey;
import anbinh.seal.policy.Policy;
import anbinh.seal.text.Arguments;
import anbinh.seal.text.Messages;
import anbinh.seal.witness.WitnessCommand;
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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The command line: `java -jar anbinh-verify.jar verify [--key FILE|VKEY]… [--policy FILE]
/// [--json] [--lang vi|en|ar] PACKAGE…`, `verify --compare` with two checkpoints, `verify
/// --figures` with a log, and `witness` ([WitnessCommand]).
///
/// Exit codes: 0 intact, 1 altered, 2 malformed, 3 incomplete, 4 unknown key, 5 unwitnessed, 64
/// wrong usage, 74 cannot be read. With several packages the gravest counts, in the order 74, 1, 2,
/// 3, 4, 5, 0. Of a comparison: [Comparison]; of figures: [FiguresCommand].
public final class Main {
  private static final int USAGE = 64;
  private static final int UNREADABLE = 74;
  private static final List<Integer> GRAVEST_FIRST = List.of(UNREADABLE, 1, 2, 3, 4, 5, 0);

  private final PrintStream out;
  private final PrintStream err;
  private final ZoneId zone;
  private Messages messages;

  Main(PrintStream out, PrintStream err, Locale locale, ZoneId zone) {
    this.out = out;
    this.err = err;
    this.zone = zone;
    this.messages = Messages.of("verify", locale);
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
    if (!arguments.isEmpty() && arguments.getFirst().equals("witness")) {
      List<String> rest = arguments.subList(1, arguments.size());
      return new WitnessCommand(out, err, messages.locale()).run(rest);
    }
    if (arguments.isEmpty() || !arguments.getFirst().equals("verify")) {
      return usage(arguments.isEmpty() ? "" : "error.command", arguments);
    }
    boolean json = false;
    boolean compare = false;
    boolean figures = false;
    Map<String, List<String>> values = new HashMap<>();
    List<String> files = new ArrayList<>();
    for (int i = 1; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      switch (argument) {
        case "--json" -> json = true;
        case "--compare" -> compare = true;
        case "--figures" -> figures = true;
        case "--key", "--policy", "--log", "--lang" -> {
          if (++i == arguments.size()) {
            return usage("error.value", List.of(argument));
          }
          values.computeIfAbsent(argument, _ -> new ArrayList<>()).add(arguments.get(i));
        }
        case "--help" -> {
          out.println(messages.text("usage"));
          return 0;
        }
        default -> {
          if (argument.startsWith("--")) {
            return usage("error.option", List.of(argument));
          }
          files.add(argument);
        }
      }
    }
    for (String language : values.getOrDefault("--lang", List.of())) {
      if (!Messages.speaks(language)) {
        return usage("error.language", List.of(language));
      }
      messages = Messages.of("verify", Locale.of(language));
    }
    return run(files, values, compare, figures, json);
  }

  private int run(
      List<String> files,
      Map<String, List<String>> values,
      boolean compare,
      boolean figures,
      boolean json) {
    List<VerifierKey> keys = new ArrayList<>();
    Policy policy = null;
    try {
      for (String key : values.getOrDefault("--key", List.of())) {
        keys.addAll(Arguments.keys(key));
      }
      for (String file : values.getOrDefault("--policy", List.of())) {
        policy = Policy.parse(Files.readAllBytes(Path.of(file)));
      }
    } catch (FormatProblem | IOException | UncheckedIOException | InvalidPathException e) {
      err.println(messages.text("error.key", VerdictText.visible(String.valueOf(e.getMessage()))));
      return USAGE;
    }
    List<String> logs = values.getOrDefault("--log", List.of());
    if (figures) {
      if (compare || !files.isEmpty() || keys.isEmpty() || logs.size() != 1) {
        return usage("error.figures", List.of(""));
      }
      return new FiguresCommand(out, err, messages).run(logs.getFirst(), keys, json);
    }
    if (compare) {
      if (policy != null) {
        policy.logs().forEach(log -> keys.add(log.key()));
      }
      if (files.size() != 2 || keys.isEmpty()) {
        return usage("error.heads", List.of(""));
      }
      return new CompareCommand(out, err, messages, zone)
          .run(
              files.getFirst(),
              files.getLast(),
              keys,
              policy,
              logs.isEmpty() ? null : logs.getLast(),
              json);
    }
    if (files.isEmpty()) {
      return usage("error.packages", List.of(""));
    }
    Verifier verifier = new Verifier(keys);
    return verify(files, policy == null ? verifier : verifier.requiring(policy), json);
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
        err.println(
            messages.text(
                "error.read", VerdictText.visible(name), VerdictText.visible(e.toString())));
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
      case Verdict.Unwitnessed _ -> 5;
    };
  }

  private int usage(String error, List<String> arguments) {
    if (!error.isEmpty()) {
      err.println(messages.text(error, arguments.getFirst()));
    }
    err.println(messages.text("usage"));
    return USAGE;
  }
}
