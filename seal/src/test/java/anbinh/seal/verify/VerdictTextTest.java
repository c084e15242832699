package anbinh.seal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.seal.note.Checkpoint;
import anbinh.seal.note.CosigningKey;
import anbinh.seal.note.SigningKey;
import anbinh.seal.note.VerifierKey;
import anbinh.seal.note.WitnessKey;
import anbinh.seal.pack.PackageFixture;
import anbinh.seal.pack.Receipt;
import anbinh.seal.pack.Seal;
import anbinh.seal.policy.Policy;
import anbinh.seal.policy.Witnessing;
import anbinh.seal.tree.Hash;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What people read of a verdict.
class VerdictTextTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final VerifierKey KEY = SigningKey.generate("anbinh.example/log").verifierKey();
  private static final Instant TIME = Instant.parse("2026-11-23T20:00:00Z");
  private static final Seal SEAL =
      PackageFixture.seal(new Seal.Contents("0".repeat(128), "1.1", "0".repeat(64)), List.of());
  private static final String HASH = "0123456789abcdef".repeat(4);

  private final VerdictText english = new VerdictText(Locale.ENGLISH, ZONE);

  /// What is known of a package, bit by bit.
  private record Known(
      String name,
      @Nullable Seal seal,
      @Nullable VerifierKey key,
      boolean trusted,
      int segments,
      List<Attestation> attestations,
      List<HandOver> handOvers,
      @Nullable Witnessing witnessing,
      List<String> attachments) {
    private static final Known SEALED =
        new Known("p.zip", SEAL, KEY, true, 0, List.of(), List.of(), null, List.of());

    private Facts facts() {
      return new Facts(
          name,
          7,
          6,
          100,
          seal,
          5L,
          new Checkpoint(KEY.name(), 9, Hash.sha256(new byte[0])),
          key,
          trusted,
          segments,
          segments,
          attestations,
          handOvers,
          witnessing,
          attachments);
    }

    private Known named(String other) {
      return new Known(
          other, seal, key, trusted, segments, attestations, handOvers, witnessing, attachments);
    }

    private Known with(Attestation... others) {
      return new Known(
          name, seal, key, trusted, segments, List.of(others), handOvers, witnessing, attachments);
    }
  }

  private static Finding finding(Reason reason) {
    return new Finding("bag/data/a", reason, "why");
  }

  private String intact(Known known) {
    return english.write(new Verdict.Intact(known.facts()));
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void eachReasonIsToldInEveryLanguage(Reason reason) {
    for (String language : List.of("vi", "en", "ar")) {
      Verdict verdict = Verdict.of(Known.SEALED.facts(), List.of(finding(reason)));
      assertThat(new VerdictText(Locale.of(language), ZONE).write(verdict))
          .contains("bag/data/a")
          .contains("why")
          .doesNotContain("{", reason.name());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "BAD_FORMAT, ✗, This is not a package that can be checked",
    "FILE_CHANGED, ✗, This package was changed after it was sealed",
    "FILE_MISSING, ✗, This package cannot be checked because something is missing",
    "KEY_NOT_GIVEN, ?, but the key that sealed it has not been confirmed",
    "QUORUM_MISSING, ?, but fewer witnesses than your policy asks for"
  })
  void onlyAnIntactPackageHasATick(Reason reason, String mark, String sentence) {
    Verdict verdict = Verdict.of(Known.SEALED.facts(), List.of(finding(reason)));
    assertThat(english.write(verdict)).startsWith(mark + " p.zip\n").doesNotContain("✓");
    assertThat(english.sentence(verdict)).contains(sentence);
    assertThat(intact(Known.SEALED))
        .startsWith("✓ p.zip\nNothing in this package has changed since it was sealed on ");
  }

  @Test
  void theGravestFindingIsTheOneOfTheSentence() {
    Verdict verdict =
        Verdict.of(
            Known.SEALED.facts(),
            List.of(
                new Finding("seal/vkey", Reason.KEY_NOT_GIVEN, ""),
                new Finding("bag/data/b", Reason.FILE_MISSING, ""),
                new Finding("bag/data/c", Reason.FILE_CHANGED, "d")));
    assertThat(english.sentence(verdict))
        .isEqualTo(
            "This package was changed after it was sealed: bag/data/c: the content was changed.");
    assertThat(english.write(verdict))
        .contains(
            "  - bag/data/c: the content was changed (d)\n  - bag/data/b: the file is missing\n");
  }

  @Test
  void fiftyFindingsAreShownAndTheRestCounted() {
    List<Finding> fifty =
        IntStream.range(0, 50)
            .mapToObj(i -> new Finding("f" + i, Reason.FILE_CHANGED, ""))
            .toList();
    String all = english.write(new Verdict.Altered(Known.SEALED.facts(), fifty));
    assertThat(all).contains("  - f49").doesNotContain("…");
    List<Finding> more =
        IntStream.range(0, 53)
            .mapToObj(i -> new Finding("f" + i, Reason.FILE_CHANGED, ""))
            .toList();
    String some = english.write(new Verdict.Altered(Known.SEALED.facts(), more));
    assertThat(some).endsWith("  - … +3\n").contains("  - f49").doesNotContain("f50");
  }

  @Test
  void timesAreThoseOfTheZoneAndSayIt() {
    assertThat(english.sentence(new Verdict.Intact(Known.SEALED.facts())))
        .endsWith("since it was sealed on 24/11/2026 10:02:11 (+07:00).");
    assertThat(
            new VerdictText(Locale.ENGLISH, ZoneId.of("UTC"))
                .sentence(new Verdict.Intact(Known.SEALED.facts())))
        .endsWith("24/11/2026 03:02:11 (+00:00).");
  }

  @Test
  void ofWhatCannotBeReadNothingIsSaid() {
    Verdict verdict =
        new Verdict.Malformed(Facts.none("x.zip"), List.of(finding(Reason.NOT_A_PACKAGE)));
    assertThat(english.write(verdict).lines()).hasSize(3);
  }

  @Test
  void anotherLanguageIsToldInEnglish() {
    Verdict verdict = new Verdict.Intact(Known.SEALED.facts());
    assertThat(new VerdictText(Locale.FRENCH, ZONE).write(verdict))
        .isEqualTo(english.write(verdict));
  }

  @Test
  void whoSealedItIsSaidAsFarAsItIsKnown() {
    assertThat(intact(Known.SEALED))
        .contains(
            "Sealed by: anbinh.example/log, key " + KEY.id() + ", one of the keys that you gave");
    Known enclosed = new Known("p", SEAL, KEY, false, 0, List.of(), List.of(), null, List.of());
    assertThat(intact(enclosed)).contains("as the package itself says; SHA-256 of the key: ");
    Known nobody = new Known("p", SEAL, null, false, 0, List.of(), List.of(), null, List.of());
    assertThat(intact(nobody))
        .contains("Sealed by: no key fits the signature", "In the log: not shown");
  }

  @Test
  void segmentsAreToldWhereSomeAreProved() {
    assertThat(intact(Known.SEALED)).contains("Files unchanged: 6 of 7\n");
    Known recorded = new Known("p", SEAL, KEY, true, 3, List.of(), List.of(), null, List.of());
    assertThat(intact(recorded)).contains("6 of 7; 3 recorded segments proved, 3 of them");
  }

  @Test
  void whatWasNotCheckedIsNamed() {
    assertThat(intact(Known.SEALED)).contains("and what was not recorded\n");
    Known more =
        new Known(
            "p", SEAL, KEY, true, 0, List.of(), List.of(), null, List.of("policy", "seal.p7s"));
    assertThat(intact(more)).contains("and what was not recorded; policy, seal.p7s\n");
  }

  @Test
  void aTimeStampIsTheTimeAndASignatureIsNot() {
    String none = "Time proof: none enclosed; the log says 24/11/2026 10:02:11 (+07:00)";
    Attestation signed = new Attestation("seal.p7s", "O=office", HASH, true, null);
    assertThat(intact(Known.SEALED.with(signed)))
        .contains(none)
        .contains("seal.p7s: also signed with the certificate O=office");
    Attestation stamp = new Attestation("seal.tsr", "O=tsa", HASH, false, TIME);
    assertThat(intact(Known.SEALED.with(signed, stamp)))
        .contains(
            "Time proof: seen at 24/11/2026 03:00:00 (+07:00) by the time-stamp authority O=tsa")
        .contains("01234567 89abcdef 01234567")
        .doesNotContain("seal.tsr: also signed");
  }

  @Test
  void witnessesAreNamedWithTheirTimes() {
    CosigningKey key = CosigningKey.generate("w.example");
    Policy.Witness one = new Policy.Witness("one\u202e", key.witnessKey(), null);
    Policy.Witness two = new Policy.Witness("two", key.witnessKey(), null);
    Witnessing witnessing =
        new Witnessing(
            List.of(
                new Witnessing.Statement(one, new WitnessKey.Answer.Cosigned(TIME)),
                new Witnessing.Statement(two, new WitnessKey.Answer.Absent())),
            1,
            2,
            2);
    assertThat(english.witnesses(witnessing))
        .isEqualTo(
            "Witnesses: 1 of 2 in the quorum have seen it, 2 are needed:"
                + " one<U+202E> on 24/11/2026 03:00:00 (+07:00); two not");
  }

  @Test
  void handOversAreToldOrThatThereAreNone() {
    assertThat(intact(Known.SEALED)).contains("Handed over to: nobody, as far as this file says");
    Receipt paper = PackageFixture.paper(1, SEAL);
    Known handed =
        new Known(
            "p", SEAL, KEY, true, 0, List.of(), List.of(new HandOver(paper, 7)), null, List.of());
    assertThat(intact(handed))
        .contains("Phạm Thị Hòa (Kiểm sát viên, Viện kiểm sát khu vực 3)")
        .doesNotContain("nobody, as far");
    assertThat(english.handedOver(new HandOver(PackageFixture.account(2, SEAL), 8)))
        .contains("Đỗ Thị Mai (Công an xã Thử Nghiệm), who confirmed")
        .endsWith("receipt 2, entry 8 of the log");
  }

  /// A name from outside moves no cursor, begins no line and turns no writing.
  @ParameterizedTest
  @CsvSource({
    "'a\u001b[2J', 'a<U+001B>[2J'",
    "'a\u0000b', 'a<U+0000>b'",
    "'a\u0085b', 'a<U+0085>b'",
    "'a\u2028b\u2029', 'a<U+2028>b<U+2029>'",
    "'\u202egpj.exe', '<U+202E>gpj.exe'",
    "'a\u2066b\u2069', 'a<U+2066>b<U+2069>'",
    "'a\u200db\ufeff', 'a<U+200D>b<U+FEFF>'",
    "'Ảnh ngã tư تقرير 😀', 'Ảnh ngã tư تقرير 😀'"
  })
  void namesAreShownWithoutWhatMovesOrTurns(String name, String shown) {
    assertThat(VerdictText.visible(name)).isEqualTo(shown);
  }

  @Test
  void halfACharacterIsShownAsItsNumberAndALongNameIsCut() {
    assertThat(VerdictText.visible("a\ud83d")).isEqualTo("a<U+D83D>");
    assertThat(VerdictText.visible("x".repeat(301))).hasSize(300);
  }

  @Test
  void aFileIsNamedWithoutWhatMovesOrTurnsEverywhere() {
    String name = "p\n✓ q\u001b[1A\u202e.zip";
    Finding finding = new Finding(name, Reason.NOT_A_PACKAGE, "because\nof this");
    String text =
        english.write(new Verdict.Malformed(Known.SEALED.named(name).facts(), List.of(finding)));
    assertThat(text).doesNotContain("\n✓", "\u001b", "\u202e", "\nof this");
    assertThat(text).startsWith("✗ p<U+000A>✓ q<U+001B>[1A<U+202E>.zip\n");
  }

  @Test
  void aKeyIsNamedWithoutWhatTurns() {
    VerifierKey turning = SigningKey.generate("a\u202e\u2067b").verifierKey();
    for (boolean trusted : new boolean[] {true, false}) {
      Known known =
          new Known("p", SEAL, turning, trusted, 0, List.of(), List.of(), null, List.of());
      assertThat(intact(known)).contains("Sealed by: a<U+202E><U+2067>b, key ");
    }
  }

  @Test
  void namesAreSetApartInArabic() {
    String text =
        new VerdictText(Locale.of("ar"), ZONE).write(new Verdict.Intact(Known.SEALED.facts()));
    assertThat(text)
        .startsWith("✓ \u2066p.zip\u2069\n")
        .contains("\u2066anbinh.example/log\u2069")
        .contains("\u206624/11/2026 10:02:11 (+07:00)\u2069");
    assertThat(text.chars().filter(c -> c == 0x2066).count())
        .isEqualTo(text.chars().filter(c -> c == 0x2069).count());
  }

  @Test
  void aCopySaysWhatItWasMadeFrom() {
    Seal copy =
        new Seal(
            SEAL.time(),
            SEAL.extraction(),
            SEAL.request(),
            null,
            null,
            SEAL.requested(),
            SEAL.decided(),
            null,
            SEAL.contents(),
            List.of(),
            "ab".repeat(64),
            SEAL.enclosed(),
            SEAL.salt());
    Known known = new Known("p", copy, KEY, true, 0, List.of(), List.of(), null, List.of());
    assertThat(intact(known))
        .contains("This is a copy made from another package", "abababab abababab");
    assertThat(intact(Known.SEALED)).doesNotContain("copy made from");
  }
}
