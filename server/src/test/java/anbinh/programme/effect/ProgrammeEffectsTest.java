package anbinh.programme.effect;

import static anbinh.programme.lifecycle.LifecycleFixture.COMMUNE;
import static anbinh.programme.lifecycle.LifecycleFixture.KIND;
import static anbinh.programme.lifecycle.LifecycleFixture.NEIGHBOUR;
import static anbinh.programme.lifecycle.LifecycleFixture.OTHER_COMMUNE;
import static anbinh.programme.lifecycle.LifecycleFixture.OTHER_VILLAGE;
import static anbinh.programme.lifecycle.LifecycleFixture.VILLAGE;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.AreaKind;
import anbinh.mediation.figures.FakeMediationFigures;
import anbinh.programme.Indicator;
import anbinh.programme.ProgrammeProblem;
import anbinh.programme.ProgrammeState;
import anbinh.programme.effect.ProgrammeEffects.Read;
import anbinh.programme.lifecycle.LifecycleFixture;
import anbinh.programme.lifecycle.Programme;
import anbinh.programme.lifecycle.ProgrammeProposalTable.Rest;
import anbinh.testing.ThrownProblem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Beside what an indicator is set, and where nothing is said since too little is known; launched
/// in the second quarter of 2024, read in February 2026.
class ProgrammeEffectsTest {
  private static final Quarter FIRST_AFTER = new Quarter(2024, 3);
  private static final Quarter LAST_BEFORE = new Quarter(2024, 1);
  private static final LocalDate BEFORE = LocalDate.of(2024, 2, 1);
  private static final LocalDate AFTER = LocalDate.of(2024, 8, 1);
  private static final UUID THIRD = new UUID(1, 7);

  private final LifecycleFixture fixture = new LifecycleFixture();
  private final FakeIndicatorTable entered = new FakeIndicatorTable();
  private final FakeMediationFigures mediations = new FakeMediationFigures();
  private final ProgrammeEffects effects =
      new ProgrammeEffects(
          fixture.areas,
          fixture.places,
          fixture.table,
          fixture.proposals,
          entered,
          mediations,
          fixture.clock);

  @AfterEach
  void signOut() {
    fixture.close();
  }

  private Read thefts(Programme of) {
    return effects.read(of, Indicator.THEFTS);
  }

  private void enter(UUID area, Quarter quarter, @Nullable Integer value, SourceKind source) {
    entered.add(area, quarter, value, source);
  }

  private void enterYears(UUID area, int each) {
    for (Quarter quarter : new Quarter(2021, 2).row(19)) {
      enter(area, quarter, each, SourceKind.POLICE);
    }
  }

  @Test
  void whatWasNotLaunchedHasNoEffect() {
    Programme proposed = fixture.programme(ProgrammeState.PROPOSED);
    assertThat(ThrownProblem.code(() -> thefts(proposed)))
        .isEqualTo(ProgrammeProblem.PROGRAMME_STATE);
  }

  @Test
  void aWholeYearIsSetBesideTheOneBeforeAndTheQuarterThatRunsIsInNeither() {
    Read read = thefts(fixture.programme(ProgrammeState.ACTIVE));
    assertThat(read.window().before()).startsWith(new Quarter(2023, 2)).endsWith(LAST_BEFORE);
    assertThat(read.window().after()).startsWith(FIRST_AFTER).endsWith(new Quarter(2025, 2));
    assertThat(read.quarters()).startsWith(new Quarter(2021, 2)).endsWith(new Quarter(2025, 4));
  }

  @Test
  void itIsReadOnlyUntilItFirstRestedOrEnded() {
    Programme running = fixture.programme(ProgrammeState.ACTIVE);
    fixture.proposals.rests.add(new Rest(LocalDate.of(2024, 12, 31), null));
    assertThat(thefts(running).window().after()).containsExactly(FIRST_AFTER, new Quarter(2024, 4));
    fixture.proposals.rests.clear();
    fixture.table.end(running.id(), LocalDate.of(2024, 12, 30));
    assertThat(thefts(fixture.programmes.get(running.id())).window().after())
        .containsExactly(FIRST_AFTER);
  }

  @Test
  void aVillageIsSetBesideTheOthersOfItsCommune() {
    enterYears(VILLAGE, 4);
    enterYears(NEIGHBOUR, 5);
    enterYears(OTHER_VILLAGE, 50);
    Read read = thefts(fixture.programme(ProgrammeState.ACTIVE));
    assertThat(read.reading().others()).isNotNull();
    assertThat(read.others()).containsEntry(FIRST_AFTER, 5.0);
    assertThat(read.own()).containsEntry(FIRST_AFTER, 4L);
    assertThat(read.reading().caveats()).doesNotContain(Caveat.NO_COMPARISON);
  }

