package anbinh.seal.mp4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.seal.FormatProblem;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Indexes of pictures, each with one table that is not as it should be.
class SampleTableTest {
  private static final int RATE = 0x10000;
  private static final byte[] NONE = {};

  /// The boxes of an index: three pictures of 5, 6 and 7 bytes in one chunk at byte 100, ten ticks
  /// each, all shown.
  private static final class Index {
    private byte[] movieHeader = NONE;
    private byte[] mediaHeader = NONE;
    private byte[] sizes = box("stsz", ints(0, 0, 3, 5, 6, 7));
    private byte[] runs = box("stsc", ints(0, 1, 1, 3, 1));
    private byte[] chunks = box("stco", ints(0, 1, 100));
    private byte[] times = box("stts", ints(0, 1, 3, 10));
    private byte[] compositions = NONE;
    private byte[] edits = NONE;
    private byte[] moreInTrack = NONE;
    private byte[] moreInMovie = NONE;

    private byte[] track() {
      byte[] table = box("stbl", times, compositions, runs, sizes, chunks);
      byte[] media = box("mdia", mediaHeader, box("minf", table));
      return box("trak", edits, media, moreInTrack);
    }

    private byte[] build() {
      return join(movieHeader, track(), moreInMovie);
    }

    private SampleTable parse() {
      return SampleTable.parse(ByteBuffer.wrap(build()));
    }

    private void refused(String message) {
      assertThatThrownBy(this::parse)
          .isInstanceOf(FormatProblem.class)
          .hasMessageContaining(message);
    }

    private Index edited(byte[] list) {
      edits = box("edts", list);
      return this;
    }
  }

  private static byte[] ints(int... values) {
    ByteBuffer ints = ByteBuffer.allocate(4 * values.length);
    ints.asIntBuffer().put(values);
    return ints.array();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }

  private static byte[] box(String type, byte[]... children) {
    byte[] content = join(children);
    byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
    return join(ints(content.length + 8), name, content);
  }

  private static byte[] edit(int duration, int begin) {
    return ints(duration, begin, RATE);
  }

  private static byte[] largeEdit(long duration, long begin) {
    return ByteBuffer.allocate(20).putLong(duration).putLong(begin).putInt(RATE).array();
  }

  private static byte[] list(int version, byte[]... edits) {
    return box("elst", ints(version << 24, edits.length), join(edits));
  }

  private static byte[] header(String type, int version, int ticksASecond) {
    return box(type, ints(version << 24), new byte[version == 1 ? 16 : 8], ints(ticksASecond, 0));
  }

  private static long[] offsets(SampleTable table) {
    return IntStream.range(0, table.count()).mapToLong(table::offset).toArray();
  }

  private static int hidden(byte[]... edits) {
    return new Index().edited(list(0, edits)).parse().hidden();
  }

  @Test
  void readsAnIndexOfNoPictures() {
    Index none = new Index();
    none.sizes = box("stsz", ints(0, 0, 0));
    none.runs = box("stsc", ints(0, 0));
    none.chunks = box("stco", ints(0, 0));
    assertThat(none.parse().count()).isZero();
  }

  @Test
  void placesEachPictureBehindTheOneBefore() {
    SampleTable table = new Index().parse();
    assertThat(offsets(table)).containsExactly(100, 105, 111);
    assertThat(table.size(2)).isEqualTo(7);
    assertThat(table.hidden()).isZero();
  }

  @Test
  void readsPicturesOfOneSize() {
    Index same = new Index();
    same.sizes = box("stsz", ints(0, 9, 3));
    assertThat(offsets(same.parse())).containsExactly(100, 109, 118);
  }

  @Test
  void placesChunksOfOneRunAfterAnother() {
    Index several = new Index();
    several.runs = box("stsc", ints(0, 2, 1, 1, 1, 2, 2, 1));
    several.chunks = box("stco", ints(0, 2, 300, 200));
    assertThat(offsets(several.parse())).containsExactly(300, 200, 206);
  }

  @Test
  void offsetsAreUnsignedAndMayBeWide() {
    Index narrow = new Index();
    narrow.chunks = box("stco", ints(0, 1, -2));
    assertThat(offsets(narrow.parse())[0]).isEqualTo(0xffff_fffeL);
    Index wide = new Index();
    wide.chunks = box("co64", ints(0, 1, 1, 0));
    assertThat(offsets(wide.parse())[0]).isEqualTo(1L << 32);
  }

