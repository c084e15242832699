package anbinh.media.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.media.Bytes;
import anbinh.media.mp4.ClockRate;
import anbinh.media.mp4.MalformedMp4Exception;
import anbinh.media.mp4.Stretch;
import anbinh.media.record.clock.SegmentClock;
import anbinh.media.record.log.ClockEvidence;
import anbinh.media.record.log.EndCause;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SegmentNoteTest {
  private static final Instant START = Instant.parse("2026-11-25T01:02:03.123456789Z");

  @Test
  void readsBackWhatItStates() {
    ClockEvidence clock =
        new ClockEvidence(
            true,
            Duration.ofNanos(-123_456),
            Duration.ofMillis(29),
            ClockEvidence.Source.RECEIPT,
            Optional.of(Duration.ofMillis(91)),
            new ClockRate(1_250_000),
            Optional.of(
                new ClockEvidence.CameraOffset(
                    ClockEvidence.Method.RTCP_SENDER_REPORT,
                    Duration.ofSeconds(-3, 5),
                    Duration.ofMillis(4),
                    12)));
    SegmentNote note =
        SegmentNote.closed(
            START,
            START.plusSeconds(60),
            5_400_000,
            EndCause.LOSS,
            new ClockRate(3_000_000),
            clock);
    SegmentNote read = SegmentNote.parseClosed(note.toBytes());
    assertThat(read).isEqualTo(note);
    assertThat(read.clock()).isEqualTo(clock);
    assertThat(read.fileRate()).isEqualTo(new ClockRate(3_000_000));
    assertThat(read.ended()).isEqualTo(EndCause.LOSS);
    assertThat(read.instant("start")).isEqualTo(START);
    assertThat(read.number("duration-ticks")).isEqualTo(5_400_000);
  }

  @Test
  void isReadableByEye() {
    String text =
        UTF_8
            .decode(
                SegmentNote.opened(
                        "gate-1",
                        SegmentClock.continuing(0, START, 0, START.plusMillis(2), new Stretch(-38)),
                        SyntheticCamera.FORMAT)
                    .toBytes()
                    .asBuffer())
            .toString();
    assertThat(text)
        .isEqualTo(
            """
            anbinh-segment-opened=1
            camera=gate-1
            start=2026-11-25T01:02:03.125456Z
            follows=true
            stretch-ppm=-38
            codecs=avc1.42001E
            reorder-depth=0
            """);
  }

  @Test
  void refusesWhatItDoesNotUnderstand() {
    for (String text :
        new String[] {
          "", "camera=x\n", "anbinh-segment-closed=2\n", "anbinh-segment-closed=1\nno field\n"
        }) {
      assertThatThrownBy(() -> SegmentNote.parseClosed(Bytes.copyOf(text.getBytes(UTF_8))))
          .isInstanceOf(MalformedMp4Exception.class);
    }
    SegmentNote bad =
        SegmentNote.parseClosed(
            Bytes.copyOf(
                """
                anbinh-segment-closed=1
                start=now
                follows=maybe
                ended=x
                n=y
                start-error=z
                stretch-ppm=501
                """
                    .getBytes(UTF_8)));
    assertThatThrownBy(() -> bad.instant("start")).hasMessageContaining("no instant");
    assertThatThrownBy(() -> bad.flag("follows")).hasMessageContaining("maybe");
    assertThatThrownBy(bad::ended).hasMessageContaining("unknown");
    assertThatThrownBy(() -> bad.number("n")).hasMessageContaining("no number");
    assertThatThrownBy(() -> bad.text("missing")).hasMessageContaining("missing");
    assertThatThrownBy(bad::stretch).hasMessageContaining("501");
  }
}
