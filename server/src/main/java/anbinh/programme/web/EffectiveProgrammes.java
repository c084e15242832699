package anbinh.programme.web;

import anbinh.areas.unit.Areas;
import anbinh.identity.AreaScope;
import anbinh.programme.web.ProgrammeFigures.Tally;
import anbinh.standard.StandardFact;
import anbinh.standard.StandardFacts;
import anbinh.standard.StandardThreshold;
import anbinh.standard.UnitKind;
import anbinh.standard.criteria.Requirements;
import java.util.List;
import org.springframework.stereotype.Component;

/// How many programmes ran in a commune at the end of the period, beside the criterion that asks
/// for one that works with effect (Circular 124/2021/TT-BCA, article 5.1). Whether it does is for
/// people to say.
@Component
class EffectiveProgrammes implements StandardFacts {
  private static final String CRITERION = "5.1";

  private final ProgrammeFigures figures;
  private final Requirements requirements;
  private final Areas areas;

  EffectiveProgrammes(ProgrammeFigures figures, Requirements requirements, Areas areas) {
    this.figures = figures;
    this.requirements = requirements;
    this.areas = areas;
  }

  @Override
  public List<StandardFact> answer(Question question) {
    if (question.kind() != UnitKind.COMMUNE || !question.criterion().equals(CRITERION)) {
      return List.of();
    }
    List<Tally> tallies =
        figures.list(
            question.from(), question.to(), new AreaScope.Within(areas.below(question.areaId())));
    long running = tallies.stream().mapToLong(Tally::running).sum();
    Integer needed =
        requirements
            .findThreshold(question.kind(), StandardThreshold.Code.PROGRAMMES_RUNNING)
            .map(StandardThreshold::atLeast)
            .orElse(null);
    return List.of(
        new StandardFact("PROGRAMMES_RUNNING", running, null, needed != null && running < needed),
        new StandardFact(
            "PROGRAMME_ACTIVITIES", tallies.stream().mapToLong(Tally::activities).sum(), null));
  }
}
