package anbinh.situation.officer;

import static anbinh.situation.officer.OfficerFixture.NOW;
import static anbinh.situation.officer.SituationView.SituationAction.ACKNOWLEDGE;
import static anbinh.situation.officer.SituationView.SituationAction.ASK;
import static anbinh.situation.officer.SituationView.SituationAction.CLASSIFY;
import static anbinh.situation.officer.SituationView.SituationAction.CLOSE;
import static anbinh.situation.officer.SituationView.SituationAction.DECIDE_RETRACTION;
import static anbinh.situation.officer.SituationView.SituationAction.LOOK;
import static anbinh.situation.officer.SituationView.SituationAction.MEDIATE;
import static anbinh.situation.officer.SituationView.SituationAction.MERGE;
import static anbinh.situation.officer.SituationView.SituationAction.NOTE;
import static anbinh.situation.officer.SituationView.SituationAction.REFER;
import static anbinh.situation.officer.SituationView.SituationAction.REOPEN;
import static anbinh.situation.officer.SituationView.SituationAction.RESOLVE;
import static anbinh.situation.officer.SituationView.SituationAction.SEPARATE;
import static anbinh.situation.officer.SituationView.SituationAction.STEP_ASIDE;
import static anbinh.situation.officer.SituationView.SituationAction.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.unit.FakeAreas;
import anbinh.identity.Person;
import anbinh.identity.people.FakePeople;
import anbinh.platform.Problem;
import anbinh.situation.followup.FakeFollowCodes;
import anbinh.situation.kind.FakeKinds;
import anbinh.situation.kind.SituationKind;
import anbinh.situation.media.FakeMediaTable;
import anbinh.situation.officer.SituationAccess.On;
import anbinh.situation.officer.SituationView.SituationAction;
import anbinh.situation.officer.SituationView.SituationDetails;
import anbinh.situation.report.FakeSituationTable;
import anbinh.situation.report.FakeTrail;
import anbinh.situation.report.HappenedPrecision;
import anbinh.situation.report.Situation;
import anbinh.situation.report.Situation.Due;
import anbinh.situation.report.Situation.Nature;
import anbinh.situation.report.SituationContent;
import anbinh.situation.report.SituationContent.ReportVersion;
import anbinh.situation.report.SituationState;
import anbinh.situation.report.SituationState.Next;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which actions whom is offered with a report, and that they are those which the server lets them
/// do; SituationAccessTest has what an officer is to one.
class SituationResponseMapperTest {
  private static final String WORDS = "Đã giải quyết xong tại chỗ.";

  @TempDir Path folder;

  private final OfficerFixture fixture = new OfficerFixture();
  private final FakePeople people = new FakePeople();
  private @Nullable FakeFollowCodes codes;

  @BeforeEach
  void make() {
    codes = new FakeFollowCodes(folder);
    people.add(fixture.officer);
    people.add(fixture.colleague);
  }

  private FakeFollowCodes codes() {
    return Objects.requireNonNull(codes);
  }

  private SituationResponseMapper mapper() {
    return new SituationResponseMapper(
        new FakeSituationTable(folder, fixture.situations),
        new FakeTrail(),
        new FakeMediaTable(folder),
        fixture.rights,
        fixture.situations.clock(),
        fixture.kinds,
        codes(),
        FakeAreas.withCommunes(),
        people);
  }

  private SituationDetails details(Situation one, Person who) {
    return mapper().details(fixture.rights.on(fixture.now(one), who));
  }

  private List<SituationAction> actions(Situation one, Person who) {
    return details(one, who).actions();
  }

  /// One that the officer has, where it stands.
  private Situation standing(SituationKind kind, SituationState state) {
    if (state == SituationState.SUBMITTED) {
      return fixture.submitted(kind);
    }
    Situation one = fixture.received(kind);
    return state == SituationState.ACKNOWLEDGED
        ? one
        : fixture.keep(one.with(state, one.conduct().decided(state, null, NOW)));
  }

  private static Situation with(Situation one, boolean guarded, boolean danger) {
    Nature nature = one.nature();
    return one.with(
        new Nature(
            nature.kind(), danger, false, nature.urgent(), guarded, guarded, nature.raisedAt()));
  }

  @Test
  void whatNobodyReceivedIsReceivedFirst() {
    Situation one = fixture.submitted(FakeKinds.NOISE);
    assertThat(actions(one, fixture.officer)).containsExactly(ACKNOWLEDGE, STEP_ASIDE);
  }

  @Test
  void whoHasItDecidesAndAColleagueActsBesideThem() {
    Situation one = fixture.received(FakeKinds.NOISE);
    for (Person who : List.of(fixture.officer, fixture.colleague)) {
      assertThat(actions(one, who))
          .containsExactly(CLASSIFY, WRITE, REFER, MEDIATE, RESOLVE, NOTE, MERGE, STEP_ASIDE);
    }
  }

