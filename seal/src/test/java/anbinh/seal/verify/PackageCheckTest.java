package anbinh.seal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.seal.log.Leaf;
import anbinh.seal.note.CosigningKey;
import anbinh.seal.note.SigningKey;
import anbinh.seal.note.VerifierKey;
import anbinh.seal.pack.PackageFixture;
import anbinh.seal.pack.PackageLayout;
import anbinh.seal.policy.Policy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The files of one package, some of them changed, under several keys and policies.
class PackageCheckTest {
  private static final String ROOT = PackageFixture.EXTRACTION + "/";
  private static final CosigningKey WITNESS = CosigningKey.generate("w.example");
  private static final CosigningKey ABSENT = CosigningKey.generate("absent.example");

  @TempDir static Path folder;
  private static PackageFixture fixture;
  private static Map<String, byte[]> good;

  private final Map<String, byte[]> contents = new TreeMap<>();
  private @Nullable String root;

  @BeforeAll
  static void makeAPackage() throws IOException {
    fixture = new PackageFixture(folder);
    fixture.witnesses.add(WITNESS);
    good = new TreeMap<>();
    for (RawZip.Entry entry : RawZip.of(fixture.zip(folder.resolve("p.zip"))).entries) {
      good.put(entry.name().substring(ROOT.length()), entry.content);
    }
  }

  @AfterAll
  static void closeLog() {
    fixture.close();
  }

  @BeforeEach
  void takeTheGoodOne() {
    contents.putAll(good);
  }

