package anbinh.media.mp4;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MovieBoxTest {
  private static final int PICTURE = 9000;

  @Test
  void namesTheKeyPicturesUnlessAllAre() {
    Box some = samples(index(5, 0, 10));
    ByteBuffer keys = some.child("stss").body();
    assertThat(keys.getInt(4)).isEqualTo(2);
    assertThat(keys.getInt(8)).isEqualTo(1);
    assertThat(keys.getInt(12)).isEqualTo(6);
    assertThat(samples(index(1, 0, 10)).find("stss")).isEmpty();
  }

  @Test
  void joinsPicturesOfOneLength() {
    ByteBuffer lengths = samples(index(5, 0, 10)).child("stts").body();
    assertThat(lengths.getInt(4)).isEqualTo(1);
    assertThat(lengths.getInt(8)).isEqualTo(10);
    assertThat(lengths.getInt(12)).isEqualTo(PICTURE);
  }

  @Test
  void statesWhenPicturesAreShownOnlyWhereTheyAreReordered() {
    assertThat(samples(index(5, 0, 10)).find("ctts")).isEmpty();
    assertThat(samples(index(5, 300, 10)).child("ctts").body().get(0)).isZero();
    assertThat(samples(index(5, -300, 10)).child("ctts").body().get(0))
        .as("the version that has negative ones")
        .isEqualTo((byte) 1);
  }

  @Test
  void statesEverySize() {
    ByteBuffer sizes = samples(index(5, 0, 10)).child("stsz").body();
    assertThat(sizes.getInt(8)).isEqualTo(10);
    for (int i = 0; i < 10; i++) {
      assertThat(sizes.getInt(12 + 4 * i)).isEqualTo(100 + i);
    }
  }

  @Test
  void usesWideNumbersOnlyWhereTheFileIsLarge() {
    byte[] small = head(index(5, 0, 10), 1000);
    byte[] large = head(index(5, 0, 10), 5_000_000_000L);
    ByteBuffer end = ByteBuffer.wrap(large);
    assertThat(end.getInt(large.length - 16)).isEqualTo(1);
    assertThat(end.getLong(large.length - 8)).isEqualTo(5_000_000_016L);
    assertThat(ByteBuffer.wrap(small).getInt(small.length - 8)).isEqualTo(1008);
    assertThat(samples(small).find("stco")).isPresent();
    assertThat(samples(large).find("co64")).isPresent();
  }

  private static SampleIndex index(int keyEvery, int composition, int count) {
    SampleIndex.Builder samples = new SampleIndex.Builder(500);
    for (int i = 0; i < count; i++) {
      int shown = i % keyEvery == 0 || keyEvery == 1 ? 0 : composition;
      samples.add((long) i * PICTURE, shown, 100 + i, i % keyEvery == 0, false);
    }
    return samples.build((long) count * PICTURE);
  }

  private static Box samples(SampleIndex index) {
    return samples(head(index, 1000));
  }

  private static Box samples(byte[] head) {
    ByteBuffer bytes = ByteBuffer.wrap(head);
    assertThat(Box.read(bytes).type()).isEqualTo("ftyp");
    return Box.read(bytes).require("moov").child("trak").child("mdia").child("minf").child("stbl");
  }

  /// @param dataBytes what the media data are said to hold
  private static byte[] head(SampleIndex index, long dataBytes) {
    RecordedSegment segment =
        new RecordedSegment(
            "one",
            Path.of("one"),
            TestClip.h264().format(),
            index,
            TestClip.EPOCH,
            Stretch.NONE,
            TestClip.EPOCH.plusSeconds(1));
    Cut cut =
        Cut.of(List.of(segment), TestClip.EPOCH.minusSeconds(1), TestClip.EPOCH.plusSeconds(2))
            .orElseThrow();
    Chunks chunks = new Chunks();
    chunks.add(0, 0);
    chunks.end(dataBytes);
    return new MovieBox(cut).toBytes(chunks);
  }
}
