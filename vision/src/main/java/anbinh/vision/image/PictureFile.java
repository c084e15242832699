package anbinh.vision.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/// Reads pictures from files: JPEG, PNG, BMP, GIF and TIFF, as far as Java reads them.
public final class PictureFile {
  /// Of a larger picture only every second, third … pixel is taken, so that it fits.
  private static final long MAX_PIXELS = 40_000_000;

  private PictureFile() {}

  /// @throws IOException that says what is wrong with the file
  public static Picture read(Path file) throws IOException {
    try (ImageInputStream input = ImageIO.createImageInputStream(file.toFile())) {
      if (input == null) {
        throw new IOException("cannot be opened");
      }
      Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
      if (!readers.hasNext()) {
        throw new IOException("is no picture that can be read: JPEG, PNG, BMP, GIF or TIFF");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(input, true, true);
        return Picture.of(read(reader));
      } finally {
        reader.dispose();
      }
    }
  }

  private static BufferedImage read(ImageReader reader) throws IOException {
    try {
      ImageReadParam parameters = reader.getDefaultReadParam();
      long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
      int step = (int) Math.ceil(Math.sqrt((double) pixels / MAX_PIXELS));
      if (step > 1) {
        parameters.setSourceSubsampling(step, step, 0, 0);
      }
      return reader.read(0, parameters);
    } catch (IIOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      // Readers of damaged pictures throw what their parsers come upon.
      throw new IOException("is a damaged picture: " + e.getMessage(), e);
    }
  }
}
