package anbinh.measure.register;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.AccessFixture;
import anbinh.measure.kind.MeasureKind;
import anbinh.measure.register.MeasureAccess.On;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What somebody may do by what they are to a measure, and when it opens at all; what they are to
/// it, shows MeasuresIT.
class MeasureAccessTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
  private static final UUID HELPER = new UUID(4, 1);
  private final Person person = AccessFixture.person(1, AccessFixture.COMMUNE, Role.TEAM_MEMBER);

  private static Measure measure(
      MeasureState state,
      LocalDate until,
      Measure.@Nullable Waiting waiting,
      @Nullable Instant erased) {
    return new Measure(
        new UUID(5, 1),
        "BP-2026-483920",
        MeasureKind.values()[0],
        AccessFixture.COMMUNE,
        false,
        state,
        new Measure.Span(LocalDate.of(2026, 6, 1), until, until),
        waiting,
        1,
        new UUID(2, 9),
        new Measure.Recorded(new UUID(2, 9), Instant.EPOCH),
        null,
        null,
        erased);
  }

  private static Measure inForce(LocalDate until) {
    return measure(MeasureState.IN_FORCE, until, null, null);
  }

  private On on(boolean keeps, boolean decides, boolean appoints, Set<UUID> help) {
    return new On(inForce(TODAY), person, keeps, decides, appoints, help);
  }

  @Test
  void forWhoIsNothingToItItDoesNotExist() {
    On nobody = on(false, false, false, Set.of());
    assertThat(nobody.sees()).isFalse();
    assertThat(nobody.reads()).isFalse();
    assertThat(nobody.handsOver()).isFalse();
    assertThat(nobody.notesTasks()).isFalse();
  }

  @Test
  void whoHelpsReadsAndNotesAndNotAllOfIt() {
    On helper = on(false, false, false, Set.of(HELPER));
    assertThat(helper.reads()).isTrue();
    assertThat(helper.readsAll()).isFalse();
    assertThat(helper.notesTasks()).isTrue();
    assertThat(helper.handsOver()).isFalse();
  }

  @Test
  void whoOnlyAppointsAnotherKeeperReadsNothing() {
    On chair = on(false, false, true, Set.of());
    assertThat(chair.sees()).isTrue();
    assertThat(chair.reads()).isFalse();
    assertThat(chair.handsOver()).isTrue();
    On decides = on(false, true, false, Set.of());
    assertThat(decides.readsAll()).isTrue();
    assertThat(decides.handsOver()).isFalse();
    assertThat(decides.notesTasks()).isFalse();
  }

  @Test
  void itIsOpenUntilItsLastDayWhetherOrNotAClockNotedTheEnd() {
    assertThat(inForce(TODAY).isOpen(TODAY)).isTrue();
    assertThat(inForce(TODAY.minusDays(1)).isOpen(TODAY)).isFalse();
    assertThat(measure(MeasureState.SEALED, TODAY, null, null).isOpen(TODAY)).isFalse();
    assertThat(measure(MeasureState.IN_FORCE, TODAY, null, Instant.EPOCH).isOpen(TODAY)).isFalse();
  }

  @Test
  void nobodyHelpsAfterAPaperEndedItAlthoughTheChairHasNotLooked() {
    var ended = new Measure.Waiting(Instant.EPOCH, TODAY.minusDays(1));
    var today = new Measure.Waiting(Instant.EPOCH, TODAY);
    var longer = new Measure.Waiting(Instant.EPOCH, null);
    LocalDate until = TODAY.plusDays(90);
    assertThat(measure(MeasureState.IN_FORCE, until, ended, null).isOverByPaper(TODAY)).isTrue();
    assertThat(measure(MeasureState.IN_FORCE, until, today, null).isOverByPaper(TODAY)).isFalse();
    assertThat(measure(MeasureState.IN_FORCE, until, longer, null).isOverByPaper(TODAY)).isFalse();
    assertThat(inForce(until).isOverByPaper(TODAY)).isFalse();
  }

  @Test
  void theChairIsAskedOfWhatWaitsAndIsOpen() {
    LocalDate until = TODAY.plusDays(90);
    var waiting = new Measure.Waiting(Instant.EPOCH, null);
    assertThat(measure(MeasureState.WAITING, until, null, null).asksChair(TODAY)).isTrue();
    assertThat(measure(MeasureState.IN_FORCE, until, waiting, null).asksChair(TODAY)).isTrue();
    assertThat(inForce(until).asksChair(TODAY)).isFalse();
    assertThat(measure(MeasureState.WAITING, TODAY.minusDays(1), null, null).asksChair(TODAY))
        .isFalse();
  }
}
