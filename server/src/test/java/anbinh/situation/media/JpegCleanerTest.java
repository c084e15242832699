package anbinh.situation.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.situation.media.MediaCleaner.BrokenMedia;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// Whatever segment a place or a device stands in, it is gone, and the picture is as it was.
class JpegCleanerTest {
  private static final String PLACE = "+20.3500+105.2400/ Pixel 9 Pro";
  private static final byte[] PLAIN = plain();

  /// ITU-T T.81, table B.1: frames, tables, lines, restarts and scans.
  private static final Set<Integer> OF_THE_PICTURE =
      Stream.concat(
              IntStream.rangeClosed(0xC0, 0xCF).filter(marker -> marker != 0xC8).boxed(),
              Stream.of(0xDA, 0xDB, 0xDC, 0xDD))
          .collect(Collectors.toUnmodifiableSet());

  private static byte[] plain() {
    var picture = new BufferedImage(32, 16, BufferedImage.TYPE_INT_RGB);
    for (int at = 0; at < 32 * 16; at++) {
      picture.setRGB(at % 32, at / 32, at * 97 + at * at * 31);
    }
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "jpg", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] clean(byte[] jpeg) throws BrokenMedia {
    return JpegCleaner.clean(ByteBuffer.wrap(jpeg).asReadOnlyBuffer());
  }

  private static byte[] segment(int marker, String latin) {
    byte[] content = latin.getBytes(ISO_8859_1);
    return ByteBuffer.allocate(4 + content.length)
        .put((byte) 0xFF)
        .put((byte) marker)
        .putShort((short) (content.length + 2))
        .put(content)
        .array();
  }

