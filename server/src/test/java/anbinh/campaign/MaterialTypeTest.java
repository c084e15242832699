package anbinh.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MaterialTypeTest {
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void contentIsWhatItBeginsWith() {
    assertThat(MaterialType.of(bytes("%PDF-1.7"))).contains(MaterialType.PDF);
    assertThat(MaterialType.of(bytes("\u0089PNG\r\n\u001a\n"))).contains(MaterialType.PNG);
    assertThat(MaterialType.of(bytes("\u00ff\u00d8\u00ff\u00e0"))).contains(MaterialType.JPEG);
    assertThat(MaterialType.of(bytes("RIFF0000WEBPVP8 "))).contains(MaterialType.WEBP);
    assertThat(MaterialType.of(bytes("ID3\u0004"))).contains(MaterialType.MP3);
    assertThat(MaterialType.of(bytes("<html><script>"))).isEmpty();
    assertThat(MaterialType.of(bytes("PK\u0003\u0004"))).isEmpty();
    assertThat(MaterialType.of(new byte[0])).isEmpty();
  }

  @Test
  void eachTypeHasItsOwnLimit() {
    assertThat(MaterialType.PDF.isTooLarge(5 * 1024 * 1024)).isFalse();
    assertThat(MaterialType.PNG.isTooLarge(5 * 1024 * 1024)).isTrue();
  }
}
