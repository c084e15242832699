package anbinh.areas.change;

import static anbinh.areas.change.AreaChangesFixture.ACTOR;
import static anbinh.areas.change.AreaChangesFixture.DAY;
import static anbinh.areas.change.AreaChangesFixture.FIRST_VILLAGE;
import static anbinh.areas.change.AreaChangesFixture.ONE;
import static anbinh.areas.change.AreaChangesFixture.PROVINCE;
import static anbinh.areas.change.AreaChangesFixture.SECOND_VILLAGE;
import static anbinh.areas.change.AreaChangesFixture.SINCE;
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
import anbinh.areas.change.AreaChanges.Move;
import anbinh.areas.unit.Succession;
import anbinh.testing.ThrownProblem;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What a merger, a division and another name do, and what makes none.
class AreaChangesTest {
  private final AreaChangesFixture fixture = new AreaChangesFixture();
  private final AreaChanges changes = fixture.changes;

  private List<String> wrong(Ending requested) {
    return ThrownProblem.fields(() -> changes.end(requested, ACTOR));
  }

  private List<String> wrongName(UUID id, String name, LocalDate on) {
    return ThrownProblem.fields(() -> changes.rename(id, name, on, WHY, ACTOR));
  }

  private @Nullable UUID parent(UUID id) {
    return fixture.areas.get(id).parentId();
  }

  @Test
  void whatIsMergedEndsTheDayBeforeAndItsVillagesLieInWhatTookItOver() {
    assertThat(changes.end(merger(DAY), ACTOR)).extracting(Area::id).containsExactly(TWO);
    assertThat(fixture.areas.findLastDay(ONE)).contains(DAY.minusDays(1));
    assertThat(fixture.areas.listOn(DAY.minusDays(1))).extracting(Area::id).contains(ONE);
    assertThat(fixture.areas.listOn(DAY)).extracting(Area::id).doesNotContain(ONE);
    assertThat(parent(FIRST_VILLAGE)).isEqualTo(TWO);
    assertThat(parent(ONE)).as("what it had is looked for there").isEqualTo(TWO);
    assertThat(fixture.table.successions()).containsExactly(new Succession(ONE, TWO, DAY));
    assertThat(fixture.merged.reviewed()).as("whose roles meet now").containsExactly(TWO);
    assertThat(fixture.log.types())
        .containsExactly(AreaEvent.MOVED, AreaEvent.MOVED, AreaEvent.ENDED);
  }

  @Test
  void aUnitThatIsNewMayBearTheCodeOfOneThatEnds() {
    List<Area> made =
        changes.end(
            ending(List.of(ONE, TWO), DAY, List.of(fresh("38-1", "Xã Mới", AreaKind.COMMUNE))),
            ACTOR);
    assertThat(made)
        .singleElement()
        .satisfies(area -> {
          assertThat(area.code()).isEqualTo("38-1");
          assertThat(area.parentId()).isEqualTo(PROVINCE);
          assertThat(fixture.areas.listOn(DAY.minusDays(1))).doesNotContain(area);
        });
    assertThat(fixture.table.successions()).hasSize(2);
  }

  @Test
  void aDivisionSaysWhereEachVillageGoes() {
    List<Area> made =
        changes.end(
            ending(
                List.of(ONE),
                DAY,
                List.of(into(TWO), into(THREE)),
                new Move(FIRST_VILLAGE, 1),
                new Move(SECOND_VILLAGE, 0)),
            ACTOR);
    assertThat(made).extracting(Area::id).containsExactly(TWO, THREE);
    assertThat(parent(FIRST_VILLAGE)).isEqualTo(THREE);
    assertThat(parent(SECOND_VILLAGE)).isEqualTo(TWO);
    assertThat(parent(ONE)).as("what it had is nobody's alone").isEqualTo(PROVINCE);
    assertThat(fixture.merged.reviewed()).containsExactly(TWO, THREE);
  }

  @Test
  void noVillageIsLeftWithoutACommune() {
    var two = List.of(into(TWO), into(THREE));
    assertThat(wrong(ending(List.of(ONE), DAY, two, new Move(FIRST_VILLAGE, 0))))
        .containsExactly("moves area-within");
    assertThat(wrong(ending(List.of(ONE), DAY, List.of())))
        .as("and none takes over")
        .containsExactly("moves area-within");
    changes.end(ending(List.of(TWO), DAY, List.of()), ACTOR);
    assertThat(fixture.areas.findPresent(TWO)).as("nothing lay in it").isEmpty();
  }

  @Test
  void aMoveIsOfWhatLiesThereOnceAndToASuccessorThatThereIs() {
    assertThat(
            wrong(
                ending(
                    List.of(ONE),
                    DAY,
                    List.of(into(TWO)),
                    new Move(FIRST_VILLAGE, 0),
                    new Move(FIRST_VILLAGE, 0),
                    new Move(THREE, 0),
                    new Move(SECOND_VILLAGE, 1))))
        .containsExactly(
            "moves[1].areaId no-such-area",
            "moves[2].areaId no-such-area",
            "moves[3].successor area-successor");
  }

