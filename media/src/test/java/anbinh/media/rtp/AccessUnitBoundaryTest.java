package anbinh.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.media.Codec;
import anbinh.media.codec.ParameterSets;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Pictures of random make-up come out as they went in, whatever their camera does with markers and
/// timestamps, as long as it keeps to it.
class AccessUnitBoundaryTest {
  enum Habit {
    MARKER_ON_LAST_PACKET,
    NO_MARKER,
    MARKER_ON_EVERY_PACKET,
    MARKER_ON_EVERY_SLICE,
    MARKER_ON_FIRST_PACKET_ONLY,
    TIMESTAMP_OF_ITS_OWN_FOR_EVERY_SLICE,
    PARAMETER_SETS_UNDER_THE_TIMESTAMP_BEFORE
  }

  private final RtpPackets packets = new RtpPackets();
  private final RecordingListener listener = new RecordingListener();

  @ParameterizedTest
  @EnumSource(Habit.class)
  void h264(Habit habit) throws Exception {
    check(
        Codec.H264,
        habit,
        List.of("674d0029e2900a00b7602dc040406907891150", "68ee3c80"),
        List.of("0910"),
        List.of("0605ffaa", "06011122"),
        "6588%02x",
        "6544%02x",
        "4188%02x",
        "4144%02x");
  }

  @ParameterizedTest
  @EnumSource(Habit.class)
  void h265(Habit habit) throws Exception {
    check(
        Codec.H265,
        habit,
        List.of(
            "40010c01ffff01600000030090000003000003005d959809",
            "42010101600000030090000003000003005da00280802d165959a4932bc05a02000003"
                + "0002000003001e10",
            "4401c172b46240"),
        List.of("460150"),
        List.of("4e0105ffaa", "4e010111"),
        "2601af%02x",
        "260120%02x",
        "0201e0%02x",
        "020160%02x");
  }

  @Test
  void keepsTheTwoFieldsOfAFrameTogether() throws Exception {
    // 720x576 of fields: frame_mbs_only_flag is 0
    String sps = "674d001eeca05a1224";
    RtpReceiver receiver = receiver(Codec.H264);
    ParameterSets sets = new ParameterSets(Codec.H264);
    assertThat(sets.add(ByteBuffer.wrap(HexFormat.of().parseHex(sps)))).isTrue();
    assertThat(sets.framesOnly()).isFalse();
    for (int i = 0; i < 6; i++) {
      send(receiver, 3600 * i, false, sps);
      send(receiver, 3600 * i, false, "68ee3c80");
      send(receiver, 3600 * i, true, "6588aa");
      send(receiver, 3600 * i, true, "4188bb");
    }
    send(receiver, 90_000, false, "0910");

    assertThat(listener.units).hasSize(6);
    for (int i = 0; i < 6; i++) {
      assertThat(listener.nals(i)).containsExactly(sps, "68ee3c80", "6588aa", "4188bb");
    }
  }

  private void check(
      Codec codec,
      Habit habit,
      List<String> parameterSets,
      List<String> delimiters,
      List<String> messages,
      String firstKeySlice,
      String furtherKeySlice,
      String firstSlice,
      String furtherSlice)
      throws Exception {
    Random random = new Random(habit.name().hashCode());
    RtpReceiver receiver = receiver(codec);
    List<List<String>> pictures = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      boolean key = i == 0 || random.nextInt(12) == 0;
      List<String> before = new ArrayList<>();
      if (random.nextInt(3) == 0) {
        before.addAll(delimiters);
      }
      if (key) {
        before.addAll(parameterSets);
      }
      for (int k = random.nextInt(3); k > 0; k--) {
        before.add(messages.get(random.nextInt(messages.size())));
      }
      List<String> slices = new ArrayList<>();
      slices.add((key ? firstKeySlice : firstSlice).formatted(0x80 | random.nextInt(0x80)));
      for (int k = random.nextInt(4); k > 0; k--) {
        slices.add((key ? furtherKeySlice : furtherSlice).formatted(random.nextInt(256)));
      }
      sendPicture(receiver, habit, i, before, slices);
      before.addAll(slices);
      pictures.add(before);
    }
    sendPicture(receiver, habit, 200, delimiters, List.of(firstSlice.formatted(0x80)));

    assertThat(listener.losses).isEmpty();
    assertThat(listener.units).hasSizeGreaterThanOrEqualTo(200);
    for (int i = 0; i < 200; i++) {
      assertThat(listener.nals(i)).as("picture %s", i).isEqualTo(pictures.get(i));
    }
  }

  private void sendPicture(
      RtpReceiver receiver, Habit habit, int number, List<String> before, List<String> slices)
      throws Exception {
    int timestamp = 3600 * number;
    int count = before.size() + slices.size();
    for (int i = 0; i < count; i++) {
      boolean slice = i >= before.size();
      String nal = slice ? slices.get(i - before.size()) : before.get(i);
      boolean marker =
          switch (habit) {
            case NO_MARKER -> false;
            case MARKER_ON_EVERY_PACKET -> true;
            case MARKER_ON_EVERY_SLICE -> slice;
            case MARKER_ON_FIRST_PACKET_ONLY -> i == 0;
            case MARKER_ON_LAST_PACKET,
                TIMESTAMP_OF_ITS_OWN_FOR_EVERY_SLICE,
                PARAMETER_SETS_UNDER_THE_TIMESTAMP_BEFORE ->
                i + 1 == count;
          };
      int shift =
          switch (habit) {
            case TIMESTAMP_OF_ITS_OWN_FOR_EVERY_SLICE -> slice ? i - before.size() : 0;
            case PARAMETER_SETS_UNDER_THE_TIMESTAMP_BEFORE -> slice ? 0 : -3600;
            case NO_MARKER,
                MARKER_ON_EVERY_PACKET,
                MARKER_ON_EVERY_SLICE,
                MARKER_ON_FIRST_PACKET_ONLY,
                MARKER_ON_LAST_PACKET ->
                0;
          };
      send(receiver, timestamp + shift, marker, nal);
    }
  }

  private void send(RtpReceiver receiver, int timestamp, boolean marker, String nal)
      throws Exception {
    ByteBuffer payload = ByteBuffer.wrap(HexFormat.of().parseHex(nal));
    receiver.rtp(packets.packet(timestamp, marker, payload), 1, Instant.EPOCH);
  }

  private RtpReceiver receiver(Codec codec) {
    return new RtpReceiver(codec, 96, new ParameterSets(codec), 1 << 20, listener);
  }
}
