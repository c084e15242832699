package anbinh.media.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.media.Bytes;
import anbinh.media.MetadataListener;
import anbinh.media.StreamState;
import anbinh.media.rtsp.Sdp;
import anbinh.media.rtsp.StreamFailedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/// Packets of a metadata track, one by one.
class MetadataReceptionTest {
  private static final Instant AT = Instant.parse("2026-12-01T08:00:00Z");
  private static final long SECOND = 1_000_000_000L;
  private static final String SDP =
      """
      v=0
      a=control:*
      m=video 0 RTP/AVP 96
      a=rtpmap:96 H264/90000
      a=control:track1
      m=application 0 RTP/AVP 107
      a=rtpmap:107 vnd.onvif.metadata/90000
      a=control:track3
      """;

  private final List<String> documents = new ArrayList<>();
  private final MetadataReception reception =
      new MetadataReception(
          new MetadataListener() {
            @Override
            public void onPlaying() {
              documents.add("playing");
            }

            @Override
            public void onDocument(Bytes document, Instant at) {
              documents.add(new String(document.toArray(), StandardCharsets.UTF_8));
            }

            @Override
            public void onUnreadable(Instant at) {
              documents.add("unreadable");
            }

            @Override
            public void onState(StreamState state) {}
          });

  private void packet(int sequence, int timestamp, boolean marker, String payload)
      throws Exception {
    packet(sequence, timestamp, marker, payload.getBytes(StandardCharsets.UTF_8));
  }

  private void packet(int sequence, int timestamp, boolean marker, byte[] bytes) throws Exception {
    ByteBuffer packet = ByteBuffer.allocate(12 + bytes.length);
    packet.put((byte) 0x80).put((byte) (107 | (marker ? 0x80 : 0))).putShort((short) sequence);
    packet.putInt(timestamp).putInt(7).put(bytes).flip();
    reception.rtp(packet, 0, AT);
  }

  private void choose() throws Exception {
    reception.choose(Sdp.parse(SDP), "rtsp://h/base/");
  }

  @Test
  void choosesTheMetadataTrack() throws Exception {
    assertThat(reception.choose(Sdp.parse(SDP), "rtsp://h/base/"))
        .isEqualTo(new Track("rtsp://h/base/track3", "rtsp://h/base/"));
    assertThatThrownBy(
            () -> reception.choose(Sdp.parse(SDP.replace("vnd.onvif", "x")), "rtsp://h/"))
        .isInstanceOf(StreamFailedException.class)
        .hasMessageContaining("metadata");
  }

  private void chooseNamed(String encoding) throws Exception {
    reception.choose(Sdp.parse(SDP.replace("vnd.onvif.metadata", encoding)), "rtsp://h/base/");
  }

  private static byte[] gzip(byte[] document) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(document);
    }
    return packed.toByteArray();
  }

  @Test
  void unpacksDocumentsThatComeByGzip() throws Exception {
    for (String name : List.of("vnd.onvif.metadata+gzip", "VND.ONVIF.METADATA.GZIP")) {
      documents.clear();
      chooseNamed(name);
      byte[] packed = gzip("<a/>".getBytes(StandardCharsets.UTF_8));
      packet(1, 0, false, Arrays.copyOf(packed, 9));
      packet(2, 0, true, Arrays.copyOfRange(packed, 9, packed.length));
      assertThat(documents).containsExactly("<a/>");
    }
  }

  @Test
  void tellsOfWhatCannotBeUnpackedAndOfBombs() throws Exception {
    chooseNamed("vnd.onvif.metadata.gzip");
    packet(1, 0, true, "<a/>");
    byte[] packed = gzip("<a/>".getBytes(StandardCharsets.UTF_8));
    packet(2, 90, true, Arrays.copyOf(packed, packed.length - 10));
    byte[] bomb = gzip(new byte[8 << 20]);
    assertThat(bomb.length).isLessThan(60_000);
    packet(3, 180, true, bomb);
    packet(4, 270, true, packed);
    assertThat(documents).containsExactly("unreadable", "unreadable", "unreadable", "<a/>");
  }

  @Test
  void refusesExiAndSaysWhatToChoose() throws Exception {
    for (String name : List.of("vnd.onvif.metadata.exi.onvif", "vnd.onvif.metadata.exi.ext")) {
      assertThatThrownBy(() -> chooseNamed(name))
          .isInstanceOf(StreamFailedException.class)
          .hasMessageContaining("EXI")
          .hasMessageContaining("GZIP");
    }
    String both =
        SDP.replace("vnd.onvif.metadata", "vnd.onvif.metadata.exi.ext")
            + """
            m=application 0 RTP/AVP 108
            a=rtpmap:108 vnd.onvif.metadata/90000
            a=control:track4
            """;
    assertThat(reception.choose(Sdp.parse(both), "rtsp://h/base/").setupUri())
        .isEqualTo("rtsp://h/base/track4");
  }

  @Test
  void putsDocumentsTogether() throws Exception {
    choose();
    packet(1, 0, false, "<a>");
    packet(2, 0, true, "</a>");
    packet(3, 90, true, "<b/>");
    packet(4, 180, false, "<without-marker/>");
    packet(5, 270, true, "<c/>");
    assertThat(documents).containsExactly("<a></a>", "<b/>", "<without-marker/>", "<c/>");
    assertThat(reception.advanced(0)).isTrue();
    assertThat(reception.advanced(0)).isFalse();
  }

  @Test
  void leavesOutWhatIsNotWhole() throws Exception {
    choose();
    packet(1, 0, false, "<a>");
    packet(3, 0, true, "</a>");
    packet(4, 90, true, "<b/>");
    packet(4, 90, true, "<b/>");
    packet(5, 180, false, "<c>");
    reception.skipped();
    packet(6, 180, true, "</c>");
    for (int i = 0; i < 40; i++) {
      packet(7 + i, 270, i == 39, "x".repeat(30_000));
    }
    packet(47, 360, true, "<d/>");
    assertThat(documents).containsExactly("<b/>", "<d/>");
  }

  @Test
  void silenceIsNoFaultUntilNotEvenAnswersCome() throws Exception {
    choose();
    reception.playing(0);
    reception.check(149 * SECOND, 0);
    reception.advanced(100 * SECOND);
    reception.check(249 * SECOND, 0);
    assertThatThrownBy(() -> reception.check(251 * SECOND, 0))
        .isInstanceOf(StreamFailedException.class);
  }
}
