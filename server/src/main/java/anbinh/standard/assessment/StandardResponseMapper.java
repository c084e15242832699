package anbinh.standard.assessment;

import anbinh.areas.Area;
import anbinh.areas.unit.Areas;
import anbinh.identity.Person;
import anbinh.identity.PersonName;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.standard.StandardFact;
import anbinh.standard.StandardOutcome;
import anbinh.standard.assessment.AssessmentView.CriterionItem;
import anbinh.standard.assessment.AssessmentView.StandardAnswerView;
import anbinh.standard.assessment.AssessmentView.StandardEvidenceView;
import anbinh.standard.assessment.AssessmentView.StandardExceptionView;
import anbinh.standard.assessment.AssessmentView.StandardReviewView;
import anbinh.standard.assessment.AssessmentView.StandardStepView;
import anbinh.standard.criteria.Criterion;
import anbinh.standard.criteria.Requirements;
import anbinh.standard.criteria.StandardParticipant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// Assessments as the API shows them.
@Component
class StandardResponseMapper {
  private final StandardTable table;
  private final Dossiers dossiers;
  private final Contradictions contradictions;
  private final Requirements requirements;
  private final Areas areas;
  private final People people;
  private final Access access;

  StandardResponseMapper(
      StandardTable table,
      Dossiers dossiers,
      Contradictions contradictions,
      Requirements requirements,
      Areas areas,
      People people,
      Access access) {
    this.table = table;
    this.dossiers = dossiers;
    this.contradictions = contradictions;
    this.requirements = requirements;
    this.areas = areas;
    this.people = people;
    this.access = access;
  }

  AssessmentView view(UUID id, Person reader) {
    Dossier dossier = dossiers.read(id);
    Assessment of = dossier.assessment();
    Dossier lastYear = dossiers.findLastYear(of).orElse(null);
    Map<String, List<StandardFact>> facts = contradictions.facts(dossier);
    List<StandardParticipant> participants = requirements.participants(of.kind());
    Map<UUID, MeetingMinutes> minutes = table.minutes(id);
    Map<UUID, String> names = names(dossier, lastYear);
    boolean appraises = access.may(reader, of.authorityId(), Role.COMMUNITY_OFFICER, Role.CHAIR);
    return new AssessmentView(
        of.id(),
        of.code(),
        of.areaId(),
        areas.find(of.areaId()).map(Area::name).orElse(""),
        of.kind(),
        of.year(),
        of.state(),
        of.outcome(),
        of.round(),
        of.registered(),
        of.registrable(),
        of.partyOrganisation(),
        of.plan(),
        dossier.version().law(),
        Optional.ofNullable(of.authorityId()).flatMap(areas::find).map(Area::name).orElse(null),
        dossier.days().periodFrom(),
        dossier.days().periodTo(),
        dossier.days().decideBefore(),
        !of.decided() && dossier.days().lateToDecide(dossiers.today()),
        access.may(reader, of.areaId(), of.kind().assessor()),
        access.may(reader, of.authorityId(), Role.COMMUNITY_OFFICER)
            && dossiers.isOther(reader, dossier.assessors()),
        access.may(reader, of.authorityId(), Role.CHAIR)
            && dossiers.isOther(reader, dossier.assessors())
            && dossiers.isOther(reader, dossier.appraisers()),
        items(dossier, lastYear, facts, names),
        steps(dossier, minutes, names),
        Contradictions.of(dossier, lastYear, facts, dossier.lastMinutes(minutes)),
        participants,
        appraises && of.assessed()
            ? questions(dossier, lastYear, minutes, participants)
            : List.of());
  }

  private List<CriterionItem> items(
      Dossier dossier,
      @Nullable Dossier lastYear,
      Map<String, List<StandardFact>> facts,
      Map<UUID, String> names) {
    List<Evidence> evidence = dossier.evidence();
    List<Evidence> before = lastYear == null ? List.of() : lastYear.evidence();
    Set<UUID> renewed = new HashSet<>();
    evidence.stream()
        .filter(each -> each.withdrawnAt() == null)
        .map(Evidence::renews)
        .forEach(renewed::add);
    List<CriterionItem> items = new ArrayList<>();
    for (Criterion each : dossier.criteria()) {
      String code = each.code();
      Optional<Answer> counts = dossier.answer(code);
      items.add(
          new CriterionItem(
              code,
              each.words().in(LocaleContextHolder.getLocale().getLanguage()),
              each.words().vi(),
              each.law(),
              each.answer(),
              each.percent(),
              each.own(),
              counts.filter(answer -> answer.said().complete(each)).isPresent(),
              counts.filter(answer -> answer.disagrees(each)).isPresent(),
              each.conditions(),
              dossier.versions(code).stream().map(answer -> answer(answer, names)).toList(),
              dossier.review(code).map(review -> review(review, names)).orElse(null),
              dossier.asked(code).map(review -> review(review, names)).orElse(null),
              views(evidence.stream().filter(one -> one.criterion().equals(code))),
              Optional.ofNullable(lastYear)
                  .flatMap(past -> past.answer(code))
                  .map(answer -> answer(answer, names))
                  .orElse(null),
              views(
                  before.stream()
                      .filter(one -> one.criterion().equals(code) && one.withdrawnAt() == null)
                      .filter(one -> !renewed.contains(one.id()))),
              facts.getOrDefault(code, List.of())));
    }
    return items;
  }

