package anbinh.standard.assessment;

import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.identity.people.People;
import anbinh.platform.FieldProblem;
import anbinh.platform.FieldProblems;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.WrittenText;
import anbinh.standard.StandardEvent;
import anbinh.standard.StandardOutcome;
import anbinh.standard.StandardProblem;
import anbinh.standard.StandardState;
import anbinh.standard.criteria.Criterion;
import anbinh.standard.criteria.Requirements;
import anbinh.standard.criteria.StandardCondition;
import anbinh.standard.criteria.StandardParticipant;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes the answers to criteria, what speaks for them, and the minutes of the meeting (article
/// 9.1); rights are the caller's to check. Safe for many threads.
@Component
public class SelfAssessments {
  private static final int MAX = 1_000_000;

  private final StandardTable table;
  private final StandardAnswerTable answers;
  private final Dossiers dossiers;
  private final Requirements requirements;
  private final People people;
  private final Ids ids;
  private final AuditLog log;

  SelfAssessments(
      StandardTable table,
      StandardAnswerTable answers,
      Dossiers dossiers,
      Requirements requirements,
      People people,
      Ids ids,
      AuditLog log) {
    this.table = table;
    this.answers = answers;
    this.dossiers = dossiers;
    this.requirements = requirements;
    this.people = people;
    this.ids = ids;
    this.log = log;
  }

  /// An answer, as far as it is written.
  ///
  /// @param seen the version that was before the eyes of who wrote it; 0 for none
  /// @param absent what there is not, of what is asked for only where there is such a thing
  public record NewStandardAnswer(
      @NotBlank @Size(max = 24) String criterion,
      @NotNull @Min(0) @Max(MAX) Integer seen,
      @Nullable Boolean met,
      @Nullable @Min(0) @Max(MAX) Integer number,
      @Nullable @Min(0) @Max(MAX) Integer against,
      @Nullable @Size(max = 5) List<StandardCondition.@NotNull Code> absent,
      @Nullable @Size(max = DecisionReason.MAX_LENGTH) String reason) {
    Answer.Said said(Criterion of) {
      return Answer.Said.of(of, met, number, against, absent, WrittenText.orNull(reason));
    }
  }

  /// The minutes of the meeting.
  ///
  /// @param came the bodies of article 9.1 of which somebody came
  /// @param nonexistent those that do not exist there, where the Circular says "if any"
  public record NewStandardMinutes(
      @NotNull LocalDate heldOn,
      @NotBlank @Size(max = 120) String chair,
      @NotNull @Min(1) @Max(MAX) Integer households,
      @NotNull @Min(1) @Max(MAX) Integer attended,
      @NotNull @Min(0) @Max(MAX) Integer organisations,
      @NotNull @Min(0) @Max(MAX) Integer votesFor,
      @NotNull @Min(0) @Max(MAX) Integer votesAgainst,
      @NotNull @Size(max = 6) List<StandardParticipant.@NotNull Code> came,
      @Nullable @Size(max = 6) List<StandardParticipant.@NotNull Code> nonexistent) {
    @Override
    public String toString() {
      return "NewStandardMinutes[heldOn=%s]".formatted(heldOn);
    }
  }

  public record NewStandardEvidence(
      @NotBlank @Size(max = 24) String criterion,
      @NotBlank @Size(max = 200) String title,
      @Nullable @Size(max = 80) String number,
      @NotNull LocalDate speaksFor) {}

  /// Adds a version of an answer where it says something else than the last one.
  @Transactional
  public void answer(UUID id, NewStandardAnswer requested, Person by) {
    Dossier dossier = open(id);
    Criterion criterion = criterion(dossier, requested.criterion());
    Answer.Said said = requested.said(criterion);
    said.mistakes(criterion).requireNone();
    Optional<Answer> before = dossier.answer(criterion.code());
    int version = before.map(Answer::version).orElse(0);
    if (version != requested.seen()) {
      requireOwn(before, by);
    }
    if (before.filter(each -> !each.appraisal() && each.saysSame(said)).isPresent()) {
      return;
    }
    answers.add(
        id,
        said.version(
            criterion, version + 1, dossier.assessment().round(), false, by.id(), dossiers.now()));
    log.record(
        Dossiers.event(StandardEvent.ANSWERED, dossier.assessment(), by)
            .fact("criterion", criterion.code())
            .fact("version", version + 1)
            .fact("whole", said.complete(criterion)));
  }

  /// Two windows of one person are no conflict.
  private void requireOwn(Optional<Answer> before, Person by) {
    Optional<UUID> other = before.map(Answer::by).filter(each -> !each.equals(by.id()));
    if (other.isPresent()) {
      String name = people.displayNames(List.of(other.get())).getOrDefault(other.get(), "");
      throw Problem.of(StandardProblem.STANDARD_ANSWER_CHANGED, name);
    }
  }

  @Transactional
  public void addEvidence(UUID id, NewStandardEvidence requested, Person by) {
    Dossier dossier = open(id);
    Criterion criterion = criterion(dossier, requested.criterion());
    if (requested.speaksFor().isAfter(dossiers.today())) {
      throw Problem.invalid("speaksFor", "past-or-present");
    }
    add(
        dossier,
        new Evidence(
            ids.next(),
            criterion.code(),
            requested.title().strip(),
            WrittenText.orNull(requested.number()),
            requested.speaksFor(),
            null,
            by.id(),
            dossiers.now(),
            null,
            null,
            null),
        StandardEvent.EVIDENCE_ADDED,
        by);
  }

  /// Says that a document of the unit's year before is still valid.
  @Transactional
  public void renew(UUID id, UUID evidence, Person by) {
    Dossier dossier = open(id);
    Assessment of = dossier.assessment();
    Evidence old =
        table
            .find(of.areaId(), of.year() - 1)
            .flatMap(before -> answers.findEvidence(before.id(), evidence))
            .filter(each -> dossier.find(each.criterion()).isPresent())
            .orElseThrow(() -> Problem.of(StandardProblem.NO_SUCH_STANDARD_EVIDENCE));
    boolean withdrawn = old.withdrawnAt() != null;
    boolean again =
        answers.evidence(id).stream()
            .anyMatch(each -> evidence.equals(each.renews()) && each.withdrawnAt() == null);
    if (withdrawn) {
      throw Problem.of(StandardProblem.STANDARD_EVIDENCE_WITHDRAWN);
    }
    if (!again) {
      add(
          dossier,
          new Evidence(
              ids.next(),
              old.criterion(),
              old.title(),
              old.number(),
              old.speaksFor(),
              old.id(),
              by.id(),
              dossiers.now(),
              null,
              null,
              null),
          StandardEvent.EVIDENCE_RENEWED,
          by);
    }
  }

  private void add(Dossier dossier, Evidence evidence, StandardEvent type, Person by) {
    answers.add(dossier.assessment().id(), evidence);
    log.record(
        Dossiers.event(type, dossier.assessment(), by)
            .fact("criterion", evidence.criterion())
            .fact("evidence", evidence.id())
            .fact("speaksFor", evidence.speaksFor().toString()));
  }

  @Transactional
  public void withdraw(UUID id, UUID evidence, String reason, Person by) {
    Dossier dossier = open(id);
    Evidence found =
        answers
            .findEvidence(id, evidence)
            .orElseThrow(() -> Problem.of(StandardProblem.NO_SUCH_STANDARD_EVIDENCE));
    if (found.withdrawnAt() != null) {
      throw Problem.of(StandardProblem.STANDARD_EVIDENCE_WITHDRAWN);
    }
    answers.withdraw(evidence, reason, by.id(), dossiers.now());
    log.record(
        Dossiers.event(StandardEvent.EVIDENCE_WITHDRAWN, dossier.assessment(), by)
            .fact("criterion", found.criterion())
            .fact("evidence", evidence));
  }

  /// Sends it to who appraises, with the minutes of the meeting. What it proposes is what the
  /// answers say: met when all criteria are.
  @Transactional
  public void send(UUID id, NewStandardMinutes requested, Person by) {
    Dossier dossier = open(id);
    check(dossier, requested);
    Dossiers.requireNone(StandardProblem.STANDARD_NOT_ALL_ANSWERED, dossier.unanswered());
    StandardOutcome outcome =
        dossier.notMet().isEmpty() ? StandardOutcome.MET : StandardOutcome.NOT_MET;
    UUID step =
        dossiers.step(
            dossier.assessment(),
            StandardEvent.SELF_ASSESSED,
            StandardStep.Kind.SELF_ASSESSED,
            StandardState.SELF_ASSESSED,
            Dossiers.Said.of(outcome),
            by);
    table.add(
        step,
        new MeetingMinutes(
            requested.heldOn(),
            requested.chair().strip(),
            requested.households(),
            requested.attended(),
            requested.organisations(),
            requested.votesFor(),
            requested.votesAgainst(),
            requested.came().stream().distinct().toList(),
            nonexistent(requested)));
  }

  private static List<StandardParticipant.Code> nonexistent(NewStandardMinutes requested) {
    List<StandardParticipant.Code> none = requested.nonexistent();
    return none == null ? List.of() : none.stream().distinct().toList();
  }

  /// Who came is said of the bodies of article 9.1; which of them there are not, only where it says
  /// "if any", and of the party's where the unit registered without one.
  private List<FieldProblem> bodies(Dossier dossier, NewStandardMinutes requested) {
    List<StandardParticipant> asked = requirements.participants(dossier.assessment().kind());
    Set<StandardParticipant.Code> all = EnumSet.noneOf(StandardParticipant.Code.class);
    Set<StandardParticipant.Code> conditional = EnumSet.noneOf(StandardParticipant.Code.class);
    for (StandardParticipant each : asked) {
      all.add(each.code());
      boolean party = each.code() == StandardParticipant.Code.PARTY_ORGANISATION;
      if (each.conditional() || (party && !dossier.assessment().partyOrganisation())) {
        conditional.add(each.code());
      }
    }
    var problems = new FieldProblems();
    if (!all.containsAll(requested.came())) {
      problems.reject("came", "standard-no-body");
    } else if (!all.isEmpty() && requested.came().isEmpty()) {
      problems.reject("came", "required");
    }
    List<StandardParticipant.Code> none = nonexistent(requested);
    if (!conditional.containsAll(none) || none.stream().anyMatch(requested.came()::contains)) {
      problems.reject("nonexistent", "standard-body-exists");
    }
    return problems;
  }

  private void check(Dossier dossier, NewStandardMinutes requested) {
    var problems = new FieldProblems();
    if (requested.heldOn().isAfter(dossiers.today())) {
      problems.reject("heldOn", "past-or-present");
    } else if (requested.heldOn().isBefore(dossier.days().periodFrom())) {
      problems.reject("heldOn", "standard-before-period");
    }
    problems.addAll(bodies(dossier, requested));
    if (requested.attended() > requested.households()) {
      problems.reject("attended", "standard-more-than-all");
    }
    if (requested.votesFor() + requested.votesAgainst() > requested.attended()) {
      problems.reject("votesFor", "standard-votes", requested.attended());
    }
    problems.requireNone();
  }

  private static Criterion criterion(Dossier dossier, String code) {
    return dossier
        .find(code)
        .orElseThrow(() -> Problem.invalid("criterion", "standard-no-criterion"));
  }

  /// Finds one that is still with whoever assesses it.
  private Dossier open(UUID id) {
    Dossier dossier = dossiers.lockForUpdate(id);
    if (dossier.assessment().decided()) {
      throw Problem.of(StandardProblem.STANDARD_DECIDED, dossier.assessment().code());
    }
    if (dossier.assessment().assessed()) {
      throw Problem.of(StandardProblem.STANDARD_SENT, dossier.assessment().code());
    }
    return dossier;
  }
}
