package anbinh.standard.assessment;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.identity.people.People;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.standard.StandardEvent;
import anbinh.standard.StandardOutcome;
import anbinh.standard.StandardProblem;
import anbinh.standard.StandardState;
import anbinh.standard.criteria.Criteria;
import anbinh.standard.criteria.StandardVersion;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds dossiers and adds steps to them, each with an entry of the log. Safe for many threads; to
/// be called in a transaction.
@Component
public class Dossiers {
  private final StandardTable table;
  private final StandardAnswerTable answers;
  private final Criteria criteria;
  private final People people;
  private final Ids ids;
  private final InstantSource clock;
  private final AuditLog log;

  Dossiers(
      StandardTable table,
      StandardAnswerTable answers,
      Criteria criteria,
      People people,
      Ids ids,
      InstantSource clock,
      AuditLog log) {
    this.table = table;
    this.answers = answers;
    this.criteria = criteria;
    this.people = people;
    this.ids = ids;
    this.clock = clock;
    this.log = log;
  }

  public LocalDate today() {
    return criteria.today();
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  Assessment get(UUID id) {
    return table.find(id).orElseThrow(() -> Problem.of(StandardProblem.NO_SUCH_ASSESSMENT));
  }

  public Dossier read(UUID id) {
    return dossier(get(id));
  }

  /// Finds one and keeps others from changing it until the transaction ends.
  Dossier lockForUpdate(UUID id) {
    return dossier(
        table.findForUpdate(id).orElseThrow(() -> Problem.of(StandardProblem.NO_SUCH_ASSESSMENT)));
  }

  Dossier dossier(Assessment assessment) {
    StandardVersion version =
        criteria.findVersion(assessment.kind(), assessment.year()).orElseThrow();
    return new Dossier(
        assessment,
        version,
        criteria.list(assessment.kind(), assessment.year()),
        answers.answers(assessment.id()),
        answers.reviews(assessment.id()),
        answers.evidence(assessment.id()),
        table.steps(assessment.id()));
  }

  /// That of the same unit in the year before.
  Optional<Dossier> findLastYear(Assessment of) {
    return table.find(of.areaId(), of.year() - 1).map(this::dossier);
  }

  /// Whether a person, by whatever account, did none of it.
  boolean isOther(Person person, Set<UUID> did) {
    return people.accountsOf(person.id()).stream().noneMatch(did::contains);
  }

  /// What a step says beside its kind.
  ///
  /// @param words why, or what else there is to say
  /// @param exceptions the criteria that something stood against when they were taken as met
  record Said(
      @Nullable StandardOutcome outcome,
      @Nullable String number,
      @Nullable LocalDate on,
      @Nullable String words,
      @Nullable String lateReason,
      List<String> exceptions) {
    Said {
      exceptions = List.copyOf(exceptions);
    }

    Said(
        @Nullable StandardOutcome outcome,
        @Nullable String number,
        @Nullable LocalDate on,
        @Nullable String words,
        @Nullable String lateReason) {
      this(outcome, number, on, words, lateReason, List.of());
    }

    static Said of(StandardOutcome outcome) {
      return new Said(outcome, null, null, null, null);
    }

    static Said why(String words) {
      return new Said(null, null, null, words, null);
    }
  }

  /// Adds a step and moves the assessment to where it leads.
  UUID step(
      Assessment assessment,
      StandardEvent type,
      StandardStep.Kind kind,
      StandardState state,
      Said said,
      Person by) {
    int round = kind == StandardStep.Kind.RETURNED ? assessment.round() + 1 : assessment.round();
    StandardOutcome outcome =
        switch (state) {
          case REGISTERED, SELF_ASSESSED, APPRAISED -> null;
          case DECIDED -> said.outcome();
          case CERTIFIED, REVOKED -> assessment.outcome();
        };
    var step =
        new StandardStep(
            ids.next(),
            kind,
            assessment.round(),
            said.outcome(),
            said.number(),
            said.on(),
            said.words(),
            said.lateReason(),
            by.id(),
            now());
    table.move(assessment.id(), state, outcome, round);
    table.add(assessment.id(), step);
    log.record(event(type, assessment, by, said));
    return step.id();
  }

  private static Event event(StandardEvent type, Assessment assessment, Person by, Said said) {
    Event event = event(type, assessment, by).fact("late", said.lateReason() != null);
    if (said.outcome() != null) {
      event = event.fact("outcome", said.outcome());
    }
    if (!said.exceptions().isEmpty()) {
      event = event.fact("exceptions", String.join(" ", said.exceptions()));
    }
    if (said.on() != null) {
      event = event.fact("paperOn", said.on().toString());
    }
    return said.number() == null ? event : event.detail("paper", said.number());
  }

  static Event event(StandardEvent type, Assessment assessment, Person by) {
    return Event.of(type)
        .by(by.actor())
        .about("standard", assessment.id(), assessment.code())
        .fact("area", assessment.areaId())
        .fact("year", assessment.year());
  }

  /// Refuses while not all of these are done, and says which are not.
  static void requireNone(StandardProblem code, List<String> missing) {
    if (!missing.isEmpty()) {
      throw Problem.of(code, String.join(", ", missing)).with("criteria", missing);
    }
  }
}
