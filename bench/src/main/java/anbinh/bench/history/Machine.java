package anbinh.bench.history;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// How a machine was while something was measured on it.
enum Machine {
  /// Nothing else ran.
  QUIET,
  /// Other work ran beside it.
  BUSY,
  /// Nothing else ran, and it was slower than usual, as virtual machines are at times.
  SLOW;

  static Machine parse(String text) {
    return Arrays.stream(values())
        .filter(machine -> machine.toString().equals(text))
        .findAny()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "a machine is %s, not '%s'"
                    .formatted(
                        Arrays.stream(values())
                            .map(Machine::toString)
                            .collect(Collectors.joining(", ")),
                        text)));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