  private static VerifierKey key() {
    return fixture.key.verifierKey();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void edit(String path, UnaryOperator<String> change) {
    String before = new String(Objects.requireNonNull(contents.get(path)), StandardCharsets.UTF_8);
    String after = change.apply(before);
    assertThat(after).isNotEqualTo(before);
    contents.put(path, utf8(after));
  }

  /// Changes a digit of the log's signature wherever the checkpoint is.
  private void forge() {
    for (String path :
        List.of(PackageLayout.CHECKPOINT, PackageLayout.PROOF, PackageLayout.SPICY)) {
      edit(
          path,
          text -> {
            int at = text.indexOf("— " + key().name()) + key().name().length() + 30;
            return text.substring(0, at)
                + (text.charAt(at) == 'A' ? 'B' : 'A')
                + text.substring(at + 1);
          });
    }
  }

  private Verdict check(VerifierKey... trusted) throws PackageProblem {
    return check(null, false, trusted);
  }

  private Verdict check(@Nullable Policy policy, boolean quorumRequired, VerifierKey... trusted)
      throws PackageProblem {
    PackageFiles files = new PackageFiles();
    for (Map.Entry<String, byte[]> file : contents.entrySet()) {
      files.begin(file.getKey());
      files.data(file.getValue(), 0, file.getValue().length);
      files.end();
    }
    if (root != null) {
      files.nameRoot(root);
    }
    return new PackageCheck("p.zip", files, List.of(trusted), policy, quorumRequired).run();
  }

  private static List<String> told(Verdict verdict) {
    List<String> told = new ArrayList<>();
    verdict.findings().forEach(each -> told.add(each.file() + " " + each.reason()));
    return told;
  }

  private static Policy policy(String quorum) {
    return Policy.parse(
        utf8(
            "witness w "
                + WITNESS.witnessKey().write()
                + "\nwitness absent "
                + ABSENT.witnessKey().write()
                + "\ngroup both all w absent\nquorum "
                + quorum
                + "\n"));
  }

  @Test
  void thePackageIsIntactUnderItsKey() throws PackageProblem {
    Verdict verdict = check(key());
    assertThat(verdict).as("%s", verdict.findings()).isInstanceOf(Verdict.Intact.class);
    assertThat(verdict.facts().name()).isEqualTo("p.zip");
    assertThat(verdict.facts().witnessing()).isNull();
  }

  @Test
  void aKeyThatIsNotTheLogsSaysNothing() throws PackageProblem {
    VerifierKey namesake = SigningKey.generate(key().name()).verifierKey();
    VerifierKey stranger = SigningKey.generate("anbinh.example/other").verifierKey();
    assertThat(check(stranger, namesake, key())).isInstanceOf(Verdict.Intact.class);
    Verdict without = check(stranger, namesake);
    assertThat(told(without)).containsExactly("seal/vkey KEY_NOT_TRUSTED");
    assertThat(without.facts().key()).isEqualTo(key());
    assertThat(without.facts().keyTrusted()).isFalse();
  }

  @Test
  void aForgedSignatureIsAnAlterationUnderAnyKey() throws PackageProblem {
    forge();
    Verdict given = check(key());
    assertThat(given).isInstanceOf(Verdict.Altered.class);
    assertThat(given.facts().key()).isNull();
    assertThat(told(given)).contains("seal/checkpoint SIGNATURE_FAILS");
    assertThat(told(check())).contains("seal/checkpoint SIGNATURE_FAILS");
    VerifierKey stranger = SigningKey.generate("anbinh.example/other").verifierKey();
    assertThat(told(check(stranger))).contains("seal/checkpoint SIGNATURE_FAILS");
  }

  @Test
  void withoutTheEnclosedKeyTheReadersMaySuffice() throws PackageProblem {
    contents.remove(PackageLayout.VKEY);
    Verdict given = check(key());
    assertThat(told(given)).containsExactly("seal/vkey FILE_MISSING");
    assertThat(given.facts().key()).isEqualTo(key());
    Verdict none = check();
    assertThat(none).isInstanceOf(Verdict.Incomplete.class);
    assertThat(none.facts().key()).isNull();
  }

  @Test
  void theEnclosedKeyIsTheOneThatSigned() throws PackageProblem {
    VerifierKey other = SigningKey.generate(key().name()).verifierKey();
    contents.put(PackageLayout.VKEY, utf8(other.write() + "\n"));
    assertThat(told(check(key()))).containsExactly("seal/vkey SEAL_FILES_DIFFER");
    assertThat(told(check(other))).contains("seal/checkpoint SIGNATURE_FAILS");
  }

  @Test
  void theEnclosedKeyIsOneLine() throws PackageProblem {
    for (String text :
        List.of(key().write(), key().write() + "\r\n", key().write() + "\n\n", "\n", "")) {
      contents.put(PackageLayout.VKEY, utf8(text));
      assertThat(told(check(key()))).as(text).containsExactly("seal/vkey BAD_FORMAT");
    }
  }

  @Test
  void everyFileOfTheSealIsNeeded() throws PackageProblem {
    for (String required : PackageLayout.REQUIRED_SEAL_FILES) {
      contents.putAll(good);
      contents.remove(required);
      assertThat(told(check(key()))).as(required).contains(required + " FILE_MISSING");
    }
    contents.keySet().removeIf(path -> path.startsWith(PackageLayout.SEAL));
    Verdict bare = check(key());
    assertThat(bare).isInstanceOf(Verdict.Incomplete.class);
    assertThat(bare.findings())
        .extracting(Finding::file)
        .containsExactlyInAnyOrderElementsOf(PackageLayout.REQUIRED_SEAL_FILES);
    assertThat(bare.facts().seal()).isNull();
    assertThat(bare.facts().leafIndex()).isNull();
    assertThat(bare.facts().checkpoint()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README",
        "seal/x",
        "seal/SEAL.p7s",
        "seal/segments/01.json",
        "seal/segments/-1.json",
        "seal/segments/1.json.bak",
        "seal/receipt-0.json",
        "seal/receipt-100.json",
        "seal/receipt-1.scan.exe",
        "seal/minute.fr.pdf",
        "seal/policy/x",
        "bagit.txt",
        "seal/seal.leaf.tlog-proof.old",
        "data/x"
      })
  void aFileOfAnotherNameIsUnexpected(String path) throws PackageProblem {
    if (path.startsWith("seal/policy/")) {
      contents.remove("seal/policy");
    }
    contents.put(path, new byte[0]);
    assertThat(told(check(key()))).contains(path + " UNEXPECTED_FILE");
  }

  @Test
  void anArchiveBearsTheNameOfItsSeal() throws PackageProblem {
    root = PackageFixture.EXTRACTION;
    assertThat(check(key())).isInstanceOf(Verdict.Intact.class);
    root = "EXT-2026-000124";
    assertThat(check(key()).findings())
        .containsExactly(
            new Finding("EXT-2026-000124", Reason.NAME_DIFFERS, PackageFixture.EXTRACTION));
  }

  @Test
  void bothShorterFormsOfTheProofSayTheSame() throws PackageProblem {
    for (String path : List.of(PackageLayout.SPICY, PackageLayout.CHECKPOINT)) {
      contents.putAll(good);
      contents.put(path, utf8("x"));
      assertThat(told(check(key()))).containsExactly(path + " SEAL_FILES_DIFFER");
    }
  }

  @Test
  void aSealThatWasLoggedInABadFormIsMalformedAndAnotherAltered() throws PackageProblem {
    byte[] bad = utf8("{\"format\":\"anbinh.seal/3\"}");
    contents.put(PackageLayout.SEAL_JSON, bad);
    List<String> other = told(check(key()));
    assertThat(other)
        .contains("seal/seal.json PROOF_FAILS")
        .doesNotContain("seal/seal.json BAD_FORMAT", "seal/seal.leaf PROOF_FAILS");
    contents.put(PackageLayout.LEAF, Leaf.of(bad).canonical());
    List<String> logged = told(check(key()));
    assertThat(logged)
        .contains("seal/seal.json BAD_FORMAT", "seal/seal.leaf PROOF_FAILS")
        .doesNotContain("seal/seal.json PROOF_FAILS");
  }

  @Test
  void anAttachmentThatTheSealNamesIsThereAndNoOther() throws PackageProblem {
    contents.remove("seal/policy");
    assertThat(told(check(key()))).containsExactly("seal/policy FILE_MISSING");
    contents.putAll(good);
    contents.put("seal/minute.vi.pdf", utf8("%PDF-1.7\n"));
    assertThat(told(check(key()))).contains("seal/minute.vi.pdf FILE_ADDED");
  }

  @Test
  void aScanOrAPolicyIsListedAsNotChecked() throws PackageProblem {
    contents.put("seal/tsa-chain.pem", new byte[0]);
    Verdict verdict = check(key());
    assertThat(verdict).as("%s", verdict.findings()).isInstanceOf(Verdict.Intact.class);
    assertThat(verdict.facts().attachments()).containsExactly("policy", "tsa-chain.pem");
  }

  @Test
  void witnessesAreCountedAndAQuorumRequiredOnlyIfAsked() throws PackageProblem {
    Verdict enough = check(policy("w"), true, key());
    assertThat(enough).isInstanceOf(Verdict.Intact.class);
    assertThat(Objects.requireNonNull(enough.facts().witnessing()).have()).isEqualTo(1);
    assertThat(check(policy("both"), false, key())).isInstanceOf(Verdict.Intact.class);
    Verdict few = check(policy("both"), true, key());
    assertThat(few.findings())
        .containsExactly(new Finding("seal/checkpoint", Reason.QUORUM_MISSING, "1 < 2"));
    assertThat(few).isInstanceOf(Verdict.Unwitnessed.class);
  }

  @Test
  void anUnknownKeyWeighsMoreThanAMissingQuorum() throws PackageProblem {
    Verdict verdict = check(policy("absent"), true);
    assertThat(verdict).isInstanceOf(Verdict.UnknownKey.class);
    assertThat(told(verdict))
        .containsExactly("seal/vkey KEY_NOT_GIVEN", "seal/checkpoint QUORUM_MISSING");
  }

  @Test
  void withoutAProofNoWitnessIsAsked() throws PackageProblem {
    contents.remove(PackageLayout.PROOF);
    Verdict verdict = check(policy("absent"), true, key());
    assertThat(verdict.facts().witnessing()).isNull();
    assertThat(told(verdict)).contains("seal/seal.leaf.tlog-proof FILE_MISSING");
  }
}
