package anbinh.programme.assessment;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.platform.FieldProblems;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import anbinh.platform.WrittenText;
import anbinh.programme.ProgrammeEvent;
import anbinh.programme.ProgrammeProblem;
import anbinh.programme.ProgrammeState;
import anbinh.programme.assessment.ProgrammeAssessment.Answer;
import anbinh.programme.assessment.ProgrammeAssessment.Conclusion;
import anbinh.programme.assessment.ProgrammeAssessment.Result;
import anbinh.programme.assessment.ProgrammeAssessment.State;
import anbinh.programme.assessment.ProgrammeAssessment.Verdict;
import anbinh.programme.kind.ProgrammeText;
import anbinh.programme.lifecycle.Programme;
import anbinh.programme.lifecycle.ProgrammeAreas;
import anbinh.programme.lifecycle.ProgrammeProposal;
import anbinh.programme.lifecycle.ProgrammeProposalTable;
import anbinh.programme.lifecycle.ProgrammeTable;
import anbinh.programme.lifecycle.ProgrammeVersionTable;
import anbinh.programme.lifecycle.Programmes;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Has programmes assessed for a year that is over, and the assessment confirmed by another person;
/// rights are the caller's to check. Safe for many threads.
@Component
public class ProgrammeAssessments {
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2199;

  private final ProgrammeAssessmentTable table;
  private final ProgrammeTable programmes;
  private final ProgrammeVersionTable versions;
  private final ProgrammeProposalTable proposals;
  private final Programmes run;
  private final ProgrammeAreas areas;
  private final People people;
  private final Access access;
  private final Ids ids;
  private final SiteClock clock;
  private final AuditLog log;

  ProgrammeAssessments(
      ProgrammeAssessmentTable table,
      ProgrammeTable programmes,
      ProgrammeVersionTable versions,
      ProgrammeProposalTable proposals,
      Programmes run,
      ProgrammeAreas areas,
      People people,
      Access access,
      Ids ids,
      SiteClock clock,
      AuditLog log) {
    this.table = table;
    this.programmes = programmes;
    this.versions = versions;
    this.proposals = proposals;
    this.run = run;
    this.areas = areas;
    this.people = people;
    this.access = access;
    this.ids = ids;
    this.clock = clock;
    this.log = log;
  }

  /// An answer to a criterion, as it is sent.
  ///
  /// @param words needed where it is not met
  public record ProgrammeAnswer(@NotNull Result result, @Nullable @Size(max = 1000) String words) {}

  /// @param communeId whose part it is about; null of the commune that keeps the programme
  /// @param version the text whose criteria were seen
  /// @param answers one to each of its criteria, in their order
  public record NewProgrammeAssessment(
      @Nullable UUID communeId,
      @NotNull @Min(FIRST_YEAR) @Max(LAST_YEAR) Integer year,
      @NotNull @Min(1) Integer version,
      @NotEmpty @Size(max = 30) List<@NotNull @Valid ProgrammeAnswer> answers,
      @NotNull Conclusion conclusion,
      @NotBlank @Size(max = 2000) String words,
      @NotNull @Min(0) @Max(100) Integer partnersAsked,
      @NotNull @Min(0) @Max(100) Integer partnersAgreed) {}

  /// What is decided of an assessment.
  public enum VerdictOutcome {
    CONFIRMED,
    RETURNED
  }

  /// @param reason needed to return it
  /// @param number of the paper, needed where it stops the programme, as is its day: only what the
  ///   commune that keeps it concludes does
  public record ProgrammeVerdict(
      @NotNull VerdictOutcome outcome,
      @Nullable @Size(max = 2000) String reason,
      @Nullable @Size(max = 60) String number,
      @Nullable LocalDate on) {}

  public List<ProgrammeAssessment> list(UUID programmeId) {
    return table.list(programmeId);
  }

  public Map<UUID, Integer> lastYears(Collection<UUID> some) {
    return table.lastYears(some);
  }

