package anbinh.standard.assessment;

import anbinh.areas.unit.Areas;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.identity.session.Access;
import anbinh.platform.FieldProblems;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.WrittenText;
import anbinh.print.Sheet;
import anbinh.standard.StandardEvent;
import anbinh.standard.StandardOutcome;
import anbinh.standard.StandardProblem;
import anbinh.standard.StandardState;
import anbinh.standard.criteria.Criterion;
import anbinh.standard.criteria.StandardCondition;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Appraises, decides, certifies and revokes (articles 9.1 and 10), each by another person; roles
/// are the caller's to check. Safe for many threads.
@Component
public class Appraisals {
  private static final int MAX = 1_000_000;

  private final StandardAnswerTable answers;
  private final StandardTable table;
  private final Dossiers dossiers;
  private final Contradictions contradictions;
  private final Areas areas;
  private final Access access;
  private final Ids ids;
  private final AuditLog log;

  Appraisals(
      StandardAnswerTable answers,
      StandardTable table,
      Dossiers dossiers,
      Contradictions contradictions,
      Areas areas,
      Access access,
      Ids ids,
      AuditLog log) {
    this.answers = answers;
    this.table = table;
    this.dossiers = dossiers;
    this.contradictions = contradictions;
    this.areas = areas;
    this.access = access;
    this.ids = ids;
    this.log = log;
  }

  /// What is said of an answer.
  ///
  /// @param reason needed to ask back and to change
  /// @param met number, against, absent: the other answer
  public record NewStandardReview(
      @NotBlank @Size(max = 24) String criterion,
      @NotNull Review.Outcome outcome,
      @Nullable @Size(max = DecisionReason.MAX_LENGTH) String reason,
      @Nullable Boolean met,
      @Nullable @Min(0) @Max(MAX) Integer number,
      @Nullable @Min(0) @Max(MAX) Integer against,
      @Nullable @Size(max = 5) List<StandardCondition.@NotNull Code> absent) {}

  /// Why a criterion is taken as met although something stands against it.
  record NewStandardException(
      @NotBlank @Size(max = 24) String criterion,
      @NotBlank @Size(max = DecisionReason.MAX_LENGTH) String reason) {}

  /// What is decided.
  ///
  /// @param number of the decision
  /// @param reason needed where it is not met, or not what was proposed
  /// @param lateReason needed after the last day
  /// @param exceptions of each criterion that something stands against why it is met all the same;
  ///   of no other one
  public record NewStandardDecision(
      @NotNull StandardOutcome outcome,
      @NotBlank @Size(max = 80) String number,
      @NotNull LocalDate on,
      @Nullable @Size(max = DecisionReason.MAX_LENGTH) String reason,
      @Nullable @Size(max = DecisionReason.MAX_LENGTH) String lateReason,
      @Nullable @Valid @Size(max = 100) List<@NotNull NewStandardException> exceptions) {}

  /// A paper with its number and day.
  public record StandardPaper(@NotBlank @Size(max = 80) String number, @NotNull LocalDate on) {}

  @Transactional
  public void review(UUID id, NewStandardReview requested, Person by) {
    Dossier dossier = sent(id, by);
    Criterion criterion =
        dossier
            .find(requested.criterion())
            .orElseThrow(() -> Problem.invalid("criterion", "standard-no-criterion"));
    String reason = WrittenText.orNull(requested.reason());
    Review.Outcome outcome = requested.outcome();
    if (outcome != Review.Outcome.ACCEPTED) {
      reason = DecisionReason.reason(reason);
    }
    if (outcome == Review.Outcome.CHANGED) {
      change(dossier, criterion, requested, reason, by);
    }
    answers.add(
        id,
        new Review(
            ids.next(),
            criterion.code(),
            dossier.assessment().round(),
            outcome,
            reason,
            by.id(),
            dossiers.now()));
    log.record(
        Dossiers.event(StandardEvent.REVIEWED, dossier.assessment(), by)
            .fact("criterion", criterion.code())
            .fact("outcome", outcome));
  }

  /// Puts another answer beside the one that there is, which stays.
  private void change(
      Dossier dossier,
      Criterion criterion,
      NewStandardReview requested,
      @Nullable String reason,
      Person by) {
    var said =
        Answer.Said.of(
            criterion,
            requested.met(),
            requested.number(),
            requested.against(),
            requested.absent(),
            reason);
    said.problems(criterion).requireNone();
    answers.add(
        dossier.assessment().id(),
        said.version(
            criterion,
            dossier.answer(criterion.code()).map(Answer::version).orElse(0) + 1,
            dossier.assessment().round(),
            true,
            by.id(),
            dossiers.now()));
  }

  /// Gives it back to whoever assesses it.
  @Transactional
  public void giveBack(UUID id, String reason, Person by) {
    Dossier dossier = undecided(id, by);
    if (!dossier.assessment().assessed()) {
      throw Problem.of(StandardProblem.STANDARD_NOT_SELF_ASSESSED, dossier.assessment().code());
    }
    var _ =
        dossiers.step(
            dossier.assessment(),
            StandardEvent.RETURNED,
            StandardStep.Kind.RETURNED,
            StandardState.REGISTERED,
            Dossiers.Said.why(reason),
            by);
  }

