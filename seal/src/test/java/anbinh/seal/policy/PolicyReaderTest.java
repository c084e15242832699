package anbinh.seal.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.seal.FormatProblem;
import anbinh.seal.note.CosigningKey;
import anbinh.seal.note.SigningKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The lines of a policy file, and what is said of one that is wrong.
class PolicyReaderTest {
  private static final String LOG = SigningKey.generate("log.example").verifierKey().write();
  private static final String ONE = CosigningKey.generate("one.example").witnessKey().write();
  private static final String TWO = CosigningKey.generate("two.example").witnessKey().write();
  private static final String WITNESSES = "witness a " + ONE + "\nwitness b " + TWO + "\n";
  private static final int MAX_BYTES = 256 * 1024;

  private static Policy read(String policy) {
    return new PolicyReader(policy.getBytes(StandardCharsets.UTF_8)).read();
  }

  private static void refused(String policy, String message) {
    assertThatThrownBy(() -> read(policy))
        .isInstanceOf(FormatProblem.class)
        .hasMessageContaining(message);
  }

  private static void refusedOctets(String policy, String message) {
    assertThatThrownBy(() -> new PolicyReader(policy.getBytes(StandardCharsets.ISO_8859_1)).read())
        .isInstanceOf(FormatProblem.class)
        .hasMessageContaining(message);
  }

  @Test
  void readsThePolicyOfOneLine() {
    Policy policy = read("quorum none\n");
    assertThat(policy).isEqualTo(new Policy(List.of(), List.of(), List.of(), Policy.NONE));
  }

  @Test
  void aLogAndAWitnessMayHaveAnAddress() {
    Policy policy =
        read(
            "log "
                + LOG
                + " https://log.example/\nwitness a "
                + ONE
                + " https://a.example\n"
                + "witness b "
                + TWO
                + "\nquorum a\n");
    assertThat(policy.logs().getFirst().url()).isEqualTo("https://log.example/");
    assertThat(policy.witnesses())
        .extracting(Policy.Witness::url)
        .containsExactly("https://a.example", null);
  }

  @Test
  void linesWithoutAWordAndThoseOfANoteArePassedOver() {
    assertThat(read("\n \t \n# quorum a\n \t#\n#\u1ebf\nquorum none\n\n").quorum())
        .isEqualTo("none");
    assertThat(read("\t quorum \t none \t\n").quorum()).isEqualTo("none");
    refused(
        "quorum none # nobody\n", "line 1 of the policy: it does not have the form: quorum NAME");
  }

  @Test
  void aNoteIsRefusedWithAControlCharacterToo() {
    for (String octet : List.of("\u0000", "\u000b", "\r", "\u001f", "\u007f", "\u001b[2J")) {
      refused("quorum none\n# x" + octet + "\n", "line 2 of the policy: it holds a control");
    }
  }

  /// Octets beyond ASCII are part of words, whatever they are as characters.
  @Test
  void onlySpaceAndTabPartWords() {
    for (String space : List.of("\u00a0", "\u0085", "\u2003", "\u3000", "\u200b")) {
      refused("quorum" + space + "none\n", "begins with none of log, witness, group, quorum");
    }
    Policy policy =
        read("witness \u1ea2nh\u00a0t\u01b0 " + ONE + "\nquorum \u1ea2nh\u00a0t\u01b0\n");
    assertThat(policy.quorum()).isEqualTo("\u1ea2nh\u00a0t\u01b0");
  }

  @Test
  void namesAreUtf8() {
    String message = "line 1 of the policy: a name, key or URL is not UTF-8";
    refusedOctets("witness \u00e1 " + ONE + "\nquorum none\n", message);
    refusedOctets("quorum \u00c0\u00af\n", message);
    refusedOctets("log " + LOG + " https://\u00ff\nquorum none\n", message);
    refusedOctets("group g any \u00e1\nquorum g\n", message);
    assertThatThrownBy(() ->
            new PolicyReader("# \u00ff\nquorum\n".getBytes(StandardCharsets.ISO_8859_1)).read())
        .hasMessageContaining("line 2");
  }

  @Test
  void aFileHasAtMost256Kibibytes() {
    String longest = "#" + "x".repeat(MAX_BYTES - 14) + "\nquorum none\n";
    assertThat(read(longest).quorum()).isEqualTo("none");
    refused("#" + longest, "at most 262144 bytes");
  }

  @Test
  void theLastLineEndsInALineFeedLikeEveryOther() {
    refused("", "last line ends in a line feed");
    refused("quorum none", "last line ends in a line feed");
    refused("quorum none\n#", "last line ends in a line feed");
    refused("quorum none\r\n", "line 1 of the policy: it holds a control character");
  }

