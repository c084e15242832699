package anbinh.media.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class H264SpsTest {
  @ParameterizedTest(name = "{5}")
  @CsvSource({
    "674d0029e2900a00b7602dc040406907891150, 1280, 720, avc1.4D0029, 0, a camera at a toll lane",
    "67640028acd940780227e5c044000003000400000300783c60c658, 1920, 1080, avc1.640028, 2, x264 High",
    "6742c016d900a02fb0110000030001000003001e0f162e48, 640, 368, avc1.42C016, 0, x264 Baseline"
  })
  void readsRealParameterSets(
      String hex, int width, int height, String codecs, int reorderDepth, String origin)
      throws Exception {
    H264Sps sps = H264Sps.parse(bytes(hex));

    assertThat(sps.width()).as(origin).isEqualTo(width);
    assertThat(sps.height()).isEqualTo(height);
    assertThat(sps.codecs()).isEqualTo(codecs);
    assertThat(sps.reorderDepth()).isEqualTo(reorderDepth);
    assertThat(sps.framesOnly()).isTrue();
  }

  @Test
  void cropsInUnitsOfTheChromaFormat() throws Exception {
    H264SpsWriter writer = new H264SpsWriter();
    writer.macroblocksWide = 120;
    writer.mapUnitsHigh = 68;
    writer.cropBottom = 4;
    assertThat(H264Sps.parse(writer.nal()).height()).isEqualTo(1080);

    writer.profile = 122;
    writer.chroma = 2;
    writer.cropBottom = 8;
    assertThat(H264Sps.parse(writer.nal()).height()).isEqualTo(1080);

    writer.profile = 244;
    writer.chroma = 3;
    writer.cropRight = 5;
    assertThat(H264Sps.parse(writer.nal()).width()).isEqualTo(1915);
  }

  @Test
  void countsFieldsOfInterlacedVideoTwice() throws Exception {
    H264SpsWriter writer = new H264SpsWriter();
    writer.framesOnly = false;
    writer.macroblocksWide = 45;
    writer.mapUnitsHigh = 18;
    writer.cropTop = 1;
    H264Sps sps = H264Sps.parse(writer.nal());

    assertThat(sps.width()).isEqualTo(720);
    assertThat(sps.height()).isEqualTo(572);
    assertThat(sps.framesOnly()).isFalse();
  }

  @Test
  void takesTheReorderDepthThatIsStated() throws Exception {
    H264SpsWriter writer = new H264SpsWriter();
    writer.usability = true;
    writer.restriction = true;
    writer.reorderFrames = 3;

    assertThat(H264Sps.parse(writer.nal()).reorderDepth()).isEqualTo(3);
    writer.everyUsabilityField = true;
    assertThat(H264Sps.parse(writer.nal()).reorderDepth()).isEqualTo(3);
  }

  @Test
  void infersNoReorderingFromOrderOfOutputOrBaselineProfile() throws Exception {
    H264SpsWriter inOrder = new H264SpsWriter();
    inOrder.pictureOrderCountType = 2;
    H264SpsWriter baseline = new H264SpsWriter();
    baseline.profile = 66;
    H264SpsWriter intraOnly = new H264SpsWriter();
    intraOnly.profile = 110;
    intraOnly.constraints = 0x10;

    assertThat(H264Sps.parse(inOrder.nal()).reorderDepth()).isZero();
    assertThat(H264Sps.parse(baseline.nal()).reorderDepth()).isZero();
    assertThat(H264Sps.parse(intraOnly.nal()).reorderDepth()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    // level, macroblocks wide, high, MaxDpbFrames by table A-1
    "31, 80, 45, 5",
    "40, 120, 68, 4",
    "51, 120, 68, 16",
    "30, 45, 36, 5",
    "10, 11, 9, 4",
    "11, 22, 18, 2"
  })
  void otherwiseInfersTheSizeOfTheDecodedPictureBuffer(
      int level, int macroblocksWide, int mapUnitsHigh, int frames) throws Exception {
    H264SpsWriter writer = new H264SpsWriter();
    writer.level = level;
    writer.macroblocksWide = macroblocksWide;
    writer.mapUnitsHigh = mapUnitsHigh;

    assertThat(H264Sps.parse(writer.nal()).reorderDepth()).isEqualTo(frames);
    writer.usability = true;
    assertThat(H264Sps.parse(writer.nal()).reorderDepth()).isEqualTo(frames);
  }

  @Test
  void readsLevel1bOfTheMainProfile() throws Exception {
    H264SpsWriter writer = new H264SpsWriter();
    writer.level = 11;
    writer.constraints = 0x10;
    writer.macroblocksWide = 11;
    writer.mapUnitsHigh = 9;

    assertThat(H264Sps.parse(writer.nal()).reorderDepth()).isEqualTo(4);
  }

  @Test
  void toleratesBytesAfterTheParameterSet() throws Exception {
    H264SpsWriter writer = new H264SpsWriter();
    ByteBuffer nal = writer.nal();
    ByteBuffer padded = ByteBuffer.allocate(nal.remaining() + 9);
    padded.put(nal.duplicate()).put(new byte[] {0, 0, 0, 9, 9, 9, 0, 0, 0}).flip();

    assertThat(H264Sps.parse(padded)).isEqualTo(H264Sps.parse(nal));
  }

  @Test
  void losesOnlyTheContentsOfABrokenUsabilityPart() throws Exception {
    H264SpsWriter writer = new H264SpsWriter();
    writer.usability = true;
    writer.everyUsabilityField = true;
    writer.restriction = true;
    int whole = writer.nal().remaining() - 1;
    ByteBuffer cut = writer.write().cutNal(whole - 8, 0x67);

    H264Sps sps = H264Sps.parse(cut);

    assertThat(sps.width()).isEqualTo(1280);
    assertThat(sps.reorderDepth()).isEqualTo(5);
  }

  @Test
  void saysWhatIsWrongWithAnUnreadableOne() {
    assertThatThrownBy(() -> H264Sps.parse(bytes("674d00")))
        .isInstanceOf(MalformedBitstreamException.class)
        .hasMessage("ends early");
    H264SpsWriter cropped = new H264SpsWriter();
    cropped.cropLeft = 640;
    assertThatThrownBy(() -> H264Sps.parse(cropped.nal()))
        .isInstanceOf(MalformedBitstreamException.class)
        .hasMessage("cropping leaves no picture");
    H264SpsWriter named = new H264SpsWriter();
    named.id = 32;
    assertThatThrownBy(() -> H264Sps.parse(named.nal()))
        .isInstanceOf(MalformedBitstreamException.class)
        .hasMessageContaining("seq_parameter_set_id");
  }

  @RepeatedTest(50)
  void readsWhateverFieldsAreSet(RepetitionInfo repetition) throws Exception {
    Random random = new Random(repetition.getCurrentRepetition());
    int[] profiles = {66, 77, 88, 100, 110, 122, 244};
    H264SpsWriter writer = new H264SpsWriter();
    writer.random = random;
    writer.profile = profiles[random.nextInt(profiles.length)];
    writer.id = random.nextInt(32);
    writer.chroma = writer.profile >= 122 ? random.nextInt(4) : 1;
    writer.scalingLists = random.nextBoolean();
    writer.pictureOrderCountType = random.nextInt(3);
    writer.macroblocksWide = random.nextInt(2, 200);
    writer.mapUnitsHigh = random.nextInt(2, 200);
    writer.framesOnly = random.nextBoolean();
    writer.cropRight = random.nextInt(8);
    writer.cropTop = random.nextInt(4);
    writer.usability = random.nextBoolean();
    writer.everyUsabilityField = random.nextBoolean();
    writer.restriction = random.nextBoolean();
    writer.reorderFrames = random.nextInt(5);

    H264Sps sps = H264Sps.parse(writer.nal());

    boolean high = writer.profile >= 100;
    int chroma = high ? writer.chroma : 1;
    int unitX = chroma == 1 || chroma == 2 ? 2 : 1;
    int unitY = (chroma == 1 ? 2 : 1) * (writer.framesOnly ? 1 : 2);
    assertThat(sps.id()).isEqualTo(writer.id);
    assertThat(sps.profile()).isEqualTo(writer.profile);
    assertThat(sps.width()).isEqualTo(writer.macroblocksWide * 16 - writer.cropRight * unitX);
    assertThat(sps.height())
        .isEqualTo(writer.mapUnitsHigh * 16 * (writer.framesOnly ? 1 : 2) - writer.cropTop * unitY);
    if (writer.usability && writer.restriction) {
      assertThat(sps.reorderDepth())
          .isEqualTo(writer.pictureOrderCountType == 2 ? 0 : writer.reorderFrames);
    }
  }

  private static ByteBuffer bytes(String hex) {
    return ByteBuffer.wrap(HexFormat.of().parseHex(hex));
  }
}
