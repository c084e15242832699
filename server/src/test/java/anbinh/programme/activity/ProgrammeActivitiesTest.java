package anbinh.programme.activity;

import static anbinh.programme.lifecycle.LifecycleFixture.COMMUNE;
import static anbinh.programme.lifecycle.LifecycleFixture.ID;
import static anbinh.programme.lifecycle.LifecycleFixture.LAUNCHED;
import static anbinh.programme.lifecycle.LifecycleFixture.OTHER_COMMUNE;
import static anbinh.programme.lifecycle.LifecycleFixture.OTHER_VILLAGE;
import static anbinh.programme.lifecycle.LifecycleFixture.VILLAGE;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.AccessFixture;
import anbinh.programme.PartnerKind;
import anbinh.programme.ProgrammeEvent;
import anbinh.programme.ProgrammeProblem;
import anbinh.programme.ProgrammeState;
import anbinh.programme.activity.ClosedYears.PartYear;
import anbinh.programme.activity.ProgrammeActivities.ActivityCorrection;
import anbinh.programme.activity.ProgrammeActivities.ActivityForm;
import anbinh.programme.lifecycle.LifecycleFixture;
import anbinh.programme.lifecycle.ProgrammeProposalTable.Rest;
import anbinh.testing.ThrownProblem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Which activities are taken down, how often when a phone sends twice, and until when who corrects
/// them.
class ProgrammeActivitiesTest {
  private static final UUID PHONE = new UUID(6, 50);
  private static final LocalDate DAY = LocalDate.of(2025, 6, 10);
  private static final LocalDate TODAY = LocalDate.of(2026, 2, 1);

  private final LifecycleFixture fixture = new LifecycleFixture();
  private final FakeTable table = new FakeTable();
  private final Person partner = AccessFixture.person(1, COMMUNE, Role.PARTNER);
  private final Person officer = AccessFixture.person(2, COMMUNE, Role.COMMUNITY_OFFICER);
  private final ProgrammeActivities activities =
      new ProgrammeActivities(
          table,
          fixture.table,
          fixture.programmes,
          fixture.proposals,
          fixture.places,
          fixture.access.access(),
          fixture.ids,
          fixture.clock,
          fixture.log);

  @AfterEach
  void signOut() {
    fixture.close();
  }

  private static ActivityForm form(LocalDate on, int attended, @Nullable Integer women) {
    return new ActivityForm(
        PHONE,
        null,
        on,
        "Họp nhà trọ",
        "Nhà văn hóa",
        List.of(PartnerKind.WOMEN),
        attended,
        women,
        null,
        null);
  }

  private ProgrammeActivity add(ActivityForm form) {
    return activities.add(ID, form, form.communeId(), partner);
  }

  private List<String> wrong(ActivityForm form) {
    return ThrownProblem.fields(() -> add(form));
  }

  private static ActivityCorrection correction(int version, LocalDate on, String reason) {
    return new ActivityCorrection(
        version, null, on, "Họp nhà trọ", "Nhà văn hóa", List.of(), 31, null, null, null, reason);
  }

  private ProgrammeActivity correct(ActivityCorrection requested, Person by, boolean office) {
    return activities.correct(ID, PHONE, requested, by, _ -> office);
  }

  @Test
  void theFirstOneMakesALaunchedProgrammeActive() {
    fixture.programme(ProgrammeState.LAUNCHED);
    add(form(DAY, 30, 12));
    assertThat(fixture.programmes.get(ID).state()).isEqualTo(ProgrammeState.ACTIVE);
  }

  @Test
  void nothingIsTakenDownOfWhatDoesNotRun() {
    for (ProgrammeState each :
        List.of(
            ProgrammeState.PROPOSED,
            ProgrammeState.REFUSED,
            ProgrammeState.DORMANT,
            ProgrammeState.ENDED)) {
      fixture.programme(each);
      assertThat(ThrownProblem.code(() -> add(form(DAY, 30, 12))))
          .as(each.name())
          .isEqualTo(ProgrammeProblem.PROGRAMME_STATE);
    }
  }

  @Test
  void whatAPhoneSendsTwiceIsThereOnce() {
    fixture.programme(ProgrammeState.ACTIVE);
    ProgrammeActivity first = add(form(DAY, 30, 12));
    assertThat(add(form(DAY, 30, 12))).isEqualTo(first);
    assertThat(table.versions(PHONE)).hasSize(1);
    assertThat(fixture.log.types()).containsExactly(ProgrammeEvent.ACTIVITY_ADDED);
    fixture.table.end(ID, TODAY);
    assertThat(add(form(DAY, 30, 12))).as("also once the programme ended").isEqualTo(first);
  }

