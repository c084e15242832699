package anbinh.evidence.web.custody;

import anbinh.evidence.web.custody.VerdictView.VerdictLine;
import anbinh.platform.Messages;
import anbinh.platform.Site;
import anbinh.seal.note.Checkpoint;
import anbinh.seal.note.VerifierKey;
import anbinh.seal.policy.Witnessing;
import anbinh.seal.verify.Attestation;
import anbinh.seal.verify.Facts;
import anbinh.seal.verify.Finding;
import anbinh.seal.verify.Verdict;
import anbinh.seal.verify.VerdictText;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// Says a verdict in the reader's language, line by line.
@Component
class VerdictResponseMapper {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss xxx", Locale.ROOT);
  private static final int SHOWN_FINDINGS = 20;

  private final Messages messages;
  private final Site site;

  VerdictResponseMapper(Messages messages, Site site) {
    this.messages = messages;
    this.site = site;
  }

  VerdictView of(Verdict verdict, Instant checkedAt) {
    var text = new VerdictText(LocaleContextHolder.getLocale(), site.zone());
    Facts facts = verdict.facts();
    List<VerdictLine> lines = new ArrayList<>();
    lines.add(
        new VerdictLine(
            "FILES",
            facts.files() > 0 && facts.unchangedFiles() == facts.files(),
            text("files", facts.unchangedFiles(), facts.files(), facts.provedSegments())));
    for (Finding finding : verdict.findings().stream().limit(SHOWN_FINDINGS).toList()) {
      lines.add(new VerdictLine("FILES", false, finding.file() + ": " + finding.reason().name()));
    }
    lines.add(new VerdictLine("SEAL", facts.keyTrusted(), sealedBy(facts.key())));
    // All that the office signed with one certificate is one line.
    facts.attestations().stream()
        .filter(attestation -> attestation.time() == null)
        .collect(
            Collectors.groupingBy(
                Attestation::by,
                TreeMap::new,
                Collectors.mapping(Attestation::file, Collectors.joining(", "))))
        .forEach(
            (by, files) -> lines.add(new VerdictLine("SEAL", true, text("signed", files, by))));
    lines.add(new VerdictLine("TIME", null, time(facts)));
    lines.add(log(facts.leafIndex(), facts.checkpoint(), facts.key() != null));
    if (facts.handOvers().isEmpty()) {
      lines.add(new VerdictLine("HANDED_OVER", null, text("handed-none")));
    }
    facts
        .handOvers()
        .forEach(
            handOver -> lines.add(new VerdictLine("HANDED_OVER", true, text.handedOver(handOver))));
    Witnessing witnessing = facts.witnessing();
    if (witnessing != null) {
      lines.add(witnesses(witnessing));
    }
    lines.add(new VerdictLine("NOT_CHECKED", null, text("not-checked")));
    return new VerdictView(VerdictView.word(verdict), text.sentence(verdict), lines, checkedAt);
  }

  private VerdictLine log(@Nullable Long index, @Nullable Checkpoint head, boolean signed) {
    return index == null || head == null || !signed
        ? new VerdictLine("LOG", false, text("log-none"))
        : new VerdictLine("LOG", true, text("log", index.toString(), Long.toString(head.size())));
  }

  /// A quorum that was missing when the package was sealed stays missing in it.
  private VerdictLine witnesses(Witnessing witnessing) {
    String names =
        witnessing.statements().stream()
            .flatMap(statement ->
                statement.findTime().stream()
                    .map(at ->
                        statement.witness().name() + " " + TIME.format(at.atZone(site.zone()))))
            .collect(Collectors.joining(", "));
    return new VerdictLine(
        "WITNESSES",
        witnessing.reached(),
        text(
            names.isEmpty() ? "witnesses-none" : "witnesses",
            witnessing.have(),
            witnessing.needed(),
            names));
  }

  private String time(Facts facts) {
    Attestation stamp = facts.findTimeStamp().orElse(null);
    Instant at = stamp == null ? null : stamp.time();
    return stamp == null || at == null
        ? text("time-none")
        : text("time-stamped", stamp.by(), TIME.format(at.atZone(site.zone())));
  }

  private String sealedBy(@Nullable VerifierKey key) {
    return key == null ? text("seal-none") : text("seal", key.name(), key.fingerprint());
  }

  private String text(String key, Object... arguments) {
    return messages.text("evidence.verdict." + key, arguments);
  }
}
