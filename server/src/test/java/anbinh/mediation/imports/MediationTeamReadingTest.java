package anbinh.mediation.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.ListedPlaces;
import anbinh.mediation.team.ListedTeam;
import anbinh.mediation.team.ListedTeam.ListedMediator;
import anbinh.platform.Ids;
import anbinh.platform.sheet.CodeMessages;
import anbinh.platform.sheet.SheetVocabulary;
import anbinh.platform.sheet.SimpleSummary;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which teams of a list are new, and which cells are wrong; that they are kept, shows
/// MediationsIT.
class MediationTeamReadingTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
  private static final Area COMMUNE = area(1, "10001", "Xã Một", AreaKind.COMMUNE, null);
  private static final Area CAT =
      area(2, "10001-001", "Thôn Cát", AreaKind.RESIDENTIAL_AREA, COMMUNE.id());
  private static final String TITLES =
      "commune;village;name;gender;position;decision;decided_on;minority_area";
  private static final String LEADER = row("Lê Văn An", "MALE", "LEADER");
  private static final String WOMAN = row("Lê Thị Bình", "FEMALE", "MEDIATOR");
  private static final String MAN = row("Lê Văn Chi", "MALE", "MEDIATOR");

  private final Set<UUID> known = new HashSet<>();
  private final Set<UUID> refused = new HashSet<>();
  private SimpleSummary summary = new SimpleSummary(CodeMessages.messages());

  private static Area area(long id, String code, String name, AreaKind kind, @Nullable UUID above) {
    return new Area(new UUID(0, id), code, name, kind, above);
  }

  private static String row(String name, String gender, String position) {
    return "10001;Thôn Cát;" + String.join(";", name, gender, position) + ";9/QĐ;05/07/2024;";
  }

  private List<ListedTeam> read(String... rows) {
    summary = new SimpleSummary(CodeMessages.messages());
    List<String> lines = new ArrayList<>(List.of(TITLES));
    lines.addAll(List.of(rows));
    return new MediationTeamReading(
            new SheetVocabulary<>(CodeMessages.messages(), "mediator-list", MediatorColumn.class),
            summary,
            new Ids(InstantSource.fixed(Instant.EPOCH), new Random(1)),
            TODAY,
            new ListedPlaces(List.of(COMMUNE, CAT)),
            village -> {
              if (refused.contains(village)) {
                throw new IllegalStateException("not yours");
              }
            },
            villages -> villages.stream().filter(known::contains).collect(Collectors.toSet()))
        .read(CodeMessages.csv(lines.toArray(String[]::new)));
  }

  private List<String> told() {
    return CodeMessages.told(summary);
  }

  @Test
  void aTeamHasItsMediatorsAsTheRowsSayThem() {
    List<ListedTeam> teams = read(LEADER, WOMAN, MAN + "YES");
    assertThat(told()).isEmpty();
    assertThat(teams).hasSize(1);
    assertThat(teams.getFirst().villageId()).isEqualTo(CAT.id());
    assertThat(teams.getFirst().minorityArea()).isTrue();
    assertThat(teams.getFirst().mediators())
        .extracting(ListedMediator::name, ListedMediator::woman, ListedMediator::leader)
        .containsExactly(
            tuple("Lê Văn An", false, true),
            tuple("Lê Thị Bình", true, false),
            tuple("Lê Văn Chi", false, false));
  }

  @ParameterizedTest
  @CsvSource({"FEMAIL, 'D3 choice MALE, FEMALE'", "'', D3 required"})
  void aGenderThatIsNoneIsNamedByItsCellAndNotTakenForAMans(String gender, String mistake) {
    assertThat(read(LEADER, row("Lê Thị Bình", gender, "MEDIATOR"), MAN)).isEmpty();
    assertThat(told()).containsExactly(mistake);
  }

  @ParameterizedTest
  @CsvSource({"LEDER, 'E2 choice LEADER, MEDIATOR'", "'', E2 required"})
  void aPositionThatIsNoneIsNamedByItsCellAndNotTakenForAMediators(
      String position, String mistake) {
    assertThat(read(row("Lê Văn An", "MALE", position), WOMAN, MAN)).isEmpty();
    assertThat(told()).containsExactly(mistake);
  }

  @Test
  void whatTheLawWantsOfATeamIsNamedAtItsFirstRow() {
    assertThat(read(MAN, row("Lê Văn Dung", "MALE", "MEDIATOR"))).isEmpty();
    assertThat(told())
        .containsExactlyInAnyOrder("B2 mediator-list-few 3", "B2 woman-missing", "B2 one-leader");
    assertThat(read(LEADER, WOMAN, row("Lê Văn Em", "MALE", "LEADER"))).isEmpty();
    assertThat(told()).containsExactly("B2 one-leader");
    assertThat(
            read(LEADER, row("Lê Văn Em", "MALE", "LEADER"), row("Lê Thị Bình", "FEMALE", "LEDER")))
        .isEmpty();
    assertThat(told())
        .as("whatever the third one is")
        .containsExactlyInAnyOrder("B2 one-leader", "E4 choice LEADER, MEDIATOR");
  }

  @Test
  void aPersonStandsInATeamOnce() {
    assertThat(read(LEADER, WOMAN, MAN, MAN)).isEmpty();
    assertThat(told()).containsExactly("C5 group-list-repeated 4");
  }

  @Test
  void aPaperOfTomorrowAndAnUnknownPlaceAreNamed() {
    assertThat(
            read(
                LEADER,
                WOMAN,
                "10001;Thôn Cát;Lê Văn Chi;MALE;MEDIATOR;9/QĐ;28/11/2026;",
                MAN.replace("Chi", "Em"),
                MAN.replace("10001", "10009"),
                MAN.replace("Thôn Cát", "Thôn Xa")))
        .isEmpty();
    assertThat(told())
        .containsExactly(
            "G4 past-or-present", "A6 team-list-commune", "B7 group-list-village Thôn Xa Xã Một");
  }

  @Test
  void aVillageThatHasATeamKeepsItAndOneOfOthersIsRefused() {
    known.add(CAT.id());
    assertThat(read(LEADER, WOMAN, MAN)).isEmpty();
    assertThat(told()).isEmpty();
    refused.add(CAT.id());
    assertThatThrownBy(() -> read(LEADER, WOMAN, MAN)).hasMessage("not yours");
  }
}
