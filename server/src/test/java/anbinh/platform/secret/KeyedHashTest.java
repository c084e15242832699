package anbinh.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyedHashTest {
  @TempDir Path folder;

  @Test
  void findsTheSameAgainUnderItsKeyAndNothingUnderAnother() {
    Path key = folder.resolve("one.key");
    byte[] first = new KeyedHash(key).of("038 095 000 001");
    assertThat(new KeyedHash(key).of("038 095 000 001")).isEqualTo(first).hasSize(32);
    assertThat(new KeyedHash(key).of("038 095 000 002")).isNotEqualTo(first);
    assertThat(new KeyedHash(folder.resolve("other.key")).of("038 095 000 001"))
        .isNotEqualTo(first);
  }
}
