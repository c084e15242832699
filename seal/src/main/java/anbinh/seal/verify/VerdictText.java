package anbinh.seal.verify;

import anbinh.seal.note.VerifierKey;
import anbinh.seal.pack.Receipt;
import anbinh.seal.pack.Seal;
import anbinh.seal.policy.Witnessing;
import anbinh.seal.text.Messages;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A verdict for people: one sentence, five lines, and what was found.
public final class VerdictText {
  private static final int SHOWN_FINDINGS = 50;

  private final Messages messages;
  private final DateTimeFormatter time;

  /// Texts in the language of `locale` (English when there are none) with times in `zone`.
  public VerdictText(Locale locale, ZoneId zone) {
    this(Messages.of("verify", locale), zone);
  }

  VerdictText(Messages messages, ZoneId zone) {
    this.messages = messages;
    this.time = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss '('xxx')'").withZone(zone);
  }

  /// The one sentence.
  public String sentence(Verdict verdict) {
    String key =
        switch (verdict) {
          case Verdict.Intact _ -> "sentence.intact";
          case Verdict.UnknownKey _ -> "sentence.unknown-key";
          case Verdict.Unwitnessed _ -> "sentence.unwitnessed";
          case Verdict.Altered _ -> "sentence.altered";
          case Verdict.Incomplete _ -> "sentence.incomplete";
          case Verdict.Malformed _ -> "sentence.malformed";
        };
    String first =
        verdict.findings().isEmpty() ? "" : finding(verdict.findings().getFirst(), false);
    return messages.text(key, sealedAt(verdict.facts().seal()), first);
  }

  /// Sentence, lines and findings, with a line feed after each line.
  public String write(Verdict verdict) {
    Facts facts = verdict.facts();
    String mark =
        switch (verdict) {
          case Verdict.Intact _ -> "✓ ";
          case Verdict.UnknownKey _, Verdict.Unwitnessed _ -> "? ";
          case Verdict.Altered _, Verdict.Incomplete _, Verdict.Malformed _ -> "✗ ";
        };
    List<String> lines = new ArrayList<>();
    lines.add(mark + messages.machine(visible(facts.name())));
    lines.add(sentence(verdict));
    if (facts.seal() != null || facts.files() > 0) {
      addLines(facts, lines);
    }
    for (Finding finding : verdict.findings().stream().limit(SHOWN_FINDINGS).toList()) {
      lines.add("  - " + finding(finding, true));
    }
    if (verdict.findings().size() > SHOWN_FINDINGS) {
      lines.add("  - … +" + (verdict.findings().size() - SHOWN_FINDINGS));
    }
    return String.join("\n", lines) + "\n";
  }

  private void addLines(Facts facts, List<String> lines) {
    String unchanged = Long.toString(facts.unchangedFiles());
    String files = Long.toString(facts.files());
    line(
        lines,
        1,
        "line.files",
        facts.provedSegments() == 0
            ? messages.text("files.value", unchanged, files)
            : messages.text(
                "files.recorded",
                unchanged,
                files,
                Integer.toString(facts.provedSegments()),
                Integer.toString(facts.wholeSegments())));
    line(lines, 2, "line.sealed-by", sealedBy(facts.key(), facts.keyTrusted()));
    line(lines, 3, "line.time", time(facts));
    line(
        lines,
        4,
        "line.log",
        facts.checkpoint() == null || facts.leafIndex() == null || facts.key() == null
            ? messages.text("log.no")
            : messages.text(
                "log.yes",
                facts.leafIndex().toString(),
                Long.toString(facts.checkpoint().size()),
                messages.hash(facts.checkpoint().root().hex())));
    line(
        lines,
        5,
        "line.not-checked",
        facts.attachments().isEmpty()
            ? messages.text("not-checked.value")
            : messages.text(
                "not-checked.more", messages.machine(String.join(", ", facts.attachments()))));
    Witnessing witnessing = facts.witnessing();
    if (witnessing != null) {
      lines.add("  " + witnesses(witnessing));
    }
    for (Attestation attestation : facts.attestations()) {
      if (attestation.time() == null) {
        lines.add("  " + signed(attestation));
      }
    }
    if (facts.handOvers().isEmpty()) {
      lines.add("  " + messages.text("handed.none"));
    }
    for (HandOver handOver : facts.handOvers()) {
      lines.add("  " + handedOver(handOver));
    }
    Seal seal = facts.seal();
    if (seal != null && seal.derivedFrom() != null) {
      lines.add("  " + messages.text("derived", messages.hash(seal.derivedFrom())));
    }
  }

