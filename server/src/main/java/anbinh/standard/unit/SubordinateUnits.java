package anbinh.standard.unit;

import anbinh.standard.CommuneStanding;
import anbinh.standard.StandardFact;
import anbinh.standard.StandardFacts;
import anbinh.standard.StandardThreshold;
import anbinh.standard.UnitKind;
import anbinh.standard.criteria.Criterion;
import anbinh.standard.criteria.Requirements;
import java.util.List;
import org.springframework.stereotype.Component;

/// How many units of a commune registered and are recognised, beside criterion 5.4.
@Component
class SubordinateUnits implements StandardFacts {
  private static final String CRITERION = "5.4";

  private final Standings standings;
  private final Requirements requirements;

  SubordinateUnits(Standings standings, Requirements requirements) {
    this.standings = standings;
    this.requirements = requirements;
  }

  @Override
  public List<StandardFact> answer(Question question) {
    if (question.kind() != UnitKind.COMMUNE || !question.criterion().equals(CRITERION)) {
      return List.of();
    }
    return standings.list(question.year()).stream()
        .filter(each -> each.communeId().equals(question.areaId()))
        .findFirst()
        .map(this::facts)
        .orElse(List.of());
  }

  private List<StandardFact> facts(CommuneStanding standing) {
    int percent =
        requirements
            .findThreshold(UnitKind.COMMUNE, StandardThreshold.Code.UNITS_REGISTERED)
            .map(StandardThreshold::percent)
            .orElse(100);
    return List.of(
        new StandardFact(
            "UNITS_REGISTERED",
            standing.registered(),
            (long) standing.units(),
            !Criterion.reaches(standing.registered(), standing.units(), percent)),
        new StandardFact(
            "UNITS_MET", standing.met(), (long) standing.units(), !standing.enoughMet()),
        new StandardFact("UNITS_NEEDED", standing.needed(), null));
  }
}
