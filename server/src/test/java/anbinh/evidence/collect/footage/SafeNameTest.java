package anbinh.evidence.collect.footage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SafeNameTest {
  @Test
  void keepsWhatCanBeKept() {
    assertThat(SafeName.of("IMG_0412.MOV")).isEqualTo("IMG_0412.MOV");
    assertThat(SafeName.of("Cổng chợ Đồng.mp4")).isEqualTo("Cong_cho_Dong.mp4");
    assertThat(SafeName.of("كاميرا.mp4")).isEqualTo("mp4");
    assertThat(SafeName.of("../../etc/passwd")).isEqualTo("etc_passwd");
    assertThat(SafeName.of("...")).isEqualTo("file");
    assertThat(SafeName.of("x".repeat(300) + ".mp4")).hasSize(80).endsWith("x.mp4");
  }

  @Test
  void isAlwaysAPathThatAPackageTakes() {
    var random = new Random(7);
    for (int i = 0; i < 5_000; i++) {
      var name = new StringBuilder();
      int length = random.nextInt(60);
      for (int c = 0; c < length; c++) {
        name.appendCodePoint(random.nextInt(0xd000));
      }
      String safe = SafeName.of(name.toString());
      assertThat(safe).matches("[A-Za-z0-9._-]{1,80}");
      assertThat(safe).doesNotContain("..");
    }
  }
}
