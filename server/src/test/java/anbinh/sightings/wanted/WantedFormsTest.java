package anbinh.sightings.wanted;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.identity.AreaTree;
import anbinh.sightings.wanted.WantedForms.Checked;
import anbinh.sightings.wanted.WantedForms.NewWantedVehicle;
import anbinh.testing.ThrownProblem;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WantedFormsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final AreaTree AREAS = new OneArea();

  private static NewWantedVehicle form(
      String plate, LocalDate on, UUID area, @Nullable Integer days) {
    return new NewWantedVehicle(
        plate,
        null,
        null,
        " 12/CV-CAX ",
        on,
        "Công an xã",
        null,
        area,
        "Xe gây tai nạn rồi bỏ chạy ở chợ",
        days);
  }

  private static Checked check(String plate) {
    return form(plate, TODAY, WantedFixture.COMMUNE, null).check(AREAS, TODAY);
  }

  @Test
  void aPlateIsKeptWithoutWhatStandsBetweenAndForAWeek() {
    Checked checked = check("36b1-112.34");
    assertThat(checked.plate()).isEqualTo("36B111234");
    assertThat(checked.paper().number()).isEqualTo("12/CV-CAX");
    assertThat(checked.time()).isEqualTo(Duration.ofDays(7));
  }

  @ParameterizedTest
  @ValueSource(strings = {"36A?2345", "36A*", "36A1", "36A12345678", "..-"})
  void aPlateIsWhole(String plate) {
    assertThat(ThrownProblem.fields(() -> check(plate))).containsExactly("plate wanted-plate");
  }

  @Test
  void allThatIsWrongIsNamedAtOnce() {
    NewWantedVehicle wrong = form("36A?", TODAY.plusDays(1), new UUID(0, 99), 3);
    assertThat(ThrownProblem.fields(() -> wrong.check(AREAS, TODAY)))
        .containsExactly("plate wanted-plate", "documentOn past-or-present", "areaId no-such-area");
  }

  private static final class OneArea implements AreaTree {
    @Override
    public boolean contains(UUID ancestor, UUID area) {
      return ancestor.equals(area);
    }

    @Override
    public Set<UUID> below(UUID area) {
      return Set.of(area);
    }

    @Override
    public Set<UUID> above(UUID area) {
      return Set.of(area);
    }

    @Override
    public boolean isLocal(UUID area) {
      return true;
    }

    @Override
    public boolean isCommune(UUID area) {
      return true;
    }

    @Override
    public Set<UUID> named(String word) {
      return Set.of();
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> areas) {
      return areas.contains(WantedFixture.COMMUNE)
          ? Map.of(WantedFixture.COMMUNE, "Xã Bá Thước")
          : Map.of();
    }
  }
}
