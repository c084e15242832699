package anbinh.demo.seed;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.identity.Person;
import anbinh.platform.SiteClock;
import anbinh.programme.Indicator;
import anbinh.programme.effect.IndicatorNumbers;
import anbinh.programme.effect.IndicatorNumbers.IndicatorNumber;
import anbinh.programme.effect.IndicatorNumbers.NewIndicatorNumbers;
import anbinh.programme.effect.Quarter;
import anbinh.programme.effect.SourceKind;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Enters simulated numbers for the villages of a demonstration, before and after a programme
/// began.
@Component
class IndicatorDemoSeeder {
  private static final int[] WITH = {5, 6, 7, 5, 8, 9, 10, 8, 7, 4, 3, 4, 5};
  private static final int[] WITHOUT = {4, 5, 4, 5, 5, 6, 5, 4, 5, 4, 5, 4, 5};
  private static final int BEFORE = 8;

  private final IndicatorNumbers numbers;
  private final SiteClock clock;

  IndicatorDemoSeeder(IndicatorNumbers numbers, SiteClock clock) {
    this.numbers = numbers;
    this.clock = clock;
  }

  public void make(UUID communeId, UUID villageId, LocalDate launched, Person by) {
    Quarter quarter = Quarter.of(launched).plus(-BEFORE);
    List<Area> villages =
        numbers.areasOf(communeId).stream()
            .filter(each -> each.kind() == AreaKind.RESIDENTIAL_AREA)
            .toList();
    for (int i = 0; i < WITH.length && quarter.lastDay().isBefore(clock.today()); i++) {
      int with = WITH[i];
      int without = WITHOUT[i];
      numbers.enter(
          new NewIndicatorNumbers(
              communeId,
              Indicator.THEFTS,
              quarter.year(),
              quarter.number(),
              SourceKind.POLICE,
              "Thống kê của công an xã (mô phỏng)",
              null,
              villages.stream()
                  .map(each ->
                      new IndicatorNumber(
                          each.id(), each.id().equals(villageId) ? with : without, null))
                  .toList()),
          by);
      quarter = quarter.plus(1);
    }
  }
}
