package anbinh.oversight.sample;

import anbinh.audit.event.AuditLog;
import anbinh.audit.log.Roots;
import anbinh.platform.CheckReport;
import anbinh.platform.ConsistencyCheck;
import anbinh.platform.Finding;
import anbinh.seal.json.Json;
import anbinh.seal.tree.Hash;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Draws each week again from the log, and holds what comes of it against the entry that told of
/// the draw and against what was given to reviewers.
@Component
class SampleAgainstLog implements ConsistencyCheck {
  private final SampleTable table;
  private final Candidates candidates;
  private final Roots roots;
  private final AuditLog log;

  SampleAgainstLog(SampleTable table, Candidates candidates, Roots roots, AuditLog log) {
    this.table = table;
    this.candidates = candidates;
    this.roots = roots;
    this.log = log;
  }

  @Override
  public String subject() {
    return "weekly samples against log";
  }

  @Override
  public String unit() {
    return "samples";
  }

  @Override
  public long run(CheckReport findings) {
    Map<String, Json.Obj> recorded = new HashMap<>();
    log.forEach(
        SampleEvent.DRAWN,
        page -> page.forEach(each -> recorded.put(String.valueOf(each.objectId()), each.facts())));
    long next = 0;
    long looked = 0;
    for (WeeklySample each : table.listDraws()) {
      String name = "sample of the week of " + each.week();
      if (each.fromIndex() != next) {
        findings.accept(new Finding(name, "entries before " + each.fromIndex() + " were left out"));
      }
      List<Long> found = candidates.list(each.fromIndex(), each.toIndex());
      Hash root = roots.find(each.toIndex()).orElse(Hash.sha256());
      List<Long> drawn = RandomSample.draw(root, found, each.drawn());
      if (!root.equals(each.root()) || found.size() != each.candidates()) {
        findings.accept(new Finding(name, "the log gives another root or other candidates"));
      }
      if (!says(recorded.remove(each.week().toString()), each, drawn)) {
        findings.accept(new Finding(name, "the log does not say that it was drawn so"));
      }
      if (!new HashSet<>(drawn).containsAll(table.entries(each.week()))) {
        findings.accept(new Finding(name, "reviewers were given what was not drawn"));
      }
      next = each.toIndex();
      looked++;
    }
    recorded
        .keySet()
        .forEach(week ->
            findings.accept(
                new Finding("sample of the week of " + week, "the log says that it was drawn")));
    return looked;
  }

  private static boolean says(Json.@Nullable Obj facts, WeeklySample draw, List<Long> drawn) {
    return facts != null
        && is(facts, "from", Json.of(draw.fromIndex()))
        && is(facts, "to", Json.of(draw.toIndex()))
        && is(facts, "root", Json.of(draw.root().hex()))
        && is(facts, "candidates", Json.of(draw.candidates()))
        && is(facts, "entries", new Json.Arr(drawn.stream().<Json>map(Json::of).toList()));
  }

  private static boolean is(Json.Obj facts, String name, Json value) {
    return facts.find(name).filter(value::equals).isPresent();
  }
}
