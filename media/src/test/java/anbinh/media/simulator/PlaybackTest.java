package anbinh.media.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.media.Bytes;
import anbinh.media.rtp.RtcpPacket;
import anbinh.media.rtp.RtpPacket;
import anbinh.media.rtsp.InterleavedChannels;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// A playback on a clock of the test's own: ten pictures a second, a key picture every fifth.
class PlaybackTest {
  private static final long SECOND = 1_000_000_000L;
  private static final Instant WALL_CLOCK = Instant.parse("2026-11-25T01:00:00Z");

  private final VideoSource source = SyntheticVideo.h264(20, 5, 10);
  private final SimulatedCamera camera =
      new SimulatedCamera("camera", 1, PacketisedSource.of(source), 0, null);
  private final List<ByteBuffer> frames = new ArrayList<>();
  private final long start = 5 * SECOND;
  private final Playback playback = playback(camera);

  @Test
  void sendsEachPictureWhenItIsDue() {
    playback.advance(start);
    assertThat(timestamps()).hasSize(1);
    playback.advance(start + SECOND / 10 - 1);
    assertThat(timestamps()).hasSize(1);
    playback.advance(start + SECOND / 10);
    assertThat(timestamps()).hasSize(2);
    playback.advance(start + SECOND);
    assertThat(timestamps()).hasSize(11);
  }

  @Test
  void goesOnWithoutASeamWhereTheSourceBeginsAnew() {
    playback.advance(start + 6 * SECOND);

    List<RtpPacket> packets = packets();
    for (int i = 1; i < packets.size(); i++) {
      assertThat(packets.get(i).sequence()).isEqualTo(packets.get(i - 1).sequence() + 1 & 0xFFFF);
    }
    assertEvenlySpaced(timestamps());
    assertThat(timestamps()).hasSize(61);
  }

  @Test
  void marksTheLastPacketOfEachPicture() {
    playback.advance(start + 2 * SECOND);

    assertThat(packets().stream().filter(RtpPacket::marker)).hasSize(21);
    assertThat(packets().getLast().marker()).isTrue();
  }

  @Test
  void marksNothingOrEveryNalUnitWhenTold() {
    camera.markers(SimulatedCamera.Markers.NONE);
    playback.advance(start + SECOND);
    assertThat(packets()).noneMatch(RtpPacket::marker);

    frames.clear();
    camera.markers(SimulatedCamera.Markers.EVERY_NAL);
    playback.advance(start + 3 * SECOND);
    assertThat(packets().stream().filter(RtpPacket::marker).count()).isGreaterThan(20);
  }

  @Test
  void beginsItsTimestampsWhereItSays() {
    playback.advance(start);

    assertThat(packets().getFirst().timestamp()).isEqualTo(playback.firstTimestamp());
  }

  @Test
  void reportsItsClockEveryFiveSeconds() {
    camera.offsetClock(Duration.ofSeconds(90));
    for (int i = 0; i <= 11; i++) {
      playback.advance(start + i * SECOND);
    }

    List<RtcpPacket.SenderClock> clocks = clocks();
    assertThat(clocks).hasSize(3);
    for (RtcpPacket.SenderClock clock : clocks) {
      Duration off = Duration.between(WALL_CLOCK.plusSeconds(90), clock.time()).abs();
      assertThat(off).isLessThan(Duration.ofNanos(2));
      assertThat(clock.source()).isEqualTo(packets().getFirst().source());
    }
  }

  @Test
  void saysTheTimestampOfTheMomentInItsReports() {
    playback.advance(start);
    playback.advance(start + 5 * SECOND);

    List<RtcpPacket.SenderClock> clocks = clocks();
    assertThat(clocks.get(0).timestamp()).isEqualTo(playback.firstTimestamp());
    assertThat(clocks.get(1).timestamp() - clocks.get(0).timestamp()).isEqualTo(5 * 90_000);
  }

  @Test
  void losesPacketsButNotTheirNumbers() {
    camera.loseNextPackets(3);
    playback.advance(start + SECOND);

    assertThat(packets().getFirst().sequence()).isEqualTo(firstSequence() + 3 & 0xFFFF);
  }

