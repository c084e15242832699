package anbinh.situation.flag;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.platform.DataFolder;
import anbinh.platform.FoldedText;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import anbinh.platform.secret.KeyedHash;
import anbinh.situation.SituationEvent;
import anbinh.situation.SituationProblem;
import anbinh.situation.SituationSettings;
import anbinh.situation.flag.AccusationTable.Flag;
import anbinh.situation.report.Situation;
import anbinh.situation.report.SituationContent;
import anbinh.situation.report.SituationContent.NamedPerson;
import anbinh.situation.report.SituationContent.NamedRole;
import anbinh.situation.report.SituationContent.ReportWords;
import anbinh.situation.report.SituationTable;
import anbinh.situation.reporter.ReporterStore;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Finds that one reporter names one person again and again, without a name in a table: a
/// supervisor is told how often, and opens it with a reason to learn of whom. Who reported stays
/// closed. Safe for many threads.
@Component
public class SituationFlags {
  private static final Duration WITHIN = Duration.ofDays(365);

  private final AccusationTable table;
  private final SituationTable situations;
  private final ReporterStore reporters;
  private final SituationSettings settings;
  private final KeyedHash hash;
  private final Ids ids;
  private final SiteClock clock;
  private final AuditLog log;

  SituationFlags(
      AccusationTable table,
      SituationTable situations,
      ReporterStore reporters,
      SituationSettings settings,
      DataFolder data,
      Ids ids,
      SiteClock clock,
      AuditLog log) {
    this.table = table;
    this.situations = situations;
    this.reporters = reporters;
    this.settings = settings;
    this.hash = new KeyedHash(data.folder("situation").resolve("situation-named.key"));
    this.ids = ids;
    this.clock = clock;
    this.log = log;
  }

  /// Notes whom a report names now.
  @Transactional(propagation = Propagation.MANDATORY)
  public void note(Situation one, SituationContent content) {
    byte[] reporter = reporters.findHash(one.id()).orElse(null);
    if (reporter == null) {
      return;
    }
    names(content)
        .forEach((name, asPerson) -> {
          byte[] named = hashOf(name, one.place().communeId());
          table.put(one.id(), reporter, named, asPerson, clock.now());
          flagWhereEnough(one, reporter, named);
        });
  }

  private void flagWhereEnough(Situation one, byte[] reporter, byte[] named) {
    UUID commune = one.place().communeId();
    int reports = table.listReports(reporter, named, commune, clock.now().minus(WITHIN)).size();
    UUID id = ids.next();
    if (reports >= settings.flagAfter()
        && table.flag(id, commune, reporter, named, reports, clock.now())) {
      log.record(
          Event.of(SituationEvent.FLAGGED).about("area", commune, null).fact("reports", reports));
    }
  }

  /// Whom a report names, by who reported: whether each name was given as a person's who is
  /// accused, or only stands in a text.
  static Map<String, Boolean> names(SituationContent content) {
    Map<String, Boolean> names = new HashMap<>();
    content
        .versions()
        .forEach(version -> {
          ReportWords words = version.words();
          Stream.concat(
                  Stream.of(words.seen(), words.told(), words.toldBy(), words.placeWords()),
                  words.people().stream().map(NamedPerson::words))
              .flatMap(text -> NamesInText.of(text).stream())
              .forEach(name -> names.putIfAbsent(name, false));
          words.people().stream()
              .filter(each -> each.role() == NamedRole.ACCUSED)
              .map(each -> FoldedText.words(each.name()))
              .filter(name -> !name.isEmpty())
              .forEach(name -> names.put(name, true));
        });
    content.notes().stream()
        .filter(each -> each.by() == null)
        .flatMap(each -> NamesInText.of(each.words()).stream())
        .forEach(name -> names.putIfAbsent(name, false));
    return names;
  }

  /// Namesakes of two communes are two people.
  private byte[] hashOf(String name, UUID commune) {
    return hash.of(commune + " " + name);
  }

  /// Those of whose reports the reader has no part in any.
  List<Flag> list(Set<UUID> communes, Person reader, @Nullable UUID before, int rows) {
    return table.list(communes, reader.id(), before, rows);
  }

  /// One whose person somebody may be does not exist for them.
  Flag get(UUID id, Person reader) {
    return table
        .find(id)
        .filter(each -> !table.hasPart(each, reader.id()))
        .orElseThrow(() -> Problem.of(SituationProblem.NO_SUCH_SITUATION_FLAG));
  }

  /// A flag, opened for somebody.
  ///
  /// @param name as the first of the reports has it
  record Opened(Flag flag, String name, List<Situation> reports) {}

  /// Says who was named and in which reports; each opening is an entry of the log.
  @Transactional
  Opened open(Flag flag, String reason, Person by) {
    List<UUID> found =
        table.listReports(flag.reporter(), flag.named(), flag.communeId(), flag.at().minus(WITHIN));
    table.opened(flag.id(), by.id(), clock.now());
    log.record(
        Event.of(SituationEvent.FLAG_OPENED)
            .by(by.actor())
            .about("area", flag.communeId(), null)
            .fact("reports", found.size())
            .detail("reason", reason));
    String name =
        found.stream().flatMap(each -> findName(each, flag).stream()).findFirst().orElse("");
    return new Opened(flag, name, situations.list(found));
  }

  private Optional<String> findName(UUID situation, Flag flag) {
    return situations
        .findContent(situation)
        .flatMap(content ->
            content.versions().stream()
                .flatMap(each -> each.words().people().stream())
                .map(NamedPerson::name)
                .filter(each ->
                    Arrays.equals(hashOf(FoldedText.words(each), flag.communeId()), flag.named()))
                .findFirst());
  }

  public void erase(UUID situation) {
    table.erase(situation);
  }
}
