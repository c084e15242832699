package anbinh.community.situation.media;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.community.situation.SamplePictures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
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
    CleanedMedia cleaned = clean(SituationMediaKind.PHOTO, SamplePictures.jpeg());
    assertThat(cleaned.type()).isEqualTo("image/jpeg");
    assertThat(text(cleaned.bytes())).doesNotContain(SamplePictures.PLACE).contains("Exif");
    assertThat(cleaned.removed()).isPositive();
    assertThat(ImageIO.read(new ByteArrayInputStream(cleaned.bytes())).getWidth()).isEqualTo(16);
    assertThat(clean(SituationMediaKind.PHOTO, cleaned.bytes()).bytes()).isEqualTo(cleaned.bytes());
  }

  @Test
  void aPngLosesItsText() throws IOException {
    CleanedMedia cleaned = clean(SituationMediaKind.PHOTO, SamplePictures.png());
    assertThat(cleaned.type()).isEqualTo("image/png");
    assertThat(text(cleaned.bytes())).doesNotContain(SamplePictures.PLACE);
    assertThat(ImageIO.read(new ByteArrayInputStream(cleaned.bytes())).getHeight()).isEqualTo(12);
  }

  @Test
  void aWebpLosesItsExifAndTheFlagThatSaysSo() {
    CleanedMedia cleaned = clean(SituationMediaKind.PHOTO, SamplePictures.webp());
    assertThat(cleaned.type()).isEqualTo("image/webp");
    assertThat(text(cleaned.bytes())).doesNotContain(SamplePictures.PLACE);
    assertThat(cleaned.bytes()[20]).isZero();
    assertThat(cleaned.bytes()[4] & 0xFF).isEqualTo(cleaned.length() - 8);
  }

  @Test
  void anMp4KeepsItsLengthAndHasZerosWhereItsPlaceWas() {
    byte[] film = SamplePictures.mp4("vide");
    CleanedMedia cleaned = clean(SituationMediaKind.VIDEO, film);
    assertThat(cleaned.type()).isEqualTo("video/mp4");
    assertThat(cleaned.length()).isEqualTo(film.length);
    assertThat(text(cleaned.bytes()))
        .doesNotContain(SamplePictures.PLACE)
        .doesNotContain("udta")
        .contains("moov", "stco");
    assertThat(clean(SituationMediaKind.VOICE, SamplePictures.mp4("soun")).type())
        .isEqualTo("audio/mp4");
  }

  @Test
  void aTrackOfPlacesIsNotTaken() {
    assertThat(MediaCleaner.clean(SituationMediaKind.VIDEO, SamplePictures.mp4("meta"), false))
        .isEmpty();
  }

  @Test
  void whatIsOfAnotherKindIsNotTaken() {
    byte[] heic = SamplePictures.mp4("pict");
    System.arraycopy("heic".getBytes(StandardCharsets.US_ASCII), 0, heic, 8, 4);
    for (byte[] other :
        new byte[][] {
          heic,
          "%PDF-1.4".getBytes(StandardCharsets.US_ASCII),
          "<svg onload=alert(1)>".getBytes(StandardCharsets.US_ASCII),
          {},
          SamplePictures.mp4("vide")
        }) {
      assertThat(MediaCleaner.clean(SituationMediaKind.PHOTO, other, false)).isEmpty();
    }
    assertThat(MediaCleaner.clean(SituationMediaKind.VIDEO, SamplePictures.jpeg(), false))
        .isEmpty();
    assertThat(MediaCleaner.clean(SituationMediaKind.VOICE, SamplePictures.mp4("vide"), false))
        .isEmpty();
  }

  @Test
  void whoWantsThePlaceKeptHasItByteForByte() {
    byte[] photo = SamplePictures.jpeg();
    assertThat(MediaCleaner.clean(SituationMediaKind.PHOTO, photo, true).orElseThrow().bytes())
        .isEqualTo(photo);
  }

  @Test
  void whateverIsCutOrBrokenIsCleanedOrNotTaken() {
    var random = new Random(20_261_127);
    for (byte[] whole :
        new byte[][] {
          SamplePictures.jpeg(),
          SamplePictures.png(),
          SamplePictures.webp(),
          SamplePictures.mp4("vide")
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
