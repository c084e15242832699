package anbinh.mediation.figures;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.mediation.figures.MediationFigures.Counts;
import org.junit.jupiter.api.Test;

class MediationFiguresTest {
  /// Dak Nong, first half of 2022: 323 received, 186 agreed, 103 failed, 34 pending.
  @Test
  void successIsWhatWasAgreedOfWhatEndedByLaw() {
    var counts = new Counts(323, 186, 100, 3, 0, 0, 34);
    assertThat(counts.ended()).isEqualTo(289);
    assertThat(counts.successPercent()).isEqualTo(64);
    assertThat(counts.plus(new Counts(0, 0, 0, 0, 50, 50, 0)).successPercent()).isEqualTo(64);
    assertThat(Counts.NONE.successPercent()).isNull();
    assertThat(MediationFigures.percent(1, 200)).isEqualTo(1);
    assertThat(MediationFigures.percent(1, 201)).isZero();
  }
}
