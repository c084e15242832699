package anbinh.evidence.figures;

import static anbinh.evidence.EvidenceFixture.errors;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.AreaKind;
import anbinh.areas.NewArea;
import anbinh.areas.unit.Areas;
import anbinh.evidence.EvidenceFixture;
import anbinh.identity.Role;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// In the commune: eight thefts opened, two of them closed, one clarified by footage, one package.
/// Elsewhere: one theft opened.
class FiguresIT {
  @RegisterExtension static final TestServer SERVER = new TestServer(TestServer.FAKE_FOOTAGE);

  private static @Nullable EvidenceFixture made;

  @BeforeAll
  static void makeWorld() throws Exception {
    EvidenceFixture world = new EvidenceFixture(SERVER);
    made = world;
    SERVER.person("administrator", world.commune.id(), Role.ADMINISTRATOR);
    SERVER.person("province", null, Role.APPROVER);
    SERVER.person("ombudsman", null, Role.OMBUDSMAN);
    var quarter =
        SERVER
            .bean(Areas.class)
            .create(
                new NewArea("C-1-1", "Phố 1", AreaKind.RESIDENTIAL_AREA, world.commune.id()), null);
    for (int n = 0; n < 5; n++) {
      world.openCase("investigator", world.commune);
    }
    String clarified = world.openCase("investigator", quarter);
    String closed = world.openCase("investigator", quarter);
    world.openCase("stranger", world.elsewhere);
    world.await(world.approved(world.form(0, world.camera)), "SEALED");
    close(world, clarified, Map.of("clarified", true, "clarifiedBy", List.of("VEHICLE")));
    close(world, closed, Map.of("clarified", false));
  }

  private static void close(EvidenceFixture world, String id, Map<String, Object> outcome) {
    Answer answer = world.as("investigator").post("/api/cases/" + id + "/outcome", outcome);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private static EvidenceFixture world() {
    return Objects.requireNonNull(made);
  }

  @Test
  void countsExactlyByCommuneForWhoMaySeeTheSingleCases() {
    for (String username : List.of("investigator", "approver")) {
      JsonNode figures = figures(username);
      assertThat(figures.path("exact").asBoolean()).isTrue();
      assertThat(figures.path("byArea").size()).isEqualTo(1);
      JsonNode commune = figures.path("byArea").get(0);
      assertThat(commune.path("areaName").asString()).isEqualTo("Xã Bá Thước");
      assertThat(values(commune)).containsExactly("8", "2", "1", "1", "1", "1");
      assertThat(values(figures.path("total"))).isEqualTo(values(commune));
      assertThat(figures.path("byType").size()).isEqualTo(5);
    }
    JsonNode all = figures("province");
    assertThat(all.path("byArea").size()).isEqualTo(2);
    assertThat(values(all.path("total")).getFirst()).isEqualTo("9");
  }

  @Test
  void hidesSmallFiguresFromWhoMayNot() {
    JsonNode seen = figures("auditor");
    assertThat(seen.path("exact").asBoolean()).isFalse();
    assertThat(seen.path("byArea").size()).isEqualTo(2);
    assertThat(values(seen.path("total")))
        .containsExactly("10", "null", "null", "null", "null", "null");
    assertThat(figures("ombudsman")).isEqualTo(seen);
    assertThat(figures("administrator").path("byArea").size()).isEqualTo(1);
    assertThat(values(figures("administrator").path("total")).getFirst()).isEqualTo("10");
    assertThat(seen.path("lines").toString()).doesNotContain(":1,").doesNotContain(":8,");
    assertThat(world().as("officer").get("/api/figures").code()).isEqualTo("not-your-role");
  }

  @Test
  void leadsToTheCasesThatAFigureCounts() {
    TestClient investigator = world().as("investigator");
    int year = year();
    assertThat(count(investigator, "?opened=" + year)).isEqualTo(8);
    assertThat(count(investigator, "?closed=" + year)).isEqualTo(2);
    assertThat(count(investigator, "?closed=" + year + "&clarified=true")).isEqualTo(1);
    assertThat(count(investigator, "?opened=" + year + "&type=ASSAULT")).isZero();
    assertThat(count(investigator, "?opened=" + (year - 1))).isZero();
    assertThat(count(investigator, "?area=" + world().commune.id())).isEqualTo(8);
    assertThat(count(investigator, "?area=" + world().elsewhere.id())).isZero();
    assertThat(errors(investigator.get("/api/cases?opened=1"))).containsExactly("opened range");
  }

  @Test
  void writesATableForSpreadsheets() {
    TestClient investigator = world().as("investigator").language("en");
    Answer table = investigator.get("/api/figures/table.csv");
    assertThat(table.header("Content-Type").orElseThrow()).startsWith("text/csv");
    assertThat(table.text())
        .startsWith("\uFEFFCommune,Type of case,Cases opened")
        .contains("Xã Bá Thước,Theft,8,2,1,1,1,1\r\n");
    assertThat(world().as("auditor").language("vi").get("/api/figures/table.csv").text())
        .contains("Xã Bá Thước,Trộm cắp,10,<5,<5,<5,<5,<5");
  }

  @Test
  void knowsNoYearThatHasNotBegun() {
    assertThat(errors(world().as("auditor").get("/api/figures?year=" + (year() + 1))))
        .containsExactly("year range");
    assertThat(errors(world().as("auditor").get("/api/figures?year=x"))).hasSize(1);
    JsonNode before = world().as("auditor").get("/api/figures?year=" + (year() - 1)).json();
    assertThat(values(before.path("total"))).containsOnly("0");
  }

  private static long count(TestClient client, String query) {
    return client.get("/api/cases" + query).json().path("items").size();
  }

  private static JsonNode figures(String username) {
    Answer answer = world().as(username).get("/api/figures");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private static List<String> values(JsonNode line) {
    return List.of("opened", "closed", "clarified", "clarifiedByFootage", "requests", "extractions")
        .stream()
        .map(name -> line.path(name).path("value").toString())
        .toList();
  }

  private static int year() {
    return LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).getYear();
  }
}
