package anbinh.standard.criteria;

import anbinh.platform.SiteClock;
import anbinh.standard.UnitKind;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The periods of the Circular and the criteria that a test names; StandardIT runs the real ones.
public final class FakeCriteria extends Criteria {
  private final SiteClock clock;
  private List<Criterion> criteria = List.of();

  @SuppressWarnings("NullAway") // there is no table
  public FakeCriteria(SiteClock clock) {
    super(null, null, clock, null);
    this.clock = clock;
  }

  public void set(Criterion... requested) {
    criteria = List.of(requested);
  }

  @Override
  public LocalDate today() {
    return clock.today();
  }

  @Override
  public Map<UnitKind, StandardVersion> versions(int year) {
    return Stream.of(UnitKind.values())
        .map(FakeCriteria::version)
        .filter(each -> each.validIn(year))
        .collect(Collectors.toMap(StandardVersion::kind, each -> each));
  }

  @Override
  public List<Criterion> list(UnitKind kind, int year) {
    return criteria;
  }

  /// As the migration of the standard has them.
  public static StandardVersion version(UnitKind kind) {
    boolean village = kind == UnitKind.RESIDENTIAL_AREA;
    boolean commune = kind == UnitKind.COMMUNE;
    MonthDay last = village ? MonthDay.of(10, 31) : MonthDay.of(11, 15);
    return new StandardVersion(
        kind,
        commune ? 2025 : 2022,
        null,
        "Thông tư 124/2021/TT-BCA",
        "Điều 4",
        village ? MonthDay.of(11, 1) : MonthDay.of(11, 16),
        last,
        MonthDay.of(3, 31),
        village ? MonthDay.of(11, 15) : MonthDay.of(11, 20),
        commune ? StandardVersion.Level.PROVINCE : StandardVersion.Level.COMMUNE);
  }
}
