package anbinh.seal.zip;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.seal.FormatProblem;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class ZipFuzzTest {
  /// Where the streaming reader accepts an archive, the seeking reader must see the same entries.
  /// The other way round it need not: content is read by one of them only.
  @FuzzTest(maxDuration = "50s")
  void bothReadersAgreeOnWhatTheyAccept(byte[] bytes) throws IOException {
    Optional<List<ZipEntryInfo>> streaming = stream(bytes);
    Path file = Files.createTempFile("fuzz", ".zip");
    try {
      Files.write(file, bytes);
      Optional<List<ZipEntryInfo>> seeking;
      try {
        seeking = Optional.of(ZipDirectory.read(file));
      } catch (FormatProblem refused) {
        seeking = Optional.empty();
      }
      if (streaming.isPresent()) {
        assertThat(seeking).isEqualTo(streaming);
      }
    } finally {
      Files.delete(file);
    }
  }

  private static Optional<List<ZipEntryInfo>> stream(byte[] bytes) throws IOException {
    ZipStream.Content nothing =
        new ZipStream.Content() {
          @Override
          public void begin(String name) {}

          @Override
          public void data(byte[] content, int offset, int length) {}

          @Override
          public void end() {}
        };
    try {
      return Optional.of(ZipStream.read(new ByteArrayInputStream(bytes), nothing));
    } catch (FormatProblem refused) {
      return Optional.empty();
    }
  }
}