  /// A part of a programme with an assessment.
  ///
  /// @param communeId null of the commune that keeps it
  public record AssessedPart(UUID programmeId, @Nullable UUID communeId, UUID madeBy) {}

  /// The parts of some programmes whose assessment waits to be confirmed.
  public List<AssessedPart> listSent(Collection<UUID> some) {
    return table.listSent(some);
  }

  /// The parts of some programmes that have an assessment of a year, be it that it waits.
  public List<AssessedPart> listAssessed(Collection<UUID> some, int year) {
    return table.listAssessed(some, year);
  }

  /// One of a programme.
  public ProgrammeAssessment get(UUID programmeId, UUID id) {
    return table
        .find(id)
        .filter(each -> each.programmeId().equals(programmeId))
        .orElseThrow(() -> Problem.of(ProgrammeProblem.NO_SUCH_PROGRAMME_ASSESSMENT));
  }

  /// Assesses the part of a commune: of the one that keeps the programme, or of another in which a
  /// part of it lies today.
  @Transactional
  public ProgrammeAssessment assess(UUID programmeId, NewProgrammeAssessment requested, Person by) {
    Programme programme = run.lockForUpdate(programmeId);
    LocalDate launched = programme.launchedOn();
    if (launched == null) {
      throw Programmes.wrongState(programme);
    }
    UUID part = areas.requirePart(programme, requested.communeId());
    int version = heldIn(programme, proposals.list(programmeId), requested.year());
    if (version != requested.version()) {
      throw Problem.of(ProgrammeProblem.PROGRAMME_OTHER_VERSION, programme.code());
    }
    List<String> criteria = versions.get(programmeId, version).content().criteria();
    LocalDate ended = programme.endedOn();
    var problems = new FieldProblems();
    if (requested.year() >= clock.today().getYear()) {
      problems.reject("year", "programme-year-open");
    } else if (requested.year() < launched.getYear()) {
      problems.reject("year", "programme-before-launch", launched);
    } else if (ended != null && requested.year() > ended.getYear()) {
      problems.reject("year", "programme-after-end", ended);
    }
    if (ended != null && requested.conclusion() != Conclusion.END) {
      problems.reject("conclusion", "programme-ended-end");
    }
    if (requested.answers().size() != criteria.size()) {
      problems.reject("answers", "programme-answer-all", criteria.size());
    }
    if (requested.partnersAgreed() > requested.partnersAsked()) {
      problems.reject("partnersAgreed", "programme-more-than-asked", requested.partnersAsked());
    }
    String words = ProgrammeText.written("words", requested.words(), problems);
    List<Answer> answers = answers(requested, problems);
    if (requested.conclusion() == Conclusion.RECOMMEND
        && (answers.stream().anyMatch(each -> each.result() == Result.NOT_MET)
            || answers.stream().noneMatch(each -> each.result() == Result.MET))) {
      problems.reject("conclusion", "programme-recommend-met");
    }
    problems.requireNone();
    if (table.isAssessed(programmeId, part, requested.year())) {
      throw Problem.of(
          ProgrammeProblem.PROGRAMME_YEAR_ASSESSED,
          programme.code(),
          Integer.toString(requested.year()));
    }
    var one =
        new ProgrammeAssessment(
            ids.next(),
            programmeId,
            part,
            requested.year(),
            version,
            answers,
            requested.conclusion(),
            words,
            requested.partnersAsked(),
            requested.partnersAgreed(),
            State.SENT,
            by.id(),
            clock.now(),
            null);
    table.insert(one);
    log.record(event(ProgrammeEvent.ASSESSED, programme, one, by));
    return one;
  }

