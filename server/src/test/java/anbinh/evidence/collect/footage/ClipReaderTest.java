package anbinh.evidence.collect.footage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.seal.mp4.VideoDigest;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipReaderTest {
  private static final byte[] PICTURES = "onetwothreefour".getBytes(StandardCharsets.UTF_8);
  private static final int[] SIZES = {3, 3, 5, 4};

  @TempDir Path folder;

  @Test
  void readsPicturesThroughTheSampleTables() throws IOException {
    VideoDigest.Pictures payload = ClipReader.read(write(clip(2, false)));
    assertThat(payload.count()).isEqualTo(4);
    assertThat(payload.bytes()).isEqualTo(PICTURES.length);
    assertThat(payload.hidden()).isZero();
    assertThat(payload.sha256()).isEqualTo(sha256(PICTURES));
  }

  @Test
  void findsTheSamePicturesInOtherChunksAndWiderOffsets() throws IOException {
    assertThat(ClipReader.read(write(clip(4, true))))
        .isEqualTo(ClipReader.read(write(clip(1, false))));
  }

  @Test
  void noticesAnyOtherByteOfAPicture() throws IOException {
    byte[] clip = clip(2, false);
    clip[clip.length - 1] ^= 1;
    assertThat(ClipReader.read(write(clip)).sha256()).isNotEqualTo(sha256(PICTURES));
  }

  @Test
  void refusesAFileWithoutAnIndex() throws IOException {
    Path file = write(box("mdat", PICTURES));
    assertThatThrownBy(() -> ClipReader.read(file)).isInstanceOf(IOException.class);
  }

  @Test
  void answersADamagedFileWithAnAnswerOrAnIoException() throws IOException {
    byte[] whole = clip(2, false);
    for (long seed = 0; seed < 2_000; seed++) {
      var random = new SplittableRandom(seed);
      byte[] damaged =
          random.nextBoolean() ? whole.clone() : Arrays.copyOf(whole, random.nextInt(whole.length));
      for (int flips = 1 + random.nextInt(4); flips > 0 && damaged.length > 0; flips--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      ByteBuffer source = ByteBuffer.wrap(damaged);
      try {
        ClipReader.read(
            damaged.length,
            (offset, length, out) -> {
              if (offset < 0 || length < 0 || offset + length > damaged.length) {
                throw new IOException("outside");
              }
              out.write(source.slice((int) offset, (int) length));
            });
      } catch (IOException expected) {
        assertThat(expected).hasMessageNotContaining("null");
      }
    }
  }

  private static String sha256(byte[] content) {
    return HexFormat.of().formatHex(ClipReader.sha256().digest(content));
  }

  private Path write(byte[] content) throws IOException {
    return Files.write(folder.resolve("clip.mp4"), content);
  }

  /// A file of the four pictures, `perChunk` to a chunk.
  private static byte[] clip(int perChunk, boolean wide) throws IOException {
    byte[] head = head(perChunk, wide, 0);
    byte[] real = head(perChunk, wide, head.length + 8);
    return concatenated(real, box("mdat", PICTURES));
  }

  private static byte[] head(int perChunk, boolean wide, int dataStart) throws IOException {
    int chunks = SIZES.length / perChunk;
    byte[] sizes =
        full(out -> {
          out.writeInt(0);
          out.writeInt(SIZES.length);
          for (int size : SIZES) {
            out.writeInt(size);
          }
        });
    byte[] samplesPerChunk =
        full(out -> {
          out.writeInt(1);
          out.writeInt(1);
          out.writeInt(perChunk);
          out.writeInt(1);
        });
    byte[] offsets =
        full(out -> {
          out.writeInt(chunks);
          int at = dataStart;
          for (int sample = 0; sample < SIZES.length; sample++) {
            if (sample % perChunk == 0) {
              if (wide) {
                out.writeLong(at);
              } else {
                out.writeInt(at);
              }
            }
            at += SIZES[sample];
          }
        });
    byte[] table =
        box(
            "stbl",
            concatenated(
                box("stsz", sizes),
                concatenated(box("stsc", samplesPerChunk), box(wide ? "co64" : "stco", offsets))));
    return concatenated(
        box("ftyp", new byte[8]), box("moov", box("trak", box("mdia", box("minf", table)))));
  }

  @FunctionalInterface
  private interface Content {
    void write(DataOutputStream out) throws IOException;
  }

  private static byte[] full(Content content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    out.writeInt(0);
    content.write(out);
    return bytes.toByteArray();
  }

  private static byte[] box(String type, byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    out.writeInt(content.length + 8);
    out.writeBytes(type);
    out.write(content);
    return bytes.toByteArray();
  }

  private static byte[] concatenated(byte[] one, byte[] other) throws IOException {
    var bytes = new ByteArrayOutputStream();
    bytes.write(one);
    bytes.write(other);
    return bytes.toByteArray();
  }
}
