package anbinh.standard.assessment;

import static anbinh.standard.assessment.StandardFixture.COMMUNE;
import static anbinh.standard.assessment.StandardFixture.VILLAGE;
import static anbinh.standard.assessment.StandardFixture.village;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.identity.session.AccessFixture;
import anbinh.standard.StandardEvent;
import anbinh.standard.StandardProblem;
import anbinh.standard.StandardState;
import anbinh.standard.assessment.UnitRegistrations.NewStandardRegistration;
import anbinh.testing.ThrownProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With what a unit registers, until when, and who will decide about it.
class UnitRegistrationsTest {
  private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 12);
  private static final String LATE = "Thôn mới thành lập trong tháng ba.";

  @TempDir private Path folder;
  private StandardFixture fixture;

  @BeforeEach
  void open() throws IOException {
    fixture = new StandardFixture(folder);
  }

  @AfterEach
  void close() throws IOException {
    fixture.close();
  }

  private Assessment register(UUID area, NewStandardRegistration requested) {
    return fixture.registrations.register(fixture.areas.get(area), requested, fixture.head);
  }

  private List<String> wrong(UUID area, NewStandardRegistration requested) {
    return ThrownProblem.fields(() -> register(area, requested));
  }

  private static NewStandardRegistration of(int year, @Nullable String lateReason) {
    return new NewStandardRegistration(
        VILLAGE,
        year,
        null,
        "03-NQ/CB",
        LocalDate.of(year, 2, 12),
        null,
        null,
        120,
        120,
        lateReason);
  }

  private static NewStandardRegistration resolution(
      @Nullable Boolean party, @Nullable String number, @Nullable LocalDate on) {
    return new NewStandardRegistration(
        VILLAGE, 2026, party, number, on, null, null, 120, 120, null);
  }

  private static NewStandardRegistration planned(
      @Nullable Boolean party, @Nullable String number, @Nullable LocalDate on) {
    return new NewStandardRegistration(
        COMMUNE, 2026, party, "05-NQ/ĐU", FEBRUARY, number, on, 90, 100, null);
  }

  @Test
  void aVillageRegistersWithItsResolutionAndAllItsHouseholds() {
    Assessment made = register(VILLAGE, village(120, 120));
    assertThat(made.code()).isEqualTo("STD-2026-0001");
    assertThat(made.state()).isEqualTo(StandardState.REGISTERED);
    assertThat(made.authorityId()).isEqualTo(COMMUNE);
    assertThat(made.partyOrganisation()).isTrue();
    StandardStep step = fixture.lastStep(made.id());
    assertThat(step.number()).isEqualTo("03-NQ/CB");
    assertThat(step.on()).isEqualTo(FEBRUARY);
    assertThat(fixture.log.types()).containsExactly(StandardEvent.REGISTERED);
  }

  @Test
  void theLastDayIsTheThirtyFirstOfMarchAsTheSiteCountsDays() {
    fixture.at(Instant.parse("2026-03-31T16:59:59Z"));
    assertThat(fixture.lastStep(register(VILLAGE, of(2026, LATE)).id()).lateReason())
        .as("whoever is in time gives no reason")
        .isNull();
    assertThat(fixture.log.events().getFirst().facts()).containsEntry("late", false);
  }

  @Test
  void fromTheFirstOfAprilOnItNeedsAReasonThatSaysSomething() {
    fixture.at(Instant.parse("2026-03-31T17:00:00Z"));
    assertThat(wrong(VILLAGE, of(2026, null))).containsExactly("lateReason standard-late");
    assertThat(wrong(VILLAGE, of(2026, "… … … … … … …")))
        .containsExactly("lateReason standard-late");
    assertThat(fixture.lastStep(register(VILLAGE, of(2026, LATE)).id()).lateReason())
        .isEqualTo(LATE);
    assertThat(fixture.log.events().getFirst().facts()).containsEntry("late", true);
  }

  @Test
  void thisYearAndTheLastAreOpen() {
    assertThat(wrong(VILLAGE, of(2027, null))).contains("year standard-open-years");
    assertThat(wrong(VILLAGE, of(2024, LATE))).contains("year standard-open-years");
    assertThat(register(VILLAGE, of(2025, LATE)).year()).isEqualTo(2025);
  }

  @Test
  void forAYearOfWhichTheLawSaysNothingNobodyRegisters() {
    fixture.on(2025, 3, 1);
    var before =
        new NewStandardRegistration(
            COMMUNE,
            2024,
            null,
            "05-NQ/ĐU",
            LocalDate.of(2024, 2, 12),
            "09/KH-UBND",
            LocalDate.of(2024, 2, 12),
            null,
            null,
            LATE);
    assertThat(wrong(COMMUNE, before)).containsExactly("year standard-open-years");
  }

  @Test
  void everyHouseholdRegistersNotAllButOne() {
    assertThat(
            ThrownProblem.of(() -> register(VILLAGE, village(119, 120)))
                .fields()
                .getFirst()
                .arguments())
        .as("how many are missing")
        .containsExactly(1);
    assertThat(wrong(VILLAGE, village(119, 120)))
        .containsExactly("registered standard-all-register");
    assertThat(wrong(VILLAGE, village(121, 120)))
        .containsExactly("registered standard-more-than-all");
    assertThat(wrong(VILLAGE, village(999_999, 1_000_000)))
        .as("which rounds to a hundred of a hundred")
        .containsExactly("registered standard-all-register");
    var silent =
        new NewStandardRegistration(
            VILLAGE, 2026, null, "03-NQ/CB", FEBRUARY, null, null, null, null, null);
    assertThat(wrong(VILLAGE, silent))
        .containsExactly("registered required", "registrable required");
  }

  @Test
  void theResolutionIsOfTheYearOrTheOneBeforeAndOfNoDayToCome() {
    assertThat(wrong(VILLAGE, resolution(true, " ", null)))
        .containsExactly("number required", "on required");
    assertThat(wrong(VILLAGE, resolution(true, "03", LocalDate.of(2024, 12, 31))))
        .containsExactly("on standard-paper-old");
    assertThat(wrong(VILLAGE, resolution(true, "03", LocalDate.of(2026, 4, 1))))
        .containsExactly("on past-or-present");
    assertThat(register(VILLAGE, resolution(true, "03", LocalDate.of(2025, 1, 1)))).isNotNull();
  }

  @Test
  void aResolutionOfTodayIsTaken() {
    assertThat(register(VILLAGE, resolution(null, "03", LocalDate.of(2026, 3, 31)))).isNotNull();
  }

  @Test
  void whereThereIsNoPartyOrganisationThereIsNoResolution() {
    assertThat(wrong(VILLAGE, resolution(false, "03", null)))
        .containsExactly("number standard-no-paper");
    assertThat(wrong(VILLAGE, resolution(false, null, FEBRUARY)))
        .containsExactly("number standard-no-paper");
    Assessment made = register(VILLAGE, resolution(false, null, null));
    assertThat(made.partyOrganisation()).isFalse();
    assertThat(fixture.lastStep(made.id()).number()).isNull();
  }

  @Test
  void aCommuneAlwaysHasAPartyCommitteeAndAPlanAndCountsNobody() {
    assertThat(wrong(COMMUNE, planned(false, "09/KH-UBND", FEBRUARY)))
        .containsExactly("partyOrganisation standard-party-organisation");
    assertThat(wrong(COMMUNE, planned(true, null, null)))
        .containsExactly("planNumber required", "planOn required");
    Assessment made = register(COMMUNE, planned(null, "09/KH-UBND", FEBRUARY));
    assertThat(made.authorityId()).isEqualTo(AccessFixture.PROVINCE);
    assertThat(made.registered()).isNull();
    assertThat(made.registrable()).isNull();
    assertThat(made.plan()).isEqualTo(new Assessment.Paper("09/KH-UBND", FEBRUARY));
  }

  @Test
  void aVillageHasNoPlan() {
    var plan =
        new NewStandardRegistration(
            VILLAGE, 2026, null, "03", FEBRUARY, "09/KH", FEBRUARY, 120, 120, null);
    assertThat(wrong(VILLAGE, plan)).containsExactly("planNumber standard-no-paper");
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    fixture.on(2026, 4, 1);
    var bad =
        new NewStandardRegistration(
            VILLAGE, 2026, null, null, LocalDate.of(2027, 1, 1), null, null, 3, 2, null);
    assertThat(wrong(VILLAGE, bad))
        .containsExactly(
            "number required",
            "on past-or-present",
            "registered standard-more-than-all",
            "lateReason standard-late");
  }

  @Test
  void aUnitIsRegisteredOnceForAYearAndNotWhereItIsExempt() {
    register(VILLAGE, village(120, 120));
    assertThat(ThrownProblem.code(() -> register(VILLAGE, village(120, 120))))
        .isEqualTo(StandardProblem.STANDARD_REGISTERED);
    assertThat(register(VILLAGE, of(2025, LATE))).as("for another year").isNotNull();
    UUID school = new UUID(1, 9);
    Area area = fixture.areas.add(school, "TH-01", AreaKind.SCHOOL, COMMUNE);
    fixture.exemptions.insert(
        new Exemption(
            new UUID(9, 1),
            area.id(),
            2026,
            Exemption.Ground.PRIMARY_OR_NURSERY,
            "Trường mầm non.",
            fixture.officer.id(),
            Instant.EPOCH));
    assertThat(ThrownProblem.code(() -> register(school, school(school))))
        .isEqualTo(StandardProblem.STANDARD_EXEMPT);
  }

  private static NewStandardRegistration school(UUID id) {
    return new NewStandardRegistration(
        id, 2026, null, "01-NQ/CB", FEBRUARY, "02/KH-THPT", FEBRUARY, 40, 40, null);
  }

  @Test
  void aProvinceIsNoUnit() {
    assertThat(wrong(AccessFixture.PROVINCE, village(1, 1)))
        .containsExactly("areaId standard-no-unit");
  }

  @Test
  void whatLiesInAVillageIsDecidedByItsCommuneAndWhatLiesInNoneByTheProvince() {
    UUID inVillage = new UUID(1, 9);
    fixture.areas.add(inVillage, "TH-01", AreaKind.SCHOOL, VILLAGE);
    assertThat(register(inVillage, school(inVillage)).authorityId()).isEqualTo(COMMUNE);
    UUID ofProvince = new UUID(1, 10);
    fixture.areas.add(ofProvince, "TH-02", AreaKind.SCHOOL, AccessFixture.PROVINCE);
    assertThat(register(ofProvince, school(ofProvince)).authorityId())
        .isEqualTo(AccessFixture.PROVINCE);
    UUID alone = new UUID(1, 11);
    fixture.areas.add(alone, "TH-03", AreaKind.SCHOOL, null);
    assertThat(register(alone, school(alone)).authorityId()).as("the whole site").isNull();
  }
}
