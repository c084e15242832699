package anbinh.situation.media;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.situation.TestPictures;
import anbinh.situation.report.SituationMediaKind;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;

class MediaCleanerTest {
  private static CleanedMedia clean(SituationMediaKind kind, byte[] bytes) {
    return MediaCleaner.clean(kind, bytes, false).orElseThrow();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @Test
  void aJpegKeepsItsPictureAndWayUpAndLosesItsPlace() throws IOException {
    CleanedMedia cleaned = clean(SituationMediaKind.PHOTO, TestPictures.jpeg());
    assertThat(cleaned.type()).isEqualTo("image/jpeg");
    assertThat(text(cleaned.bytes())).doesNotContain(TestPictures.PLACE).contains("Exif");
    assertThat(cleaned.removed()).isPositive();
    assertThat(ImageIO.read(new ByteArrayInputStream(cleaned.bytes())).getWidth()).isEqualTo(16);
    assertThat(clean(SituationMediaKind.PHOTO, cleaned.bytes()).bytes()).isEqualTo(cleaned.bytes());
  }

  /// As phones write them: in several scans, with colours of its own, and another picture behind.
  @Test
  void aJpegOfManyScansKeepsItsColoursAndLosesWhatElseIsWithIt() throws IOException {
    byte[] plain = progressive();
    byte[] jpeg =
        joined(
            Arrays.copyOf(plain, 2),
            segment(0xE2, "ICC_PROFILE\0\1\1colours"),
            segment(0xEE, "Adobe\0\144\0\0\0\0\1"),
            segment(0xE2, "MPF\0" + TestPictures.PLACE),
            new byte[] {(byte) 0xFF},
            segment(0xFE, TestPictures.PLACE),
            Arrays.copyOfRange(plain, 2, plain.length),
            TestPictures.jpeg());
    byte[] cleaned = clean(SituationMediaKind.PHOTO, jpeg).bytes();
    assertThat(text(cleaned))
        .contains("ICC_PROFILE", "Adobe")
        .doesNotContain("MPF", TestPictures.PLACE)
        .endsWith("\u00FF\u00D9");
    assertThat(text(cleaned).split("\u00FF\u00DA", -1)).hasSizeGreaterThan(3);
    assertThat(pixels(cleaned)).isEqualTo(pixels(plain));
  }

  /// ITU-T T.81, B.1.1.2 and B.1.1.5: what looks like a marker within a scan.
  @Test
  void aScanKeepsItsStuffingAndRestartsAndLosesFilling() throws IOException {
    byte[] plain = progressive();
    int scan = text(plain).indexOf("\u00FF\u00DA");
    byte[] head = Arrays.copyOf(plain, scan + 2 + (plain[scan + 3] & 0xFF));
    byte[] jpeg = joined(head, bytes("\1\u00FF\0\u00FF\u00D3\2\u00FF\u00FF\u00FF\u00D9"));
    byte[] cleaned = clean(SituationMediaKind.PHOTO, jpeg).bytes();
    assertThat(text(cleaned)).endsWith("\1\u00FF\0\u00FF\u00D3\2\u00FF\u00D9");
  }

  private static byte[] progressive() throws IOException {
    var picture = new BufferedImage(48, 32, BufferedImage.TYPE_INT_RGB);
    for (int at = 0; at < 48 * 32; at++) {
      picture.setRGB(at % 48, at / 48, at * 97 + at * at * 31);
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam many = writer.getDefaultWriteParam();
    many.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    var out = new ByteArrayOutputStream();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(picture, null, null), many);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  private static int[] pixels(byte[] jpeg) throws IOException {
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(jpeg));
    return picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, 48);
  }

