package anbinh.media.codec;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.media.Bytes;
import anbinh.media.Codec;
import anbinh.media.VideoFormat;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParameterSetsTest {
  private final ParameterSets h264 = new ParameterSets(Codec.H264);
  private final ParameterSets h265 = new ParameterSets(Codec.H265);

  @Test
  void makesAnH264FormatOfTheSetsThatAPictureNames() {
    ByteBuffer sps = sps(1, 1280);
    ByteBuffer pps = pps(2, 1);

    assertThat(h264.add(sps)).isTrue();
    assertThat(h264.format(2)).as("without its picture parameter set").isEmpty();
    assertThat(h264.add(pps)).isTrue();

    assertThat(h264.format(2))
        .contains(
            new VideoFormat(
                Codec.H264,
                List.of(Bytes.copyOf(sps), Bytes.copyOf(pps)),
                1280,
                720,
                "avc1.4D001F",
                5));
  }

  @Test
  void leavesTheBufferAsItWas() {
    ByteBuffer sps = sps(0, 640);

    h264.add(sps);

    assertThat(sps.position()).isZero();
  }

  @Test
  void listsAllPictureParameterSetsOfTheSameSequence() {
    h264.add(sps(0, 640));
    h264.add(sps(1, 1280));
    h264.add(pps(0, 0));
    h264.add(pps(1, 1));
    h264.add(pps(2, 0));

    assertThat(h264.format(0).orElseThrow().parameterSets())
        .containsExactly(
            Bytes.copyOf(sps(0, 640)), Bytes.copyOf(pps(0, 0)), Bytes.copyOf(pps(2, 0)));
    assertThat(h264.format(1).orElseThrow().width()).isEqualTo(1280);
  }

  @Test
  void saysWhetherASetIsNew() {
    assertThat(h264.add(sps(0, 640))).isTrue();
    assertThat(h264.add(sps(0, 640))).isFalse();
    assertThat(h264.add(sps(0, 1280))).isTrue();
    assertThat(h264.add(sps(0, 640))).as("the former again").isTrue();
  }

  @Test
  void replacesASetOfTheSameName() {
    h264.add(sps(0, 640));
    h264.add(pps(0, 0));
    h264.add(sps(0, 1280));

    assertThat(h264.format(0).orElseThrow().width()).isEqualTo(1280);
    assertThat(h264.format(0).orElseThrow().parameterSets()).hasSize(2);
  }

  @Test
  void ignoresWhatIsUnreadableOrNoParameterSet() {
    assertThat(h264.add(ByteBuffer.wrap(new byte[] {0x67}))).isFalse();
    assertThat(h264.add(ByteBuffer.wrap(new byte[] {0x67, 0, 0}))).isFalse();
    assertThat(h264.add(ByteBuffer.wrap(new byte[] {0x65, (byte) 0x88, 0}))).isFalse();
    assertThat(h264.add(ByteBuffer.allocate(0))).isFalse();
    assertThat(h264.format(0)).isEmpty();
  }

  @Test
  void keepsAGoodSetWhenABrokenOneOfItsNameComes() {
    h264.add(sps(0, 640));
    h264.add(pps(0, 0));
    h264.add(ByteBuffer.wrap(new byte[] {0x67, 77, 0, 31, (byte) 0x80}));

    assertThat(h264.format(0).orElseThrow().width()).isEqualTo(640);
  }

  @Test
  void findsTheFormatOfASlice() {
    h264.add(sps(0, 640));
    h264.add(pps(0, 0));
    h264.add(sps(1, 1280));
    h264.add(pps(7, 1));
    ByteBuffer slice = new BitWriter().unsigned(0).unsigned(7).unsigned(7).nal(0x65);
    ByteBuffer unknown = new BitWriter().unsigned(0).unsigned(7).unsigned(9).nal(0x65);

    assertThat(h264.formatOf(slice).orElseThrow().width()).isEqualTo(1280);
    assertThat(h264.formatOf(unknown)).isEmpty();
    assertThat(h264.formatOf(ByteBuffer.wrap(new byte[] {0x65}))).isEmpty();
  }

  @Test
  void knowsWhetherFieldsMayCome() {
    assertThat(h264.framesOnly()).isTrue();
    H264SpsWriter interlaced = new H264SpsWriter();
    interlaced.framesOnly = false;

    h264.add(interlaced.nal());

    assertThat(h264.framesOnly()).isFalse();
  }

  @Test
  void needsAllThreeSetsOfH265() {
    H265SpsWriter sps = new H265SpsWriter();
    sps.vpsId = 3;
    sps.reorderPictures = 2;

    h265.add(sps.nal());
    h265.add(H265SpsWriter.pps(0, 0));
    assertThat(h265.format(0)).as("without the VPS named").isEmpty();
    h265.add(H265SpsWriter.vps(2));
    assertThat(h265.format(0)).as("with another VPS").isEmpty();
    h265.add(H265SpsWriter.vps(3));

    VideoFormat format = h265.format(0).orElseThrow();
    assertThat(format.parameterSets())
        .containsExactly(
            Bytes.copyOf(H265SpsWriter.vps(3)),
            Bytes.copyOf(sps.nal()),
            Bytes.copyOf(H265SpsWriter.pps(0, 0)));
    assertThat(format.codec()).isEqualTo(Codec.H265);
    assertThat(format.codecs()).isEqualTo("hvc1.1.6.L93.90");
    assertThat(format.reorderDepth()).isEqualTo(2);
  }

  @Test
  void makesAFormatOfAListWithoutPictures() {
    List<Bytes> sets = List.of(Bytes.copyOf(sps(0, 640)), Bytes.copyOf(pps(4, 0)));

    assertThat(ParameterSets.formatOf(Codec.H264, sets).orElseThrow().width()).isEqualTo(640);
    assertThat(ParameterSets.formatOf(Codec.H264, sets.subList(0, 1))).isEmpty();
    assertThat(ParameterSets.formatOf(Codec.H265, sets)).isEmpty();
  }

  private static ByteBuffer sps(int id, int width) {
    H264SpsWriter writer = new H264SpsWriter();
    writer.id = id;
    writer.macroblocksWide = width / 16;
    return writer.nal();
  }

  private static ByteBuffer pps(int id, int spsId) {
    return new BitWriter().unsigned(id).unsigned(spsId).bits(0, 7).nal(0x68);
  }
}
