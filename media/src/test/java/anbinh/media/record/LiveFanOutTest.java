package anbinh.media.record;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.media.AccessUnit;
import anbinh.media.VideoFormat;
import anbinh.media.mp4.FragmentHeader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveFanOutTest {
  private static final int PICTURE = TrackFixture.PICTURE_TICKS;

  private final LiveFanOut live = new LiveFanOut();
  private final LiveFeed viewer = new LiveFeed();

  @AfterEach
  void end() {
    live.end();
  }

  @Test
  void tellsTheFormatOnceAndAgainWhenItChanges() throws Exception {
    live.join(viewer, null);
    picture(0);
    picture(1);
    VideoFormat other =
        new VideoFormat(
            SyntheticCamera.FORMAT.codec(),
            SyntheticCamera.FORMAT.parameterSets(),
            640,
            360,
            "avc1.42001E",
            0);
    live.picture(other, TrackFixture.picture(15), 15L * PICTURE, 15L * PICTURE, PICTURE);
    assertThat(received())
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly("Init", "Fragment", "Fragment", "Init", "Fragment");
  }

  @Test
  void givesALaterViewerTheFormatFirst() throws Exception {
    picture(0);
    live.join(viewer, null);
    picture(15);
    assertThat(received())
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly("Init", "Fragment");
  }

  @Test
  void goesOnWithoutAGapWhereTimesHaveANewOrigin() throws Exception {
    live.join(viewer, null);
    for (int i = 0; i < 15; i++) {
      picture(i);
    }
    live.interrupt();
    for (int i = 3000; i < 3015; i++) {
      picture(i);
    }
    live.interrupt();
    for (int i = 0; i < 15; i++) {
      picture(i);
    }
    List<FragmentHeader> headers = headers();
    assertThat(headers).hasSize(45);
    for (int i = 0; i < 45; i++) {
      assertThat(headers.get(i).decodeTicks()).isEqualTo((long) i * PICTURE);
      assertThat(headers.get(i).sequence()).isEqualTo(i + 1);
    }
  }

  @Test
  void waitsForAKeyPictureAfterAnInterruption() throws Exception {
    live.join(viewer, null);
    picture(0);
    live.interrupt();
    picture(1);
    picture(15);
    assertThat(headers()).extracting(FragmentHeader::key).containsExactly(true, true);
  }

  @Test
  void forgetsWhoHasClosed() {
    assertThat(live.hasViewers()).isFalse();
    live.join(viewer, null);
    assertThat(live.hasViewers()).isTrue();
    viewer.close();
    picture(0);
    assertThat(live.hasViewers()).isFalse();
  }

  @Test
  void tellsEveryViewerTheEnd() throws Exception {
    LiveFeed other = new LiveFeed();
    live.join(viewer, null);
    live.join(other, null);
    live.end();
    assertThat(viewer.next(Duration.ZERO)).contains(new LiveEvent.Ended());
    assertThat(other.next(Duration.ZERO)).contains(new LiveEvent.Ended());
    assertThat(live.hasViewers()).isFalse();
  }

  private void picture(int number) {
    AccessUnit unit = TrackFixture.picture(number);
    live.picture(SyntheticCamera.FORMAT, unit, unit.pts90k(), unit.pts90k(), PICTURE);
  }

  private List<FragmentHeader> headers() throws InterruptedException {
    List<FragmentHeader> headers = new ArrayList<>();
    for (LiveEvent event : received()) {
      if (event instanceof LiveEvent.Fragment fragment) {
        headers.add(FragmentHeader.parse(fragment.header().duplicate()));
      }
    }
    return headers;
  }

  private List<LiveEvent> received() throws InterruptedException {
    List<LiveEvent> events = new ArrayList<>();
    for (Optional<LiveEvent> next = viewer.next(Duration.ZERO);
        next.isPresent();
        next = viewer.next(Duration.ZERO)) {
      events.add(next.get());
    }
    return events;
  }
}