  @Test
  void unitsOfOneParentAreMergedAndTheirSuccessorLiesThere() {
    assertThat(wrong(ending(List.of(ONE, FIRST_VILLAGE), DAY, List.of(into(TWO)))))
        .containsExactly("areaIds area-parents");
    assertThat(wrong(ending(List.of(FIRST_VILLAGE), DAY, List.of(into(TWO)))))
        .containsExactly("successors[0].areaId area-parents");
  }

  @Test
  void nothingTakesOverThatEndsItselfOrIsNamedTwice() {
    assertThat(wrong(ending(List.of(ONE, TWO), DAY, List.of(into(TWO)))))
        .containsExactly("successors[0].areaId no-such-area");
    assertThat(
            wrong(
                ending(
                    List.of(ONE),
                    DAY,
                    List.of(into(TWO), into(TWO)),
                    new Move(FIRST_VILLAGE, 0),
                    new Move(SECOND_VILLAGE, 0))))
        .containsExactly("successors[1].areaId no-such-area");
    changes.end(ending(List.of(TWO), DAY, List.of(into(THREE))), ACTOR);
    assertThat(wrong(merger(DAY)))
        .as("which ended")
        .containsExactly("successors[0].areaId no-such-area");
  }

  @Test
  void aNewUnitHasACodeOfItsOwnANameAndAKindThatFits() {
    assertThat(wrong(ending(List.of(ONE), DAY, List.of(fresh(null, " ", null)))))
        .containsExactly(
            "successors[0].code required",
            "successors[0].name required",
            "successors[0].kind required");
    assertThat(
            wrong(ending(List.of(ONE), DAY, List.of(fresh("38-2", "Xã Mới", AreaKind.PROVINCE)))))
        .containsExactly("successors[0].code area-code-taken", "successors[0].kind kind-below");
    assertThat(
            wrong(
                ending(
                    List.of(TWO),
                    DAY,
                    List.of(
                        fresh("38-7", "Xã Mới", AreaKind.COMMUNE),
                        fresh("38-7", "Xã Khác", AreaKind.COMMUNE)))))
        .containsExactly("successors[1].code area-code-taken");
  }

  @Test
  void nothingTakesOverVillagesThatCannotLieInIt() {
    assertThat(
            wrong(
                ending(
                    List.of(ONE), DAY, List.of(fresh("38-9", "Trường nội trú", AreaKind.SCHOOL)))))
        .as("a new one")
        .containsExactly("successors[0].kind kind-below");
    UUID agency = new UUID(1, 9);
    fixture.areas.add(agency, "38-8", AreaKind.AGENCY, PROVINCE);
    assertThat(wrong(ending(List.of(ONE), DAY, List.of(into(agency)))))
        .as("one that there is")
        .containsExactly("successors[0].areaId kind-below");
    changes.end(
        ending(
            List.of(ONE),
            DAY,
            List.of(into(TWO), into(agency)),
            new Move(FIRST_VILLAGE, 0),
            new Move(SECOND_VILLAGE, 0)),
        ACTOR);
    assertThat(parent(FIRST_VILLAGE)).as("where it takes none of them").isEqualTo(TWO);
  }

  @Test
  void aUnitEndsAfterItsFirstDay() {
    assertThat(wrong(merger(SINCE))).containsExactly("on area-after");
    changes.end(merger(SINCE.plusDays(1)), ACTOR);
    assertThat(fixture.areas.findLastDay(ONE)).contains(SINCE);
  }

  @Test
  void whatEndedChangesNoMore() {
    changes.end(merger(DAY), ACTOR);
    assertThat(ThrownProblem.code(() -> changes.end(merger(DAY), ACTOR)))
        .isEqualTo(AreaProblem.AREA_ENDED);
    assertThat(ThrownProblem.code(() -> changes.rename(ONE, "Xã Khác", DAY, WHY, ACTOR)))
        .isEqualTo(AreaProblem.AREA_ENDED);
    assertThat(ThrownProblem.code(() -> changes.present(new UUID(1, 99))))
        .isEqualTo(AreaProblem.NO_SUCH_AREA);
  }

  @Test
  void whatIsNamedTwiceEndsOnce() {
    changes.end(ending(List.of(ONE, ONE), DAY, List.of(into(TWO))), ACTOR);
    assertThat(fixture.table.successions()).hasSize(1);
  }

  @Test
  void aNameIsAnotherOneOfALaterDayThanTheLast() {
    assertThat(wrongName(ONE, " Đơn  vị 38-1 ", DAY))
        .as("however it is spaced")
        .containsExactly("name same-name");
    assertThat(wrongName(ONE, "Xã Khác", SINCE)).containsExactly("on area-after");
    changes.rename(ONE, "Xã Khác", DAY, WHY, ACTOR);
    assertThat(fixture.areas.get(ONE).name()).isEqualTo("Xã Khác");
    assertThat(wrongName(ONE, "Xã Nữa", DAY)).containsExactly("on area-after");
    changes.rename(ONE, "Xã Nữa", DAY.plusDays(1), WHY, ACTOR);
    assertThat(fixture.log.types()).containsExactly(AreaEvent.RENAMED, AreaEvent.RENAMED);
  }
}