  @Test
  void aVillageThatHadOneOfTheSameKindMeanwhileIsNoComparison() {
    enterYears(NEIGHBOUR, 5);
    Programme of = fixture.programme(ProgrammeState.ACTIVE);
    UUID other = new UUID(6, 3);
    fixture.beside(other, new UUID(6, 9), LocalDate.of(2024, 6, 1), COMMUNE, NEIGHBOUR);
    assertThat(thefts(of).reading().others()).as("of another kind").isNotNull();
    fixture.beside(other, KIND, LocalDate.of(2025, 7, 1), COMMUNE, NEIGHBOUR);
    assertThat(thefts(of).reading().others()).as("which began afterwards").isNotNull();
    fixture.beside(other, KIND, LocalDate.of(2025, 6, 30), COMMUNE, NEIGHBOUR);
    assertThat(thefts(of).reading().caveats()).contains(Caveat.NO_COMPARISON);
  }

  @Test
  void whereTheWholeCommuneHasOneOfTheKindNothingIsBesideIt() {
    enterYears(NEIGHBOUR, 5);
    Programme of = fixture.programme(ProgrammeState.ACTIVE);
    fixture.beside(new UUID(6, 3), KIND, LocalDate.of(2023, 1, 1), COMMUNE, COMMUNE);
    assertThat(thefts(of).reading().others()).isNull();
    Programme whole = fixture.programme(ProgrammeState.ACTIVE, COMMUNE);
    assertThat(thefts(whole).reading().others()).isNull();
  }

  @Test
  void theVillagesOfACommuneThatWasTakenOverAreBesideItToo() {
    enterYears(OTHER_VILLAGE, 7);
    Programme of = fixture.programme(ProgrammeState.ACTIVE);
    assertThat(thefts(of).reading().others()).isNull();
    fixture.areas.end(OTHER_COMMUNE, LocalDate.of(2025, 6, 30), COMMUNE);
    assertThat(thefts(of).others()).containsEntry(FIRST_AFTER, 7.0);
  }

  @Test
  void aQuarterIsToldOnlyWhereAllItsAreasAreKnown() {
    Programme of = fixture.programme(ProgrammeState.ACTIVE, VILLAGE, NEIGHBOUR);
    enter(VILLAGE, FIRST_AFTER, 3, SourceKind.POLICE);
    enter(VILLAGE, LAST_BEFORE, 0, SourceKind.POLICE);
    enter(NEIGHBOUR, LAST_BEFORE, 4, SourceKind.POLICE);
    enter(NEIGHBOUR, FIRST_AFTER, null, SourceKind.POLICE);
    Read read = thefts(of);
    assertThat(read.own())
        .as("a withdrawn number is none, and none is not zero")
        .containsOnlyKeys(LAST_BEFORE);
    assertThat(read.own()).containsEntry(LAST_BEFORE, 4L);
    assertThat(read.reading().caveats()).contains(Caveat.INCOMPLETE);
  }

  @Test
  void twoSourcesOfWhatIsComparedAreSaid() {
    Programme of = fixture.programme(ProgrammeState.ACTIVE);
    enterYears(VILLAGE, 4);
    enter(NEIGHBOUR, new Quarter(2021, 3), 1, SourceKind.SURVEY);
    assertThat(thefts(of).reading().caveats())
        .as("long before it is compared with nothing")
        .doesNotContain(Caveat.SOURCE_CHANGED);
    enter(NEIGHBOUR, FIRST_AFTER, 1, SourceKind.SURVEY);
    assertThat(thefts(of).reading().caveats()).contains(Caveat.SOURCE_CHANGED);
  }

  @Test
  void anotherProgrammeInTheSameVillageIsSaid() {
    Programme of = fixture.programme(ProgrammeState.ACTIVE);
    UUID other = new UUID(6, 3);
    UUID kind = new UUID(6, 9);
    LocalDate first = LocalDate.of(2023, 4, 1);
    fixture.beside(other, kind, first.minusDays(1), COMMUNE, VILLAGE);
    assertThat(thefts(of).reading().caveats())
        .as("it began before all that is compared")
        .doesNotContain(Caveat.OTHER_PROGRAMMES);
    fixture.beside(other, kind, first, COMMUNE, VILLAGE);
    assertThat(thefts(of).reading().caveats()).contains(Caveat.OTHER_PROGRAMMES);
    fixture.beside(other, kind, first, COMMUNE, NEIGHBOUR);
    assertThat(thefts(of).reading().caveats()).doesNotContain(Caveat.OTHER_PROGRAMMES);
    Programme whole = fixture.programme(ProgrammeState.ACTIVE, COMMUNE);
    assertThat(thefts(whole).reading().caveats())
        .as("in one of its villages")
        .contains(Caveat.OTHER_PROGRAMMES);
  }