  /// Proposes to the chair.
  @Transactional
  public void propose(UUID id, StandardOutcome outcome, @Nullable String opinion, Person by) {
    Dossier dossier = sent(id, by);
    Dossiers.requireNone(StandardProblem.STANDARD_NOT_ALL_REVIEWED, dossier.unreviewed());
    Dossiers.requireNone(StandardProblem.STANDARD_ASKED_BACK, dossier.askedBack());
    String words = words(dossier, outcome, opinion, "opinion");
    if (outcome == StandardOutcome.MET && DecisionReason.isShort(words)) {
      List<Contradiction> against = contradictions(dossier);
      if (!against.isEmpty()) {
        throw Problem.invalid(
            "opinion", "standard-contradicted", criteria(against), DecisionReason.MIN_LENGTH);
      }
    }
    var _ =
        dossiers.step(
            dossier.assessment(),
            StandardEvent.APPRAISED,
            StandardStep.Kind.APPRAISED,
            StandardState.APPRAISED,
            new Dossiers.Said(outcome, null, null, words, null),
            by);
  }

  /// Met only where all criteria are (articles 4 to 7); whoever says that it is not says why.
  private static @Nullable String words(
      Dossier dossier, StandardOutcome outcome, @Nullable String sent, String field) {
    String words = WrittenText.orNull(sent);
    switch (outcome) {
      case MET -> Dossiers.requireNone(StandardProblem.STANDARD_CRITERIA_NOT_MET, dossier.notMet());
      case NOT_MET -> {
        if (DecisionReason.isShort(words)) {
          throw Problem.invalid(field, "standard-reason", DecisionReason.MIN_LENGTH);
        }
      }
    }
    return words;
  }

  @Transactional
  public void decide(UUID id, NewStandardDecision requested, Person by) {
    Dossier dossier = undecided(id, by);
    requireOther(dossier, dossier.appraisers(), by);
    Assessment assessment = dossier.assessment();
    check(dossier, requested);
    switch (assessment.state()) {
      case REGISTERED ->
          throw Problem.of(StandardProblem.STANDARD_NOT_SELF_ASSESSED, assessment.code());
      case SELF_ASSESSED ->
          throw Problem.of(StandardProblem.STANDARD_NOT_APPRAISED, assessment.code());
      case APPRAISED, DECIDED, CERTIFIED, REVOKED -> {}
    }
    requireThere(dossier);
    String words = words(dossier, requested.outcome(), requested.reason(), "reason");
    if (!agrees(dossier, requested.outcome()) && DecisionReason.isShort(words)) {
      throw Problem.invalid("reason", "standard-reason", DecisionReason.MIN_LENGTH);
    }
    Map<Contradiction, String> exceptions = exceptions(dossier, requested);
    boolean late = dossier.days().lateToDecide(dossiers.today());
    UUID step =
        dossiers.step(
            assessment,
            StandardEvent.DECIDED,
            StandardStep.Kind.DECIDED,
            StandardState.DECIDED,
            new Dossiers.Said(
                requested.outcome(),
                requested.number().strip(),
                requested.on(),
                words,
                late ? WrittenText.orNull(requested.lateReason()) : null,
                exceptions.keySet().stream().map(Contradiction::criterion).distinct().toList()),
            by);
    exceptions.forEach((of, reason) -> table.add(step, of, reason));
  }

  private List<Contradiction> contradictions(Dossier dossier) {
    return contradictions.list(dossier, dossiers.findLastYear(dossier.assessment()).orElse(null));
  }

  private static String criteria(List<Contradiction> of) {
    return String.join(", ", of.stream().map(Contradiction::criterion).distinct().toList());
  }

  /// What stands against the decision that all is met, each with the reason of who decides; of
  /// nothing else a reason is taken, so that it says what it was about.
  private Map<Contradiction, String> exceptions(Dossier dossier, NewStandardDecision requested) {
    List<Contradiction> against =
        requested.outcome() == StandardOutcome.MET ? contradictions(dossier) : List.of();
    Map<String, String> reasons = new HashMap<>();
    List<NewStandardException> sent = requested.exceptions();
    for (NewStandardException each : sent == null ? List.<NewStandardException>of() : sent) {
      String criterion = each.criterion();
      if (against.stream().noneMatch(one -> one.criterion().equals(criterion))) {
        throw Problem.invalid("exceptions", "standard-no-exception", criterion);
      }
      if (DecisionReason.isShort(each.reason())) {
        throw Problem.invalid(
            "exceptions", "standard-exception", criterion, DecisionReason.MIN_LENGTH);
      }
      if (reasons.put(criterion, each.reason().strip()) != null) {
        throw Problem.invalid("exceptions", "standard-exception-twice", criterion);
      }
    }
    Map<Contradiction, String> exceptions = new LinkedHashMap<>();
    List<Contradiction> missing = new ArrayList<>();
    for (Contradiction each : against) {
      String reason = reasons.get(each.criterion());
      if (reason == null) {
        missing.add(each);
      } else {
        exceptions.put(each, reason);
      }
    }
    if (!missing.isEmpty()) {
      throw Problem.of(StandardProblem.STANDARD_CONTRADICTED, criteria(missing))
          .with("contradictions", missing);
    }
    return exceptions;
  }