  private static byte[] segment(int marker, String content) {
    int length = content.length() + 2;
    return joined(
        new byte[] {(byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length},
        bytes(content));
  }

  private static byte[] bytes(String latin) {
    return latin.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] joined(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  @Test
  void aPngLosesItsText() throws IOException {
    CleanedMedia cleaned = clean(SituationMediaKind.PHOTO, TestPictures.png());
    assertThat(cleaned.type()).isEqualTo("image/png");
    assertThat(text(cleaned.bytes())).doesNotContain(TestPictures.PLACE);
    assertThat(ImageIO.read(new ByteArrayInputStream(cleaned.bytes())).getHeight()).isEqualTo(12);
  }

  @Test
  void aWebpLosesItsExifAndTheFlagThatSaysSo() {
    CleanedMedia cleaned = clean(SituationMediaKind.PHOTO, TestPictures.webp());
    assertThat(cleaned.type()).isEqualTo("image/webp");
    assertThat(text(cleaned.bytes())).doesNotContain(TestPictures.PLACE);
    assertThat(cleaned.bytes()[20]).isZero();
    assertThat(cleaned.bytes()[4] & 0xFF).isEqualTo(cleaned.length() - 8);
  }

  @Test
  void anMp4KeepsItsLengthAndHasZerosWhereItsPlaceWas() {
    byte[] video = TestPictures.mp4("vide");
    CleanedMedia cleaned = clean(SituationMediaKind.VIDEO, video);
    assertThat(cleaned.type()).isEqualTo("video/mp4");
    assertThat(cleaned.length()).isEqualTo(video.length);
    assertThat(text(cleaned.bytes()))
        .doesNotContain(TestPictures.PLACE)
        .doesNotContain("udta")
        .contains("moov", "stco");
    assertThat(clean(SituationMediaKind.VOICE, TestPictures.mp4("soun")).type())
        .isEqualTo("audio/mp4");
  }

  /// ISO/IEC 14496-12, 4.2: a box whose size is written in 64 bits.
  @Test
  void anMp4WithALargeBoxIsReadAndOneThatIsLongerThanTheFileIsNot() {
    byte[] video = TestPictures.mp4("vide");
    int at = text(video).indexOf("mdat") - Integer.BYTES;
    int size = ByteBuffer.wrap(video).getInt(at);
    byte[] before = Arrays.copyOf(video, at);
    byte[] samples = Arrays.copyOfRange(video, at + 8, at + size);
    byte[] after = Arrays.copyOfRange(video, at + size, video.length);
    byte[] large = joined(before, largeHead(16 + samples.length), samples, after);
    byte[] cleaned = clean(SituationMediaKind.VIDEO, large).bytes();
    assertThat(cleaned).hasSameSizeAs(large);
    assertThat(text(cleaned)).contains("mdat").doesNotContain(TestPictures.PLACE);
    for (long wrong : new long[] {15, 17L + samples.length + after.length, -1}) {
      byte[] broken = joined(before, largeHead(wrong), samples, after);
      assertThat(MediaCleaner.clean(SituationMediaKind.VIDEO, broken, false)).isEmpty();
    }
  }

  private static byte[] largeHead(long size) {
    return ByteBuffer.allocate(16).putInt(1).put(bytes("mdat")).putLong(size).array();
  }

  @Test
  void aTrackOfPlacesIsNotTaken() {
    assertThat(MediaCleaner.clean(SituationMediaKind.VIDEO, TestPictures.mp4("meta"), false))
        .isEmpty();
  }

  @Test
  void whatIsOfAnotherKindIsNotTaken() {
    byte[] heic = TestPictures.mp4("pict");
    System.arraycopy("heic".getBytes(StandardCharsets.US_ASCII), 0, heic, 8, 4);
    for (byte[] other :
        new byte[][] {
          heic,
          "%PDF-1.4".getBytes(StandardCharsets.US_ASCII),
          "<svg onload=alert(1)>".getBytes(StandardCharsets.US_ASCII),
          {},
          TestPictures.mp4("vide")
        }) {
      assertThat(MediaCleaner.clean(SituationMediaKind.PHOTO, other, false)).isEmpty();
    }
    assertThat(MediaCleaner.clean(SituationMediaKind.VIDEO, TestPictures.jpeg(), false)).isEmpty();
    assertThat(MediaCleaner.clean(SituationMediaKind.VOICE, TestPictures.mp4("vide"), false))
        .isEmpty();
  }

  @Test
  void whoWantsThePlaceKeptHasItByteForByte() {
    byte[] photo = TestPictures.jpeg();
    assertThat(MediaCleaner.clean(SituationMediaKind.PHOTO, photo, true).orElseThrow().bytes())
        .isEqualTo(photo);
  }

  @Test
  void whateverIsCutOrBrokenIsCleanedOrNotTaken() {
    var random = new Random(20_261_127);
    for (byte[] whole :
        new byte[][] {
          TestPictures.jpeg(), TestPictures.png(), TestPictures.webp(), TestPictures.mp4("vide")
        }) {
      SituationMediaKind kind =
          MediaCleaner.clean(SituationMediaKind.PHOTO, whole, false).isPresent()
              ? SituationMediaKind.PHOTO
              : SituationMediaKind.VIDEO;
      for (int i = 0; i < 2_000; i++) {
        byte[] broken = Arrays.copyOf(whole, random.nextInt(whole.length) + 1);
        broken[random.nextInt(broken.length)] = (byte) random.nextInt();
        Optional<CleanedMedia> cleaned = MediaCleaner.clean(kind, broken, false);
        cleaned.ifPresent(each -> assertThat(each.length()).isLessThanOrEqualTo(broken.length));
      }
    }
  }
}