  @Test
  void losesPacketsAtTheRateTold() {
    camera.losePackets(0.25);
    playback.advance(start + 60 * SECOND);

    List<RtpPacket> packets = packets();
    int sent = packets.getLast().sequence() - packets.getFirst().sequence() & 0xFFFF;
    assertThat(packets.size() / (double) sent).isBetween(0.7, 0.8);
  }

  @Test
  void duplicatesAndReordersPackets() {
    camera.duplicatePackets(0.3);
    camera.reorderPackets(0.3);
    playback.advance(start + 20 * SECOND);

    List<Integer> sequences = packets().stream().map(RtpPacket::sequence).toList();
    Set<Integer> distinct = sequences.stream().collect(Collectors.toSet());
    int last = sequences.stream().mapToInt(one -> one - firstSequence() & 0xFFFF).max().orElse(0);
    assertThat(distinct).as("nothing is lost").hasSize(last + 1);
    assertThat(sequences).hasSizeGreaterThan(distinct.size());
    assertThat(sequences).isNotEqualTo(sequences.stream().sorted().toList());
  }

  @Test
  void fallsSilentAndGoesOnAtAKeyPicture() {
    playback.advance(start + 3 * SECOND / 10);
    camera.stall(true);
    playback.advance(start + 12 * SECOND / 10);
    int before = packets().size();
    camera.stall(false);
    playback.advance(start + 14 * SECOND / 10);
    assertThat(packets()).as("in the middle of a group").hasSize(before);
    playback.advance(start + 16 * SECOND / 10);

    RtpPacket next = packets().get(before);
    assertThat(next.payload().get(0) & 0x1F).as("an aggregate of parameter sets").isEqualTo(24);
    assertThat(next.timestamp() - packets().getFirst().timestamp()).isEqualTo(15 * 9000);
    assertThat(next.sequence()).isEqualTo(packets().get(before - 1).sequence() + 1 & 0xFFFF);
  }

  @Test
  void changesTheSourceAfterThePictureBeingPlayed() {
    VideoSource other = SyntheticVideo.otherH264(10, 5, 20);
    playback.advance(start + 3 * SECOND / 10);
    camera.switchTo(other);
    playback.advance(start + 2 * SECOND);

    List<Integer> timestamps = timestamps();
    assertThat(timestamps.get(4) - timestamps.get(3)).isEqualTo(9000);
    assertThat(timestamps.get(5) - timestamps.get(4)).isEqualTo(4500);
  }

  @Test
  void jumpsWithItsTimestampsAndReports() {
    playback.advance(start);
    camera.jumpTimestamps(Duration.ofSeconds(-100));
    playback.advance(start + 5 * SECOND);

    assertThat(timestamps().get(1) - timestamps().get(0)).isEqualTo(9000 - 9_000_000);
    assertThat(clocks().get(1).timestamp() - clocks().get(0).timestamp())
        .isEqualTo(5 * 90_000 - 9_000_000);
  }

  @Test
  void playsBFramesAtTheirTimeOfPresentation() {
    List<Picture> pictures = new ArrayList<>();
    int[] offsets = {1, 3, 0, 0};
    for (int i = 0; i < 4; i++) {
      Picture picture = source.pictures().get(i);
      pictures.add(new Picture(picture.nalUnits(), 9000, offsets[i] * 9000L, i == 0));
    }
    camera.switchTo(new VideoSource(source.format(), pictures));
    playback.advance(start + 3 * SECOND / 10);

    int first = playback.firstTimestamp();
    assertThat(timestamps())
        .containsExactly(first + 9000, first + 4 * 9000, first + 2 * 9000, first + 3 * 9000);
  }

  @Test
  void saysGoodbyeOnceAndNothingMore() {
    playback.advance(start);
    camera.sayGoodbye();
    playback.advance(start + SECOND);
    int after = frames.size();
    playback.advance(start + 9 * SECOND);

    assertThat(frames).hasSize(after);
    assertThat(RtcpPacket.parse(payload(frames.getLast())))
        .containsExactly(new RtcpPacket.Goodbye(List.of(packets().getFirst().source())));
  }

