package anbinh.bench;

import static java.util.stream.Collectors.joining;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What a benchmark is asked for, as `--name VALUE`. Asking for an option makes it known; after
/// all, [#end] refuses what is unknown or has no sense, or prints the usage, before anything
/// begins.
public final class Options {
  private static final String DATA = "ANBINH_TEST_DATA";

  private final String command;
  private final Map<String, String> given = new HashMap<>();
  private final List<String> usage = new ArrayList<>();
  private final List<String> known = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();
  private boolean isHelp;

  /// @param command such as `bench clip`
  public Options(String command, String... arguments) {
    this.command = command;
    for (int i = 0; i < arguments.length; i++) {
      String name = arguments[i];
      if (name.equals("--help") || name.equals("-h")) {
        isHelp = true;
      } else if (!name.startsWith("--")) {
        wrong.add("does not know '%s'".formatted(name));
      } else if (i + 1 == arguments.length) {
        given.put(name, ""); // which no option takes
      } else {
        given.put(name, arguments[++i]);
      }
    }
  }

  /// What [#end] prints before it ends the program.
  ///
  /// @param code 0 for the usage, 2 for a misuse
  record Answer(int code, String text) {}

  /// A number from 1 on.
  public int number(String name, int otherwise) {
    return number(name, 1, otherwise);
  }

  /// @param least number that has a sense
  int number(String name, int least, int otherwise) {
    String text = find(name, String.valueOf(otherwise));
    try {
      int number = text == null ? otherwise : Integer.parseInt(text);
      if (number >= least) {
        return number;
      }
    } catch (NumberFormatException e) {
      // The same is said of it.
    }
    wrong.add("%s needs a number from %d on, not '%s'".formatted(name, least, text));
    return otherwise;
  }

  /// @param what it is, such as `TEXT`
  public String text(String name, String what, String otherwise) {
    String text = text(name, what);
    return text == null ? otherwise : text;
  }

  /// @param what it is, such as `NAME`
  @Nullable String text(String name, String what) {
    String text = find(name, what);
    if (text != null && text.isEmpty()) {
      wrong.add(name + " needs a value");
    }
    return text;
  }

  /// A file to write.
  @Nullable Path target(String name) {
    String text = text(name, "FILE");
    return text == null ? null : Path.of(text);
  }

  /// A file to read.
  @Nullable Path file(String name) {
    return existing(name, "FILE", Files::isRegularFile);
  }

  /// A folder to read.
  @Nullable Path folder(String name) {
    return existing(name, "FOLDER", Files::isDirectory);
  }

  private @Nullable Path existing(String name, String what, Predicate<Path> isThere) {
    String text = text(name, what);
    if (text == null) {
      return null;
    }
    Path path = Path.of(text);
    if (!text.isEmpty() && !isThere.test(path)) {
      wrong.add("%s finds no %s '%s'".formatted(name, what.toLowerCase(Locale.ROOT), text));
    }
    return path;
  }

  /// The folder of real pictures and clips, without which there is nothing to measure.
  Path data() {
    String text = text("--data", "FOLDER", "");
    String folder = text.isEmpty() ? System.getenv(DATA) : text;
    if (folder == null) {
      wrong.add("needs --data FOLDER or %s, a folder of real pictures".formatted(DATA));
    } else if (!Files.isDirectory(Path.of(folder))) {
      wrong.add("finds no folder '%s' of real pictures".formatted(folder));
    }
    return Path.of(folder == null ? "" : folder);
  }

  /// @param values that it may have; the first where it is not given
  public String choice(String name, String... values) {
    String text = find(name, String.join("|", values));
    if (text != null && !List.of(values).contains(text)) {
      wrong.add("%s is %s, not '%s'".formatted(name, String.join(" or ", values), text));
    }
    return text == null || !List.of(values).contains(text) ? values[0] : text;
  }

  /// Refuses options that do not go together.
  ///
  /// @param otherwise such as `cannot have more bees than flowers`
  void require(boolean condition, String otherwise) {
    if (!condition) {
      wrong.add(otherwise);
    }
  }

  private @Nullable String find(String name, String what) {
    known.add(name);
    usage.add(" [%s %s]".formatted(name, what));
    return given.remove(name);
  }

  /// Ends the program where there is nothing to measure.
  public void end() {
    answer()
        .ifPresent(answer -> {
          (answer.code() == 0 ? System.out : System.err).println(answer.text());
          System.exit(answer.code());
        });
  }

  /// After all known options have been asked for.
  Optional<Answer> answer() {
    if (isHelp) {
      return Optional.of(
          new Answer(0, "usage: ./anbinh %s%s".formatted(command, String.join("", usage))));
    }
    given.keySet().stream().sorted().map("does not know '%s'"::formatted).forEach(wrong::add);
    if (wrong.isEmpty()) {
      return Optional.empty();
    }
    String knows = known.isEmpty() ? "has no options" : "knows " + String.join(", ", known);
    return Optional.of(
        new Answer(
            2,
            wrong.stream().collect(joining("; ", "anbinh: %s ".formatted(command), ""))
                + "; it "
                + knows));
  }
}
