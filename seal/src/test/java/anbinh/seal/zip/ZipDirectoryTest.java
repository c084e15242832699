package anbinh.seal.zip;

import static anbinh.seal.zip.ZipFixture.archive;
import static anbinh.seal.zip.ZipFixture.deflate;
import static anbinh.seal.zip.ZipFixture.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.seal.FormatProblem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is decided from the end record, the directory and the local headers.
class ZipDirectoryTest {
  /// Where the parts of an archive lie that holds `abc`, stored under the name `a`.
  private static final int DIRECTORY = 34;

  private static final int END = 81;

  @TempDir Path folder;

  private List<ZipEntryInfo> read(byte[] archive) throws IOException {
    return ZipDirectory.read(Files.write(folder.resolve("x.zip"), archive));
  }

  private void refused(byte[] archive, String message) {
    assertThatThrownBy(() -> read(archive))
        .isInstanceOf(FormatProblem.class)
        .hasMessageContaining(message);
  }

  private void refused(Consumer<ByteBuffer> change, String message) {
    byte[] archive = good();
    change.accept(ZipFormat.wrap(archive));
    refused(archive, message);
  }

  private static byte[] good() {
    return archive().stored("a", utf8("abc")).build();
  }

  /// An archive whose end is told in wide records, of which one field is changed.
  private static byte[] wide(long count, long length, long start, long foundAt) {
    byte[] archive = good();
    ZipRecord record = new ZipRecord().bytes(Arrays.copyOf(archive, END));
    record.u32(ZipFormat.END64).u64(44).u16(45, 45).u32(0, 0).u64(count, count, length, start);
    record.u32(ZipFormat.LOCATOR64, 0).u64(foundAt).u32(1);
    record.u32(ZipFormat.END).u16(0, 0, 1, 1).u32(47, ZipFormat.MAX_32).u16(0);
    return record.toBytes();
  }

  @Test
  void readsTheSmallestArchive() throws IOException {
    assertThat(read(archive().stored("a", new byte[0]).build()))
        .containsExactly(new ZipEntryInfo("a", 0, 0, 0, 0, 0, 31));
  }

  @Test
  void readsEntriesWithAndWithoutDescriptors() throws IOException {
    byte[] text = utf8("text text text text");
    byte[] packed = deflate(text);
    ZipFixture archive = archive().described("a", packed, text).deflated("b", packed, text);
    List<ZipEntryInfo> entries = read(archive.stored("c", text).build());
    assertThat(entries).extracting(ZipEntryInfo::name).containsExactly("a", "b", "c");
    assertThat(entries.get(1).headerOffset()).isEqualTo(31L + packed.length + 16);
    byte[] other = archive.build();
    other[31 + packed.length + 4] ^= 1;
    refused(other, "a: its data descriptor disagrees");
  }

  @Test
  void doesNotReadContent() throws IOException {
    byte[] archive = good();
    archive[31] = 'x';
    assertThat(read(archive)).isEqualTo(read(good()));
  }

  @Test
  void refusesWhatIsTooShortOrEndsOtherwise() {
    refused(new byte[0], "too short");
    refused(new byte[21], "too short");
    refused(new byte[22], "does not end where");
    refused(Arrays.copyOf(good(), good().length + 1), "does not end where");
    refused(archive().build(), "1 to 200000 entries");
  }

  @Test
  void theDirectoryReachesTheEndRecord() {
    refused(bytes -> bytes.putInt(END + 12, 46), "does not reach the end record");
    refused(bytes -> bytes.putInt(END + 16, DIRECTORY - 1), "does not reach the end record");
    byte[] archive = good();
    ZipRecord junk = new ZipRecord().bytes(Arrays.copyOf(archive, END)).u16(0);
    junk.bytes(Arrays.copyOfRange(archive, END, archive.length));
    refused(junk.toBytes(), "does not reach the end record");
  }

  @Test
  void aDirectoryHasAtMost256Mebibytes() {
    refused(bytes -> bytes.putInt(END + 12, 256 << 20), "does not reach the end record");
    refused(bytes -> bytes.putInt(END + 12, (256 << 20) + 1), "not where it could be");
  }

  @Test
  void theCountIsThatOfTheDirectory() {
    refused(
        bytes -> bytes.putShort(END + 8, (short) 2).putShort(END + 10, (short) 2),
        "has 1 entries and not 2");
    byte[] two = archive().stored("a", utf8("a")).stored("b", utf8("b")).build();
    ZipFormat.wrap(two).putShort(two.length - 14, (short) 1).putShort(two.length - 12, (short) 1);
    refused(two, "more than 1 entries");
    refused(bytes -> bytes.putInt(DIRECTORY, ZipFormat.LOCAL), "has 0 entries and not 1");
  }