  @Test
  void whatWasChangedSinceIsNotTakenForTheSame() {
    fixture.programme(ProgrammeState.ACTIVE, VILLAGE, OTHER_VILLAGE);
    add(form(DAY, 30, 12));
    assertThat(ThrownProblem.code(() -> add(form(DAY, 31, 12))))
        .isEqualTo(ProgrammeProblem.ACTIVITY_CORRECTED);
    assertThat(ThrownProblem.code(() -> add(form(DAY.plusDays(1), 30, 12))))
        .isEqualTo(ProgrammeProblem.ACTIVITY_CORRECTED);
    var elsewhere =
        new ActivityForm(
            PHONE,
            OTHER_COMMUNE,
            DAY,
            "Họp nhà trọ",
            "Nhà văn hóa",
            List.of(PartnerKind.WOMEN),
            30,
            12,
            null,
            null);
    assertThat(ThrownProblem.code(() -> add(elsewhere)))
        .as("for the part of another commune")
        .isEqualTo(ProgrammeProblem.ACTIVITY_CORRECTED);
  }

  @Test
  void theFirstVersionIsWhatAPhoneSentHoweverItWasCorrectedSince() {
    fixture.programme(ProgrammeState.ACTIVE);
    add(form(DAY, 30, 12));
    ProgrammeActivity corrected = correct(correction(1, DAY, "Đếm lại."), partner, false);
    assertThat(add(form(DAY, 30, 12))).as("as it stands").isEqualTo(corrected);
    assertThat(table.versions(PHONE)).hasSize(2);
  }

  @Test
  void nobodySendsUnderAnIdentifierOfSomebodyElse() {
    fixture.programme(ProgrammeState.ACTIVE);
    add(form(DAY, 30, 12));
    assertThat(ThrownProblem.fields(() -> activities.add(ID, form(DAY, 30, 12), null, officer)))
        .containsExactly("id programme-activity-id");
  }

  @Test
  void itIsOfADayFromTheLaunchUntilTodayOrTheEnd() {
    fixture.programme(ProgrammeState.ACTIVE);
    assertThat(wrong(form(LAUNCHED.minusDays(1), 3, null)))
        .containsExactly("on programme-before-launch");
    assertThat(wrong(form(TODAY.plusDays(1), 3, null))).containsExactly("on past-or-present");
    add(form(LAUNCHED, 3, null));
    assertThat(correct(correction(1, TODAY, "Nhầm ngày."), partner, false).on()).isEqualTo(TODAY);
    fixture.table.end(ID, DAY);
    assertThat(
            ThrownProblem.fields(
                () -> correct(correction(2, DAY.plusDays(1), "Nhầm ngày."), partner, false)))
        .containsExactly("on programme-after-end");
    assertThat(correct(correction(2, DAY, "Nhầm ngày."), partner, false).version()).isEqualTo(3);
  }

  @Test
  void nothingIsDoneWhileItRestsButOnTheDaysOfTheTwoPapers() {
    fixture.programme(ProgrammeState.ACTIVE);
    LocalDate until = DAY.plusDays(2);
    fixture.proposals.rests.add(new Rest(DAY, until));
    assertThat(wrong(form(DAY.plusDays(1), 3, null))).containsExactly("on programme-at-rest");
    add(form(DAY, 3, null));
    assertThat(correct(correction(1, until, "Nhầm ngày."), partner, false).on()).isEqualTo(until);
  }

  @Test
  void noMoreWomenOrYoungPeopleComeThanCameInAll() {
    fixture.programme(ProgrammeState.ACTIVE);
    var more =
        new ActivityForm(PHONE, null, DAY, "Họp", "Nhà văn hóa", List.of(), 10, 11, 12, null);
    assertThat(wrong(more))
        .containsExactly("women programme-more-than-came", "youth programme-more-than-came");
    assertThat(add(form(DAY, 10, 10)).women()).isEqualTo(10);
  }

  @Test
  void whoComesIsNotNamedByANumber() {
    fixture.programme(ProgrammeState.ACTIVE);
    var named =
        new ActivityForm(
            PHONE,
            null,
            DAY,
            "Họp, liên hệ 0912345678",
            "Nhà văn hóa",
            List.of(PartnerKind.WOMEN, PartnerKind.WOMEN),
            1,
            null,
            null,
            null);
    assertThat(wrong(named)).containsExactly("what programme-personal-number");
    ProgrammeActivity added = add(form(DAY, 1, null));
    assertThat(added.partners()).containsExactly(PartnerKind.WOMEN);
  }

