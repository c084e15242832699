package anbinh.standard.assessment;

import anbinh.standard.StandardFact;
import anbinh.standard.StandardFacts;
import anbinh.standard.UnitKind;
import anbinh.standard.criteria.AnswerKind;
import anbinh.standard.criteria.Criterion;
import anbinh.standard.criteria.StandardDocument;
import anbinh.standard.criteria.StandardParticipant;
import anbinh.standard.criteria.StandardVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds what stands against a unit meeting the standard: its own numbers, and what other rooms
/// recorded. None of it answers a criterion; who decides that it is met all the same says why. Safe
/// for many threads.
@Component
class Contradictions {
  private final List<StandardFacts> facts;

  private final StandardTable table;

  Contradictions(List<StandardFacts> facts, StandardTable table) {
    this.facts = List.copyOf(facts);
    this.table = table;
  }

  /// What is recorded beside each criterion of an assessment.
  Map<String, List<StandardFact>> facts(Dossier dossier) {
    Assessment of = dossier.assessment();
    StandardVersion.Days days = dossier.days();
    Map<String, List<StandardFact>> found = new LinkedHashMap<>();
    for (Criterion each : dossier.criteria()) {
      var question =
          new StandardFacts.Question(
              of.areaId(), of.kind(), of.year(), days.periodFrom(), days.periodTo(), each.code());
      found.put(
          each.code(), facts.stream().flatMap(source -> source.answer(question).stream()).toList());
    }
    return found;
  }

  /// In the order of the criteria.
  List<Contradiction> list(Dossier now, @Nullable Dossier lastYear) {
    return of(now, lastYear, facts(now), now.lastMinutes(table.minutes(now.assessment().id())));
  }

  static List<Contradiction> of(
      Dossier now,
      @Nullable Dossier lastYear,
      Map<String, List<StandardFact>> facts,
      @Nullable MeetingMinutes minutes) {
    List<Contradiction> found = new ArrayList<>();
    for (Criterion each : now.criteria()) {
      if (asksForResolution(now, each) && !now.assessment().partyOrganisation()) {
        found.add(new Contradiction(each.code(), StandardDocument.Code.RESOLUTION.name(), 0, null));
      }
      now.answer(each.code())
          .ifPresent(answer -> {
            found.addAll(ofAnswer(each, answer));
            found.addAll(ofAbsent(now.assessment(), answer, minutes));
            Answer before = lastYear == null ? null : lastYear.answer(each.code()).orElse(null);
            found.addAll(ofLastYear(each, answer, before));
          });
      facts.getOrDefault(each.code(), List.of()).stream()
          .filter(StandardFact::contradicts)
          .map(fact -> new Contradiction(each.code(), fact.code(), fact.number(), fact.of()))
          .forEach(found::add);
    }
    return found;
  }

  /// Article 4.1 asks a residential area for the resolution of its cell without an "if any", though
  /// article 9.2 a takes the registration of one that has no cell.
  private static boolean asksForResolution(Dossier now, Criterion criterion) {
    return now.assessment().kind() == UnitKind.RESIDENTIAL_AREA && criterion.code().equals("4.1");
  }

  private static List<Contradiction> ofAnswer(Criterion criterion, Answer answer) {
    if (!Boolean.TRUE.equals(answer.met()) || !answer.disagrees(criterion)) {
      return List.of();
    }
    return List.of(
        new Contradiction(
            criterion.code(),
            criterion.answer() == AnswerKind.SHARE ? "SHARE_NOT_REACHED" : "MORE_THAN_LAST_YEAR",
            Objects.requireNonNull(answer.number()),
            Objects.requireNonNull(answer.against()).longValue()));
  }

  /// What the answer says that there is not, although the registration or the minutes say so.
  private static List<Contradiction> ofAbsent(
      Assessment of, Answer answer, @Nullable MeetingMinutes minutes) {
    return answer.absent().stream()
        .filter(each ->
            switch (each) {
              case PARTY_ORGANISATION -> of.partyOrganisation();
              case GUARDS ->
                  minutes != null && minutes.came().contains(StandardParticipant.Code.GUARDS);
              case POLICE_COORDINATION, PARENTS, TITLES -> false;
            })
        .map(each -> new Contradiction(answer.criterion(), each.name(), 1, null))
        .toList();
  }

  /// More than last year's assessment had, whatever this year's says that it had.
  private static List<Contradiction> ofLastYear(
      Criterion criterion, Answer answer, @Nullable Answer lastYear) {
    Integer number = answer.number();
    Integer recorded = lastYear == null ? null : lastYear.number();
    if (criterion.answer() != AnswerKind.LAST_YEAR
        || !Boolean.TRUE.equals(answer.met())
        || number == null
        || recorded == null
        || number <= recorded
        || recorded.equals(answer.against())) {
      return List.of();
    }
    return List.of(
        new Contradiction(
            criterion.code(), "MORE_THAN_RECORDED_LAST_YEAR", number, recorded.longValue()));
  }
}
