package anbinh.evidence.copy;

import anbinh.evidence.collect.footage.PackageJson;
import anbinh.evidence.copy.CopySealing.Subject;
import anbinh.identity.people.People;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Writes `copy.json`, the record of a copy field by field: what it is, of what it was made, what
/// is hidden and why, how, by whom, and who looked at it.
@Component
class CopyRecord {
  static final String FORMAT = "anbinh.copy/1";

  private final People people;

  CopyRecord(People people) {
    this.people = people;
  }

  byte[] write(Subject subject) {
    Copy copy = subject.copy();
    Copy.Order order = copy.order();
    Copy.Made made = subject.made();
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("format", FORMAT);
    record.put("what", "a copy, not the original; the master stays untouched in its package");
    record.put("copy", subject.code());
    record.put("request", subject.request().code());
    record.put("file", file(copy, made));
    record.put("derivedFrom", master(subject));
    Redaction covering = order.covering();
    if (covering != null) {
      record.put("redaction", redaction(order, covering));
    }
    record.put("sound", order.keepsSound() ? "as in the master" : "removed");
    record.put("acquisition", acquisition(made));
    record.put("ordered", act(order.by(), order.at(), order.words()));
    String words = subject.review().words();
    record.put(
        "confirmed", act(subject.review().by(), subject.review().at(), words == null ? "" : words));
    record.put("anotherPersonThanOrdered", !subject.review().by().equals(order.by()));
    return PackageJson.write(record).getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, Object> file(Copy copy, Copy.Made made) {
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("path", copy.file().replaceFirst("data/", ""));
    file.put("role", copy.order().kind() == Copy.Kind.REDACTED ? "REDACTED" : "COURT_PLAYABLE");
    file.put("mediaType", "video/mp4");
    file.put("bytes", made.bytes());
    file.put("sha256", made.sha256());
    return file;
  }

  private static Map<String, Object> master(Subject subject) {
    Map<String, Object> master = new LinkedHashMap<>();
    master.put("package", subject.master().extraction());
    master.put("tagManifestSha512", subject.master().contents().tagManifestSha512());
    master.put("path", subject.copy().order().master().replaceFirst("data/", ""));
    master.put("sha256", subject.copy().order().masterSha256());
    return master;
  }

  private static Map<String, Object> redaction(Copy.Order order, Redaction covering) {
    Map<String, Object> redaction = new LinkedHashMap<>();
    redaction.put("reasons", order.reasons());
    redaction.put("mode", covering.mode());
    redaction.put("fill", covering.fill());
    redaction.put("tracks", covering.tracks());
    redaction.put("drawnBy", "hand: boxes with key positions, straight between them");
    redaction.put("boxes", Redaction.BOXES);
    return redaction;
  }

  private static Map<String, Object> acquisition(Copy.Made made) {
    Map<String, Object> acquisition = new LinkedHashMap<>();
    acquisition.put("madeAt", made.at());
    acquisition.put("transcoded", made.method() == Copy.Method.ENCODED);
    acquisition.put("tool", made.tool());
    acquisition.put("command", made.command());
    return acquisition;
  }

  private Map<String, Object> act(UUID who, Instant at, String words) {
    Map<String, Object> act = new LinkedHashMap<>();
    act.put("pseudonym", people.get(who).pseudonym().toString());
    act.put("name", people.get(who).displayName());
    act.put("at", at);
    act.put("words", words);
    return act;
  }
}
