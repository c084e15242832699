package anbinh.vision.draw;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.vision.image.Picture;
import anbinh.vision.plate.Plates;
import anbinh.vision.reader.Slots;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PlatePictureTest {
  private static final int COUNT = 400;

  private static List<PlatePicture> drawn = List.of();

  @BeforeAll
  static void draw() {
    drawn =
        IntStream.range(0, COUNT)
            .mapToObj(number -> PlatePicture.draw(7, number, Fonts.none()))
            .toList();
  }

  private static int[] pixels(BufferedImage image) {
    return Picture.of(image).pixels();
  }

  @Test
  void isTheSameForTheSameSeedAndNumber() {
    for (int number : new int[] {0, 17, 399}) {
      PlatePicture again = PlatePicture.draw(7, number, Fonts.none());
      assertThat(again.text()).isEqualTo(drawn.get(number).text());
      assertThat(pixels(again.picture())).isEqualTo(pixels(drawn.get(number).picture()));
    }
    assertThat(PlatePicture.draw(8, 0, Fonts.none()).text()).isNotEqualTo(drawn.getFirst().text());
  }

  @Test
  void isOfEveryKind() {
    Set<String> kinds = drawn.stream().map(PlatePicture::kind).collect(Collectors.toSet());
    assertThat(kinds)
        .containsExactlyInAnyOrder(
            "vn-motorbike",
            "vn-car-one-line",
            "vn-car-two-lines",
            "eu",
            "eu-two-lines",
            "us",
            "other",
            "none");
    assertThat(drawn.stream().map(PlatePicture::colour).collect(Collectors.toSet()))
        .contains("white", "yellow", "blue", "red");
  }

  /// Of Vietnam's plates each text is one that the circulars know.
  @Test
  void saysWhatAPlateCanSay() {
    for (PlatePicture each : drawn) {
      assertThat(each.text()).matches("[" + Slots.ALPHABET + "]*");
      assertThat(each.text().isEmpty()).isEqualTo(each.kind().equals("none"));
      if (each.kind().startsWith("vn-")) {
        assertThat(Plates.read(each.text())).as(each.text()).isNotEmpty();
      }
    }
  }

  /// A picture of one colour would teach nothing.
  @Test
  void showsSomething() {
    long flat =
        drawn.stream()
            .filter(each -> !each.text().isEmpty())
            .filter(each -> {
              float[] grey = Picture.of(each.picture()).grey(64, 32);
              float least = 255;
              float most = 0;
              for (float value : grey) {
                least = Math.min(least, value);
                most = Math.max(most, value);
              }
              return most - least < 16;
            })
            .count();
    assertThat(flat).isLessThan(COUNT / 50);
  }
}
