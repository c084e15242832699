package anbinh.media.simulator;

import anbinh.media.Bytes;
import anbinh.media.Codec;
import anbinh.media.VideoFormat;
import anbinh.media.codec.ParameterSets;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/// Sources that need no footage: real parameter sets, and slices that begin as real ones do and go
/// on at random. They cannot be decoded.
public final class SyntheticVideo {
  private static final String TOLL_LANE_SPS = "674d0029e2900a00b7602dc040406907891150";
  private static final String TOLL_LANE_PPS = "68ee3c80";
  private static final String BASELINE_SPS = "6742c016d900a02fb0110000030001000003001e0f162e48";
  private static final String BASELINE_PPS = "68cb83cb20";
  private static final String H265_VPS = "40010c01ffff01600000030090000003000003005d959809";
  private static final String H265_SPS =
      "42010101600000030090000003000003005da00280802d165959a4932bc05a020000030002000003001e10";
  private static final String H265_PPS = "4401c172b46240";

  private SyntheticVideo() {}

  /// H.264, 1280x720: a key picture every `keyInterval`, so many pictures a second, several slices
  /// each.
  public static VideoSource h264(int pictures, int keyInterval, int picturesPerSecond) {
    return make(
        Codec.H264,
        List.of(TOLL_LANE_SPS, TOLL_LANE_PPS),
        pictures,
        keyInterval,
        picturesPerSecond);
  }

  /// H.264, 640x368, of other parameter sets.
  public static VideoSource otherH264(int pictures, int keyInterval, int picturesPerSecond) {
    return make(
        Codec.H264, List.of(BASELINE_SPS, BASELINE_PPS), pictures, keyInterval, picturesPerSecond);
  }

  /// H.265, 1280x720.
  public static VideoSource h265(int pictures, int keyInterval, int picturesPerSecond) {
    return make(
        Codec.H265,
        List.of(H265_VPS, H265_SPS, H265_PPS),
        pictures,
        keyInterval,
        picturesPerSecond);
  }

  private static VideoSource make(
      Codec codec, List<String> sets, int pictures, int keyInterval, int picturesPerSecond) {
    List<Bytes> parameterSets =
        sets.stream().map(set -> Bytes.copyOf(HexFormat.of().parseHex(set))).toList();
    VideoFormat format = ParameterSets.formatOf(codec, parameterSets).orElseThrow();
    Random random = new Random(pictures);
    List<Picture> made = new ArrayList<>();
    for (int i = 0; i < pictures; i++) {
      boolean key = i % keyInterval == 0;
      made.add(new Picture(slices(codec, key, random), 90_000 / picturesPerSecond, 0, key));
    }
    return new VideoSource(format, made).withParameterSetsInBand();
  }

  private static ByteBuffer slices(Codec codec, boolean key, Random random) {
    ByteBuffer picture = ByteBuffer.allocate(60_000);
    int slices = 1 + random.nextInt(3);
    for (int i = 0; i < slices; i++) {
      byte[] slice = new byte[20 + random.nextInt(key ? 8000 : 2500)];
      random.nextBytes(slice);
      switch (codec) {
        case H264 -> {
          slice[0] = (byte) (key ? 0x65 : 0x41);
          slice[1] = (byte) (i == 0 ? 0x88 : 0x44);
          slice[2] = (byte) 0x84;
        }
        case H265 -> {
          slice[0] = (byte) (key ? 0x26 : 0x02);
          slice[1] = 1;
          slice[2] = (byte) (i == 0 ? key ? 0xAF : 0xE0 : 0x20);
        }
      }
      picture.putInt(slice.length).put(slice);
    }
    return picture.flip();
  }
}
