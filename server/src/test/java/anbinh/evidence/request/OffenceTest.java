package anbinh.evidence.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OffenceTest {
  @Test
  void isSuggestedByTheTypeOfACaseThatNamesOne() {
    assertThat(Offence.ofCase("THEFT")).contains(Offence.THEFT);
    assertThat(Offence.ofCase("TRAFFIC")).contains(Offence.TRAFFIC_COLLISION);
    assertThat(Offence.ofCase("OTHER")).isEmpty();
    assertThat(Offence.ofCase("ADDED_BY_AN_ADMINISTRATOR")).isEmpty();
  }

  @Test
  void isACrimeWhereALawIsSuggestedForIt() {
    assertThat(Offence.THEFT.usualBasis()).contains(LegalBasis.CPC_2015_ART_88);
    assertThat(Offence.MISSING_PERSON.usualBasis()).isEmpty();
  }
}