  private static byte[] joined(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /// The plain picture with segments behind its beginning.
  private static byte[] with(byte[]... segments) {
    return joined(
        Arrays.copyOf(PLAIN, 2), joined(segments), Arrays.copyOfRange(PLAIN, 2, PLAIN.length));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }

  private static int[] pixels(byte[] jpeg) throws IOException {
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(jpeg));
    return picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, 32);
  }

  @Test
  void aPlainPictureStaysAsItIs() throws BrokenMedia, IOException {
    assertThat(clean(PLAIN)).isEqualTo(PLAIN);
  }

  @Test
  void noSegmentThatThePictureDoesNotNeedStays() throws BrokenMedia {
    for (int marker = 0x02; marker < 0xFF; marker++) {
      boolean alone = marker >= 0xD0 && marker <= 0xD9;
      if (!alone && !OF_THE_PICTURE.contains(marker)) {
        assertThat(clean(with(segment(marker, PLACE)))).as("%x", marker).isEqualTo(PLAIN);
      }
    }
  }

  @Test
  void aSegmentBetweenScansAndBehindThemIsGone() throws BrokenMedia, IOException {
    byte[] body = Arrays.copyOf(PLAIN, PLAIN.length - 2);
    byte[] jpeg =
        joined(
            body,
            segment(0xFE, PLACE),
            segment(0xE1, "Exif\0\0" + PLACE),
            new byte[] {(byte) 0xFF, (byte) 0xD9},
            PLACE.getBytes(ISO_8859_1),
            PLAIN);
    assertThat(clean(jpeg)).isEqualTo(PLAIN);
    assertThat(pixels(clean(jpeg))).isEqualTo(pixels(PLAIN));
  }

  @Test
  void theSmallPictureInTheHeadIsGone() throws BrokenMedia {
    String head = "JFIF\0\1\2\0\0\1\0\1";
    byte[] jpeg = with(segment(0xE0, head + "\3\3" + PLACE), segment(0xE0, "JFXX\0\23" + PLACE));
    assertThat(text(clean(jpeg)))
        .contains(head + "\0\0")
        .doesNotContain("JFXX")
        .doesNotContain(PLACE);
    assertThat(clean(with(segment(0xE0, "JFIF\0\1\2")))).as("a short one").isEqualTo(PLAIN);
  }

  @Test
  void onlyColoursStayOfWhatOthersAdd() throws BrokenMedia {
    String colours = "ICC_PROFILE\0\1\1colours";
    byte[] jpeg =
        with(
            segment(0xE2, colours),
            segment(0xE2, "ICC_PROFIL" + PLACE),
            segment(0xEE, "Adobe\0\144\0\0\0\0\1"),
            segment(0xEE, "Adobe\0\144\0\0\0\0\1" + PLACE));
    assertThat(text(clean(jpeg))).contains(colours, "Adobe\0\144\0\0\0\0\1").doesNotContain(PLACE);
  }

  /// @param entries tag, type and value of each
  private static byte[] exif(ByteOrder order, int... entries) {
    int count = entries.length / 3;
    ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 2 + 12 * count + 4);
    exif.put("Exif\0\0".getBytes(ISO_8859_1)).order(order);
    exif.put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(ISO_8859_1));
    exif.putShort((short) 42).putInt(8).putShort((short) count);
    for (int i = 0; i < count; i++) {
      exif.putShort((short) entries[3 * i]).putShort((short) entries[3 * i + 1]).putInt(1);
      exif.putShort((short) entries[3 * i + 2]).putShort((short) 0);
    }
    return segment(0xE1, text(exif.array()) + PLACE);
  }

  @Test
  void ofExifTheWayUpStaysWhateverTheOrderOfBytes() throws BrokenMedia {
    for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
      for (int way = 2; way <= 8; way++) {
        byte[] cleaned = clean(with(exif(order, 0x0110, 2, 7, 0x0112, 3, way)));
        assertThat(cleaned).hasSize(PLAIN.length + 4 + 6 + 8 + 2 + 12 + 4);
        assertThat(text(cleaned))
            .contains("Exif\0\0MM\0\52\0\0\0\10\0\1\1\22\0\3\0\0\0\1\0" + (char) way)
            .doesNotContain(PLACE);
        assertThat(clean(cleaned)).as("once more").isEqualTo(cleaned);
      }
    }
  }

  @Test
  void anExifThatSaysNoWayUpIsGone() throws BrokenMedia {
    for (int way : new int[] {0, 1, 9, 0xFFFF}) {
      assertThat(clean(with(exif(ByteOrder.BIG_ENDIAN, 0x0112, 3, way)))).isEqualTo(PLAIN);
    }
    assertThat(clean(with(exif(ByteOrder.BIG_ENDIAN, 0x0110, 2, 6)))).isEqualTo(PLAIN);
  }

  @Test
  void anExifThatPointsBeyondItselfIsGone() throws BrokenMedia {
    String head = "Exif\0\0MM\0\52";
    for (String broken :
        new String[] {
          "Exif\0\0",
          "Exif\0\0MM",
          head + "\0\0\0\0\0\1",
          head + "\u007F\u00FF\u00FF\u00FF\0\1",
          head + "\u00FF\u00FF\u00FF\u00FF\0\1",
          head + "\0\0\0\10\u00FF\u00FF\1\22\0\3"
        }) {
      assertThat(clean(with(segment(0xE1, broken)))).isEqualTo(PLAIN);
    }
  }

  @Test
  void whatIsNoPictureIsNotTaken() {
    byte[] end = {(byte) 0xFF, (byte) 0xD9};
    byte[] start = Arrays.copyOf(PLAIN, 2);
    for (byte[] broken :
        new byte[][] {
          joined(start, end),
          joined(start, segment(0xDB, "tables"), end),
          with(start),
          with(new byte[] {(byte) 0xFF, (byte) 0xD3}),
          with(new byte[] {(byte) 0xFF, 0x01}),
          with(new byte[] {(byte) 0xFF, 0}),
          with(new byte[] {0}),
          with(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 1}),
          with(new byte[] {(byte) 0xFF, (byte) 0xFE, (byte) 0xFF, (byte) 0xFF})
        }) {
      assertThatThrownBy(() -> clean(broken)).isInstanceOf(BrokenMedia.class);
    }
  }

  @Test
  void whatIsCutOffIsNotTaken() {
    for (int length = 3; length < PLAIN.length - 1; length++) {
      byte[] cut = Arrays.copyOf(PLAIN, length);
      assertThatThrownBy(() -> clean(cut))
          .isInstanceOfAny(
              BrokenMedia.class, BufferUnderflowException.class, IndexOutOfBoundsException.class);
    }
  }
}