  @Test
  void aPictureTooLargeIsRefused() {
    Index one = new Index();
    one.sizes = box("stsz", ints(0, 0, 3, 5, -1, 7));
    one.refused("too large");
    Index all = new Index();
    all.sizes = box("stsz", ints(0, Integer.MIN_VALUE, 3));
    all.refused("too large");
  }

  @ParameterizedTest
  @ValueSource(ints = {4, -1, Integer.MIN_VALUE, (1 << 24) + 1})
  void morePicturesThanTheIndexHoldsAreRefused(int count) {
    Index sized = new Index();
    sized.sizes = box("stsz", ints(0, 0, count, 5, 6, 7));
    sized.refused("names " + count + " pictures");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, (1 << 24) + 1, Integer.MAX_VALUE})
  void aCountThatNoTableHoldsIsRefusedForPicturesOfOneSize(int count) {
    Index same = new Index();
    same.sizes = box("stsz", ints(0, 1, count));
    same.refused("names " + count + " pictures");
  }

  @Test
  void everyPictureIsInOneChunk() {
    Index fewer = new Index();
    fewer.runs = box("stsc", ints(0, 1, 1, 2, 1));
    fewer.refused("places 2 of 3");
    Index more = new Index();
    more.runs = box("stsc", ints(0, 1, 1, 4, 1));
    more.refused("cut short");
    Index none = new Index();
    none.runs = box("stsc", ints(0, 0));
    none.refused("places 0 of 3");
  }

  /// Where a run begins elsewhere, some programs read the first chunk and some the named one.
  @Test
  void chunksAreNamedInOrderFromTheFirst() {
    for (int[] runs :
        new int[][] {
          {0, 1, 2, 3, 1},
          {0, 1, 0, 3, 1},
          {0, 1, -1, 3, 1},
          {0, 2, 1, 3, 1, 1, 3, 1},
          {0, 2, 2, 3, 1, 1, 3, 1},
          {0, 2, 1, 1, 1, 3, 1, 1}
        }) {
      Index other = new Index();
      other.runs = box("stsc", ints(runs));
      other.chunks = box("stco", ints(0, 2, 100, 200));
      other.refused("not in order");
    }
  }

  @Test
  void tablesThatAreCutShortAreRefused() {
    Index sizes = new Index();
    sizes.sizes = box("stsz", ints(0, 0));
    sizes.refused("cut short");
    Index runs = new Index();
    runs.runs = box("stsc", ints(0, 2, 1, 3, 1));
    runs.refused("cut short");
    Index chunks = new Index();
    chunks.chunks = box("stco", ints(0, 2, 100));
    chunks.runs = box("stsc", ints(0, 1, 1, 1, 1));
    chunks.refused("cut short");
    Index times = new Index().edited(list(0, edit(30, 0)));
    times.times = box("stts", ints(0, 1, 2, 10));
    times.refused("cut short");
    Index compositions = new Index().edited(list(0, edit(30, 0)));
    compositions.compositions = box("ctts", ints(0, 1, 1, 0));
    compositions.refused("cut short");
    new Index().edited(box("elst", ints(0, -1), edit(30, 0))).refused("cut short");
    new Index().edited(box("elst", ints(0, 2), edit(30, 0))).refused("cut short");
  }

  @Test
  void aTableThatIsMissingIsNamed() {
    Index sizes = new Index();
    sizes.sizes = NONE;
    sizes.refused("no box stsz");
    Index runs = new Index();
    runs.runs = NONE;
    runs.refused("no box stsc");
    Index chunks = new Index();
    chunks.chunks = NONE;
    chunks.refused("no box stco or co64");
    Index times = new Index().edited(list(0, edit(30, 0)));
    times.times = NONE;
    times.refused("no box stts");
    assertThatThrownBy(() -> SampleTable.parse(ByteBuffer.allocate(0)))
        .hasMessageContaining("no box trak");
  }

  @Test
  void timesAreNeededForAnEditListOnly() {
    Index times = new Index();
    times.times = NONE;
    assertThat(times.parse().hidden()).isZero();
    assertThat(times.edited(NONE).parse().hidden()).isZero();
  }

  /// Players take another track, or the last of two tables.
  @Test
  void whatIsThereTwiceIsRefused() {
    Index tracks = new Index();
    tracks.moreInMovie = new Index().track();
    tracks.refused("a box twice: trak");
    Index media = new Index();
    media.moreInTrack = box("mdia");
    media.refused("a box twice: mdia");
    Index sizes = new Index();
    sizes.sizes = join(sizes.sizes, sizes.sizes);
    sizes.refused("a box twice: stsz");
    Index lists = new Index().edited(join(list(0, edit(30, 0)), list(0)));
    lists.refused("a box twice: elst");
    Index chunks = new Index();
    chunks.chunks = join(chunks.chunks, box("co64", ints(0, 1, 0, 100)));
    chunks.refused("or both");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 9, Integer.MAX_VALUE, -1})
  void aBoxThatDoesNotFitIsRefused(int size) {
    Index after = new Index();
    after.moreInMovie = join(ints(size), "free".getBytes(StandardCharsets.ISO_8859_1));
    after.refused("does not fit");
  }

  @Test
  void aBoxHasAHeadOfEightBytes() {
    byte[] movie = new Index().build();
    assertThatThrownBy(
            () -> SampleTable.parse(ByteBuffer.wrap(Arrays.copyOf(movie, movie.length + 7))))
        .hasMessageContaining("does not fit");
  }

  @Test
  void anEditShowsFromItsFirstTickToBeforeItsLast() {
    assertThat(hidden(edit(30, 0))).isZero();
    assertThat(hidden(edit(20, 0))).isEqualTo(1);
    assertThat(hidden(edit(21, 0))).isZero();
    assertThat(hidden(edit(30, 1))).isEqualTo(1);
    assertThat(hidden(edit(0, 0))).isEqualTo(3);
    assertThat(hidden()).isEqualTo(3);
  }

  @Test
  void anEmptyEditShowsNothing() {
    assertThat(hidden(edit(100, -1))).isEqualTo(3);
    assertThat(hidden(edit(100, -1), edit(10, 10))).isEqualTo(2);
  }

  @Test
  void aPictureIsShownWhereOneOfTheEditsShowsIt() {
    assertThat(hidden(edit(10, 20), edit(10, 0))).isEqualTo(1);
    assertThat(hidden(edit(30, 0), edit(1, 10))).as("a short one within a long one").isZero();
    assertThat(hidden(edit(30, 0), edit(5, 0))).as("two of one beginning").isZero();
    assertThat(hidden(edit(5, 0), edit(30, 0))).as("two of one beginning").isZero();
    assertThat(hidden(edit(15, 0), edit(1, 1), edit(1, 20))).isZero();
  }

  @Test
  void editsOfWideNumbersReachToTheEnd() {
    LongStream.of(30, Long.MAX_VALUE, -1, Long.MIN_VALUE)
        .forEach(duration -> {
          Index wide = new Index().edited(list(1, largeEdit(duration, 0)));
          assertThat(wide.parse().hidden()).as("%d", duration).isZero();
          Index later = new Index().edited(list(1, largeEdit(duration, 10)));
          assertThat(later.parse().hidden()).as("%d", duration).isEqualTo(1);
        });
    Index narrow = new Index().edited(list(0, edit(-1, 0)));
    assertThat(narrow.parse().hidden()).isZero();
  }

  @Test
  void aPictureIsShownAtItsCompositionTime() {
    Index turned = new Index().edited(list(0, edit(10, 20)));
    turned.compositions = box("ctts", ints(0, 3, 1, 20, 1, 0, 1, -10));
    assertThat(turned.parse().hidden()).isEqualTo(2);
    turned.compositions = box("ctts", ints(0, 1, 3, 5));
    assertThat(turned.parse().hidden()).isEqualTo(2);
    turned.compositions = box("ctts", ints(0, 1, 3, 10));
    assertThat(turned.parse().hidden()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 0x8000, 0x20000, -0x10000})
  void anEditAtAnotherSpeedIsRefused(int rate) {
    new Index().edited(list(0, ints(30, 0, rate))).refused("changes its speed");
    new Index().edited(list(0, ints(30, -1, rate))).refused("changes its speed");
  }

  @Test
  void anEditListIsInTheTimeScaleOfThePictures() {
    Index same = new Index().edited(list(0, edit(30, 0)));
    same.movieHeader = header("mvhd", 0, 90_000);
    same.mediaHeader = header("mdhd", 1, 90_000);
    assertThat(same.parse().hidden()).isZero();
    same.movieHeader = header("mvhd", 1, 9_000);
    same.refused("another time scale");
    same.movieHeader = NONE;
    same.refused("another time scale");
    same.edits = NONE;
    assertThat(same.parse().hidden()).isZero();
  }
}
