package anbinh.seal.policy;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.seal.FormatProblem;
import anbinh.seal.note.SigningKey;
import com.code_intelligence.jazzer.junit.FuzzTest;

class PolicyFuzzTest {
  @FuzzTest(maxDuration = "50s")
  void readsPoliciesBackOrRefuses(byte[] bytes) {
    try {
      Policy policy = Policy.parse(bytes);
      assertThat(Policy.parse(policy.write())).isEqualTo(policy);
      Witnessing none = policy.check(SigningKey.generate("o").sign("o\n"));
      assertThat(none.reached()).isEqualTo(policy.quorum().equals(Policy.NONE));
    } catch (FormatProblem expected) {
      assertThat(expected.getMessage()).isNotBlank();
    }
  }
}