  @Test
  void whatIsGuardedIsOfferedToWhoHasItAlone() {
    Situation one = fixture.received(FakeKinds.FAMILY);
    assertThat(actions(one, fixture.officer)).contains(REFER, RESOLVE).doesNotContain(MEDIATE);
    assertThat(actions(one, fixture.colleague)).containsExactly(STEP_ASIDE);
    assertThat(details(one, fixture.colleague).readsContent()).isFalse();
    assertThat(details(one, fixture.colleague).opensReporter()).isFalse();
    assertThat(details(one, fixture.officer).opensReporter()).isTrue();
  }

  @Test
  void dangerAndViolenceAreNotMediated() {
    Situation noise = fixture.received(FakeKinds.NOISE);
    assertThat(actions(fixture.keep(with(noise, true, false)), fixture.officer))
        .doesNotContain(MEDIATE);
    assertThat(actions(fixture.keep(with(noise, false, true)), fixture.officer))
        .doesNotContain(MEDIATE);
    assertThat(actions(fixture.received(FakeKinds.THEFT), fixture.officer)).doesNotContain(MEDIATE);
    fixture.kinds.end(FakeKinds.NOISE, LocalDate.of(2026, 11, 26));
    assertThat(actions(fixture.keep(with(noise, false, false)), fixture.officer))
        .as("of a kind that is none any more")
        .doesNotContain(MEDIATE);
  }

  @Test
  void oneIsClosedOnceDecidedWrittenAndWithNothingWaiting() {
    assertThat(actions(fixture.received(FakeKinds.THEFT), fixture.officer)).doesNotContain(CLOSE);
    Situation decided = standing(FakeKinds.THEFT, SituationState.RESOLVED_ON_SITE);
    assertThat(actions(decided, fixture.officer)).contains(CLOSE);
    Situation asked = fixture.keep(decided.with(decided.marks().withRetraction(NOW)));
    assertThat(actions(asked, fixture.officer)).contains(DECIDE_RETRACTION).doesNotContain(CLOSE);
    Situation urgent = standing(FakeKinds.FIRE, SituationState.RESOLVED_ON_SITE);
    assertThat(actions(urgent, fixture.officer)).contains(WRITE).doesNotContain(CLOSE);
    fixture.keep(urgent.with(urgent.state(), urgent.conduct().written(NOW)));
    assertThat(actions(urgent, fixture.officer)).contains(CLOSE).doesNotContain(WRITE);
  }

  @Test
  void norWhileAnotherVersionWaits() {
    Situation decided = standing(FakeKinds.THEFT, SituationState.REFERRED_OTHER);
    SituationContent content = fixture.situations.content(decided);
    ReportVersion first = content.versions().getFirst();
    fixture.situations.add(
        decided,
        content.changed(
            NOW,
            null,
            null,
            first.said(),
            Objects.requireNonNull(first.circumstances()),
            first.words(),
            true));
    assertThat(actions(decided, fixture.officer)).doesNotContain(CLOSE);
  }

  @Test
  void whatIsOverIsTakenUpAgainByWhoActsOrWhereWhoHadItIsGone() {
    Situation over = standing(FakeKinds.THEFT, SituationState.CLOSED);
    assertThat(actions(over, fixture.officer)).containsExactly(REOPEN, NOTE);
    Situation guarded = standing(FakeKinds.FAMILY, SituationState.CLOSED);
    assertThat(actions(guarded, fixture.colleague)).isEmpty();
    fixture.rights.receiverServes = false;
    assertThat(actions(guarded, fixture.colleague)).containsExactly(REOPEN);
  }

  @Test
  void itIsTakenOverFromWhoIsGoneLetItWaitOrHasItFromAbove() {
    Situation one = fixture.received(FakeKinds.FAMILY);
    assertThat(actions(one, fixture.colleague)).doesNotContain(ACKNOWLEDGE);
    fixture.rights.takesBack = true;
    assertThat(actions(one, fixture.colleague)).contains(ACKNOWLEDGE);
    fixture.rights.takesBack = false;
    Situation late = fixture.received(FakeKinds.FAMILY).with(new Due(Next.DECIDE, NOW, NOW));
    SituationDetails seen = mapper().details(new On(late, fixture.colleague, false, true, false));
    assertThat(seen.actions()).contains(ACKNOWLEDGE);
  }

  @Test
  void whoReportedIsAskedWhereTheyHaveACodeAndByWhoActs() {
    Situation one = fixture.received(FakeKinds.THEFT);
    assertThat(actions(one, fixture.officer)).doesNotContain(ASK);
    codes().add(one.id());
    assertThat(actions(one, fixture.officer)).contains(ASK);
    Situation guarded = fixture.received(FakeKinds.FAMILY);
    Situation waiting = fixture.submitted(FakeKinds.THEFT);
    codes().add(guarded.id());
    codes().add(waiting.id());
    assertThat(actions(guarded, fixture.colleague)).doesNotContain(ASK);
    assertThat(actions(waiting, fixture.officer)).doesNotContain(ASK);
  }

