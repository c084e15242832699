package anbinh.sightings.casepass;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.cases.CaseFile;
import anbinh.cases.store.Cases;
import anbinh.identity.AreaScope;
import anbinh.identity.Person;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import anbinh.platform.WrittenText;
import anbinh.sightings.Sighting;
import anbinh.sightings.SightingEvent;
import anbinh.sightings.SightingProblem;
import anbinh.sightings.dictionary.PlatePattern;
import anbinh.sightings.learning.LearnedCosts;
import anbinh.sightings.store.SightingTable;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Keeps passes in cases; rights are the caller's to check. Safe for many threads.
@Component
public class CasePasses {
  private final CasePassTable table;
  private final SightingTable sightings;
  private final Cases cases;
  private final LearnedCosts costs;
  private final SiteClock clock;
  private final AuditLog log;

  CasePasses(
      CasePassTable table,
      SightingTable sightings,
      Cases cases,
      LearnedCosts costs,
      SiteClock clock,
      AuditLog log) {
    this.table = table;
    this.sightings = sightings;
    this.cases = cases;
    this.costs = costs;
    this.clock = clock;
    this.log = log;
  }

  /// @param scope in which the person may see passes
  @Transactional
  public CasePass keep(CaseFile file, NewCasePass said, Person by, AreaScope scope) {
    cases.lockOpen(file.id());
    Sighting sighting =
        sightings.list(List.of(said.position())).stream()
            .filter(each -> scope.includes(each.areaId()))
            .findFirst()
            .orElseThrow(() -> Problem.of(SightingProblem.NO_SUCH_PASS));
    boolean learned =
        table.find(file.id(), sighting.position()).filter(CasePass::learned).isPresent();
    CasePass kept =
        new CasePass(
            file.id(),
            sighting.position(),
            said.verdict(),
            WrittenText.orNull(said.note()),
            sighting.cameraId(),
            sighting.bestAt(),
            by.id(),
            clock.now(),
            said.verdict().holds(),
            learned || learn(said, sighting));
    table.put(kept);
    log.record(event(file, kept, by));
    return kept;
  }

  /// Each pass of a case teaches once, whatever is said of it later.
  private boolean learn(NewCasePass said, Sighting sighting) {
    String plate = WrittenText.orNull(said.remembered());
    return plate != null
        && said.verdict() != Verdict.UNDECIDED
        && costs.learn(pattern(plate), sighting, said.verdict() == Verdict.CONFIRMED);
  }

  private static PlatePattern pattern(String plate) {
    try {
      return PlatePattern.of(plate);
    } catch (IllegalArgumentException e) {
      throw Problem.invalid("remembered", "sighting-plate-pattern").because(e);
    }
  }

  /// In order of time; a look that is an entry of the log.
  @Transactional
  public List<CasePass> list(CaseFile file, Person by) {
    List<CasePass> kept = table.list(file.id());
    log.record(
        Event.of(SightingEvent.PASSES_READ)
            .by(by.actor())
            .about("case", file.id(), file.code())
            .within(file.areaId())
            .fact("passes", kept.size()));
    return kept;
  }

  /// Those of some positions that are said to be of what is sought, in order of time.
  public List<CasePass> listConfirmed(UUID caseId, Set<Long> positions) {
    return table.list(caseId).stream()
        .filter(each -> each.verdict() == Verdict.CONFIRMED && positions.contains(each.position()))
        .toList();
  }

  private static Event event(CaseFile file, CasePass kept, Person by) {
    Event event =
        Event.of(SightingEvent.PASS_KEPT)
            .by(by.actor())
            .about("case", file.id(), file.code())
            .within(file.areaId())
            .fact("position", kept.position())
            .fact("verdict", kept.verdict());
    String note = kept.note();
    return note == null ? event : event.detail("note", note);
  }
}
