package anbinh.vision.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import anbinh.vision.clip.Scene;
import anbinh.vision.image.Box;
import anbinh.vision.image.Picture;
import anbinh.vision.read.PlateReader.Plate;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
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

  /// A camera of 3840 pixels, before which a plate is 95 pixels wide; above it stands what the
  /// camera writes into its pictures.
  @Test
  void readsWhatIsSmallInALargePictureBeforeWhatStandsAtItsEdge() throws Exception {
    BufferedImage large = new BufferedImage(3840, 2160, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = large.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    BufferedImage street = new Scene().plate(200, 150, "36A-123.40").picture();
    graphics.drawImage(street.getScaledInstance(320, 180, Image.SCALE_SMOOTH), 800, 600, null);
    graphics.setColor(Color.WHITE);
    graphics.setFont(new Font("DejaVu Sans", Font.BOLD, 64));
    graphics.drawString("88C-123.45", 60, 80);
    try (PlateReader reader = Models.plateReader(null, 1)) {
      assertThat(reader.read(Picture.of(large)))
          .extracting(Plate::text)
          .containsExactly("36A12340", "88C12345");
      assertThat(reader.read(Picture.of(large), Box.level(800, 600, 1120, 780)))
          .as("where alone something has changed")
          .extracting(Plate::text)
          .containsExactly("36A12340");
    }
  }
}
