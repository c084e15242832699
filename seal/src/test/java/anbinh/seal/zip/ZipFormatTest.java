package anbinh.seal.zip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.seal.FormatProblem;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Single records of an archive, each with one field that is not as it should be.
class ZipFormatTest {
  private static final long LIMIT = ZipFormat.MAX_32;
  private static final long SIGNED = ZipFormat.MAX_31;

  /// The fields of one entry: stored, three bytes, written on Unix.
  private static final class Fields {
    private byte[] name = "a".getBytes(StandardCharsets.UTF_8);
    private int flags = ZipFormat.FLAG_UTF8;
    private int method = ZipFormat.STORED;
    private long crc = 7;
    private long packed = 3;
    private long bytes = 3;
    private byte[] extra = {};
    private int commentBytes;
    private int disk;
    private int madeBy = 3 << 8;
    private long attributes = 0x81a4_0000L;
    private long offset = 5;

    private Fields named(String other) {
      name = other.getBytes(StandardCharsets.UTF_8);
      return this;
    }

    private Fields flagged(int other) {
      flags = other;
      return this;
    }

    private Fields deflated() {
      method = ZipFormat.DEFLATED;
      return this;
    }

    private Fields sized(long inArchive, long unpacked) {
      packed = inArchive;
      bytes = unpacked;
      return this;
    }

    private Fields at(long other) {
      offset = other;
      return this;
    }

    /// With an extra field of 64-bit numbers.
    private Fields wide(long... numbers) {
      extra = new ZipRecord().u16(1, 8 * numbers.length).u64(numbers).toBytes();
      return this;
    }

    private Fields madeBy(int system, int kind) {
      madeBy = system << 8;
      attributes = (long) kind << 28;
      return this;
    }

    private ZipFormat.Header local() {
      ZipRecord fixed = new ZipRecord().u32(ZipFormat.LOCAL).u16(20, flags, method, 0, 0x21);
      fixed.u32(crc, packed, bytes).u16(name.length, extra.length);
      return ZipFormat.local(ZipFormat.wrap(fixed.toBytes()), name, extra, offset);
    }

    private ZipFormat.Header central() {
      ZipRecord fixed = new ZipRecord().u32(ZipFormat.CENTRAL).u16(madeBy, 20, flags, method);
      fixed.u16(0, 0x21).u32(crc, packed, bytes);
      fixed.u16(name.length, extra.length, commentBytes, disk, 0).u32(attributes, offset);
      return ZipFormat.central(ZipFormat.wrap(fixed.toBytes()), name, extra);
    }

    private void refused(String message) {
      refusedLocally(message);
      refusedCentrally(message);
    }

    private void refusedLocally(String message) {
      assertThatThrownBy(this::local)
          .isInstanceOf(FormatProblem.class)
          .hasMessageContaining(message);
    }

    private void refusedCentrally(String message) {
      assertThatThrownBy(this::central)
          .isInstanceOf(FormatProblem.class)
          .hasMessageContaining(message);
    }
  }

  private static Fields fields() {
    return new Fields();
  }

  /// An entry whose numbers stand behind its content.
  private static Fields described() {
    Fields fields = fields().deflated().flagged(ZipFormat.FLAG_UTF8 | ZipFormat.FLAG_DESCRIPTOR);
    fields.crc = 0;
    return fields.sized(0, 0);
  }

  private static Fields extra(ZipRecord extra) {
    Fields fields = fields();
    fields.extra = extra.toBytes();
    return fields;
  }

  @Test
  void bothHeadersOfAnEntrySayTheSame() {
    ZipFormat.Header expected =
        new ZipFormat.Header("a", ZipFormat.FLAG_UTF8, ZipFormat.STORED, 7, 3, 3, 5, false);
    assertThat(fields().local()).isEqualTo(expected);
    assertThat(fields().central()).isEqualTo(expected);
  }

  @Test
  void numbersOf32BitsAreUnsigned() {
    Fields large = fields().sized(LIMIT - 1, LIMIT - 1).at(LIMIT - 1);
    large.crc = LIMIT;
    assertThat(large.central().bytes()).isEqualTo(LIMIT - 1);
    assertThat(large.central().offset()).isEqualTo(LIMIT - 1);
    assertThat(large.central().crc()).isEqualTo(LIMIT);
    assertThat(large.local().packedBytes()).isEqualTo(LIMIT - 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x0001, 0x0040, 0x2000})
  void encryptedEntriesAreRefused(int flag) {
    fields().flagged(ZipFormat.FLAG_UTF8 | flag).refused("encrypted");
  }

