package anbinh.measure.opening;

import static anbinh.identity.session.AccessFixture.COMMUNE;
import static anbinh.identity.session.AccessFixture.NOW;
import static anbinh.identity.session.AccessFixture.OTHER_COMMUNE;
import static anbinh.identity.session.AccessFixture.person;
import static anbinh.measure.register.FakeMeasures.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import anbinh.audit.event.RecordedLog;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.FakePeople;
import anbinh.identity.session.AccessFixture;
import anbinh.measure.MeasureEvent;
import anbinh.measure.MeasureProblem;
import anbinh.measure.MeasureSettings;
import anbinh.measure.register.FakeMeasures;
import anbinh.measure.register.Measure;
import anbinh.measure.register.MeasureState;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.Site;
import anbinh.platform.SiteClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who asks for a sealed measure, who signs, and for how long it is open; MeasuresIT has roles and
/// the database.
class MeasureOpeningsTest {
  private static final String REASON = "Tòa án hỏi về quyết định cũ của xã.";

  @TempDir Path folder;

  private final Person keeper = person(1, COMMUNE, Role.COMMUNITY_OFFICER);
  private final Person colleague = person(2, COMMUNE, Role.COMMUNITY_OFFICER);
  private final Person chair = person(3, COMMUNE, Role.CHAIR);
  private final AccessFixture fixture = new AccessFixture();
  private final FakePeople people = new FakePeople();
  private final RecordedLog log = new RecordedLog();
  private Instant now = NOW;
  private @Nullable FakeMeasures measures;
  private @Nullable Rows rows;
  private @Nullable MeasureOpenings made;

  private static final class Rows extends MeasureOpeningTable {
    private final Map<UUID, MeasureOpening> rows = new LinkedHashMap<>();

    @SuppressWarnings("NullAway") // there is no database
    Rows(FakeMeasures measures) {
      super(null, measures);
    }

    @Override
    void insert(MeasureOpening asked, String reason) {
      rows.put(asked.id(), asked);
    }

    @Override
    void answer(UUID id, MeasureOpening.Answer answer) {
      rows.computeIfPresent(
          id,
          (_, one) ->
              new MeasureOpening(
                  id,
                  one.measureId(),
                  one.code(),
                  one.communeId(),
                  one.reason(),
                  one.askedBy(),
                  one.askedAt(),
                  answer));
    }

    @Override
    Optional<MeasureOpening> find(UUID id) {
      return Optional.ofNullable(rows.get(id));
    }

    @Override
    Optional<MeasureOpening> findForUpdate(UUID id) {
      return find(id);
    }

    @Override
    boolean isPending(UUID measureId, Instant since, Instant at) {
      return rows.values().stream()
          .filter(each -> each.measureId().equals(measureId))
          .anyMatch(
              each -> each.answer() == null ? each.askedAt().isAfter(since) : each.openAt(at));
    }

    @Override
    List<MeasureOpening> list(Collection<UUID> communes, Collection<UUID> own, Instant since) {
      return rows.values().stream()
          .filter(each -> communes.contains(each.communeId()) || own.contains(each.askedBy()))
          .toList();
    }
  }

  @BeforeEach
  void make() {
    List.of(keeper, colleague, chair).forEach(people::add);
    measures = new FakeMeasures(folder);
    rows = new Rows(measures);
    InstantSource clock = () -> now;
    made =
        new MeasureOpenings(
            rows,
            measures,
            new MeasureSettings(
                15, 5, 24, Duration.ofDays(180), Duration.ofHours(24), Duration.ofHours(1)),
            fixture.access(),
            people,
            new SiteClock(clock, new Site("Đồng Tiến", ZoneId.of("Asia/Ho_Chi_Minh"), true)),
            new Ids(clock, new Random(1)),
            log,
            clock);
    fixture.signIn(keeper);
  }

  @AfterEach
  void signOut() {
    fixture.close();
  }

  private MeasureOpenings openings() {
    return Objects.requireNonNull(made);
  }

  private FakeMeasures measures() {
    return Objects.requireNonNull(measures);
  }

  private Measure sealed() {
    return measures().add(keeper.id(), MeasureState.SEALED, TODAY.minusDays(1), false, null, null);
  }

