package anbinh.platform.sheet;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.platform.Messages;
import anbinh.platform.Problem;
import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

/// Whatever somebody sends as a list, it is read or refused with a problem, and no name comes
/// through that nobody can have.
class SheetFileFuzzTest {
  private static final SheetVocabulary<Column> WORDS =
      new SheetVocabulary<>(new Messages(new StaticMessageSource()), "test", Column.class);

  enum Column implements SheetColumn {
    NAME,
    NOTE;

    @Override
    public Rule rule() {
      return OPTIONAL;
    }
  }

  @FuzzTest(maxDuration = "1m")
  void readsAnyBytes(FuzzedDataProvider data) {
    TextEncoding chosen = data.consumeBoolean() ? data.pickValue(TextEncoding.values()) : null;
    byte[] file = data.consumeRemainingAsBytes();
    read(file, chosen);
    byte[] titled = new byte[file.length + 10];
    System.arraycopy("name,note\n".getBytes(US_ASCII), 0, titled, 0, 10);
    System.arraycopy(file, 0, titled, 10, file.length);
    read(titled, chosen);
  }

  /// The same without a fuzzer: real lists with bytes that were exchanged.
  @Test
  void readsListsWithDamagedBytes() {
    var random = new Random(265);
    for (TextEncoding encoding :
        List.of(TextEncoding.WINDOWS_1258, TextEncoding.TCVN3, TextEncoding.VNI)) {
      byte[] list = LegacyWriter.bytes(encoding, "name,note\nNguyễn Văn Được,\"Tổ 1\nThôn 2\"\n");
      for (int i = 0; i < 3_000; i++) {
        byte[] damaged = list.clone();
        for (int j = random.nextInt(4); j >= 0; j--) {
          damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        read(damaged, random.nextBoolean() ? encoding : null);
      }
    }
  }

  private static void read(byte[] bytes, @Nullable TextEncoding chosen) {
    var file = new SheetFile(bytes, chosen);
    try {
      var rows = new SheetRows<>(file, WORDS);
      while (rows.hasNext()) {
        SheetRows.Row<Column> row = rows.next();
        String name = new SheetCells<>(WORDS, row, _ -> {}).name(Column.NAME, 200);
        if (name != null) {
          assertThat(Normalizer.isNormalized(name, Normalizer.Form.NFC)).isTrue();
          assertThat(name).doesNotContain("?", "\uFFFD", "\n").isEqualTo(name.strip());
        }
      }
      assertThat(file.encoding().sample()).hasSizeLessThanOrEqualTo(8);
    } catch (Problem refused) {
      assertThat(refused.fields()).isNotEmpty();
    }
  }
}