  @ParameterizedTest
  @ValueSource(ints = {0x0010, 0x0020, 0x0080, 0x0100, 0x0400, 0x1000, 0x4000, 0x8000})
  void flagsThatNobodyNeedsAreRefused(int flag) {
    fields().deflated().flagged(ZipFormat.FLAG_UTF8 | flag).refused("flags");
  }

  @Test
  void theLevelOfCompressionMayBeSaidOfDeflatedEntriesOnly() {
    for (int level : new int[] {2, 4, 6}) {
      Fields deflated = fields().deflated().flagged(ZipFormat.FLAG_UTF8 | level);
      assertThat(deflated.local().flags()).isEqualTo(ZipFormat.FLAG_UTF8 | level);
      fields().flagged(ZipFormat.FLAG_UTF8 | level).refused("flags");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 6, 7, 9, 12, 14, 93, 99, 0xffff})
  void otherMethodsThanStoredAndDeflatedAreRefused(int method) {
    Fields other = fields();
    other.method = method;
    other.refused("compression method " + method);
  }

  @Test
  void aNameIsUtf8OrAscii() {
    assertThat(fields().named("Ảnh/ngã tư").local().name()).isEqualTo("Ảnh/ngã tư");
    assertThat(fields().flagged(0).central().name()).isEqualTo("a");
    fields().named("Ảnh").flagged(0).refused("not marked as UTF-8");
    for (byte[] name :
        List.of(
            new byte[] {(byte) 0x90},
            new byte[] {(byte) 0xc0, (byte) 0xaf},
            new byte[] {'a', (byte) 0xe1, (byte) 0xba},
            new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80})) {
      Fields other = fields();
      other.name = name;
      other.refused("not valid UTF-8");
    }
  }

  @Test
  void aStoredEntryHasOneSizeAndADeflatedOneTwo() {
    fields().sized(3, 4).refused("two different sizes");
    assertThat(fields().deflated().sized(3, 4).central().bytes()).isEqualTo(4);
  }

  @Test
  void aFolderHasNoContent() {
    Fields folder = fields().named("a/").madeBy(3, 4);
    folder.refused("a folder has content");
    assertThat(folder.sized(0, 0).central().name()).isEqualTo("a/");
    fields().named("a/").deflated().sized(2, 1).refusedLocally("a folder has content");
  }

  @Test
  void whatIsNoPlainFileIsRefused() {
    fields().madeBy(3, 10).refusedCentrally("symbolic links");
    fields().madeBy(19, 10).refusedCentrally("symbolic links");
    for (int kind : new int[] {1, 2, 4, 6, 12}) {
      fields().madeBy(3, kind).refusedCentrally("not a plain file");
    }
    fields().named("a/").sized(0, 0).madeBy(3, 8).refusedCentrally("not a plain file");
    assertThatCode(() -> fields().madeBy(3, 0).central()).doesNotThrowAnyException();
    assertThatCode(() -> fields().madeBy(0, 10).central()).doesNotThrowAnyException();
  }

  @Test
  void commentsAndFurtherPartsAreRefused() {
    Fields comment = fields();
    comment.commentBytes = 1;
    comment.refusedCentrally("comments");
    Fields disk = fields();
    disk.disk = 1;
    disk.refusedCentrally("several parts");
  }

  @Test
  void theDirectoryHasWideNumbersForThoseThatDoNotFit() {
    long wide = LIMIT + 9;
    ZipFormat.Header size = fields().sized(LIMIT, LIMIT).wide(wide, wide).central();
    assertThat(List.of(size.bytes(), size.packedBytes(), size.offset()))
        .containsExactly(wide, wide, 5L);
    assertThat(size.zip64()).isTrue();
    assertThat(fields().at(LIMIT).wide(LIMIT).central().offset()).isEqualTo(LIMIT);
    ZipFormat.Header packed =
        fields().deflated().sized(3, LIMIT).at(LIMIT).wide(wide, 1L << 40).central();
    assertThat(List.of(packed.bytes(), packed.packedBytes(), packed.offset()))
        .containsExactly(wide, 3L, 1L << 40);
  }

  @Test
  void theDirectoryHasNoWideNumberTooFewOrTooMany() {
    fields().sized(LIMIT, LIMIT).refusedCentrally("zip64 field is missing");
    fields().at(LIMIT).refusedCentrally("zip64 field is missing");
    fields().sized(LIMIT, LIMIT).wide(LIMIT).refusedCentrally("too short");
    fields().at(LIMIT).wide().refusedCentrally("too short");
    fields().at(LIMIT).wide(LIMIT, LIMIT).refusedCentrally("more than is needed");
    fields().wide(3, 3).refusedCentrally("more than is needed");
    fields().at(LIMIT).wide(SIGNED).refusedCentrally("does not need it");
    fields().at(LIMIT).wide(-1).refusedCentrally("does not need it");
    fields().sized(LIMIT, LIMIT).wide(SIGNED, SIGNED).refusedCentrally("does not need it");
    fields().sized(LIMIT, LIMIT).wide(Long.MIN_VALUE, LIMIT).refusedCentrally("63 bits");
  }

  /// Python's zipfile writes so what does not fit into 31 bits, both sizes where one does not.
  @Test
  void theDirectoryMayHaveWideWhatDoesNotFitInto31Bits() {
    assertThat(fields().at(LIMIT).wide(SIGNED + 1).central().offset()).isEqualTo(SIGNED + 1);
    ZipFormat.Header sizes =
        fields().deflated().sized(LIMIT, LIMIT).wide(SIGNED + 1, 100).central();
    assertThat(List.of(sizes.bytes(), sizes.packedBytes())).containsExactly(SIGNED + 1, 100L);
  }

  @Test
  void anEntrySaysBothSizesWideOrNone() {
    ZipFormat.Header wide = fields().sized(LIMIT, LIMIT).wide(LIMIT, LIMIT).local();
    assertThat(List.of(wide.bytes(), wide.packedBytes())).containsExactly(LIMIT, LIMIT);
    Fields deflated = fields().deflated().sized(LIMIT, LIMIT).wide(LIMIT + 1, 4);
    assertThat(deflated.local().packedBytes()).isEqualTo(4);
    fields().wide(3, 3).refusedLocally("does not fit its header");
    fields().deflated().sized(3, LIMIT).wide(LIMIT, 3).refusedLocally("does not fit its header");
    fields().sized(LIMIT, LIMIT).wide(LIMIT).refusedLocally("does not fit its header");
    fields().sized(LIMIT, LIMIT).wide(LIMIT, LIMIT, 0).refusedLocally("does not fit its header");
    fields().sized(LIMIT, LIMIT).wide(-1, -1).refusedLocally("63 bits");
  }

  @Test
  void aDescribedEntryHasNoNumbersInItsHeader() {
    assertThat(described().local().hasDescriptor()).isTrue();
    assertThat(described().wide(0, 0).local().zip64()).isTrue();
    assertThat(described().sized(LIMIT, LIMIT).wide(0, 0).local().bytes()).isZero();
    String both = "both in the header and in a data descriptor";
    described().sized(1, 0).refusedLocally(both);
    described().sized(0, 1).refusedLocally(both);
    described().sized(LIMIT, LIMIT).refusedLocally(both);
    described().sized(LIMIT, 0).wide(0, 0).refusedLocally(both);
    described().wide(0, 1).refusedLocally(both);
    described().wide(1, 0).refusedLocally(both);
    described().wide(0).refusedLocally(both);
    described().wide(0, 0, 0).refusedLocally(both);
    Fields checksum = described();
    checksum.crc = 1;
    checksum.refusedLocally(both);
  }

  @Test
  void aStoredEntryThatIsDescribedIsRefused() {
    fields().flagged(ZipFormat.FLAG_UTF8 | ZipFormat.FLAG_DESCRIPTOR).refused("stored entry");
  }

  @Test
  void timesAndOwnersAreTheOnlyOtherExtraFields() {
    ZipRecord harmless = new ZipRecord().u16(0x5455, 5).bytes(new byte[5]);
    harmless.u16(0x7875, 0).u16(0x000a, 2, 0);
    assertThatCode(() -> extra(harmless).local()).doesNotThrowAnyException();
    assertThatCode(() -> extra(harmless).central()).doesNotThrowAnyException();
    for (int id : new int[] {0x7075, 0x6375, 0x9901, 0x0017, 0xcafe}) {
      extra(new ZipRecord().u16(id, 0)).refused(Integer.toHexString(id) + " is refused");
    }
  }

  @Test
  void extraFieldsThatAreCutOffOrThereTwiceAreRefused() {
    extra(new ZipRecord().u16(0x5455).bytes(new byte[1])).refused("cut off");
    extra(new ZipRecord().u16(0x5455, 1)).refused("cut off");
    extra(new ZipRecord().u16(0x5455, 0xffff, 0)).refused("cut off");
    extra(new ZipRecord().u16(0x5455, 0, 0x7875, 0, 0x5455, 0)).refused("stands twice");
    extra(new ZipRecord().u16(0x5455, 0).bytes(new byte[3])).refused("cut off");
  }

  @Test
  void headersThatDisagreeInOneFieldAreRefused() {
    ZipFormat.Header good = new ZipFormat.Header("a", 0x800, 8, 1, 2, 3, 4, false);
    assertThatCode(() -> ZipFormat.agree(good, good)).doesNotThrowAnyException();
    for (ZipFormat.Header other :
        List.of(
            new ZipFormat.Header("A", 0x800, 8, 1, 2, 3, 4, false),
            new ZipFormat.Header("a", 0x802, 8, 1, 2, 3, 4, false),
            new ZipFormat.Header("a", 0x800, 0, 1, 2, 3, 4, false),
            new ZipFormat.Header("a", 0x800, 8, 0, 2, 3, 4, false),
            new ZipFormat.Header("a", 0x800, 8, 1, 0, 3, 4, false),
            new ZipFormat.Header("a", 0x800, 8, 1, 2, 0, 4, false),
            new ZipFormat.Header("a", 0x800, 8, 1, 2, 3, 0, false))) {
      assertThatThrownBy(() -> ZipFormat.agree(good, other)).hasMessageContaining("disagree");
      assertThatThrownBy(() -> ZipFormat.agree(other, good)).hasMessageContaining("disagree");
    }
  }

  @Test
  void aDescriptorIsWideWhereOneOfItsSizesIs() {
    assertThat(ZipFormat.descriptorBytes(seen(LIMIT - 1, LIMIT - 1))).isEqualTo(16);
    assertThat(ZipFormat.descriptorBytes(seen(LIMIT, 0))).isEqualTo(24);
    assertThat(ZipFormat.descriptorBytes(seen(0, LIMIT))).isEqualTo(24);
  }

  @Test
  void aDescriptorSaysWhatTheEntrySays() {
    for (boolean wide : new boolean[] {false, true}) {
      long packed = wide ? LIMIT + 1 : LIMIT - 1;
      ZipFormat.Header entry = seen(packed, 9);
      assertThatCode(
              () -> ZipFormat.checkDescriptor(descriptor(wide, 0x08074b50, 7, packed, 9), entry))
          .doesNotThrowAnyException();
      for (ByteBuffer other :
          List.of(
              descriptor(wide, 0, 7, packed, 9),
              descriptor(wide, 0x08074b50, 6, packed, 9),
              descriptor(wide, 0x08074b50, 7, packed - 1, 9),
              descriptor(wide, 0x08074b50, 7, packed, 8))) {
        assertThatThrownBy(() -> ZipFormat.checkDescriptor(other, entry))
            .hasMessageContaining("data descriptor disagrees");
      }
    }
  }

  private static ZipFormat.Header seen(long packed, long bytes) {
    return new ZipFormat.Header("a", 0x808, 8, 7, packed, bytes, 0, false);
  }

  private static ByteBuffer descriptor(boolean wide, long mark, long crc, long packed, long bytes) {
    ZipRecord record = new ZipRecord().u32(mark, crc);
    return ZipFormat.wrap((wide ? record.u64(packed, bytes) : record.u32(packed, bytes)).toBytes());
  }
}
