package anbinh.seal.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.seal.FormatProblem;
import anbinh.seal.note.Checkpoint;
import anbinh.seal.note.CosigningKey;
import anbinh.seal.note.Note;
import anbinh.seal.note.SignedCheckpoint;
import anbinh.seal.note.SigningKey;
import anbinh.seal.tree.Hash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {
  private static final Instant TIME = Instant.ofEpochSecond(1_700_000_000);
  private static final SigningKey LOG = SigningKey.generate("anbinh.example/log");
  private static final List<CosigningKey> KEYS =
      List.of(
          CosigningKey.generate("x1.example"),
          CosigningKey.generate("x2.example"),
          CosigningKey.generate("x3.example"),
          CosigningKey.generate("y1.example"),
          CosigningKey.generate("y2.example"),
          CosigningKey.generate("y3.example"));
  private static final SignedCheckpoint HEAD =
      SignedCheckpoint.sign(
          new Checkpoint("anbinh.example/log", 7, Hash.sha256(new byte[] {7})), LOG);

  /// The example of the specification, with keys.
  private static final String EXAMPLE =
      """
      log LOG

      witness X1 K0
      witness X2 K1
      \twitness  X3\t K2 https://x3.example/submit
      group X-witnesses 2 X1 X2 X3
        # the second organisation
      witness Y1 K3
      witness Y2 K4
      witness Y3 K5
      group Y-witnesses any Y1 Y2 Y3

      group X-and-Y all X-witnesses Y-witnesses
      quorum X-and-Y
      """;

  /// The policy with its stand-ins for keys replaced where they are words.
  private static String with(String policy) {
    String filled = policy.replaceAll("(?<=\\s)LOG(?=\\s)", quoted(LOG.verifierKey().write()));
    for (int i = 0; i < KEYS.size(); i++) {
      filled =
          filled.replaceAll("(?<=\\s)K" + i + "(?=\\s)", quoted(KEYS.get(i).witnessKey().write()));
    }
    return filled;
  }

  private static String quoted(String key) {
    return Matcher.quoteReplacement(key);
  }

  private static Policy parse(String policy) {
    return Policy.parse(with(policy).getBytes(StandardCharsets.UTF_8));
  }

  private static Note cosigned(int... witnesses) {
    Note note = HEAD.note();
    for (int witness : witnesses) {
      note = note.with(KEYS.get(witness).cosign(note.text(), TIME));
    }
    return note;
  }

  @Test
  void readsTheExampleOfTheSpecification() {
    Policy policy = parse(EXAMPLE);
    assertThat(policy.logs()).containsExactly(new Policy.Log(LOG.verifierKey(), null));
    assertThat(policy.witnesses()).hasSize(6);
    assertThat(policy.witnesses().get(2).url()).isEqualTo("https://x3.example/submit");
    assertThat(policy.groups())
        .containsExactly(
            new Policy.Group("X-witnesses", 2, List.of("X1", "X2", "X3")),
            new Policy.Group("Y-witnesses", 1, List.of("Y1", "Y2", "Y3")),
            new Policy.Group("X-and-Y", 2, List.of("X-witnesses", "Y-witnesses")));
    assertThat(Policy.parse(policy.write())).isEqualTo(policy);
  }

  @Test
  void countsWhatTheQuorumAsksFor() {
    Policy policy = parse(EXAMPLE);
    assertThat(policy.check(cosigned()).reached()).isFalse();
    assertThat(policy.check(cosigned(0, 1)).reached()).isFalse();
    assertThat(policy.check(cosigned(3, 4, 5)).reached()).isFalse();
    assertThat(policy.check(cosigned(0, 3)).reached()).isFalse();
    Witnessing enough = policy.check(cosigned(0, 2, 4));
    assertThat(enough.reached()).isTrue();
    assertThat(List.of(enough.have(), enough.needed(), enough.members())).containsExactly(2, 2, 2);
    assertThat(enough.statements().stream().filter(s -> s.findTime().isPresent())).hasSize(3);
    assertThat(enough.forged()).isEmpty();
  }

  @Test
  void aForgedCosignatureDoesNotCountAndIsNamed() {
    Policy policy = parse("witness w K0\nquorum w\n");
    Note note = HEAD.note().with(KEYS.getFirst().cosign("another text\n", TIME));
    Witnessing witnessing = policy.check(note);
    assertThat(witnessing.reached()).isFalse();
    assertThat(witnessing.forged()).extracting(Policy.Witness::name).containsExactly("w");
  }

  @Test
  void asksForNothingWithTheQuorumNone() {
    assertThat(parse("quorum none\n").check(cosigned()).reached()).isTrue();
    assertThat(parse("witness w K0\nquorum w\n").check(cosigned(0)).reached()).isTrue();
  }

  @Test
  void makesAQuorumOfANumber() {
    List<Policy.Witness> witnesses = new ArrayList<>();
    for (CosigningKey key : KEYS) {
      witnesses.add(new Policy.Witness(key.witnessKey().name(), key.witnessKey(), null));
    }
    Policy policy = Policy.of(List.of(), witnesses, 2);
    assertThat(policy.check(cosigned(5)).reached()).isFalse();
    assertThat(policy.check(cosigned(5, 1)).reached()).isTrue();
    assertThat(Policy.parse(policy.write())).isEqualTo(policy);
    assertThat(Policy.of(List.of(), witnesses, 0).check(cosigned()).reached()).isTrue();
    assertThatThrownBy(() -> Policy.of(List.of(), witnesses, 7)).isInstanceOf(FormatProblem.class);
  }

  @Test
  void agreesWithANaiveCountForRandomPolicies() {
    long seed = 20261125;
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      int needed = 1 + random.nextInt(KEYS.size());
      StringBuilder text = new StringBuilder();
      List<String> names = new ArrayList<>();
      for (int i = 0; i < KEYS.size(); i++) {
        text.append("witness w").append(i).append(" K").append(i).append('\n');
        names.add("w" + i);
      }
      text.append("group g ").append(needed).append(' ').append(String.join(" ", names));
      text.append("\nquorum g\n");
      int[] who = random.ints(0, KEYS.size()).distinct().limit(random.nextInt(7)).toArray();
      Witnessing witnessing = parse(text.toString()).check(cosigned(who));
      assertThat(witnessing.reached())
          .as("seed %d, round %d", seed, round)
          .isEqualTo(who.length >= needed);
      assertThat(witnessing.have()).isEqualTo(who.length);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "quorum none",
        "quorum nobody\n",
        "quorum none\nquorum none\n",
        "quorum none more\n",
        "quorum\n",
        "Quorum none\n",
        "quorum none\r\n",
        "quorum\u00a0none\n",
        "quorum none\n\u0000",
        "log\nquorum none\n",
        "log LOG https://a b\nquorum none\n",
        "log LOG\nlog LOG\nquorum none\n",
        "log K0\nquorum none\n",
        "witness w LOG\nquorum none\n",
        "witness w\nquorum none\n",
        "witness none K0\nquorum none\n",
        "witness w K0\nwitness w K1\nquorum w\n",
        "witness w K0\nwitness v K0\nquorum w\n",
        "quorum w\nwitness w K0\n",
        "group g any w\nwitness w K0\nquorum g\n",
        "witness w K0\ngroup g any\nquorum g\n",
        "witness w K0\ngroup g 0 w\nquorum g\n",
        "witness w K0\ngroup g 2 w\nquorum g\n",
        "witness w K0\ngroup g 01 w\nquorum g\n",
        "witness w K0\ngroup g 4294967297 w\nquorum g\n",
        "witness w K0\ngroup g -1 w\nquorum g\n",
        "witness w K0\ngroup g most w\nquorum g\n",
        "witness w K0\ngroup g any w w\nquorum g\n",
        "witness w K0\ngroup g any none\nquorum g\n",
        "witness w K0\ngroup g any g\nquorum g\n",
        "witness w K0\ngroup w any w\nquorum w\n",
        "witness w K0\ngroup g any w\ngroup h any w\nquorum h\n",
        "witness w K0\ngroup g any w\ngroup h all g w\nquorum h\n"
      })
  void refusesThePolicy(String policy) {
    assertThatThrownBy(() -> parse(policy)).isInstanceOf(FormatProblem.class);
  }

  @Test
  void namesTheLineThatIsWrong() {
    assertThatThrownBy(() -> parse("# note\n\nwitness w x\nquorum none\n"))
        .hasMessageContaining("line 3");
  }

  @Test
  void refusesPoliciesThatAreTooLarge() {
    assertThatThrownBy(() -> Policy.parse(new byte[300_000])).hasMessageContaining("bytes");
    StringBuilder many = new StringBuilder();
    for (int i = 0; i <= Policy.MAX; i++) {
      many.append("log ").append(SigningKey.generate("l" + i).verifierKey().write()).append('\n');
    }
    many.append("quorum none\n");
    assertThatThrownBy(() -> parse(many.toString())).hasMessageContaining("at most");
  }
}