  /// A unit that was merged or divided before the end of the period is none of that year: what it
  /// became is assessed.
  private void requireThere(Dossier dossier) {
    Assessment of = dossier.assessment();
    LocalDate end = dossier.days().periodTo();
    areas
        .findLastDay(of.areaId())
        .filter(last -> last.isBefore(end))
        .ifPresent(last -> {
          throw Problem.of(
              StandardProblem.STANDARD_UNIT_ENDED, of.code(), Sheet.day(last), Sheet.day(end));
        });
  }

  private static boolean agrees(Dossier dossier, StandardOutcome outcome) {
    return dossier
        .lastStep(StandardStep.Kind.APPRAISED)
        .filter(each -> each.outcome() == outcome)
        .isPresent();
  }

  private void check(Dossier dossier, NewStandardDecision requested) {
    FieldProblems problems = paperProblems(dossier, requested.on());
    if (problems.isEmpty() && !dossier.days().over(requested.on())) {
      problems.reject("on", "standard-period-open", Sheet.day(dossier.days().periodTo()));
    }
    if (dossier.days().lateToDecide(dossiers.today())) {
      DecisionReason.lateProblem(requested.lateReason(), dossier.days().decideBefore().minusDays(1))
          .ifPresent(problems::add);
    }
    problems.requireNone();
  }

  private FieldProblems paperProblems(Dossier dossier, LocalDate on) {
    var problems = new FieldProblems();
    if (on.isAfter(dossiers.today())) {
      problems.reject("on", "past-or-present");
    } else if (on.isBefore(dossier.days().periodFrom())) {
      problems.reject("on", "standard-before-period");
    }
    return problems;
  }

  @Transactional
  public void certify(UUID id, StandardPaper requested, Person by) {
    Dossier dossier = dossiers.lockForUpdate(id);
    requirePaper(dossier, requested);
    Assessment assessment = dossier.assessment();
    if (assessment.state() != StandardState.DECIDED || !assessment.met()) {
      throw Problem.of(StandardProblem.STANDARD_NOT_DECIDED, assessment.code());
    }
    var _ =
        dossiers.step(
            assessment,
            StandardEvent.CERTIFIED,
            StandardStep.Kind.CERTIFIED,
            StandardState.CERTIFIED,
            new Dossiers.Said(null, requested.number().strip(), requested.on(), null, null),
            by);
  }

  @Transactional
  public void revoke(UUID id, StandardPaper requested, String reason, Person by) {
    Dossier dossier = dossiers.lockForUpdate(id);
    requirePaper(dossier, requested);
    Assessment assessment = dossier.assessment();
    if (!assessment.met()) {
      throw Problem.of(StandardProblem.STANDARD_NOT_DECIDED, assessment.code());
    }
    var _ =
        dossiers.step(
            assessment,
            StandardEvent.REVOKED,
            StandardStep.Kind.REVOKED,
            StandardState.REVOKED,
            new Dossiers.Said(null, requested.number().strip(), requested.on(), reason, null),
            by);
  }

  /// A certificate or revocation is of no day before that of the decision: one that was would take
  /// the unit out of figures of days on which it was recognised.
  private void requirePaper(Dossier dossier, StandardPaper requested) {
    FieldProblems problems = paperProblems(dossier, requested.on());
    if (problems.isEmpty()) {
      dossier
          .lastStep(StandardStep.Kind.DECIDED)
          .map(StandardStep::on)
          .filter(requested.on()::isBefore)
          .ifPresent(on -> problems.reject("on", "standard-before-decision", Sheet.day(on)));
    }
    problems.requireNone();
  }

  /// Asked of what is held: whoever waited for it may have done the step before meanwhile.
  private void requireOther(Dossier dossier, Set<UUID> did, Person by) {
    if (!dossiers.isOther(by, did)) {
      throw access.refuse(StandardProblem.OWN_ASSESSMENT, "standard", dossier.assessment().id());
    }
  }

  /// Finds one that who appraises has, and nobody proposed yet.
  private Dossier sent(UUID id, Person by) {
    Dossier dossier = undecided(id, by);
    if (dossier.assessment().state() != StandardState.SELF_ASSESSED) {
      throw dossier.assessment().assessed()
          ? Problem.of(StandardProblem.STANDARD_SENT, dossier.assessment().code())
          : Problem.of(StandardProblem.STANDARD_NOT_SELF_ASSESSED, dossier.assessment().code());
    }
    return dossier;
  }

  private Dossier undecided(UUID id, Person by) {
    Dossier dossier = dossiers.lockForUpdate(id);
    requireOther(dossier, dossier.assessors(), by);
    if (dossier.assessment().decided()) {
      throw Problem.of(StandardProblem.STANDARD_DECIDED, dossier.assessment().code());
    }
    return dossier;
  }
}
