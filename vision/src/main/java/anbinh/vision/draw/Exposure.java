package anbinh.vision.draw;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.random.RandomGenerator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// What light, lens, sensor and codec make of a picture.
final class Exposure {
  private final RandomGenerator random;
  private final int width;
  private final int height;
  private final float[][] channels;

  private Exposure(RandomGenerator random, BufferedImage picture) {
    this.random = random;
    width = picture.getWidth();
    height = picture.getHeight();
    channels = new float[3][width * height];
    int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
    for (int i = 0; i < pixels.length; i++) {
      for (int channel = 0; channel < 3; channel++) {
        channels[channel][i] = (pixels[i] >> (16 - 8 * channel)) & 0xff;
      }
    }
  }

  /// @param letter height of the letters in pixels, by which blur is measured
  static BufferedImage expose(RandomGenerator random, BufferedImage picture, double letter) {
    Exposure exposure = new Exposure(random, picture);
    exposure.light();
    exposure.blur(letter);
    exposure.sense();
    BufferedImage sensed = exposure.picture();
    return random.nextInt(10) == 0 ? sensed : jpeg(sensed, random.nextDouble(.25, .95));
  }

  private void light() {
    boolean night = random.nextInt(6) == 0;
    double gain = night ? random.nextDouble(.15, .6) : random.nextDouble(.45, 1.15);
    double gamma = random.nextDouble(.7, 1.5);
    double offset = random.nextInt(4) == 0 ? random.nextDouble(0, 70) : random.nextDouble(0, 15);
    double slopeX = random.nextGaussian() * .25;
    double slopeY = random.nextGaussian() * .2;
    boolean glare = random.nextInt(night ? 3 : 12) == 0;
    double glareX = random.nextDouble() * width;
    double glareY = random.nextDouble() * height;
    double glareSize = height * random.nextDouble(.3, 1.5);
    double glareGain = random.nextDouble(60, 260);
    // Infrared lamps leave no colour.
    boolean grey = night && random.nextBoolean();
    double[] cast = new double[3];
    for (int channel = 0; channel < 3; channel++) {
      cast[channel] = 1 + random.nextGaussian() * .06;
    }
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = y * width + x;
        double slope =
            Math.max(.15, 1 + slopeX * (2.0 * x / width - 1) + slopeY * (2.0 * y / height - 1));
        double far = Math.hypot(x - glareX, y - glareY) / glareSize;
        double bloom = glare ? glareGain * Math.exp(-far * far * 2) : 0;
        if (grey) {
          float mean = (channels[0][at] + 2 * channels[1][at] + channels[2][at]) / 4;
          channels[0][at] = channels[1][at] = channels[2][at] = mean;
        }
        for (int channel = 0; channel < 3; channel++) {
          double value = Math.pow(channels[channel][at] / 255, gamma) * 255;
          channels[channel][at] =
              (float) (value * gain * slope * (grey ? 1 : cast[channel]) + offset + bloom);
        }
      }
    }
  }

  private void blur(double letter) {
    double sigma = letter * Math.abs(random.nextGaussian()) * .035 + random.nextDouble(.25, .7);
    for (float[] channel : channels) {
      gauss(channel, sigma);
    }
    if (random.nextInt(4) == 0) {
      double length = letter * random.nextDouble(.05, .3);
      double angle =
          random.nextInt(4) == 0 ? random.nextDouble(Math.PI) : random.nextGaussian() * .2;
      for (int channel = 0; channel < 3; channel++) {
        channels[channel] = move(channels[channel], length, angle);
      }
    }
    if (random.nextInt(3) == 0) {
      sharpen(letter * .08 + .6, random.nextDouble(.3, 1.8));
    }
  }

  private void gauss(float[] values, double sigma) {
    int reach = (int) Math.ceil(sigma * 2.5);
    float[] kernel = new float[reach + 1];
    float sum = 0;
    for (int i = 0; i <= reach; i++) {
      kernel[i] = (float) Math.exp(-i * i / (2 * sigma * sigma));
      sum += i == 0 ? kernel[i] : 2 * kernel[i];
    }
    float[] across = new float[values.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        float value = 0;
        for (int i = -reach; i <= reach; i++) {
          value += kernel[Math.abs(i)] * values[y * width + Math.clamp(x + i, 0, width - 1)];
        }
        across[y * width + x] = value / sum;
      }
    }
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        float value = 0;
        for (int i = -reach; i <= reach; i++) {
          value += kernel[Math.abs(i)] * across[Math.clamp(y + i, 0, height - 1) * width + x];
        }
        values[y * width + x] = value / sum;
      }
    }
  }

  private float[] move(float[] values, double length, double angle) {
    int steps = Math.max(2, (int) Math.ceil(length * 2));
    float[] moved = new float[values.length];
    for (int step = 0; step < steps; step++) {
      double far = length * ((double) step / (steps - 1) - .5);
      int dx = (int) Math.round(far * Math.cos(angle));
      int dy = (int) Math.round(far * Math.sin(angle));
      for (int y = 0; y < height; y++) {
        int from = Math.clamp(y + dy, 0, height - 1) * width;
        for (int x = 0; x < width; x++) {
          moved[y * width + x] += values[from + Math.clamp(x + dx, 0, width - 1)] / steps;
        }
      }
    }
    return moved;
  }

  /// Cameras sharpen, and leave a halo.
  private void sharpen(double sigma, double amount) {
    for (float[] channel : channels) {
      float[] soft = channel.clone();
      gauss(soft, sigma);
      for (int i = 0; i < channel.length; i++) {
        channel[i] += (float) (amount * (channel[i] - soft[i]));
      }
    }
  }

  private void sense() {
    double noise = random.nextInt(3) == 0 ? random.nextDouble(3, 14) : random.nextDouble(0, 5);
    double colourNoise = noise * random.nextDouble(.5);
    for (int i = 0; i < width * height; i++) {
      double grain = random.nextGaussian() * noise;
      for (float[] channel : channels) {
        channel[i] += (float) (grain + random.nextGaussian() * colourNoise);
      }
    }
  }

  private BufferedImage picture() {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] pixels = new int[width * height];
    for (int i = 0; i < pixels.length; i++) {
      for (int channel = 0; channel < 3; channel++) {
        pixels[i] |= Math.clamp(Math.round(channels[channel][i]), 0, 255) << (16 - 8 * channel);
      }
    }
    picture.setRGB(0, 0, width, height, pixels, 0, width);
    return picture;
  }

  private static BufferedImage jpeg(BufferedImage picture, double quality) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality((float) quality);
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), parameters);
      out.flush();
      return ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // All is in memory.
    } finally {
      writer.dispose();
    }
  }
}
