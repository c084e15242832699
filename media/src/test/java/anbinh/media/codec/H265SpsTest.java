package anbinh.media.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class H265SpsTest {
  @Test
  void readsARealParameterSet() throws Exception {
    // x265, 1280x720, Main
    H265Sps sps =
        H265Sps.parse(
            bytes(
                "42010101600000030090000003000003005da00280802d165959a4932bc05a02000003"
                    + "0002000003001e10"));

    assertThat(sps.width()).isEqualTo(1280);
    assertThat(sps.height()).isEqualTo(720);
    assertThat(sps.profile().codecs()).isEqualTo("hvc1.1.6.L93.90");
  }

  @Test
  void takesTheConformanceWindowOff() throws Exception {
    H265SpsWriter writer = new H265SpsWriter();
    writer.width = 1920;
    writer.height = 1088;
    writer.windowBottom = 4;
    assertThat(H265Sps.parse(writer.nal()).height()).isEqualTo(1080);

    writer.chroma = 3;
    writer.windowBottom = 8;
    writer.windowRight = 3;
    assertThat(H265Sps.parse(writer.nal()).height()).isEqualTo(1080);
    assertThat(H265Sps.parse(writer.nal()).width()).isEqualTo(1917);
  }

  @Test
  void takesTheReorderDepthOfTheHighestLayer() throws Exception {
    H265SpsWriter writer = new H265SpsWriter();
    writer.reorderPictures = 2;
    assertThat(H265Sps.parse(writer.nal()).reorderDepth()).isEqualTo(2);

    writer.subLayersMinusOne = 3;
    assertThat(H265Sps.parse(writer.nal()).reorderDepth()).isEqualTo(2);

    writer.orderingPerLayer = false;
    assertThat(H265Sps.parse(writer.nal()).reorderDepth()).isEqualTo(2);
  }

  @Test
  void refusesAPictureWithoutSize() {
    H265SpsWriter writer = new H265SpsWriter();
    writer.width = 0;

    assertThatThrownBy(() -> H265Sps.parse(writer.nal()))
        .isInstanceOf(MalformedBitstreamException.class)
        .hasMessage("the conformance window leaves no picture");
  }

  @Test
  void toleratesBytesAfterTheParameterSet() throws Exception {
    ByteBuffer nal = new H265SpsWriter().nal();
    ByteBuffer padded = ByteBuffer.allocate(nal.remaining() + 3);
    padded.put(nal.duplicate()).put(new byte[] {0, 0, 7}).flip();

    assertThat(H265Sps.parse(padded)).isEqualTo(H265Sps.parse(nal));
  }

  @RepeatedTest(50)
  void readsWhateverFieldsAreSet(RepetitionInfo repetition) throws Exception {
    Random random = new Random(repetition.getCurrentRepetition());
    H265SpsWriter writer = new H265SpsWriter();
    writer.vpsId = random.nextInt(16);
    writer.subLayersMinusOne = random.nextInt(7);
    writer.id = random.nextInt(16);
    writer.chroma = random.nextInt(4);
    writer.width = random.nextInt(64, 8192);
    writer.height = random.nextInt(64, 4320);
    writer.windowRight = random.nextInt(10);
    writer.orderingPerLayer = random.nextBoolean();
    writer.reorderPictures = random.nextInt(8);

    H265Sps sps = H265Sps.parse(writer.nal());

    int unitX = writer.chroma == 1 || writer.chroma == 2 ? 2 : 1;
    assertThat(sps.id()).isEqualTo(writer.id);
    assertThat(sps.vpsId()).isEqualTo(writer.vpsId);
    assertThat(sps.width()).isEqualTo(writer.width - unitX * writer.windowRight);
    assertThat(sps.height()).isEqualTo(writer.height);
    assertThat(sps.reorderDepth()).isEqualTo(writer.reorderPictures);
    assertThat(sps.profile().level()).isEqualTo(93);
  }

  private static ByteBuffer bytes(String hex) {
    return ByteBuffer.wrap(HexFormat.of().parseHex(hex));
  }
}