  private String time(Facts facts) {
    Attestation stamp = facts.findTimeStamp().orElse(null);
    Instant at = stamp == null ? null : stamp.time();
    return stamp == null || at == null
        ? messages.text("time.none", sealedAt(facts.seal()))
        : messages.text(
            "time.stamped",
            messages.machine(time.format(at)),
            messages.machine(visible(stamp.by())),
            messages.hash(stamp.certificateSha256()),
            sealedAt(facts.seal()));
  }

  /// How many of which quorum, and each witness by its name in the policy.
  String witnesses(Witnessing witnessing) {
    List<String> each = new ArrayList<>();
    for (Witnessing.Statement statement : witnessing.statements()) {
      String name = messages.machine(visible(statement.witness().name()));
      each.add(
          statement
              .findTime()
              .map(at -> messages.text("witness.seen", name, messages.machine(time.format(at))))
              .orElseGet(() -> messages.text("witness.absent", name)));
    }
    return messages.text(
        "witnesses",
        Integer.toString(witnessing.have()),
        Integer.toString(witnessing.needed()),
        Integer.toString(witnessing.members()),
        String.join("; ", each));
  }

  private String signed(Attestation attestation) {
    return messages.text(
        "signed",
        messages.machine(visible(attestation.file())),
        messages.machine(visible(attestation.by())),
        messages.hash(attestation.certificateSha256()));
  }

  /// Whom the package was handed over to, when, by whom, and how it was confirmed.
  public String handedOver(HandOver handOver) {
    Receipt receipt = handOver.receipt();
    Receipt.To to = receipt.to();
    String title = to.title().isEmpty() ? "" : visible(to.title()) + ", ";
    return messages.text(
        "handed." + Receipt.code(receipt.identity()),
        messages.machine(visible(to.name()) + " (" + title + visible(to.office()) + ")"),
        messages.machine(time.format(receipt.receivedAt())),
        messages.machine(
            visible(receipt.from().name()) + " (" + visible(receipt.from().office()) + ")"),
        Integer.toString(receipt.number()),
        Long.toString(handOver.leafIndex()));
  }

  private void line(List<String> lines, int number, String label, String value) {
    lines.add("  " + number + " " + messages.text(label) + ": " + value);
  }

  private String sealedBy(@Nullable VerifierKey key, boolean trusted) {
    if (key == null) {
      return messages.text("sealed-by.none");
    }
    return messages.text(
        trusted ? "sealed-by.given" : "sealed-by.enclosed",
        messages.machine(visible(key.name())),
        messages.machine(key.id()),
        messages.hash(key.fingerprint()));
  }

  private String sealedAt(@Nullable Seal seal) {
    Instant instant = seal == null ? null : seal.time();
    return instant == null ? "…" : messages.machine(time.format(instant));
  }

  private String finding(Finding finding, boolean withDetail) {
    String text =
        messages.machine(visible(finding.file()))
            + ": "
            + messages.text("reason." + finding.reason().name());
    return withDetail && !finding.detail().isEmpty()
        ? text + " (" + messages.machine(visible(finding.detail())) + ")"
        : text;
  }

  /// A name from outside without what could move the cursor or turn the direction of writing.
  static String visible(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(300)
        .forEach(c -> {
          int type = Character.getType(c);
          if (Character.isISOControl(c)
              || type == Character.FORMAT
              || type == Character.SURROGATE
              || type == Character.LINE_SEPARATOR
              || type == Character.PARAGRAPH_SEPARATOR) {
            shown.append(String.format("<U+%04X>", c));
          } else {
            shown.appendCodePoint(c);
          }
        });
    return shown.toString();
  }
}
