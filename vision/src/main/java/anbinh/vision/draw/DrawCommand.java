package anbinh.vision.draw;

import anbinh.vision.image.Picture;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ListIterator;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// `plates draw`: draws plates into a folder, as pictures to look at or as one file to train with.
///
/// Beside the pictures stands `labels.tsv`: file or number, text (empty where there is no plate),
/// kind, lines, colour of the ground.
public final class DrawCommand {
  /// Of a packed picture.
  private static final int WIDTH = 128;

  private static final int HEIGHT = 64;
  private static final int AT_A_TIME = 1024;

  private DrawCommand() {}

  /// @param count of pictures
  /// @param fonts a folder of fonts besides our own strokes; null for none
  /// @param packed whether all go into `pictures.bin` as the reader takes them, a byte a pixel, one
  ///   after the other
  private record Options(Path folder, int count, long seed, @Nullable Path fonts, boolean packed) {}

  /// @throws IllegalArgumentException that says which argument is wrong
  private static Options options(List<String> arguments) {
    Path folder = null;
    int count = 100;
    long seed = 1;
    Path fonts = null;
    boolean packed = false;
    for (ListIterator<String> each = arguments.listIterator(); each.hasNext(); ) {
      String argument = each.next();
      switch (argument) {
        case "--packed" -> packed = true;
        case "--count" -> count = Math.toIntExact(number(argument, each));
        case "--seed" -> seed = number(argument, each);
        case "--fonts" -> fonts = Path.of(value(argument, each));
        default -> {
          if (argument.startsWith("--") || folder != null) {
            throw new IllegalArgumentException("draw does not know " + argument);
          }
          folder = Path.of(argument);
        }
      }
    }
    if (folder == null) {
      throw new IllegalArgumentException("draw needs a folder to draw into");
    }
    return new Options(folder, count, seed, fonts, packed);
  }

  private static String value(String option, ListIterator<String> arguments) {
    if (!arguments.hasNext()) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return arguments.next();
  }

  private static long number(String option, ListIterator<String> arguments) {
    String value = value(option, arguments);
    if (!value.matches("\\d{1,9}")) {
      throw new IllegalArgumentException(option + " needs a number, not " + value);
    }
    return Long.parseLong(value);
  }

  /// @param arguments after `draw`
  /// @return the exit code: 0, or 2 where the arguments are wrong
  public static int run(List<String> arguments, PrintStream progress) throws IOException {
    try {
      draw(options(arguments), progress);
      return 0;
    } catch (IllegalArgumentException e) {
      progress.println("plates draw: " + e.getMessage());
      return 2;
    }
  }

  private static void draw(Options options, PrintStream progress) throws IOException {
    Fonts fonts = options.fonts() == null ? Fonts.none() : Fonts.of(options.fonts());
    Files.createDirectories(options.folder());
    try (OutputStream labels = open(options.folder().resolve("labels.tsv"));
        OutputStream pictures =
            options.packed()
                ? open(options.folder().resolve("pictures.bin"))
                : OutputStream.nullOutputStream()) {
      for (int from = 0; from < options.count(); from += AT_A_TIME) {
        int to = Math.min(options.count(), from + AT_A_TIME);
        List<Drawn> drawn =
            IntStream.range(from, to)
                .parallel()
                .mapToObj(number -> draw(options, fonts, number))
                .toList();
        for (Drawn each : drawn) {
          labels.write(each.label.getBytes(StandardCharsets.UTF_8));
          pictures.write(each.input);
        }
        progress.printf("%d of %d%n", to, options.count());
      }
    }
  }

  private static OutputStream open(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file), 1 << 20);
  }

  private static final class Drawn {
    final String label;
    final byte[] input;

    Drawn(String label, byte[] input) {
      this.label = label;
      this.input = input;
    }
  }

  private static Drawn draw(Options options, Fonts fonts, int number) {
    PlatePicture drawn = PlatePicture.draw(options.seed(), number, fonts);
    String file = "%07d.png".formatted(number);
    byte[] input = new byte[0];
    if (options.packed()) {
      file = Integer.toString(number);
      input = bytes(Picture.of(drawn.picture()).grey(WIDTH, HEIGHT));
    } else {
      try {
        ImageIO.write(drawn.picture(), "png", options.folder().resolve(file).toFile());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new Drawn(
        String.join(
                "\t",
                file,
                drawn.text(),
                drawn.kind(),
                Integer.toString(drawn.lines()),
                drawn.colour())
            + "\n",
        input);
  }

  private static byte[] bytes(float[] values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) Math.clamp(Math.round(values[i]), 0, 255);
    }
    return bytes;
  }
}
