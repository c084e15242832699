package anbinh.standard.unit;

import anbinh.standard.CommuneStanding;
import anbinh.standard.UnitKind;
import anbinh.standard.assessment.Assessment;
import anbinh.standard.criteria.AnswerKind;
import anbinh.standard.criteria.Criteria;
import anbinh.standard.criteria.Criterion;
import anbinh.standard.unit.StandardUnits.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Counts where each commune stands (article 5.4). Safe for many threads.
@Component
class Standings {
  private final StandardUnits units;
  private final Criteria criteria;

  Standings(StandardUnits units, Criteria criteria) {
    this.units = units;
    this.criteria = criteria;
  }

  /// All communes of a year, in the order of their codes.
  public List<CommuneStanding> list(int year) {
    List<Unit> all = units.list(year);
    Map<UUID, List<Unit>> within = units.byCommune(all);
    int percent = percent(year);
    List<CommuneStanding> found = new ArrayList<>();
    for (Unit unit : all) {
      if (unit.kind() == UnitKind.COMMUNE) {
        found.add(standing(unit, within.getOrDefault(unit.area().id(), List.of()), percent));
      }
    }
    return found;
  }

  /// How many of a hundred are needed in a year.
  int percent(int year) {
    return criteria.list(UnitKind.COMMUNE, year).stream()
        .filter(each -> each.answer() == AnswerKind.SHARE && !each.own())
        .map(Criterion::percent)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(100);
  }

  static CommuneStanding standing(Unit commune, List<Unit> within, int percent) {
    List<Unit> counting = within.stream().filter(Unit::counts).toList();
    Assessment own = commune.assessment();
    return new CommuneStanding(
        commune.area().id(),
        commune.area().name(),
        commune.year(),
        counting.size(),
        within.size() - counting.size(),
        (int) counting.stream().filter(Unit::registered).count(),
        (int) counting.stream().filter(Unit::assessed).count(),
        (int) counting.stream().filter(Unit::decided).count(),
        (int) counting.stream().filter(Unit::met).count(),
        CommuneStanding.needed(counting.size(), percent),
        own == null ? null : own.state(),
        own == null ? null : own.outcome(),
        commune.exceptions());
  }
}