  @Test
  void whatGoesOnWithAnotherIsNotActedOnByItself() {
    Situation main = fixture.received(FakeKinds.THEFT);
    Situation merged = fixture.keep(fixture.received(FakeKinds.THEFT).merged(main.id()));
    codes().add(merged.id());
    assertThat(actions(merged, fixture.officer)).containsExactly(ASK);
    fixture.keep(merged.with(merged.marks().withRetraction(NOW)));
    assertThat(actions(merged, fixture.officer)).containsExactly(DECIDE_RETRACTION, ASK);
    assertThat(actions(main, fixture.officer)).contains(SEPARATE);
    assertThat(details(merged, fixture.officer).mergedInto()).isNotNull();
  }

  @Test
  void whatCameInAfterTheEndIsLookedAt() {
    Situation over = standing(FakeKinds.THEFT, SituationState.CLOSED);
    fixture.keep(over.with(over.marks().withAttention(NOW)));
    assertThat(actions(over, fixture.colleague)).contains(LOOK);
  }

  @Test
  void nothingIsOfferedOfWhatWasErased() {
    Situation one = standing(FakeKinds.THEFT, SituationState.CLOSED);
    codes().add(one.id());
    var erased =
        new Situation(
            one.id(),
            one.code(),
            one.channel(),
            one.place(),
            null,
            one.nature(),
            one.state(),
            one.revision(),
            one.times(),
            one.conduct(),
            one.marks(),
            null,
            one.due(),
            NOW);
    SituationDetails seen = mapper().details(new On(erased, fixture.officer, true, true, false));
    assertThat(seen.actions()).isEmpty();
    assertThat(seen.readsContent()).isFalse();
  }

  private boolean accepts(SituationAction action, UUID id, Person by) {
    SituationHandling handling = fixture.handling();
    try {
      switch (action) {
        case ACKNOWLEDGE -> handling.acknowledge(id, by);
        case REOPEN -> handling.reopen(id, WORDS, by);
        case CLOSE -> handling.close(id, WORDS, by);
        case RESOLVE -> handling.resolve(id, SituationState.RESOLVED_ON_SITE, null, WORDS, by);
        case MEDIATE -> {
          var _ = handling.requireMediable(id, by);
        }
        case DECIDE_RETRACTION -> handling.decideRetraction(id, true, WORDS, by);
        default -> throw new IllegalArgumentException(action.name());
      }
      return true;
    } catch (Problem refused) {
      return false;
    }
  }

  @Test
  void whatIsOfferedIsWhatTheServerLetsThemDo() {
    Set<SituationAction> tried = Set.of(REOPEN, CLOSE, RESOLVE, MEDIATE, DECIDE_RETRACTION);
    for (SituationKind kind : List.of(FakeKinds.NOISE, FakeKinds.FAMILY, FakeKinds.FIRE)) {
      for (SituationState state : SituationState.values()) {
        for (boolean serves : new boolean[] {true, false}) {
          fixture.rights.receiverServes = serves;
          for (Person who : List.of(fixture.officer, fixture.colleague)) {
            for (SituationAction action : tried) {
              Situation one = standing(kind, state);
              boolean offered = actions(one, who).contains(action);
              assertThat(accepts(action, one.id(), who))
                  .as("%s of %s, %s, by %s", action, kind.code(), state, who.username())
                  .isEqualTo(offered);
            }
          }
        }
      }
    }
  }

  @Test
  void whatIsOfferedToReceiveIsReceived() {
    for (SituationState state : SituationState.values()) {
      for (boolean serves : new boolean[] {true, false}) {
        fixture.rights.receiverServes = serves;
        Situation one = standing(FakeKinds.NOISE, state);
        boolean offered = actions(one, fixture.colleague).contains(ACKNOWLEDGE);
        assertThat(accepts(ACKNOWLEDGE, one.id(), fixture.colleague))
            .as(state.name())
            .isEqualTo(offered);
      }
    }
  }

  @Test
  void aListNamesWhoHasItAndNothingOfWhatWasWritten() {
    Situation one =
        fixture.submitted(FakeKinds.THEFT, null, NOW.minusSeconds(600), HappenedPrecision.NOW);
    SituationView waiting = mapper().list(List.of(one)).getFirst();
    assertThat(waiting.receiver()).isNull();
    assertThat(waiting.villageName()).as("the reporter does not know").isNull();
    SituationView has = mapper().list(List.of(fixture.received(one))).getFirst();
    assertThat(Objects.requireNonNull(has.receiver()).displayName())
        .isEqualTo(fixture.officer.displayName());
    assertThat(has.toString()).doesNotContain("Đã thấy");
  }
}
