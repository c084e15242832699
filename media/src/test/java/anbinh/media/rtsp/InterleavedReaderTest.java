package anbinh.media.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterleavedReaderTest {
  private static final Duration MAX_READ = Duration.ofSeconds(2);

  private static final String OK = "RTSP/1.0 200 OK\r\nCSeq: 1\r\n\r\n";

  private final List<String> events = new ArrayList<>();
  private final InterleavedReader reader = new InterleavedReader(new Recorder());

  @Test
  void readsMessagesAndPacketsInTheirOrder() throws Exception {
    read(OK, packet(0, 1), packet(1, 2), OK, packet(0, 3));

    assertThat(events)
        .containsExactly("message 200", "packet 0 1", "packet 1 2", "message 200", "packet 0 3");
  }

  @Test
  void readsTheBodyOfAMessage() throws Exception {
    read("RTSP/1.0 200 OK\r\nContent-Length: 4\r\n\r\nv=0\n", packet(0, 1));

    assertThat(events).containsExactly("message 200 body 4", "packet 0 1");
  }

  @Test
  void leavesWhatIsIncompleteForTheNextCall() throws Exception {
    byte[] all = bytes(OK, packet(0, 1), OK);
    ByteBuffer first = ByteBuffer.wrap(all, 0, all.length - 5).slice();

    reader.read(first);

    assertThat(events).containsExactly("message 200", "packet 0 1");
    assertThat(first.remaining()).isEqualTo(OK.length() - 5);
  }

  @Test
  void bearsEmptyLinesBetweenMessages() throws Exception {
    read("\r\n\r\n", OK, "\r\n", OK, "\n", packet(0, 1));

    assertThat(events).containsExactly("message 200", "message 200", "packet 0 1");
  }

  @Test
  void bearsMessagesWithBareLineFeeds() throws Exception {
    read("RTSP/1.0 200 OK\nCSeq: 1\n\n", packet(0, 1));

    assertThat(events).containsExactly("message 200", "packet 0 1");
  }

  @Test
  void readsRequestsOfTheServer() throws Exception {
    read("OPTIONS rtsp://h/ RTSP/1.0\r\nCSeq: 1\r\n\r\n", packet(0, 1));

    assertThat(events).containsExactly("message OPTIONS", "packet 0 1");
  }

  @Test
  void leavesPacketsOfOtherChannelsOut() throws Exception {
    reader.expect(new InterleavedChannels(2, 3));

    read(packet(0, 1), packet(2, 2), packet(4, 3), packet(3, 4));

    assertThat(events).containsExactly("packet 2 2", "packet 3 4");
  }

  @Test
  void skipsBytesBetweenPackets() throws Exception {
    reader.expect(new InterleavedChannels(0, 1));

    read(packet(0, 1), new byte[] {9, 8, 7}, packet(0, 2), packet(0, 3));

    assertThat(events)
        .as("the packet before the bytes is in doubt, since its length may be what is wrong")
        .contains("packet 0 2", "packet 0 3")
        .anyMatch(event -> event.startsWith("skipped"));
  }

  @Test
  void neverDeliversAPacketWhoseLengthIsWrong() throws Exception {
    reader.expect(new InterleavedChannels(0, 1));
    byte[] wrong = packet(0, 7);
    wrong[3] = (byte) (wrong[3] + 21);

    read(packet(0, 1), wrong, packet(0, 2), packet(0, 3), packet(0, 4));

    assertThat(events).contains("packet 0 1", "packet 0 3", "packet 0 4");
    assertThat(events).noneMatch(event -> event.startsWith("packet 0 7"));
  }

  @Test
  void findsTheNextMessageAfterGarbage() throws Exception {
    reader.expect(new InterleavedChannels(0, 1));
    byte[] garbage = new byte[5000];
    new Random(1).nextBytes(garbage);

    read(garbage, OK, packet(0, 1), packet(0, 2));

    assertThat(events).contains("message 200", "packet 0 1");
  }

  @Test
  void showsWhatDoesNotSpeakRtsp() throws Exception {
    read("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");

    assertThat(events).isNotEmpty().allMatch(event -> event.startsWith("skipped"));
  }

  @Test
  void givesUpOnMessagesWithoutEnd() throws Exception {
    read("RTSP/1.0 200 OK\r\n" + "X: y\r\n".repeat(12_000));

    assertThat(events).isNotEmpty();
  }

  @Test
  void leavesEmptyPacketsOut() throws Exception {
    reader.expect(new InterleavedChannels(0, 1));

    read(packet(0, 1), new byte[] {'$', 0, 0, 0}, packet(0, 2), new byte[] {'$', 1, 0, 0}, OK);

    assertThat(events).containsExactly("packet 0 1", "packet 0 2", "message 200");
  }

  /// Of this process, which others on the machine do not take away.
  private static Duration processorTime() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
  }

  /// One thread serves hundreds of cameras; none may keep it for long with bytes that look like the
  /// beginnings of very many messages.
  @ParameterizedTest
  @ValueSource(strings = {"RTSP", "RTSP/1.0 200 OK\n", "OPTIONS a RTSP/1.0\nA: b\n"})
  void isNotKeptBusyByBytesThatLookLikeManyMessages(String beginning) throws Exception {
    reader.expect(new InterleavedChannels(0, 1));
    String unreadable = "Content-Length: many\r\n\r\n";
    String much = (beginning.repeat(60_000 / beginning.length()) + unreadable).repeat(8);
    byte[] all = bytes(much, packet(0, 1), OK);

    Duration before = processorTime();
    reader.read(ByteBuffer.wrap(all));
    assertThat(processorTime().minus(before)).isLessThan(MAX_READ);
    assertThat(events).contains("message 200");
  }

  @Test
  void skipsMessagesWhoseBodyIsTooLongOrUnmeasured() throws Exception {
    read("RTSP/1.0 200 OK\r\nContent-Length: 999999\r\n\r\n", "\n", OK);
    assertThat(events).contains("message 200");

    events.clear();
    read("RTSP/1.0 200 OK\r\nContent-Length: many\r\n\r\n", "\n", OK);
    assertThat(events).contains("message 200");
  }

  @RepeatedTest(30)
  void readsTheSameHoweverTheBytesArrive(RepetitionInfo repetition) throws Exception {
    Random random = new Random(repetition.getCurrentRepetition());
    reader.expect(new InterleavedChannels(0, 1));
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      int kind = random.nextInt(10);
      if (kind == 0) {
        all.write(OK.getBytes(StandardCharsets.US_ASCII));
        expected.add("message 200");
      } else if (kind == 1) {
        all.write(bytes("RTSP/1.0 401 No\r\nContent-Length: 3\r\n\r\nabc"));
        expected.add("message 401 body 3");
      } else {
        int channel = random.nextInt(2);
        int mark = random.nextInt(256);
        all.write(longPacket(channel, mark, random.nextInt(8, 3000), random));
        expected.add("packet " + channel + " " + Integer.toHexString(mark));
      }
    }

    ByteBuffer arriving = ByteBuffer.allocate(200_000 + InterleavedReader.MAXIMUM_REST_BYTES);
    byte[] bytes = all.toByteArray();
    for (int at = 0; at < bytes.length; ) {
      int count = Math.min(bytes.length - at, random.nextInt(1, 1 << random.nextInt(1, 15)));
      arriving.put(bytes, at, count).flip();
      reader.read(arriving);
      arriving.compact();
      at += count;
    }

    assertThat(events).isEqualTo(expected);
    assertThat(arriving.position()).isZero();
  }

  private static byte[] packet(int channel, int mark) {
    return HexFormat.of()
        .parseHex("24%02x0010806000010000000200000003%02xeeddcc".formatted(channel, mark));
  }

  private static byte[] longPacket(int channel, int mark, int length, Random random) {
    byte[] packet = new byte[4 + length + 12];
    random.nextBytes(packet);
    ByteBuffer.wrap(packet)
        .put((byte) '$')
        .put((byte) channel)
        .putShort((short) (length + 12))
        .putLong(0x8060_0001_0000_0002L)
        .putInt(3)
        .put((byte) mark);
    return packet;
  }

  private void read(Object... parts) throws Exception {
    reader.read(ByteBuffer.wrap(bytes(parts)));
  }

  private static byte[] bytes(Object... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (Object part : parts) {
      joined.writeBytes(
          part instanceof byte[] raw ? raw : part.toString().getBytes(StandardCharsets.US_ASCII));
    }
    return joined.toByteArray();
  }

  private final class Recorder implements InterleavedReader.Sink {
    @Override
    public void packet(int channel, ByteBuffer payload) {
      events.add(
          "packet "
              + channel
              + " "
              + Integer.toHexString(payload.get(payload.position() + 12) & 0xFF));
    }

    @Override
    public void message(RtspMessage message) {
      String what =
          switch (message) {
            case RtspRequest request -> request.method();
            case RtspResponse response -> String.valueOf(response.status());
          };
      int length = message.body().length();
      events.add("message " + what + (length == 0 ? "" : " body " + length));
    }

    @Override
    public void skipped(ByteBuffer bytes) {
      events.add("skipped " + bytes.remaining());
    }
  }
}