  @Test
  void aNameThatReachesBeyondTheDirectoryIsRefused() {
    refused(bytes -> bytes.putShort(DIRECTORY + 28, (short) 2), "the directory is cut off");
    refused(bytes -> bytes.putShort(DIRECTORY + 30, (short) 1), "the directory is cut off");
    refused(bytes -> bytes.putShort(DIRECTORY + 28, (short) 0), "more than 1 entries");
  }

  @Test
  void refusesTheSameNameTwice() {
    refused(archive().stored("a", utf8("a")).stored("a", utf8("b")).build(), "a stands twice");
  }

  @Test
  void entriesFollowOneAnotherFromTheFirstByteOn() {
    ZipFixture gap = archive().stored("a", utf8("a")).gap(new byte[1]).stored("b", utf8("b"));
    refused(gap.build(), "b does not begin where the entry before it ends (32)");
    refused(archive().gap(new byte[1]).stored("a", utf8("a")).build(), "a does not begin where");
    refused(archive().stored("a", utf8("a")).gap(new byte[1]).build(), "between the last entry");
    ZipFixture two = archive().stored("a", utf8("a")).stored("b", utf8("b"));
    refused(two.reversed().build(), "b does not begin where the entry before it ends (0)");
  }

  @Test
  void anEntryEndsBeforeTheDirectory() {
    Consumer<ByteBuffer> larger =
        bytes -> {
          bytes.putInt(18, 4).putInt(22, 4);
          bytes.putInt(DIRECTORY + 20, 4).putInt(DIRECTORY + 24, 4);
        };
    refused(larger, "a reaches into the directory");
    refused(bytes -> bytes.putShort(26, (short) 5), "a reaches into the directory");
    refused(bytes -> bytes.putShort(28, (short) 1), "a reaches into the directory");
    String longest = "n".repeat(4097);
    refused(archive().stored(longest, new byte[0]).build(), "reaches into the directory");
  }

  @Test
  void thereIsAnEntryWhereTheDirectorySays() {
    refused(bytes -> bytes.putInt(0, ZipFormat.CENTRAL), "no entry where the directory says");
    refused(bytes -> bytes.put(30, (byte) 'b'), "the entry itself disagree");
    refused(bytes -> bytes.putInt(14, 0), "the entry itself disagree");
  }

  @Test
  void wideRecordsAtTheEndAreThereWhereTheyAreNeededOnly() {
    refused(bytes -> bytes.putInt(END + 16, -1), "without need, or are missing");
    refused(bytes -> bytes.putInt(END + 12, -1), "without need, or are missing");
    refused(
        bytes -> bytes.putShort(END + 8, (short) -1).putShort(END + 10, (short) -1),
        "without need, or are missing");
    refused(besideNarrow(DIRECTORY), "without need, or are missing");
    refused(besideNarrow(Integer.MAX_VALUE), "without need, or are missing");
  }

  /// Python's zipfile writes them beside a number that fits into 32 bits but not into 31.
  @Test
  void wideRecordsMayStandBesideANumberThatDoesNotFitInto31Bits() {
    refused(besideNarrow(ZipFormat.MAX_31 + 1), "does not reach the end record");
    byte[] other = wide(1, 47, ZipFormat.MAX_31 + 2, END);
    ZipFormat.wrap(other).putInt(other.length - 6, (int) (ZipFormat.MAX_31 + 1));
    refused(other, "two end records of the archive disagree");
  }

  private static byte[] besideNarrow(long start) {
    byte[] archive = wide(1, 47, start, END);
    ZipFormat.wrap(archive).putInt(archive.length - 6, (int) start);
    return archive;
  }

  @Test
  void wideRecordsAtTheEndAgreeWithTheNarrowOne() {
    long start = ZipFormat.MAX_32;
    refused(wide(2, 47, start, END), "two end records of the archive disagree");
    refused(wide(1, 48, start, END), "two end records of the archive disagree");
    refused(wide(1, 47, start - 1, END), "two end records of the archive disagree");
    refused(wide(1, 47, -1, END), "two end records of the archive disagree");
    refused(wide(1, 47, start, END), "does not reach the end record");
    refused(wide(1, 47, start, END - 1), "not in order");
    for (int field : new int[] {0, 4, 16, 20, 60, 72}) {
      byte[] other = wide(1, 47, start, END);
      other[END + field] ^= 3;
      refused(other, "not in order");
    }
  }

  @Test
  void anOffsetBeyond63BitsIsRefused() {
    refused(wide(1, 47, Long.MAX_VALUE, END), "does not reach the end record");
    refused(wide(1, 47, Long.MIN_VALUE, END), "two end records of the archive disagree");
  }
}