  @Test
  void fewEventsGiveNoRatio() {
    Programme of = fixture.programme(ProgrammeState.ACTIVE);
    for (Quarter each : thefts(of).window().before()) {
      enter(VILLAGE, each, 3, SourceKind.POLICE);
      enter(VILLAGE, each.plus(5), each.number() == 1 ? 1 : 2, SourceKind.POLICE);
    }
    Read few = thefts(of);
    assertThat(few.reading().before().sum() + few.reading().after().sum()).isEqualTo(19);
    assertThat(few.reading().ratio()).isNull();
    assertThat(few.reading().caveats()).contains(Caveat.SMALL_NUMBERS);
    entered.all.clear();
    for (Quarter each : few.window().before()) {
      enter(VILLAGE, each, 3, SourceKind.POLICE);
      enter(VILLAGE, each.plus(5), 2, SourceKind.POLICE);
    }
    assertThat(thefts(of).reading().ratio()).as("of twenty").isNotNull();
  }

  @Test
  void mediationsAreCountedFromTheFirstQuarterOnInWhichTheCommuneHasOne() {
    Programme of = fixture.programme(ProgrammeState.ACTIVE);
    mediations.add(BEFORE, NEIGHBOUR, 5, 1);
    mediations.add(AFTER, VILLAGE, 4, 3);
    Read received = effects.read(of, Indicator.DISPUTES_RECEIVED);
    assertThat(received.own()).doesNotContainKey(new Quarter(2023, 4));
    assertThat(received.own()).containsEntry(LAST_BEFORE, 0L).containsEntry(FIRST_AFTER, 4L);
    assertThat(received.others()).containsEntry(LAST_BEFORE, 5.0);
    assertThat(received.reading().caveats()).contains(Caveat.RECORDS_BEGAN);
    assertThat(effects.read(of, Indicator.DISPUTES_SETTLED).own()).containsEntry(FIRST_AFTER, 3L);
  }

  @Test
  void mediationsOfTheWholeCommuneAreThoseOfAllItsVillages() {
    fixture.areas.add(THIRD, "38.1.3", AreaKind.RESIDENTIAL_AREA, COMMUNE);
    Programme whole = fixture.programme(ProgrammeState.ACTIVE, COMMUNE);
    mediations.add(LocalDate.of(2021, 4, 1), VILLAGE, 1, 0);
    mediations.add(AFTER, VILLAGE, 2, 0);
    mediations.add(AFTER, THIRD, 3, 0);
    mediations.add(AFTER, OTHER_VILLAGE, 40, 0);
    Read read = effects.read(whole, Indicator.DISPUTES_RECEIVED);
    assertThat(read.own()).containsEntry(FIRST_AFTER, 5L);
    assertThat(read.reading().caveats())
        .as("since the first of all quarters")
        .doesNotContain(Caveat.RECORDS_BEGAN);
  }

  @Test
  void inTheQuarterOfItsLaunchNothingIsSaidYet() {
    fixture.on("2024-06-30");
    Read read = thefts(fixture.programme(ProgrammeState.LAUNCHED));
    assertThat(read.window().after()).isEmpty();
    assertThat(read.reading().caveats()).containsExactly(Caveat.TOO_EARLY);
    fixture.on("2024-09-30");
    assertThat(thefts(fixture.programme(ProgrammeState.LAUNCHED)).reading().caveats())
        .as("on the last day of the quarter after it")
        .containsExactly(Caveat.TOO_EARLY);
    fixture.on("2024-10-01");
    assertThat(thefts(fixture.programme(ProgrammeState.LAUNCHED)).window().after())
        .containsExactly(FIRST_AFTER);
  }

  /// Numbers that were entered, in memory; ProgrammesIT runs the real table.
  private static final class FakeIndicatorTable extends IndicatorTable {
    private final List<Entered> all = new ArrayList<>();

    @SuppressWarnings("NullAway") // there is no database
    FakeIndicatorTable() {
      super(null);
    }

    void add(UUID area, Quarter quarter, @Nullable Integer value, SourceKind source) {
      all.add(
          new Entered(
              new UUID(6, 200 + all.size()),
              area,
              Indicator.THEFTS,
              quarter,
              value,
              source,
              "Báo cáo quý",
              null,
              new UUID(2, 1),
              Instant.EPOCH));
    }

    @Override
    List<Entered> list(
        Indicator indicator, Collection<UUID> areas, @Nullable Quarter from, @Nullable Quarter to) {
      return all.stream()
          .filter(each -> each.indicator() == indicator && areas.contains(each.areaId()))
          .filter(each -> from == null || each.quarter().compareTo(from) >= 0)
          .filter(each -> to == null || each.quarter().compareTo(to) <= 0)
          .toList();
    }
  }
}