  @Test
  void breaksTheFramingWhenTold() {
    camera.breakFraming(1);
    playback.advance(start + 3 * SECOND);

    assertThat(frames)
        .as("noise between packets, or a length that is wrong")
        .anyMatch(frame -> frame.get(0) != '$')
        .anyMatch(frame -> frame.get(0) == '$' && frame.getShort(2) != (short) (frame.limit() - 4));
  }

  @Test
  void sendsNoiseInsteadOfPacketsWhenTold() {
    camera.sendGarbage(true);
    playback.advance(start + 3 * SECOND);

    long packets =
        frames.stream()
            .filter(frame -> frame.get(0) == '$' && frame.get(1) == 4)
            .filter(frame -> RtpPacket.parse(payload(frame)).isPresent())
            .count();
    assertThat(packets).isZero();
    assertThat(frames).hasSizeGreaterThan(30);
  }

  @Test
  void sendsLivePicturesFromTheNextKeyPictureOn() {
    LiveFeed feed = new LiveFeed(source.format(), source.pictures().getFirst());
    feed.add(source.pictures().getFirst(), start - SECOND);
    Playback live = playback(new SimulatedCamera("live", 1, camera.source, 0, feed));
    feed.add(source.pictures().get(3), start + 1);
    live.advance(start + SECOND);
    assertThat(packets()).as("before a key picture").isEmpty();
    feed.add(source.pictures().get(5), start + SECOND);
    feed.add(source.pictures().get(6), start + 2 * SECOND);
    live.advance(start + 2 * SECOND);

    assertThat(timestamps())
        .containsExactly(live.firstTimestamp() + 90_000, live.firstTimestamp() + 180_000);
  }

  @Test
  void leavesNoHoleInLivePicturesThatCameTooFast() {
    LiveFeed feed = new LiveFeed(source.format(), source.pictures().getFirst());
    Playback live = playback(new SimulatedCamera("live", 1, camera.source, 0, feed));
    feed.add(source.pictures().getFirst(), start);
    live.advance(start + 1);
    for (int i = 1; i <= 102; i++) {
      feed.add(source.pictures().get(i % 20), start + i * SECOND);
    }
    live.advance(start + 103 * SECOND);

    List<Integer> seconds =
        timestamps().stream().map(one -> (one - live.firstTimestamp()) / 90_000).toList();
    assertThat(seconds).startsWith(0, 40, 41).endsWith(102).hasSize(1 + 63);
  }

  private Playback playback(SimulatedCamera played) {
    return new Playback(
        played,
        new InterleavedChannels(4, 5),
        new Random(2),
        () -> WALL_CLOCK,
        start,
        frame -> frames.add(Bytes.copyOf(frame).asBuffer()));
  }

  private int firstSequence() {
    Playback twin = playback(camera);
    return twin.nextSequence();
  }

  private List<RtpPacket> packets() {
    return frames.stream()
        .filter(frame -> frame.get(0) == '$' && frame.get(1) == 4)
        .map(frame -> RtpPacket.parse(payload(frame)).orElseThrow())
        .toList();
  }

  private List<Integer> timestamps() {
    return packets().stream().map(RtpPacket::timestamp).distinct().toList();
  }

  private List<RtcpPacket.SenderClock> clocks() {
    return frames.stream()
        .filter(frame -> frame.get(1) == 5)
        .flatMap(frame -> RtcpPacket.parse(payload(frame)).stream())
        .filter(RtcpPacket.SenderClock.class::isInstance)
        .map(RtcpPacket.SenderClock.class::cast)
        .toList();
  }

  private static ByteBuffer payload(ByteBuffer frame) {
    return frame.slice(4, frame.limit() - 4);
  }

  private static void assertEvenlySpaced(List<Integer> timestamps) {
    for (int i = 1; i < timestamps.size(); i++) {
      assertThat(timestamps.get(i) - timestamps.get(i - 1)).isEqualTo(9000);
    }
  }
}