  @Test
  void thereIsOneQuorum() {
    refused("\n", "a policy has a line: quorum NAME");
    refused(WITNESSES, "a policy has a line: quorum NAME");
    refused("quorum none\nquorum none\n", "line 2 of the policy: there is a quorum already");
    refused(WITNESSES + "quorum a\nquorum b\n", "line 4 of the policy: there is a quorum already");
  }

  @ParameterizedTest
  @ValueSource(strings = {"log", "log K https://x y", "log K https://x # note"})
  void aLogHasTwoOrThreeWords(String line) {
    refused(line.replace("K", LOG) + "\nquorum none\n", "log VKEY [URL]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"witness", "witness a", "witness a K https://x y"})
  void aWitnessHasThreeOrFourWords(String line) {
    refused(line.replace("K", ONE) + "\nquorum none\n", "witness NAME VKEY [URL]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"group", "group g", "group g any", "group g 1"})
  void aGroupHasMembers(String line) {
    refused(line + "\nquorum none\n", "group NAME all|any|NUMBER NAME...");
  }

  @Test
  void aWordOfALineIsWrittenInSmallLetters() {
    refused("QUORUM none\n", "begins with none of");
    refused("quorum None\n", "line 1 of the policy: the name None is not defined");
    refused(WITNESSES + "group g ALL a\nquorum g\n", "line 3");
    refused("\ufeffquorum none\n", "begins with none of");
  }

  @Test
  void namesDifferInTheirCase() {
    Policy policy = read("witness a " + ONE + "\nwitness A " + TWO + "\nquorum A\n");
    assertThat(policy.witnesses()).extracting(Policy.Witness::name).containsExactly("a", "A");
    assertThat(policy.quorum()).isEqualTo("A");
  }

  @Test
  void aNameIsDefinedOnceAndBeforeItIsUsed() {
    String twice = "is defined twice or means something already";
    refused(
        "witness a " + ONE + "\nwitness a " + TWO + "\nquorum a\n",
        "line 2 of the policy: the name a " + twice);
    refused("witness none " + ONE + "\nquorum none\n", "the name none " + twice);
    refused(WITNESSES + "group a any b\nquorum a\n", "line 3 of the policy: the name a " + twice);
    refused(WITNESSES + "group none any b\nquorum none\n", "the name none " + twice);
    refused("quorum a\n" + WITNESSES, "line 1 of the policy: the name a is not defined");
    refused("group g any a\n" + WITNESSES + "quorum g\n", "line 1 of the policy: the name a");
    refused(WITNESSES + "group g any a g\nquorum g\n", "line 3 of the policy: the name g is not");
    refused(WITNESSES + "group g any none\nquorum g\n", "the name none is not defined");
  }

  @Test
  void aGroupNeedsAllAnyOrANumberOfItsMembers() {
    String line = "quorum g\n";
    assertThat(read(WITNESSES + "group g all a b\n" + line).groups().getFirst().needed())
        .isEqualTo(2);
    assertThat(read(WITNESSES + "group g any a b\n" + line).groups().getFirst().needed())
        .isEqualTo(1);
    assertThat(read(WITNESSES + "group g 2 a b\n" + line).groups().getFirst().needed())
        .isEqualTo(2);
    for (String number : List.of("0", "3", "2147483648", "4294967297", "9223372036854775807")) {
      refused(WITNESSES + "group g " + number + " a b\n" + line, "line 3 of the policy");
    }
    for (String number :
        List.of("01", "+1", "-1", "1.0", "\u0661", "9223372036854775808", "most")) {
      refused(WITNESSES + "group g " + number + " a b\n" + line, "line 3 of the policy");
    }
  }

  @Test
  void aWitnessMayBeNamedLikeAWordOfTheFile() {
    Policy policy =
        read(
            "witness all "
                + ONE
                + "\nwitness # "
                + TWO
                + "\ngroup quorum all all #\nquorum quorum\n");
    assertThat(policy.groups()).containsExactly(new Policy.Group("quorum", 2, List.of("all", "#")));
    assertThat(Policy.parse(policy.write())).isEqualTo(policy);
  }

  @Test
  void aKeyOfTheOtherKindIsRefusedWithItsLine() {
    refused("# keys\nlog " + ONE + "\nquorum none\n", "line 2 of the policy");
    refused("witness a " + LOG + "\nquorum none\n", "line 1 of the policy");
    refused("log x\nquorum none\n", "line 1 of the policy");
  }
}
