package anbinh.media.record.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import anbinh.media.record.StorageRoot;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A tail that is left behind as a killed process leaves it, simply by not closing it.
@EnabledOnOs(OS.LINUX)
class TailTest {
  private static final String CAMERA = "gate";
  private static final SegmentPath PATH = new SegmentPath(CAMERA, 1_764_028_800_000L, "0123abcd");
  private static final byte[] HEADER = {1, 2, 3, 4};

  @TempDir Path folder;
  private StorageRoot root = new StorageRoot(Path.of(""), new UUID(0, 0));
  private Path segment = Path.of("");

  @BeforeEach
  void beginASegment() throws IOException {
    root = StorageRoot.open(folder, Optional.empty());
    segment = folder.resolve(PATH.relative());
    Files.createDirectories(segment.getParent());
    Files.write(segment, new byte[] {9, 9, 9});
  }

  @Test
  void addsWhatAKilledProcessHadNotWritten() throws IOException {
    Tail tail = open();
    tail.begin(PATH, 3);
    tail.put(HEADER, picture(5, 7));
    tail.put(HEADER, picture(2, 8));

    restore();

    assertThat(segment)
        .hasBinaryContent(new byte[] {9, 9, 9, 1, 2, 3, 4, 7, 7, 7, 7, 7, 1, 2, 3, 4, 8, 8});
  }

  @Test
  void addsOnlyWhatIsMissingHoweverOftenTheRingWentRound() throws IOException {
    Random random = new Random(4);
    Tail tail = open();
    tail.begin(PATH, 3);
    byte[] expected = {9, 9, 9};
    while (expected.length < 3 * Tail.RING_BYTES) {
      byte[] picture = new byte[1 + random.nextInt(60_000)];
      random.nextBytes(picture);
      if (!tail.hasRoom(HEADER.length + picture.length)) {
        // A process may be killed after any part of this was written.
        byte[] written = Arrays.copyOf(expected, expected.length - random.nextInt(tail.waiting()));
        Files.write(segment, written);
        Files.copy(folder.resolve(CAMERA).resolve(Tail.FILE), folder.resolve("killed"));
        Tail.restore(root.folder(), folder.resolve("killed"));
        assertThat(segment).hasBinaryContent(expected);
        tail.written(expected.length);
      }
      tail.put(HEADER, ByteBuffer.wrap(picture));
      expected =
          joined(ByteBuffer.wrap(expected), ByteBuffer.wrap(HEADER), ByteBuffer.wrap(picture));
    }
  }

  @Test
  void givesBackInOrderWhatWasPut() {
    Tail tail = open();
    tail.begin(PATH, Tail.RING_BYTES - 10);
    tail.put(HEADER, picture(20, 5));

    assertThat(tail.waiting()).isEqualTo(24);
    assertThat(tail.pieces()).hasSize(2);
    assertThat(joined(tail.pieces())).isEqualTo(joined(ByteBuffer.wrap(HEADER), picture(20, 5)));
  }

  @Test
  void addsNothingOnceTheSegmentIsClosed() throws IOException {
    Tail tail = open();
    tail.begin(PATH, 3);
    tail.put(HEADER, picture(5, 7));
    tail.end();

    restore();

    assertThat(segment).hasBinaryContent(new byte[] {9, 9, 9});
  }

  @Test
  void addsNothingToWhatIsWrittenAlready() throws IOException {
    Tail tail = open();
    tail.begin(PATH, 3);
    tail.put(HEADER, picture(5, 7));
    Files.write(segment, new byte[50]);

    restore();

    assertThat(segment).hasSize(50);
  }

  @Test
  void isNotUsedAfterTheMachineWasStartedAnew() throws IOException {
    Tail tail = open();
    tail.begin(PATH, 3);
    tail.put(HEADER, picture(5, 7));
    Path file = folder.resolve(CAMERA).resolve(Tail.FILE);
    byte[] bytes = Files.readAllBytes(file);
    bytes[16] ^= 1;
    Files.write(file, bytes);

    restore();

    assertThat(segment).hasBinaryContent(new byte[] {9, 9, 9});
  }

  @Test
  void addsNothingBehindAHole() throws IOException {
    Tail tail = open();
    tail.begin(PATH, Tail.RING_BYTES + 4L);
    tail.put(HEADER, picture(5, 7));

    restore();

    assertThat(segment).hasBinaryContent(new byte[] {9, 9, 9});
  }

  @Test
  void aSegmentThatIsGoneIsLeftAlone() throws IOException {
    Tail tail = open();
    tail.begin(PATH, 3);
    tail.put(HEADER, picture(5, 7));
    Files.delete(segment);

    restore();

    assertThat(segment).doesNotExist();
  }

  @Test
  void worksWithoutAFileWhereNoneCanBeHad() throws IOException {
    Files.write(folder.resolve("camera"), new byte[0]);
    Tail tail = Tail.open(folder.resolve("camera"));
    tail.begin(PATH, 3);
    tail.put(HEADER, picture(5, 7));

    assertThat(tail.isKept()).isFalse();
    assertThat(joined(tail.pieces())).isEqualTo(joined(ByteBuffer.wrap(HEADER), picture(5, 7)));
    tail.close();
  }

  @Test
  void leavesNoFileWhenClosed() {
    Tail tail = open();
    assertThat(folder.resolve(CAMERA).resolve(Tail.FILE)).exists();

    tail.close();

    assertThat(folder.resolve(CAMERA).resolve(Tail.FILE)).doesNotExist();
  }

  /// A tail may hold anything, even below a right beginning.
  @FuzzTest
  void restoresNothingHarmfulFromAnyBytes(byte[] bytes) throws IOException {
    Tail tail = open();
    tail.begin(PATH, 3);
    Path file = folder.resolve(CAMERA).resolve(Tail.FILE);
    byte[] content = Files.readAllBytes(file);
    int at = bytes.length == 0 ? 0 : (bytes[0] & 0xFF) % 64;
    System.arraycopy(bytes, 0, content, at, Math.min(bytes.length, content.length - at));
    Files.write(file, content);
    Files.write(segment, new byte[] {9, 9, 9});

    assertThatCode(this::restore).doesNotThrowAnyException();

    assertThat(Arrays.copyOf(Files.readAllBytes(segment), 3)).isEqualTo(new byte[] {9, 9, 9});
    assertThat(Files.size(segment)).isLessThanOrEqualTo(3 + Tail.RING_BYTES);
  }

  private Tail open() {
    return Tail.open(folder.resolve(CAMERA));
  }

  private void restore() throws IOException {
    Path file = folder.resolve(CAMERA).resolve(Tail.FILE);
    Tail.restore(root.folder(), file);
    assertThat(file).doesNotExist();
  }

  private static ByteBuffer picture(int size, int value) {
    byte[] bytes = new byte[size];
    Arrays.fill(bytes, (byte) value);
    return ByteBuffer.wrap(bytes);
  }

  private static byte[] joined(ByteBuffer... pieces) {
    ByteBuffer all =
        ByteBuffer.allocate(Arrays.stream(pieces).mapToInt(ByteBuffer::remaining).sum());
    for (ByteBuffer piece : pieces) {
      all.put(piece.duplicate());
    }
    return all.array();
  }
}