  private static List<Answer> answers(NewProgrammeAssessment requested, FieldProblems problems) {
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < requested.answers().size(); i++) {
      ProgrammeAnswer each = requested.answers().get(i);
      String field = "answers[" + i + "].words";
      String words = ProgrammeText.optional(field, each.words(), problems);
      if (each.result() != Result.MET && words == null) {
        problems.reject(field, "programme-why");
      }
      answers.add(new Answer(each.result(), words));
    }
    return answers;
  }

  /// Confirms what waits, with what it concludes, or returns it to be made anew; another person
  /// than who made it.
  @Transactional
  public void decide(UUID programmeId, UUID id, ProgrammeVerdict requested, Person by) {
    Programme programme = run.lockForUpdate(programmeId);
    ProgrammeAssessment one = get(programmeId, id);
    if (people.maybeSame(by, one.madeBy())) {
      throw access.refuse(ProgrammeProblem.OWN_PROGRAMME_ASSESSMENT, "programme", programmeId);
    }
    if (one.state() != State.SENT) {
      throw Problem.of(ProgrammeProblem.PROGRAMME_ASSESSMENT_DECIDED, programme.code());
    }
    var problems = new FieldProblems();
    String reason = ProgrammeText.optional("reason", requested.reason(), problems);
    if (requested.outcome() == VerdictOutcome.RETURNED) {
      if (reason == null) {
        problems.reject("reason", "required");
      }
      problems.requireNone();
      table.decide(id, State.RETURNED, new Verdict(by.id(), clock.now(), reason, null, null));
      log.record(event(ProgrammeEvent.ASSESSMENT_RETURNED, programme, one, by));
      return;
    }
    String number = WrittenText.orNull(requested.number());
    LocalDate on = requested.on();
    boolean ended = programme.state() == ProgrammeState.ENDED;
    boolean stops = one.acts() && one.conclusion().stops() && !ended;
    if (stops || number != null || on != null) {
      problems.addAll(run.paperProblems(number, on, programme));
    }
    problems.requireNone();
    conclude(programme, one, on);
    table.decide(id, State.CONFIRMED, new Verdict(by.id(), clock.now(), reason, number, on));
    log.record(event(ProgrammeEvent.ASSESSMENT_CONFIRMED, programme, one, by));
  }

  /// Does what the commune that keeps it concludes. Of one that has ended meanwhile only that is
  /// confirmed; anything else is returned and concluded anew.
  private void conclude(Programme programme, ProgrammeAssessment one, @Nullable LocalDate on) {
    UUID id = programme.id();
    Conclusion conclusion = one.conclusion();
    if (programme.state() == ProgrammeState.ENDED) {
      if (conclusion != Conclusion.END) {
        throw Programmes.wrongState(programme);
      }
      return;
    }
    if (!one.acts()) {
      return;
    }
    if (conclusion.stops() && proposals.findPending(id).isPresent()) {
      throw Problem.of(ProgrammeProblem.PROGRAMME_PROPOSAL_PENDING, programme.code());
    }
    Integer last = table.lastYears(List.of(id)).get(id);
    if (last == null || one.year() > last) {
      programmes.recommend(id, conclusion == Conclusion.RECOMMEND);
    }
    switch (conclusion) {
      case CONTINUE, CHANGE, RECOMMEND -> {}
      case REST -> programmes.setState(id, ProgrammeState.DORMANT);
      case END -> programmes.end(id, on == null ? clock.today() : on);
    }
  }

  /// The text that held when a year ended: its criteria are those of that year, whatever holds now.
  public static int heldIn(Programme programme, List<ProgrammeProposal> proposals, int year) {
    return ProgrammeProposal.heldOn(proposals, LocalDate.of(year, 12, 31))
        .orElse(programme.version());
  }

  private static Event event(
      ProgrammeEvent type, Programme programme, ProgrammeAssessment one, Person by) {
    Event event =
        Programmes.event(type, programme, by)
            .fact("assessment", one.id())
            .fact("year", one.year())
            .fact("conclusion", one.conclusion());
    UUID part = one.communeId();
    return part == null ? event : event.fact("commune", part);
  }
}
