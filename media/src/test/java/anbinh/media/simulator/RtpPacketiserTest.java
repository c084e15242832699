package anbinh.media.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.media.AccessUnit;
import anbinh.media.SenderReport;
import anbinh.media.StreamListener;
import anbinh.media.StreamState;
import anbinh.media.VideoFormat;
import anbinh.media.codec.ParameterSets;
import anbinh.media.rtp.RtpReceiver;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RtpPacketiserTest {
  @ParameterizedTest
  @ValueSource(ints = {64, 200, 1400, 9000})
  void isUndoneByTheReceiverWhateverThePacketSize(int maximumBytes) throws Exception {
    for (VideoSource source :
        List.of(SyntheticVideo.h264(40, 10, 15), SyntheticVideo.h265(40, 10, 15))) {
      Received received = new Received();
      RtpReceiver receiver =
          new RtpReceiver(
              source.format().codec(),
              96,
              new ParameterSets(source.format().codec()),
              1 << 20,
              received);
      RtpPacketiser packetiser = new RtpPacketiser(source.format().codec(), maximumBytes);
      int sequence = 65_500;
      for (int i = 0; i < source.pictures().size(); i++) {
        List<RtpPayload> payloads = packetiser.packetise(source.pictures().get(i));
        for (int k = 0; k < payloads.size(); k++) {
          assertThat(payloads.get(k).bytes().remaining()).isLessThanOrEqualTo(maximumBytes);
          boolean last = k + 1 == payloads.size();
          receiver.rtp(packet(sequence++, i * 6000, last, payloads.get(k)), 1, Instant.EPOCH);
        }
      }

      assertThat(received.losses).isZero();
      assertThat(received.payloads)
          .isEqualTo(source.pictures().stream().map(Picture::nalUnits).toList());
    }
  }

  @Test
  void putsShortNalUnitsTogether() {
    VideoSource source = SyntheticVideo.h264(1, 1, 15);
    RtpPayload first =
        new RtpPacketiser(source.format().codec(), 1400)
            .packetise(source.pictures().getFirst())
            .getFirst();

    assertThat(first.bytes().get(0) & 0x1F).isEqualTo(24);
    assertThat(first.endsNal()).isTrue();
  }

  @Test
  void namesEveryPictureDamagedUpToTheNextKeyWhateverPacketsAreLost() throws Exception {
    VideoSource source = SyntheticVideo.h264(120, 10, 15);
    RtpPacketiser packetiser = new RtpPacketiser(source.format().codec(), 700);
    for (int seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      Received received = new Received();
      RtpReceiver receiver =
          new RtpReceiver(
              source.format().codec(),
              96,
              new ParameterSets(source.format().codec()),
              1 << 20,
              received);
      int sequence = random.nextInt(1 << 16);
      int lost = 0;
      Set<Integer> sound = new HashSet<>();
      boolean whole = true;
      for (int i = 0; i < source.pictures().size(); i++) {
        List<RtpPayload> payloads = packetiser.packetise(source.pictures().get(i));
        whole |= source.pictures().get(i).key();
        for (int k = 0; k < payloads.size(); k++, sequence++) {
          boolean last = k + 1 == payloads.size();
          boolean gone = i > 0 && i < 110 && random.nextInt(200) == 0;
          lost += gone ? 1 : 0;
          whole &= !gone;
          if (gone && k == 0) {
            sound.remove(i - 1); // What is missing may be its end.
          }
          if (!gone) {
            receiver.rtp(packet(sequence, i * 6000, last, payloads.get(k)), 1, Instant.EPOCH);
          }
        }
        if (whole) {
          sound.add(i);
        }
      }

      assertThat(received.losses).as("seed %s", seed).isEqualTo(lost);
      assertSoundAfterLosses(source, received, seed);
      assertThat(received.undamaged()).as("seed %s", seed).containsAll(sound);
    }
  }

  /// Every picture delivered that is not called damaged is whole and, unless it is key, follows
  /// another one that is not damaged and comes just before it in the source.
  private static void assertSoundAfterLosses(VideoSource source, Received received, int seed) {
    for (int i = 0; i < received.units.size(); i++) {
      AccessUnit unit = received.units.get(i);
      if (unit.damaged()) {
        continue;
      }
      int index = (int) (unit.pts90k() / 6000);
      assertThat(withoutParameterSets(unit.payload()))
          .as("seed %s picture %s", seed, index)
          .isEqualTo(withoutParameterSets(source.pictures().get(index).nalUnits()));
      if (!unit.key()) {
        AccessUnit before = received.units.get(i - 1);
        assertThat(before.damaged()).as("seed %s picture %s", seed, index - 1).isFalse();
        assertThat(before.pts90k() / 6000)
            .as("seed %s picture %s", seed, index)
            .isEqualTo(index - 1);
      }
    }
  }

  /// When the packet before a key picture's first slice is lost, its parameter sets may be what is
  /// missing.
  private static List<ByteBuffer> withoutParameterSets(ByteBuffer payload) {
    return NalUnits.list(payload).stream()
        .filter(nal -> (nal.get(0) & 0x1F) != 7 && (nal.get(0) & 0x1F) != 8)
        .toList();
  }

  private static ByteBuffer packet(
      int sequence, int timestamp, boolean marker, RtpPayload payload) {
    ByteBuffer packet = ByteBuffer.allocate(12 + payload.bytes().remaining());
    packet.put((byte) 0x80).put((byte) (marker ? 0xE0 : 0x60)).putShort((short) sequence);
    return packet.putInt(timestamp).putInt(77).put(payload.bytes().duplicate()).flip();
  }

  private static final class Received implements StreamListener {
    final List<AccessUnit> units = new ArrayList<>();
    final List<ByteBuffer> payloads = new ArrayList<>();
    int losses;

    List<Integer> undamaged() {
      return units.stream()
          .filter(unit -> !unit.damaged())
          .map(unit -> (int) (unit.pts90k() / 6000))
          .toList();
    }

    @Override
    public void onFormat(VideoFormat format) {}

    @Override
    public void onAccessUnit(AccessUnit unit) {
      AccessUnit kept = unit.copy();
      units.add(kept);
      payloads.add(kept.payload());
    }

    @Override
    public void onLoss(int packets) {
      losses += packets;
    }

    @Override
    public void onSenderReport(SenderReport report) {}

    @Override
    public void onState(StreamState state) {}
  }
}