  private List<Signals.SignalQuestion> questions(
      Dossier dossier,
      @Nullable Dossier lastYear,
      Map<UUID, MeetingMinutes> minutes,
      List<StandardParticipant> participants) {
    return Signals.of(
        dossier,
        lastYear,
        dossier.lastMinutes(minutes),
        participants,
        neighbours(dossier.assessment()));
  }

  private Signals.Neighbours neighbours(Assessment of) {
    UUID authority = of.authorityId();
    if (authority == null) {
      return new Signals.Neighbours(0, 0, List.of());
    }
    List<UUID> sent =
        table.list(areas.below(authority), of.year()).stream()
            .filter(each -> each.kind() == of.kind() && each.assessed())
            .map(Assessment::id)
            .toList();
    Map<UUID, StandardOutcome> proposals = table.proposals(sent);
    return new Signals.Neighbours(
        sent.size(),
        (int) proposals.values().stream().filter(each -> each == StandardOutcome.MET).count(),
        List.copyOf(table.attendances(sent).values()));
  }

  private Map<UUID, String> names(Dossier dossier, @Nullable Dossier lastYear) {
    Set<UUID> all = new HashSet<>();
    Stream.of(dossier, lastYear)
        .filter(each -> each != null)
        .forEach(each -> {
          each.answers().forEach(one -> all.add(one.by()));
          each.reviews().forEach(one -> all.add(one.by()));
          each.steps().forEach(one -> all.add(one.by()));
        });
    return people.displayNames(all);
  }

  private static StandardAnswerView answer(Answer answer, Map<UUID, String> names) {
    return new StandardAnswerView(
        answer.version(),
        answer.appraisal(),
        answer.met(),
        answer.number(),
        answer.against(),
        answer.absent(),
        answer.reason(),
        PersonName.of(answer.by(), names),
        answer.at());
  }

  private static StandardReviewView review(Review review, Map<UUID, String> names) {
    return new StandardReviewView(
        review.outcome(), review.reason(), PersonName.of(review.by(), names), review.at());
  }

  private static List<StandardEvidenceView> views(Stream<Evidence> evidence) {
    return evidence
        .map(each ->
            new StandardEvidenceView(
                each.id(),
                each.title(),
                each.number(),
                each.speaksFor(),
                each.renews() != null,
                each.at(),
                each.withdrawnReason()))
        .toList();
  }

  private List<StandardStepView> steps(
      Dossier dossier, Map<UUID, MeetingMinutes> minutes, Map<UUID, String> names) {
    List<StandardTable.ExceptionRow> exceptions = table.exceptions(dossier.assessment().id());
    return dossier.steps().stream()
        .map(each ->
            step(
                each,
                minutes,
                names,
                exceptions.stream().filter(one -> one.step().equals(each.id())).toList()))
        .toList();
  }

  private static List<StandardExceptionView> exceptions(List<StandardTable.ExceptionRow> rows) {
    Map<String, List<StandardTable.ExceptionRow>> byCriterion = new LinkedHashMap<>();
    for (StandardTable.ExceptionRow row : rows) {
      byCriterion.computeIfAbsent(row.of().criterion(), _ -> new ArrayList<>()).add(row);
    }
    return byCriterion.entrySet().stream()
        .map(each ->
            new StandardExceptionView(
                each.getKey(),
                each.getValue().getFirst().reason(),
                each.getValue().stream().map(StandardTable.ExceptionRow::of).toList()))
        .toList();
  }

  private static StandardStepView step(
      StandardStep step,
      Map<UUID, MeetingMinutes> minutes,
      Map<UUID, String> names,
      List<StandardTable.ExceptionRow> exceptions) {
    return new StandardStepView(
        step.kind(),
        step.round(),
        step.outcome(),
        step.number(),
        step.on(),
        step.words(),
        step.lateReason(),
        PersonName.of(step.by(), names),
        step.at(),
        minutes.get(step.id()),
        exceptions(exceptions));
  }
}
