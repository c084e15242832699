package anbinh.areas.change;

import static anbinh.areas.change.AreaChangesFixture.ACTOR;
import static anbinh.areas.change.AreaChangesFixture.FIRST_VILLAGE;
import static anbinh.areas.change.AreaChangesFixture.ONE;
import static anbinh.areas.change.AreaChangesFixture.SECOND_VILLAGE;
import static anbinh.areas.change.AreaChangesFixture.THREE;
import static anbinh.areas.change.AreaChangesFixture.TWO;
import static anbinh.areas.change.AreaChangesFixture.WHY;
import static anbinh.areas.change.AreaChangesFixture.ending;
import static anbinh.areas.change.AreaChangesFixture.fresh;
import static anbinh.areas.change.AreaChangesFixture.into;
import static anbinh.areas.change.AreaChangesFixture.merger;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.Area;
import anbinh.areas.AreaEvent;
import anbinh.areas.AreaKind;
import anbinh.areas.AreaProblem;
import anbinh.areas.change.AreaChanges.Ending;
import anbinh.areas.change.PlannedChange.State;
import anbinh.platform.Ids;
import anbinh.platform.Site;
import anbinh.platform.SiteClock;
import anbinh.testing.FakeTransactions;
import anbinh.testing.ThrownProblem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Which changes take effect at once and which on their day, and which two do not go together.
class PlannedChangesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
  private static final LocalDate TOMORROW = TODAY.plusDays(1);

  private final AreaChangesFixture fixture = new AreaChangesFixture();
  private final FakeTable table = new FakeTable();
  private Instant now = Instant.parse("2026-06-30T05:00:00Z");
  private final SiteClock clock =
      new SiteClock(() -> now, new Site("x", ZoneId.of("Asia/Ho_Chi_Minh"), false));
  private final PlannedChanges planned =
      new PlannedChanges(
          table,
          fixture.changes,
          fixture.areas,
          new Ids(() -> now, new Random(1)),
          clock,
          fixture.log,
          new FakeTransactions().template());

  private void end(Ending requested) {
    var _ = planned.end(requested, ACTOR);
  }

  private void rename(UUID id, LocalDate on) {
    planned.rename(id, "Xã Khác", on, WHY, ACTOR);
  }

  private static void assertPlanned(ThrowingCallable act) {
    assertThat(ThrownProblem.code(act)).isEqualTo(AreaProblem.AREA_CHANGE_PLANNED);
  }

  @Test
  void whatIsOfTodayTakesEffectAtOnceAndWhatIsOfTomorrowWaits() {
    rename(TWO, TODAY);
    assertThat(fixture.areas.get(TWO).name()).isEqualTo("Xã Khác");
    assertThat(table.all).isEmpty();
    end(merger(TOMORROW));
    assertThat(fixture.areas.findPresent(ONE)).isPresent();
    assertThat(table.all.values()).extracting(PlannedChange::state).containsExactly(State.WAITING);
    assertThat(fixture.log.types()).containsExactly(AreaEvent.RENAMED, AreaEvent.CHANGE_PLANNED);
  }

  @Test
  void itIsCarriedOutOnItsDayAsTheSiteCountsDays() {
    end(merger(TOMORROW));
    now = Instant.parse("2026-06-30T16:59:59Z");
    assertThat(planned.carryOut()).isZero();
    now = Instant.parse("2026-06-30T17:00:00Z");
    assertThat(planned.carryOut()).isEqualTo(1);
    assertThat(fixture.areas.findLastDay(ONE)).contains(TODAY);
    assertThat(table.all.values()).extracting(PlannedChange::state).containsExactly(State.DONE);
    assertThat(planned.carryOut()).as("once").isZero();
  }

  @Test
  void twoYearsAheadAreTheMost() {
    LocalDate last = TODAY.plusYears(2);
    assertThat(ThrownProblem.fields(() -> end(merger(last.plusDays(1)))))
        .containsExactly("on area-too-far");
    assertThat(ThrownProblem.fields(() -> rename(TWO, last.plusDays(1))))
        .containsExactly("on area-too-far");
    end(merger(last));
    rename(THREE, last);
    assertThat(table.all).hasSize(2);
  }

  @Test
  void whatMakesNoSenseIsRefusedWhenItIsDecided() {
    assertThat(
            ThrownProblem.fields(
                () -> end(ending(List.of(ONE), TOMORROW, List.of(into(TWO), into(THREE))))))
        .containsExactly("moves area-within");
    assertThat(
            ThrownProblem.fields(
                () -> planned.rename(ONE, fixture.areas.get(ONE).name(), TOMORROW, WHY, ACTOR)))
        .containsExactly("name same-name");
    assertThat(table.all).isEmpty();
  }

  @Test
  void aUnitThatIsToEndChangesInNoOtherWayEvenToday() {
    end(merger(TOMORROW));
    assertPlanned(() -> rename(ONE, TODAY));
    assertPlanned(() -> rename(ONE, TOMORROW.plusDays(9)));
    assertPlanned(() -> end(ending(List.of(ONE), TODAY, List.of(into(THREE)))));
  }

  @Test
  void whatIsToTakeOverDoesNotEndAndWhatIsToEndTakesNothingOver() {
    end(merger(TOMORROW));
    assertPlanned(() -> end(ending(List.of(TWO), TODAY, List.of(into(THREE)))));
    assertPlanned(() -> end(ending(List.of(THREE), TODAY, List.of(into(ONE)))));
    rename(TWO, TODAY);
    end(ending(List.of(THREE), TOMORROW, List.of(into(TWO))));
    assertThat(table.all).as("two may go into one").hasSize(2);
  }

  @Test
  void whatIsToBeRenamedMayTakeOver() {
    rename(TWO, TOMORROW.plusDays(5));
    end(merger(TOMORROW));
    assertThat(table.all).hasSize(2);
  }

  @Test
  void twoUnitsToComeDoNotGetOneCode() {
    end(ending(List.of(TWO), TOMORROW, List.of(fresh("38-7", "Xã Mới", AreaKind.COMMUNE))));
    var again =
        ending(List.of(THREE), TOMORROW, List.of(fresh("38-7", "Xã Mới", AreaKind.COMMUNE)));
    assertThat(ThrownProblem.fields(() -> end(again)))
        .containsExactly("successors[0].code area-code-taken");
  }

  private UUID only() {
    return table.all.keySet().iterator().next();
  }

  @Test
  void whatIsWithdrawnIsCarriedOutNeverAndTheUnitIsFree() {
    end(merger(TOMORROW));
    planned.withdraw(only(), " Hoãn lại. ", ACTOR);
    now = now.plusSeconds(172_800);
    assertThat(planned.carryOut()).isZero();
    assertThat(fixture.areas.findPresent(ONE)).isPresent();
    rename(ONE, TODAY);
    assertThat(ThrownProblem.code(() -> planned.withdraw(only(), "Lại.", ACTOR)))
        .isEqualTo(AreaProblem.AREA_CHANGE_CLOSED);
    assertThat(ThrownProblem.code(() -> planned.get(new UUID(9, 9))))
        .isEqualTo(AreaProblem.NO_SUCH_AREA_CHANGE);
  }

  @Test
  void whatCannotBeCarriedOutAnyMoreIsSaidAndKeepsNothingElseFromBeingDone() {
    end(merger(TOMORROW));
    rename(THREE, TOMORROW);
    PlannedChange one = planned.get(only());
    assertThat(planned.stands(one)).isTrue();
    fixture.areas.end(TWO, TODAY, null);
    assertThat(planned.stands(one)).isFalse();
    now = now.plusSeconds(86_400);
    assertThat(planned.carryOut()).isEqualTo(2);
    assertThat(planned.get(one.id()).state()).isEqualTo(State.FAILED);
    assertThat(table.reasons).containsValue("invalid, successors[0].areaId no-such-area");
    assertThat(fixture.areas.get(THREE).name()).isEqualTo("Xã Khác");
    assertThat(fixture.areas.findPresent(ONE)).isPresent();
    assertThat(fixture.log.types()).contains(AreaEvent.CHANGE_FAILED);
    assertThat(planned.carryOut()).as("it is not tried again").isZero();
    assertPlanned(() -> rename(ONE, TOMORROW));
    planned.withdraw(one.id(), "Không còn đúng.", ACTOR);
  }

  @Test
  void changesOfSeveralDaysAreCarriedOutInTheirOrder() {
    end(ending(List.of(FIRST_VILLAGE), TOMORROW.plusDays(1), List.of(into(SECOND_VILLAGE))));
    end(ending(List.of(TWO), TOMORROW, List.of(fresh("38-7", "Xã Mới", AreaKind.COMMUNE))));
    now = now.plusSeconds(7 * 86_400);
    assertThat(planned.carryOut()).isEqualTo(2);
    assertThat(fixture.areas.findLastDay(FIRST_VILLAGE)).contains(TOMORROW);
    assertThat(fixture.areas.findLastDay(TWO)).as("of its own day, however late").contains(TODAY);
    assertThat(fixture.areas.list()).extracting(Area::code).contains("38-7");
  }

  @Test
  void theUnitAboveDecidesAboutIt() {
    end(merger(TOMORROW));
    assertThat(planned.above(planned.get(only()))).isEqualTo(AreaChangesFixture.PROVINCE);
  }

  /// Changes to come, in memory; PlannedChangeTests run the real table.
  private static final class FakeTable extends PlannedChangeTable {
    private final Map<UUID, PlannedChange> all = new LinkedHashMap<>();
    private final Map<UUID, String> reasons = new LinkedHashMap<>();

    @SuppressWarnings("NullAway") // there is no database
    FakeTable() {
      super(null);
    }

    @Override
    void insert(PlannedChange one, UUID by, Instant at) {
      all.put(one.id(), one);
    }

    @Override
    void close(UUID id, State state, @Nullable UUID by, Instant at, @Nullable String reason) {
      PlannedChange of = find(id).orElseThrow();
      all.put(
          id,
          new PlannedChange(
              id,
              of.on(),
              of.name(),
              of.reason(),
              of.areaIds(),
              of.successors(),
              of.moves(),
              state));
      if (reason != null) {
        reasons.put(id, reason);
      }
    }

    @Override
    Optional<PlannedChange> find(UUID id) {
      return Optional.ofNullable(all.get(id));
    }

    @Override
    Optional<PlannedChange> findForUpdate(UUID id) {
      return find(id);
    }

    @Override
    List<UUID> listDue(LocalDate today) {
      return all.values().stream()
          .filter(each -> each.state() == State.WAITING && !each.on().isAfter(today))
          .sorted(Comparator.comparing(PlannedChange::on))
          .map(PlannedChange::id)
          .toList();
    }

    @Override
    List<PlannedChange> listOpen(Collection<UUID> areas) {
      return all.values().stream()
          .filter(PlannedChange::isOpen)
          .filter(each -> touched(each).stream().anyMatch(areas::contains))
          .toList();
    }

    private static List<UUID> touched(PlannedChange one) {
      List<UUID> touched = new ArrayList<>(one.areaIds());
      one.successors().stream()
          .map(AreaChanges.Successor::areaId)
          .filter(each -> each != null)
          .forEach(touched::add);
      return touched;
    }

    @Override
    boolean isCodePlanned(String code) {
      return all.values().stream()
          .filter(each -> each.state() == State.WAITING)
          .flatMap(each -> each.successors().stream())
          .anyMatch(each -> code.equals(each.code()));
    }
  }
}
