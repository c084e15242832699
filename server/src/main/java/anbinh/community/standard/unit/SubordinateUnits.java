package anbinh.community.standard.unit;

import anbinh.community.standard.CommuneStanding;
import anbinh.community.standard.StandardFact;
import anbinh.community.standard.StandardFacts;
import anbinh.community.standard.UnitKind;
import java.util.List;
import org.springframework.stereotype.Component;

/// How many units of a commune registered and are recognised, beside criterion 5.4.
@Component
class SubordinateUnits implements StandardFacts {
  private static final String CRITERION = "5.4";

  private final Standings standings;

  SubordinateUnits(Standings standings) {
    this.standings = standings;
  }

  @Override
  public List<StandardFact> answer(Question question) {
    if (question.kind() != UnitKind.COMMUNE || !question.criterion().equals(CRITERION)) {
      return List.of();
    }
    return standings.list(question.year()).stream()
        .filter(each -> each.communeId().equals(question.areaId()))
        .findFirst()
        .map(SubordinateUnits::facts)
        .orElse(List.of());
  }

  private static List<StandardFact> facts(CommuneStanding standing) {
    return List.of(
        new StandardFact("UNITS_REGISTERED", standing.registered(), (long) standing.units()),
        new StandardFact("UNITS_MET", standing.met(), (long) standing.units()),
        new StandardFact("UNITS_NEEDED", standing.needed(), null));
  }
}
