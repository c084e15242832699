package anbinh.evidence.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import anbinh.platform.Problem;
import anbinh.seal.pack.Receipt;
import java.util.Base64;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class FormsTest {
  @Test
  void namesAllThatIsWrongWithAReceiverAtOnce() {
    assertThat(wrong(() -> new OutsideForm(null, " ", "a\nb", "ACCOUNT", "PIGEON").read()))
        .containsExactly(
            "name required",
            "office required",
            "title characters",
            "identity has-no-account",
            "medium choice");
    assertThat(wrong(() -> new OutsideForm("x".repeat(201), "a\u2028b", "", "", null).read()))
        .containsExactly("name size", "office characters", "identity required", "medium required");
    assertThat(wrong(() -> new AccountForm("17", null).read()))
        .containsExactly("recipientId identifier", "medium required");
  }

  @Test
  void takesAReceiverWithoutATitle() {
    OutsideForm.Requested requested =
        new OutsideForm(" Hòa ", "Tòa án", null, "KNOWN", "DISC").read();
    assertThat(requested.to()).isEqualTo(new Receipt.To(null, "Hòa", "Tòa án", ""));
    assertThat(requested.identity()).isEqualTo(Receipt.Identity.KNOWN);
  }

  @Test
  void tellsAScanByItsFirstBytes() {
    assertThat(scan(0x25, 0x50, 0x44, 0x46, 0x2D).kind()).isEqualTo(ScanKind.PDF);
    assertThat(scan(0xFF, 0xD8, 0xFF, 0xE0).kind()).isEqualTo(ScanKind.JPEG);
    assertThat(scan(0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A).kind()).isEqualTo(ScanKind.PNG);
    for (String bad : List.of("AAAA", "JVBER", "%PDF-", "iVBORw==", "\u0000")) {
      assertThat(wrong(() -> new ScanForm(bad).read())).as(bad).containsExactly("scan scan-kind");
    }
    assertThat(wrong(() -> new ScanForm(null).read())).containsExactly("scan required");
    byte[] large = new byte[(4 << 20) + 1];
    System.arraycopy(new byte[] {0x25, 0x50, 0x44, 0x46, 0x2D}, 0, large, 0, 5);
    assertThat(wrong(() -> new ScanForm(Base64.getEncoder().encodeToString(large)).read()))
        .containsExactly("scan scan-size");
    assertThat(Base64.getEncoder().encodeToString(large).length())
        .isLessThan((int) ScanForm.MAX_CHARACTERS);
  }

  private static ScanForm.Requested scan(int... bytes) {
    byte[] content = new byte[bytes.length];
    for (int at = 0; at < bytes.length; at++) {
      content[at] = (byte) bytes[at];
    }
    return new ScanForm(Base64.getEncoder().encodeToString(content)).read();
  }

  private static List<String> wrong(ThrowingCallable form) {
    return catchThrowableOfType(Problem.class, form).fields().stream()
        .map(field -> field.field() + " " + field.code())
        .toList();
  }
}
