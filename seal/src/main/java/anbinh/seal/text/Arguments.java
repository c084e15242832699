package anbinh.seal.text;

import anbinh.seal.note.VerifierKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/// What stands on a command line.
public final class Arguments {
  private Arguments() {}

  /// The vkeys in a file, one a line, or the one given as text.
  public static List<VerifierKey> keys(String argument) {
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
}
