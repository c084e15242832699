package anbinh.mediation.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.mediation.dispute.MediationContent.MediationParty;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamesTest {
  private static List<MediationParty> parties(String... names) {
    return Arrays.stream(names).map(each -> new MediationParty(each, "Xóm 2", null)).toList();
  }

  @Test
  void aMediatorWithTheNameOfAPartyIsRecognisedHoweverItIsWritten() {
    List<MediationParty> parties = parties("Hà Văn Hòa", "Lê Thị Đào");
    assertThat(Names.anyIs(parties, "Ha Van Hoa")).isTrue();
    assertThat(Names.anyIs(parties, "  hà  văn hoà ")).isTrue();
    assertThat(Names.anyIs(parties, "LÊ THỊ ĐÀO")).isTrue();
    assertThat(Names.anyIs(parties, "Hà Văn Hiền")).isFalse();
    assertThat(Names.anyIs(parties, "Văn Hòa")).isFalse();
  }

  @Test
  void aListShowsInitialsOfThreeAtMost() {
    assertThat(Initials.of(parties("Nguyễn Văn  An", "đỗ thị Ơn"))).isEqualTo("N.V.A – Đ.T.Ơ");
    assertThat(Initials.of(parties("A B", "C D", "E F", "G H"))).isEqualTo("A.B – C.D – E.F – …");
    assertThat(Initials.of(parties("Hà Văn Sơn (mô phỏng)", "(?)"))).isEqualTo("H.V.S – ");
    assertThat(Initials.of(List.of())).isEmpty();
  }

  @Test
  void contentIsNeverPrinted() {
    MediationContent content =
        MediationContent.received(parties("Hà Văn Hòa"), "Bờ rào", List.of());
    assertThat(content + " " + content.parties()).doesNotContain("Hà").doesNotContain("rào");
  }
}
