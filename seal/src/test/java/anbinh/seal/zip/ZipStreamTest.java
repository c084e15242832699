package anbinh.seal.zip;

import static anbinh.seal.zip.ZipFixture.archive;
import static anbinh.seal.zip.ZipFixture.deflate;
import static anbinh.seal.zip.ZipFixture.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.seal.FormatProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What is decided while an archive streams by.
class ZipStreamTest {
  /// Where the fields of an archive lie that holds `abc`, stored under the name `a`.
  private static final int CONTENT = 31;

  private static final int DIRECTORY = 34;
  private static final int END = 81;

  private final List<String> told = new ArrayList<>();

  private final ZipStream.Content content =
      new ZipStream.Content() {
        @Override
        public void begin(String name) {
          told.add("begin " + name);
        }

        @Override
        public void data(byte[] bytes, int offset, int length) {
          told.add("data " + length);
        }

        @Override
        public void end() {
          told.add("end");
        }
      };

  private List<ZipEntryInfo> read(byte[] archive) throws IOException {
    return ZipStream.read(new ByteArrayInputStream(archive), content);
  }

  private void refused(byte[] archive, String message) {
    assertThatThrownBy(() -> read(archive))
        .isInstanceOf(FormatProblem.class)
        .hasMessageContaining(message);
  }

  private static byte[] good() {
    return archive().stored("a", utf8("abc")).build();
  }

  private static byte[] with(int at, int value) {
    byte[] archive = good();
    archive[at] = (byte) value;
    return archive;
  }

  @Test
  void readsTheSmallestArchive() throws IOException {
    assertThat(read(archive().stored("a", new byte[0]).build()))
        .containsExactly(new ZipEntryInfo("a", 0, 0, 0, 0, 0, CONTENT));
    assertThat(told).containsExactly("begin a", "end");
  }

  @Test
  void handsOnOneEntryAfterTheOther() throws IOException {
    byte[] text = utf8("text text text text");
    byte[] packed = deflate(text);
    List<ZipEntryInfo> entries =
        read(
            archive()
                .stored("a", utf8("abc"))
                .deflated("b", packed, text)
                .described("c", packed, text)
                .stored("d/", new byte[0])
                .build());
    assertThat(entries).extracting(ZipEntryInfo::name).containsExactly("a", "b", "c", "d/");
    assertThat(entries.get(2).headerOffset())
        .isEqualTo(entries.get(1).contentOffset() + packed.length);
    assertThat(told)
        .filteredOn(line -> !line.startsWith("data 0"))
        .containsExactly(
            "begin a",
            "data 3",
            "end",
            "begin b",
            "data 19",
            "end",
            "begin c",
            "data 19",
            "end",
            "begin d/",
            "end");
  }

  @Test
  void neverSaysThatAnEntryWithAWrongChecksumIsOver() {
    refused(with(CONTENT, 'x'), "checksum or its size");
    assertThat(told).containsExactly("begin a", "data 3");
  }

  @Test
  void refusesWhatDoesNotBeginWithAnEntry() {
    refused(utf8("MZ not an archive"), "does not begin as a zip archive");
    refused(archive().build(), "does not begin as a zip archive");
    refused(Arrays.copyOfRange(good(), DIRECTORY, good().length), "does not begin");
    refused(new byte[3], "cut off at byte 3");
  }

  @Test
  void refusesBytesBetweenEntriesAndBeforeTheDirectory() {
    refused(
        archive().stored("a", utf8("abc")).gap(new byte[4]).stored("b", utf8("b")).build(),
        "at byte 34 there is neither");
    refused(
        archive().stored("a", utf8("abc")).gap(new byte[] {1}).build(),
        "at byte 34 there is neither");
  }

  @Test
  void aNameHasAtMost4096Bytes() throws IOException {
    String longest = "n".repeat(4096);
    assertThat(read(archive().stored(longest, new byte[0]).build())).hasSize(1);
    refused(archive().stored(longest + "n", new byte[0]).build(), "too long");
  }

  @Test
  void refusesTheSameNameTwice() {
    refused(
        archive().stored("a", utf8("abc")).stored("a", utf8("abd")).build(),
        "a stands twice in the archive");
  }

  @Test
  void anArchiveHasAtMost200000Entries() throws IOException {
    ZipFixture many = archive();
    for (int i = 0; i < 200_000; i++) {
      many.stored(Integer.toString(i), new byte[0]);
    }
    assertThat(read(many.build())).hasSize(200_000);
    refused(many.stored("more", new byte[0]).build(), "at most 200000");
  }

