package anbinh.seal.verify;

import anbinh.seal.json.Json;
import anbinh.seal.log.EventRecord;
import anbinh.seal.note.Checkpoint;
import anbinh.seal.note.VerifierKey;
import anbinh.seal.note.WitnessKey;
import anbinh.seal.pack.Receipt;
import anbinh.seal.pack.Seal;
import anbinh.seal.policy.Witnessing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A verdict for programs, as JSON of the format `anbinh.verdict/1`.
public final class VerdictJson {
  private VerdictJson() {}

  /// The word for a verdict: `intact`, `altered`, `incomplete`, `unknown-key`, `unwitnessed` or
  /// `malformed`.
  public static String word(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Intact _ -> "intact";
      case Verdict.Altered _ -> "altered";
      case Verdict.Incomplete _ -> "incomplete";
      case Verdict.UnknownKey _ -> "unknown-key";
      case Verdict.Unwitnessed _ -> "unwitnessed";
      case Verdict.Malformed _ -> "malformed";
    };
  }

  /// The verdict as one JSON object; members without a value are left out.
  public static Json.Obj write(Verdict verdict) {
    Facts facts = verdict.facts();
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("format", Json.of("anbinh.verdict/1"));
    members.put("verdict", Json.of(word(verdict)));
    members.put("name", Json.of(wellFormed(facts.name())));
    members.put("files", Json.of(facts.files()));
    members.put("unchangedFiles", Json.of(facts.unchangedFiles()));
    members.put("bytes", Json.of(facts.bytes()));
    Seal seal = facts.seal();
    if (seal != null) {
      members.put("extraction", Json.of(seal.extraction()));
      members.put("request", Json.of(seal.request()));
      members.put("sealedAt", Json.of(EventRecord.formatTime(seal.time())));
      if (seal.derivedFrom() != null) {
        members.put("derivedFrom", Json.of(seal.derivedFrom()));
      }
    }
    Long leafIndex = facts.leafIndex();
    if (leafIndex != null) {
      members.put("leafIndex", Json.of(leafIndex));
    }
    Checkpoint checkpoint = facts.checkpoint();
    if (checkpoint != null) {
      members.put("origin", Json.of(checkpoint.origin()));
      members.put("treeSize", Json.of(checkpoint.size()));
      members.put("root", Json.of(checkpoint.root().hex()));
    }
    VerifierKey key = facts.key();
    if (key != null) {
      members.put("key", Json.of(key.write()));
      members.put("keyFingerprint", Json.of(key.fingerprint()));
      members.put("keyTrusted", new Json.Bool(facts.keyTrusted()));
    }
    members.put("provedSegments", Json.of(facts.provedSegments()));
    members.put("wholeSegments", Json.of(facts.wholeSegments()));
    members.put(
        "attestations",
        new Json.Arr(facts.attestations().stream().map(VerdictJson::attestation).toList()));
    members.put(
        "handOvers", new Json.Arr(facts.handOvers().stream().map(VerdictJson::handOver).toList()));
    Witnessing witnessing = facts.witnessing();
    if (witnessing != null) {
      members.put("witnesses", witnesses(witnessing));
    }
    members.put("notChecked", new Json.Arr(facts.attachments().stream().map(Json::of).toList()));
    List<Json> findings = new ArrayList<>();
    for (Finding finding : verdict.findings()) {
      findings.add(
          new Json.Obj(
              Map.of(
                  "file", Json.of(wellFormed(finding.file())),
                  "reason", Json.of(finding.reason().name()),
                  "detail", Json.of(wellFormed(finding.detail())))));
    }
    members.put("findings", new Json.Arr(findings));
    return new Json.Obj(members);
  }

  static Json witnesses(Witnessing witnessing) {
    List<Json> statements = new ArrayList<>();
    for (Witnessing.Statement statement : witnessing.statements()) {
      Map<String, Json> members = new LinkedHashMap<>();
      members.put("name", Json.of(statement.witness().name()));
      members.put("key", Json.of(statement.witness().key().write()));
      members.put(
          "answer",
          Json.of(
              switch (statement.answer()) {
                case WitnessKey.Answer.Cosigned _ -> "cosigned";
                case WitnessKey.Answer.Absent _ -> "absent";
                case WitnessKey.Answer.Forged _ -> "forged";
              }));
      statement
          .findTime()
          .ifPresent(at -> members.put("time", Json.of(EventRecord.formatTime(at))));
      statements.add(new Json.Obj(members));
    }
    return new Json.Obj(
        Map.of(
            "have", Json.of(witnessing.have()),
            "needed", Json.of(witnessing.needed()),
            "members", Json.of(witnessing.members()),
            "reached", new Json.Bool(witnessing.reached()),
            "statements", new Json.Arr(statements)));
  }

  private static Json attestation(Attestation attestation) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("file", Json.of(attestation.file()));
    members.put("by", Json.of(wellFormed(attestation.by())));
    members.put("certificateSha256", Json.of(attestation.certificateSha256()));
    members.put("namedByBag", new Json.Bool(attestation.named()));
    Instant time = attestation.time();
    if (time != null) {
      members.put("time", Json.of(EventRecord.formatTime(time)));
    }
    members.put("trustChecked", new Json.Bool(false));
    return new Json.Obj(members);
  }

  private static Json handOver(HandOver handOver) {
    Receipt receipt = handOver.receipt();
    return new Json.Obj(
        Map.of(
            "number", Json.of(receipt.number()),
            "to", Json.of(receipt.to().name()),
            "toOffice", Json.of(receipt.to().office()),
            "toTitle", Json.of(receipt.to().title()),
            "from", Json.of(receipt.from().name()),
            "fromOffice", Json.of(receipt.from().office()),
            "receivedAt", Json.of(EventRecord.formatTime(receipt.receivedAt())),
            "identity", Json.of(Receipt.code(receipt.identity())),
            "medium", Json.of(Receipt.code(receipt.medium())),
            "leafIndex", Json.of(handOver.leafIndex())));
  }

  /// A name from outside, with lone surrogates replaced.
  private static String wellFormed(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
