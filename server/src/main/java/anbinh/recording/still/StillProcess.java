package anbinh.recording.still;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import anbinh.media.Codec;
import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/// The child process that decodes stills until its standard input ends; the protocol is in the
/// package's documentation.
final class StillProcess {
  private static final float JPEG_QUALITY = 0.92f;
  private static final float SMALL_QUALITY = 0.7f;

  public static void main(String[] arguments) throws IOException {
    av_log_set_level(AV_LOG_QUIET);
    ImageIO.setUseCache(false); // no picture in a temporary file
    var requests = new DataInputStream(new BufferedInputStream(System.in, 1 << 16));
    var answers = new DataOutputStream(new BufferedOutputStream(System.out, 1 << 16));
    while (true) {
      Codec codec;
      try {
        codec = Codec.valueOf(requests.readUTF());
      } catch (EOFException end) {
        return;
      }
      answer(requests, codec, answers);
      answers.flush();
    }
  }

  private static void answer(DataInputStream requests, Codec codec, DataOutputStream answers)
      throws IOException {
    byte[][] units = new byte[requests.readInt()][];
    long[] times = new long[units.length];
    for (int unit = 0; unit < units.length; unit++) {
      times[unit] = requests.readLong();
      units[unit] = requests.readNBytes(requests.readInt());
    }
    long wantedPts = requests.readLong();
    int maxWidth = requests.readInt();
    int status = 0;
    byte[] body;
    try (var decoder = new PictureDecoder(codec, wantedPts, maxWidth)) {
      for (int unit = 0; unit < units.length; unit++) {
        decoder.decode(units[unit], times[unit]);
      }
      body =
          jpeg(
              decoder
                  .finish()
                  .orElseThrow(
                      () -> new IllegalStateException("no picture at the requested time came out")),
              maxWidth == StillDecoder.WHOLE ? JPEG_QUALITY : SMALL_QUALITY);
    } catch (IllegalStateException failure) {
      status = 1;
      body = String.valueOf(failure.getMessage()).getBytes(UTF_8);
    }
    answers.writeInt(status);
    answers.writeInt(body.length);
    answers.write(body);
  }

  private static byte[] jpeg(BufferedImage picture, float quality) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam settings = writer.getDefaultWriteParam();
    settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    settings.setCompressionQuality(quality);
    var bytes = new ByteArrayOutputStream();
    try (var output = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(output);
      writer.write(null, new IIOImage(picture, null, null), settings);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private StillProcess() {}
}