  @Test
  void aDeflateStreamEndsExactlyWhereTheHeaderSays() {
    byte[] text = utf8("text text text text");
    byte[] packed = deflate(text);
    byte[] longer = Arrays.copyOf(packed, packed.length + 1);
    byte[] shorter = Arrays.copyOf(packed, packed.length - 1);
    refused(archive().deflated("a", longer, text).build(), "something follows its deflate stream");
    refused(archive().deflated("a", shorter, text).build(), "does not end in time");
    refused(archive().deflated("a", new byte[0], text).build(), "does not end in time");
    refused(archive().deflated("a", new byte[] {7, 0}, text).build(), "damaged");
    refused(archive().described("a", longer, text).build(), "data descriptor disagrees");
  }

  @Test
  void aDeflatedEntryHasTheSizeAndTheChecksumThatItStates() {
    byte[] packed = deflate(utf8("text"));
    refused(archive().deflated("a", packed, utf8("texts")).build(), "checksum or its size");
    refused(archive().deflated("a", packed, utf8("next")).build(), "checksum or its size");
    refused(archive().described("a", packed, utf8("next")).build(), "descriptor disagrees");
    refused(archive().described("a", packed, utf8("texts")).build(), "descriptor disagrees");
  }

  @Test
  void aStreamThatUnpacksToMoreThan16MebibytesIsMeasured() throws IOException {
    byte[] zeros = new byte[16 * 1024 * 1024];
    assertThat(read(archive().deflated("a", deflate(zeros), zeros).build())).hasSize(1);
    byte[] more = new byte[zeros.length + 1];
    refused(archive().deflated("a", deflate(more), more).build(), "more than 200 times");
    refused(archive().described("a", deflate(more), more).build(), "more than 200 times");
    byte[] plain = new byte[200_000];
    new Random(200).nextBytes(plain);
    System.arraycopy(plain, 0, more, 0, plain.length);
    assertThat(read(archive().deflated("a", deflate(more), more).build())).hasSize(1);
  }

  /// The last match of a stream may be read whole while its bytes do not fit the buffer.
  @Test
  void readsToTheLastByteOfWhatAShortStreamUnpacksTo() throws IOException {
    for (int more = 0; more <= 300; more++) {
      byte[] zeros = new byte[65_536 + more];
      byte[] packed = deflate(zeros);
      ZipFixture archive = archive().deflated("a", packed, zeros).described("b", packed, zeros);
      assertThat(read(archive.build())).as("%d", more).hasSize(2);
    }
  }

  @Test
  void refusesAnEntryThatIsCutOff() {
    byte[] archive = good();
    refused(Arrays.copyOf(archive, CONTENT - 1), "cut off");
    refused(Arrays.copyOf(archive, CONTENT + 2), "a is cut off");
    byte[] deflated = archive().described("a", deflate(utf8("text")), utf8("text")).build();
    refused(Arrays.copyOf(deflated, CONTENT + 2), "a is cut off");
  }

  @Test
  void theDirectoryNamesTheEntriesInTheirOrder() {
    ZipFixture two = archive().stored("a", utf8("abc")).stored("b", utf8("abc"));
    refused(two.reversed().build(), "disagree");
    refused(with(DIRECTORY + 46, 'b'), "disagree");
    refused(with(DIRECTORY + 16, 0), "disagree");
    refused(with(DIRECTORY + 42, 1), "disagree");
    byte[] one = archive().stored("a", utf8("abc")).build();
    byte[] second = archive().stored("b", utf8("abc")).build();
    byte[] unnamed = new byte[one.length + DIRECTORY];
    System.arraycopy(one, 0, unnamed, 0, DIRECTORY);
    System.arraycopy(second, 0, unnamed, DIRECTORY, DIRECTORY);
    System.arraycopy(one, DIRECTORY, unnamed, 2 * DIRECTORY, one.length - DIRECTORY);
    refused(unnamed, "the directory has 1 entries and not 2");
  }

  @Test
  void theEndRecordDescribesTheDirectory() {
    byte[] twice = good();
    twice[END + 8] = 2;
    twice[END + 10] = 2;
    String other = "does not describe the directory";
    refused(twice, other);
    refused(with(END + 12, 48), other);
    refused(with(END + 16, DIRECTORY - 1), other);
    refused(with(END + 8, 2), "several parts");
    refused(with(END + 4, 1), "several parts");
    refused(with(END + 20, 1), "with a comment");
    refused(with(END, 'X'), "does not end where a zip archive ends");
  }

  @Test
  void nothingFollowsTheEnd() {
    refused(Arrays.copyOf(good(), good().length + 1), "something follows the end");
  }
}
