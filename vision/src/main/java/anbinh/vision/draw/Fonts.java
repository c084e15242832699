package anbinh.vision.draw;

import anbinh.vision.reader.Slots;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// Free fonts that plates resemble, besides our own strokes: whatever a folder holds.
final class Fonts {
  private final List<Font> fonts;

  private Fonts(List<Font> fonts) {
    this.fonts = fonts;
  }

  /// Our own strokes alone.
  static Fonts none() {
    return new Fonts(List.of());
  }

  /// All fonts below a folder that have every letter of a plate, in the order of their paths.
  static Fonts of(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return new Fonts(
          files
              .filter(file -> file.toString().matches("(?i).*\\.(ttf|otf)"))
              .sorted()
              .map(Fonts::read)
              .filter(font -> font.canDisplayUpTo(Slots.ALPHABET) < 0)
              .toList());
    }
  }

  private static Font read(Path file) {
    try {
      return Font.createFont(Font.TRUETYPE_FONT, file.toFile()).deriveFont(100f);
    } catch (FontFormatException e) {
      throw new IllegalArgumentException(file + " is no font: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One of them, narrowed or widened; our own strokes where there is none.
  Lettering random(RandomGenerator random) {
    if (fonts.isEmpty()) {
      return Lettering.Strokes.random(random, random.nextDouble(.42, .66));
    }
    Font font = fonts.get(random.nextInt(fonts.size()));
    return new Lettering.OfFont(font, random.nextDouble(.75, 1.15));
  }
}
