package anbinh.vision.colour;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.vision.Colour;
import anbinh.vision.image.Box;
import anbinh.vision.image.Picture;
import anbinh.vision.plate.PlateColour;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColoursTest {
  /// A vehicle of one colour on a grey road, and its plate below.
  private static Picture picture(int vehicle, int ground, int ink) {
    BufferedImage image = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    fill(graphics, 0x606468, 0, 0, 200, 200);
    fill(graphics, vehicle, 40, 20, 120, 140);
    fill(graphics, ground, 70, 120, 60, 20);
    for (int x = 74; x < 126; x += 7) {
      fill(graphics, ink, x, 124, 4, 12);
    }
    return Picture.of(image);
  }

  private static void fill(Graphics2D graphics, int rgb, int x, int y, int width, int height) {
    graphics.setColor(new Color(rgb));
    graphics.fillRect(x, y, width, height);
  }

  private static final Box VEHICLE = Box.level(40, 20, 160, 160);

  private static final Box PLATE = Box.level(72, 122, 128, 138);

  private static PlateColour ground(int ground, int ink) {
    return GroundColour.of(picture(0x303030, ground, ink), PLATE);
  }

  @Test
  void tellsTheGroundOfAPlate() {
    assertThat(ground(0xe8e8e4, 0x181818)).isEqualTo(PlateColour.WHITE);
    assertThat(ground(0xd8a820, 0x181818)).isEqualTo(PlateColour.YELLOW);
    assertThat(ground(0x2050a8, 0xe8e8e8)).isEqualTo(PlateColour.BLUE);
    assertThat(ground(0xb02020, 0xe8e8e8)).isEqualTo(PlateColour.RED);
  }

  @Test
  void tellsTheColourOfAVehicle() {
    assertThat(colours(0xf0f0f0)).containsExactly(Colour.WHITE);
    assertThat(colours(0xb02020)).containsExactly(Colour.RED);
    assertThat(colours(0x2040a0)).containsExactly(Colour.BLUE);
    assertThat(colours(0x181818)).containsExactly(Colour.BLACK);
    assertThat(colours(0x206030)).containsExactly(Colour.GREEN);
    assertThat(colours(0xe0c020)).containsExactly(Colour.YELLOW);
    assertThat(colours(0x604020)).containsExactly(Colour.BROWN);
  }

  private static List<Colour> colours(int vehicle) {
    Picture picture = picture(vehicle, 0xe8e8e4, 0x181818);
    List<Colour> above = VehicleColours.above(picture, PLATE, 1);
    assertThat(VehicleColours.of(picture, VEHICLE).getFirst()).isEqualTo(above.getFirst());
    return above;
  }

  @Test
  void takesATintOfLightForNoColour() {
    assertThat(colours(0x9aa4b4)).containsExactly(Colour.SILVER);
    assertThat(colours(0xd8dcd0)).containsExactly(Colour.WHITE);
    assertThat(colours(0x0c1018)).containsExactly(Colour.BLACK);
    assertThat(colours(0x504c48)).containsExactly(Colour.GREY);
  }

  @Test
  void tellsAVehiclesColourThoughHalfOfItIsWindowsAndTyres() {
    BufferedImage image = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    fill(graphics, 0x181818, 40, 20, 120, 90);
    fill(graphics, 0x206030, 40, 80, 120, 40);
    fill(graphics, 0x282828, 40, 120, 120, 40);
    Picture picture = Picture.of(image);
    assertThat(VehicleColours.of(picture, VEHICLE)).containsExactly(Colour.GREEN, Colour.BLACK);
    assertThat(VehicleColours.worn(picture, VEHICLE)).containsExactly(Colour.BLACK, Colour.GREEN);
  }

  @Test
  void tellsTwoColoursOfWhichNeitherIsSmall() {
    Picture picture = picture(0xb02020, 0xe8e8e4, 0x181818);
    assertThat(VehicleColours.of(picture, Box.level(-140, 40, 100, 100)))
        .containsExactly(Colour.RED, Colour.GREY);
  }

  @Test
  void saysNothingOfAPlaceOutsideThePicture() {
    assertThat(VehicleColours.of(picture(0, 0, 0), Box.level(300, 0, 400, 100))).isEmpty();
  }

  @Test
  void knowsPicturesWithoutColours() {
    assertThat(Chroma.isIn(picture(0xb02020, 0xe8e8e4, 0x181818))).isTrue();
    BufferedImage asphalt = new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB);
    fill(asphalt.createGraphics(), 0x707171, 0, 0, 100, 100);
    assertThat(Chroma.isIn(Picture.of(asphalt))).isFalse();
    fill(asphalt.createGraphics(), 0xb02020, 0, 0, 100, 2);
    assertThat(Chroma.isIn(Picture.of(asphalt))).as("with the lights of a car").isTrue();
    BufferedImage grey = new BufferedImage(20, 20, BufferedImage.TYPE_BYTE_GRAY);
    fill(grey.createGraphics(), 0x808080, 0, 0, 20, 10);
    assertThat(Chroma.isIn(Picture.of(grey))).isFalse();
  }
}