  private MeasureOpening ask(Measure one, Person by) {
    return openings().ask(one.code(), REASON, by);
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  private Person named(int number, String name, Role... roles) {
    Person one = person(number, COMMUNE, roles);
    return people.add(
        new Person(
            one.id(),
            one.username(),
            name,
            one.roles(),
            COMMUNE,
            "vi",
            one.pseudonym(),
            true,
            false,
            false,
            Map.of(),
            Instant.EPOCH));
  }

  private static void assertRefused(MeasureProblem why, ThrowingCallable tried) {
    assertThat(catchThrowableOfType(Problem.class, tried))
        .isNotNull()
        .extracting(Problem::code)
        .isEqualTo(why);
  }

  @Test
  void anOfficerAsksTheChairSignsAndItIsOpenForAnHour() {
    MeasureOpening asked = ask(sealed(), colleague);
    assertRefused(MeasureProblem.MEASURE_OPENING_OVER, () -> openings().read(asked, colleague));
    MeasureOpening signed = openings().answer(asked.id(), true, chair);
    pass(Duration.ofHours(1).minusMillis(1));
    assertThat(openings().read(signed, colleague).name()).isEqualTo(FakeMeasures.NAME);
    pass(Duration.ofMillis(1));
    assertRefused(MeasureProblem.MEASURE_OPENING_OVER, () -> openings().read(signed, colleague));
    assertThat(log.types())
        .containsExactly(
            MeasureEvent.OPENING_ASKED, MeasureEvent.OPENING_SIGNED, MeasureEvent.SEALED_READ);
    assertThat(log.events().toString()).doesNotContain("Thuận").doesNotContain("Tòa án");
  }

  @Test
  void nobodySignsWhatTheyAskedForRecordedOrKeepBeItByAnotherAccount() {
    MeasureOpening asked = ask(sealed(), colleague);
    Person both = people.add(person(5, COMMUNE, Role.CHAIR, Role.COMMUNITY_OFFICER));
    assertRefused(
        MeasureProblem.OWN_MEASURE_OPENING, () -> openings().answer(asked.id(), true, both));
    int number = 20;
    for (Person own : List.of(colleague, keeper)) {
      Person alias = people.add(person(number++, COMMUNE, Role.CHAIR));
      people.same(own, alias);
      assertRefused(
          MeasureProblem.OWN_MEASURE_OPENING, () -> openings().answer(asked.id(), true, alias));
    }
    Person about = named(9, "Lo Van Thuan", Role.CHAIR);
    assertRefused(
        MeasureProblem.OWN_MEASURE_OPENING, () -> openings().answer(asked.id(), true, about));
    assertThat(fixture.refused()).hasSize(4);
    assertThat(openings().get(asked.id()).answer()).isNull();
  }

  @Test
  void whoIsAChairAsWellDoesNotAskAndWhoBecameOneIsNotSignedFor() {
    Measure one = sealed();
    Person both = people.add(person(5, COMMUNE, Role.CHAIR, Role.COMMUNITY_OFFICER));
    assertRefused(MeasureProblem.OWN_MEASURE_OPENING, () -> ask(one, both));
    MeasureOpening asked = ask(one, colleague);
    people.add(person(2, COMMUNE, Role.CHAIR));
    assertRefused(
        MeasureProblem.OWN_MEASURE_OPENING, () -> openings().answer(asked.id(), true, chair));
  }

  @Test
  void whatIsNotTheirsDoesNotExist() {
    Measure one = sealed();
    Person far = people.add(person(5, OTHER_COMMUNE, Role.COMMUNITY_OFFICER));
    Person about = named(6, "LÒ VĂN THUẬN", Role.COMMUNITY_OFFICER);
    for (Person none : List.of(far, about, person(7, COMMUNE, Role.TEAM_LEADER))) {
      assertRefused(MeasureProblem.NO_SUCH_MEASURE, () -> ask(one, none));
    }
    assertRefused(
        MeasureProblem.NO_SUCH_MEASURE, () -> openings().ask("BP-2026-999999", REASON, colleague));
    assertThat(fixture.refused()).hasSize(4);
  }

  @Test
  void ofWhatCannotBeOpenedOnlyItsKeeperLearnsWhy() {
    Measure minor =
        measures().add(keeper.id(), MeasureState.SEALED, TODAY.minusDays(1), true, null, null);
    Measure erased =
        measures().add(keeper.id(), MeasureState.SEALED, TODAY.minusDays(1), false, null, NOW);
    Measure open = measures().add(keeper.id(), MeasureState.IN_FORCE, TODAY, false, null, null);
    Measure waiting =
        measures().add(keeper.id(), MeasureState.WAITING, TODAY.minusDays(1), false, null, null);
    assertRefused(MeasureProblem.MINOR_STAYS_SEALED, () -> ask(minor, keeper));
    assertRefused(MeasureProblem.MEASURE_ERASED, () -> ask(erased, keeper));
    assertRefused(MeasureProblem.MEASURE_ELSEWHERE, () -> ask(open, keeper));
    assertRefused(MeasureProblem.MEASURE_ELSEWHERE, () -> ask(waiting, keeper));
    for (Measure each : List.of(minor, erased, open, waiting)) {
      assertRefused(MeasureProblem.NO_SUCH_MEASURE, () -> ask(each, colleague));
    }
  }

  @Test
  void whoGivesWrongNumbersIsNotAnsweredBeItARightOne() {
    Measure one = sealed();
    for (int wrong = 0; wrong < 10; wrong++) {
      assertRefused(
          MeasureProblem.NO_SUCH_MEASURE,
          () -> openings().ask("BP-2026-999999", REASON, colleague));
    }
    Problem over = catchThrowableOfType(Problem.class, () -> ask(one, colleague));
    assertThat(over.code()).isEqualTo(MeasureProblem.MEASURE_NUMBERS_OVER);
    assertThat(over.retryAfter()).contains(Duration.ofDays(1));
    assertThat(ask(one, keeper)).as("others are").isNotNull();
    pass(Duration.ofDays(1));
    assertThat(ask(one, colleague).askedBy()).isEqualTo(colleague.id());
  }

  @Test
  void aRightNumberDoesNotCount() {
    for (int asked = 0; asked < 12; asked++) {
      MeasureOpening one = ask(sealed(), colleague);
      assertThat(openings().isLapsed(one)).isFalse();
    }
  }

  @Test
  void oneIsAskedForOnceAtATime() {
    Measure one = sealed();
    MeasureOpening asked = ask(one, colleague);
    assertRefused(MeasureProblem.MEASURE_OPENING_PENDING, () -> ask(one, keeper));
    openings().answer(asked.id(), true, chair);
    assertRefused(MeasureProblem.MEASURE_OPENING_PENDING, () -> ask(one, keeper));
    pass(Duration.ofHours(1));
    MeasureOpening again = ask(one, keeper);
    openings().answer(again.id(), false, chair);
    assertThat(ask(one, keeper).id()).as("after a refusal at once").isNotEqualTo(again.id());
  }

  @Test
  void whatNobodySignedInADayIsOver() {
    MeasureOpening asked = ask(sealed(), colleague);
    pass(Duration.ofHours(24).minusMillis(1));
    assertThat(openings().isLapsed(asked)).isFalse();
    pass(Duration.ofMillis(1));
    assertThat(openings().isLapsed(asked)).isTrue();
    assertRefused(
        MeasureProblem.MEASURE_OPENING_OVER, () -> openings().answer(asked.id(), true, chair));
  }

  @Test
  void anAnswerIsGivenOnceAndARefusalOpensNothing() {
    MeasureOpening asked = ask(sealed(), colleague);
    MeasureOpening refused = openings().answer(asked.id(), false, chair);
    assertRefused(MeasureProblem.MEASURE_OPENING_OVER, () -> openings().read(refused, colleague));
    assertRefused(
        MeasureProblem.MEASURE_OPENING_OVER, () -> openings().answer(asked.id(), true, chair));
    assertThat(log.types()).contains(MeasureEvent.OPENING_REFUSED);
    assertRefused(
        MeasureProblem.NO_SUCH_MEASURE_OPENING,
        () -> openings().answer(new UUID(0, 9), true, chair));
  }

  @Test
  void whatIsErasedSinceOpensToNobody() {
    Measure one = sealed();
    MeasureOpening signed = openings().answer(ask(one, colleague).id(), true, chair);
    measures()
        .put(
            new Measure(
                one.id(),
                one.code(),
                one.kind(),
                COMMUNE,
                false,
                MeasureState.SEALED,
                one.span(),
                null,
                4,
                keeper.id(),
                one.recorded(),
                null,
                null,
                NOW));
    assertRefused(MeasureProblem.MEASURE_ERASED, () -> openings().read(signed, colleague));
  }

  @Test
  void aListTellsNobodyOfWhatIsAboutThem() {
    MeasureOpening asked = ask(sealed(), colleague);
    Person about = named(6, "Lò Văn Thuận", Role.CHAIR);
    assertThat(openings().find(List.of(COMMUNE), List.of(about.id()), about)).isEmpty();
    assertThat(openings().find(List.of(COMMUNE), List.of(chair.id()), chair))
        .containsExactly(asked);
    int before = log.events().size();
    assertThat(openings().list(List.of(COMMUNE), List.of(chair.id()), chair)).hasSize(1);
    assertThat(log.events()).hasSize(before + 1);
  }
}