  @Test
  void itIsCorrectedByWhoTookItDownOrByTheOfficerOfThePart() {
    fixture.programme(ProgrammeState.ACTIVE);
    add(form(DAY, 30, 12));
    Person other = AccessFixture.person(7, COMMUNE, Role.PARTNER);
    fixture.access.signIn(other);
    assertThat(ThrownProblem.code(() -> correct(correction(1, DAY, "Đếm lại."), other, false)))
        .isEqualTo(ProgrammeProblem.NOT_YOUR_ACTIVITY);
    assertThat(fixture.access.refused()).hasSize(1);
    ProgrammeActivity corrected = correct(correction(1, DAY, "Đếm lại."), officer, true);
    assertThat(corrected.first().by()).as("who took it down stays").isEqualTo(partner.id());
    assertThat(corrected.enteredBy()).isEqualTo(officer.id());
    assertThat(correct(correction(2, DAY, "Đếm lại."), partner, false).version()).isEqualTo(3);
  }

  @Test
  void aCorrectionIsOfTheVersionThatWasSeenAndSaysWhy() {
    fixture.programme(ProgrammeState.ACTIVE);
    add(form(DAY, 30, 12));
    assertThat(ThrownProblem.code(() -> correct(correction(2, DAY, "Đếm lại."), partner, false)))
        .isEqualTo(ProgrammeProblem.ACTIVITY_CORRECTED);
    assertThat(ThrownProblem.fields(() -> correct(correction(1, DAY, " "), partner, false)))
        .containsExactly("reason required");
    assertThat(
            ThrownProblem.code(() ->
                activities.correct(
                    ID, new UUID(6, 51), correction(1, DAY, "Đếm lại."), partner, _ -> true)))
        .isEqualTo(ProgrammeProblem.NO_SUCH_ACTIVITY);
  }

  @Test
  void nothingIsCorrectedOutOfOrIntoAYearWhoseAssessmentWasConfirmed() {
    fixture.programme(ProgrammeState.ACTIVE);
    add(form(DAY, 30, 12));
    Instant confirmed = Instant.parse("2026-01-20T00:00:00Z");
    table.confirmed.put(new PartYear(null, 2024), confirmed);
    LocalDate before = LocalDate.of(2024, 12, 31);
    assertThat(
            ThrownProblem.code(() -> correct(correction(1, before, "Nhầm năm."), partner, false)))
        .as("into it")
        .isEqualTo(ProgrammeProblem.ACTIVITY_ASSESSED);
    correct(correction(1, LocalDate.of(2025, 1, 1), "Nhầm ngày."), partner, false);
    table.confirmed.put(new PartYear(null, 2025), confirmed);
    assertThat(ThrownProblem.code(() -> correct(correction(2, TODAY, "Nhầm năm."), officer, true)))
        .as("out of it, not even by the officer")
        .isEqualTo(ProgrammeProblem.ACTIVITY_ASSESSED);
  }

  @Test
  void aYearOfOnePartClosesNoOther() {
    fixture.programme(ProgrammeState.ACTIVE, VILLAGE, OTHER_VILLAGE);
    add(form(DAY, 30, 12));
    table.confirmed.put(new PartYear(OTHER_COMMUNE, 2025), Instant.EPOCH);
    assertThat(correct(correction(1, DAY, "Đếm lại."), partner, false).version()).isEqualTo(2);
    var moved =
        new ActivityCorrection(
            2, OTHER_COMMUNE, DAY, "Họp", "Nhà", List.of(), 3, null, null, null, "Nhầm xã.");
    assertThat(ThrownProblem.code(() -> correct(moved, partner, false)))
        .isEqualTo(ProgrammeProblem.ACTIVITY_ASSESSED);
  }

  /// Activities in memory; ProgrammesIT runs the real table.
  private static final class FakeTable extends ProgrammeActivityTable {
    private final List<ProgrammeActivity> all = new ArrayList<>();
    private final Map<PartYear, Instant> confirmed = new HashMap<>();

    @SuppressWarnings("NullAway") // there is no database
    FakeTable() {
      super(null);
    }

    @Override
    List<ProgrammeActivity> versions(UUID id) {
      return all.reversed().stream().filter(each -> each.id().equals(id)).toList();
    }

    @Override
    Optional<ProgrammeActivity> find(UUID id) {
      return versions(id).stream().findFirst();
    }

    @Override
    Map<PartYear, Instant> confirmed(UUID programmeId) {
      return confirmed;
    }

    @Override
    void insert(ProgrammeActivity activity) {
      all.add(activity);
    }
  }
}
