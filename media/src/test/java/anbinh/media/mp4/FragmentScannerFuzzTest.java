package anbinh.media.mp4;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.media.Bytes;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;

class FragmentScannerFuzzTest {
  /// Any bytes are either refused with the one exception, or read as an index that fits them.
  @FuzzTest(maxDuration = "60s")
  void readsOnlyWhatIsThere(byte[] file) throws IOException {
    try (ByteArrayChannel channel = new ByteArrayChannel(file)) {
      ScannedFile scanned = FragmentScanner.scan(channel);
      assertThat(scanned.wholeBytes()).isLessThanOrEqualTo(file.length);
      scanned
          .index()
          .ifPresent(index -> {
            assertThat(index.endBytes()).isLessThanOrEqualTo(scanned.wholeBytes());
            assertThat(SampleIndex.decode(index.encode())).isEqualTo(index);
          });
      InitSegment.of(scanned.format(), 0);
    } catch (MalformedMp4Exception refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }

  /// Damage to a good file never reaches the samples before it.
  @FuzzTest(maxDuration = "60s")
  void keepsWhatComesBeforeTheDamage(byte[] damage) throws IOException {
    byte[] file = GOOD.toArray();
    if (damage.length < 4) {
      return;
    }
    int at =
        Math.floorMod(
            ((damage[0] & 0xFF) << 16) | ((damage[1] & 0xFF) << 8) | (damage[2] & 0xFF),
            file.length);
    for (int i = 3; i < damage.length && at + i - 3 < file.length; i++) {
      file[at + i - 3] ^= damage[i];
    }
    try (ByteArrayChannel channel = new ByteArrayChannel(file)) {
      ScannedFile scanned = FragmentScanner.scan(channel);
      int whole = 0;
      while (whole < WHOLE.count() && WHOLE.offsetBytes(whole) + WHOLE.sizeBytes(whole) <= at) {
        whole++;
      }
      assertThat(scanned.index().map(SampleIndex::count).orElse(0)).isGreaterThanOrEqualTo(whole);
    } catch (MalformedMp4Exception refused) {
      assertThat(at).isLessThan(WHOLE.headBytes());
    }
  }

  private static final Bytes GOOD = good();
  private static final SampleIndex WHOLE = index(GOOD);

  private static Bytes good() {
    var format =
        new anbinh.media.VideoFormat(
            anbinh.media.Codec.H264,
            java.util.List.of(
                Bytes.copyOf(new byte[] {0x67, 0x42, 0x00, 0x1E, (byte) 0xA6}),
                Bytes.copyOf(new byte[] {0x68, (byte) 0xCE, 0x38, (byte) 0x80})),
            1920,
            1080,
            "avc1.42001E",
            0);
    java.util.List<anbinh.media.AccessUnit> units = new java.util.ArrayList<>();
    for (int i = 0; i < 12; i++) {
      java.nio.ByteBuffer payload = java.nio.ByteBuffer.allocate(30).putInt(0, 6).putInt(10, 16);
      units.add(
          new anbinh.media.AccessUnit(
              payload, i * 6000L, i % 4 == 0, i % 4 == 3, 0, java.time.Instant.EPOCH));
    }
    return SegmentFile.bytes(format, units);
  }

  private static SampleIndex index(Bytes file) {
    try (ByteArrayChannel channel = new ByteArrayChannel(file.toArray())) {
      return FragmentScanner.scan(channel).index().orElseThrow();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
