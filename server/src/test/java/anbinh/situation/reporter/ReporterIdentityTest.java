package anbinh.situation.reporter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReporterIdentityTest {
  @Test
  void isTheSameByTelephoneHoweverItIsWrittenElseByName() {
    var one = new ReporterIdentity(null, "Vi Thị Gọi", "0912 000.333", null);
    var other = new ReporterIdentity(null, "Vi Thi Goi", "0912000333", null);
    assertThat(one.key()).isEqualTo(other.key());
    assertThat(new ReporterIdentity(null, "Vi Thị Gọi", null, null).key())
        .isEqualTo(new ReporterIdentity(null, "vi thi  goi", "-", null).key())
        .isNotEqualTo(one.key());
  }

  @Test
  void isNobodysWhoSaysNothingAndPrintsNothing() {
    assertThat(new ReporterIdentity(null, null, null, "Gọi trưa").key()).isNull();
    assertThat(new ReporterIdentity(null, "Vi Thị Gọi", "0912", null).toString())
        .doesNotContain("Gọi")
        .doesNotContain("0912");
  }
}
