package anbinh.vision.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import anbinh.vision.clip.Scene;
import anbinh.vision.image.Box;
import anbinh.vision.image.Picture;
import anbinh.vision.read.PlateReader.Plate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlateReaderTest {
  private final Picture picture =
      Picture.of(
          new Scene().plate(60, 120, "36A-123.40").plate(400, 200, "36-B1", "678.92").picture());

  @Test
  void readsWhatLiesWhollyInAPart() throws Exception {
    try (PlateReader reader = Models.plateReader(null, 1)) {
      List<Plate> plates = reader.read(picture, Box.level(360, 150, 560, 330));
      assertThat(plates)
          .singleElement()
          .satisfies(plate -> {
            assertThat(plate.text()).isEqualTo("36B167892");
            assertThat(plate.rows()).isEqualTo(2);
            assertThat(plate.box().x()).isCloseTo(460, within(5.0));
            assertThat(plate.box().y()).isCloseTo(239, within(5.0));
          });
      assertThat(reader.read(picture, Box.level(0, 80, 150, 200)))
          .as("a plate that goes on beyond the part")
          .noneMatch(plate -> plate.text().startsWith("36A"));
    }
  }
}
