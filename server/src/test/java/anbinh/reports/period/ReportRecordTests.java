package anbinh.reports.period;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.Area;
import anbinh.cameras.CameraHealth;
import anbinh.cameras.HealthBoard;
import anbinh.identity.Role;
import anbinh.platform.indicator.IndicatorSource;
import anbinh.platform.indicator.IndicatorSpan;
import anbinh.testing.Statements;
import anbinh.testing.TestClient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Of which records a number is, and who may open them.
abstract class ReportRecordTests extends ReportTests {
  private static final Pattern TABLE =
      Pattern.compile("(?i)(?:from|join)\\s+\\(*([a-z]+\\.[a-z_]+)");

  /// All of a list, two at a time.
  private static List<JsonNode> records(TestClient by, Area area, String of) {
    List<JsonNode> found = new ArrayList<>();
    String after = "";
    do {
      JsonNode page =
          done(by.get(of("/records", area) + "&limit=2&indicator=" + of + "&after=" + after));
      page.path("items").forEach(found::add);
      after = page.path("next").isNull() ? "" : page.path("next").asString();
    } while (!after.isEmpty());
    assertThat(found.stream().map(each -> each.path("id").asString())).doesNotHaveDuplicates();
    return found;
  }

  private static long counted(List<JsonNode> records) {
    return records.stream().mapToLong(each -> each.path("count").asLong()).sum();
  }

  /// Counts again by the list whatever somebody may open.
  private static List<String> opened(TestClient by, Area area, List<UUID> within) {
    List<String> opened = new ArrayList<>();
    for (JsonNode each : done(by.get(of("/figures", area))).path("indicators")) {
      String code = each.path("code").asString();
      if (each.path("opens").asBoolean() && RecordsAgain.indicators().contains(code)) {
        assertThat(counted(records(by, area, code))).as(code).isEqualTo((long) again(code, within));
        opened.add(code);
      } else if (!each.path("opens").asBoolean()) {
        assertThat(by.get(of("/records", area) + "&indicator=" + code).code())
            .as(code)
            .isEqualTo("records-closed");
      }
    }
    return opened;
  }

  @Test
  void aNumberOpensExactlyTheRecordsThatItCounts() {
    Area first = world().first;
    assertThat(opened(officer, first, within(first.id())))
        .contains("SITUATIONS_RECEIVED", "SITUATIONS_NOT_FOUNDED", "MEDIATIONS_RECEIVED")
        .contains("MEDIATIONS_ENDED", "MEDIATIONS_PENDING", "TEAMS", "TEAM_MEMBERS", "PATROLS")
        .contains("GROUPS", "PROGRAMMES", "CAMPAIGNS_BEGUN", "STANDARD_REGISTERED", "STANDARD_MET")
        .doesNotContain("CASES_OPENED", "MEDIATIONS_AGREED", "EXTRACTIONS", "CAMERAS");
    assertThat(opened(investigator, world().province, everywhere()))
        .contains("CASES_OPENED", "CASES_CLOSED", "CASES_CLARIFIED", "CASES_CLARIFIED_BY_FOOTAGE")
        .contains("CAMERAS", "CAMERAS_CONSENTED")
        .doesNotContain("SITUATIONS_RECEIVED", "MEDIATIONS_RECEIVED", "TEAMS", "REQUESTS_MADE");
    TestClient approver =
        world().person("approver", world().province.id(), Role.APPROVER, Role.ANALYST);
    assertThat(opened(approver, world().province, everywhere()))
        .contains("REQUESTS_MADE", "REQUESTS_REFUSED", "REQUESTS_APPROVED", "REQUESTS_DECIDED")
        .contains("EXTRACTIONS", "EXTRACTIONS_JUDGED", "EXTRACTIONS_USEFUL");
    assertThat(opened(world().person("auditor", null, Role.AUDITOR), first, within(first.id())))
        .contains("EXTRACTIONS", "REQUESTS_MADE")
        .doesNotContain("CAMERAS", "CASES_OPENED");
    assertThat(opened(chair, first, within(first.id())))
        .contains("TEAM_MEMBERS")
        .doesNotContain("SITUATIONS_RECEIVED", "MEDIATIONS_RECEIVED");
    assertThat(records(officer, first, "SITUATIONS_RECEIVED&part=OTHER")).hasSize(2);
    assertThat(records(investigator, first, "CASES_OPENED&part=ASSAULT")).hasSize(2);
    assertThat(officer.get(of("/records", first) + "&indicator=TEAMS&part=X").text())
        .contains("report-part");
    assertThat(officer.get(of("/records", first) + "&indicator=SCORES").text())
        .contains("report-indicator");
    assertThat(officer.get(of("/records", world().second) + "&indicator=TEAMS").code())
        .isEqualTo("not-your-area");
    assertThat(leaves(first.id().toString()))
        .contains("report-figures.opened", "SITUATIONS_RECEIVED");
  }

  @Test
  void aNumberOfAVillageOpensItsRecordsOnly() {
    Area village = world().village;
    assertThat(counted(records(officer, village, "GROUP_HOUSEHOLDS"))).isEqualTo(65);
    assertThat(records(officer, village, "GROUPS&part=SECURITY")).hasSize(1);
    assertThat(records(investigator, village, "CAMERAS")).hasSize(1);
    assertThat(officer.get(of("/records", village) + "&indicator=CAMERAS").code())
        .isEqualTo("records-closed");
    assertThat(officer.get(of("/records", village) + "&indicator=TEAMS").text())
        .as("not told of villages")
        .contains("report-area");
    TestClient other = world().person("officer2", world().second.id(), Role.COMMUNITY_OFFICER);
    assertThat(other.get(of("/records", village) + "&indicator=GROUPS").code())
        .isEqualTo("not-your-area");
  }

  @Test
  void aCameraThatSendsPicturesIsOpenedOfThisMomentOnly() {
    Area village = world().village;
    UUID camera =
        world()
            .sql()
            .sql("select id from cameras.camera where area_id = ?")
            .param(village.id())
            .query(UUID.class)
            .single();
    HealthBoard health = SERVER.bean(HealthBoard.class);
    health.report(camera, CameraHealth.off(world().at()));
    assertThat(now("/records", village, "CAMERAS_ONLINE").path("items")).isEmpty();
    health.report(camera, sending());
    assertThat(now("/records", village, "CAMERAS_ONLINE").path("items"))
        .extracting(each -> each.path("objectId").asString())
        .containsExactly(camera.toString());
    assertThat(records(investigator, village, "CAMERAS_ONLINE")).as("of what is over").isEmpty();
    health.report(camera, CameraHealth.off(world().at()));
  }

  /// The tables that some statements read, by those of the views and functions among them.
  private static Set<String> tables(Collection<String> statements) {
    Set<String> tables = new TreeSet<>();
    for (String statement : statements) {
      for (MatchResult each : TABLE.matcher(statement).results().toList()) {
        String name = each.group(1);
        List<String> behind =
            world()
                .sql()
                .sql(
                    """
                    select pg_get_viewdef(to_regclass(:name)) where exists (
                      select from pg_views where schemaname || '.' || viewname = :name)
                    union all
                    select prosrc from pg_proc
                    where cast(pronamespace::regnamespace as text) || '.' || proname = :name
                    """)
                .param("name", name)
                .query((row, number) -> row.getString(1))
                .list();
        tables.addAll(behind.isEmpty() ? Set.of(name) : tables(behind));
      }
    }
    return tables;
  }

  /// Else a kept number would outlive a change of what it counts.
  @Test
  void eachTableThatIsCountedNotesItsChanges() {
    LocalDate day = world().quarter.last();
    var span = new IndicatorSpan(world().quarter.from(), day, ReportFixture.ZONE, null);
    Set<String> noting = new HashSet<>();
    world()
        .sql()
        .sql("select tgrelid::regclass::text from pg_trigger where tgname = 'counted'")
        .query(String.class)
        .list()
        .forEach(noting::add);
    int kept = 0;
    for (IndicatorSource source : SERVER.beans(IndicatorSource.class)) {
      if (!source.schemas().isEmpty()) {
        Set<String> read =
            tables(
                Statements.here(() -> {
                  var _ = source.events(span);
                  var _ = source.states(new IndicatorSpan(day, day.plusDays(1), span.zone(), null));
                }));
        assertThat(read).as(source.getClass().getSimpleName()).isNotEmpty();
        assertThat(noting).as(source.getClass().getSimpleName()).containsAll(read);
        assertThat(source.schemas())
            .containsAll(
                read.stream()
                    .map(each -> each.substring(0, each.indexOf('.')))
                    .filter(each -> !each.equals("areas"))
                    .toList());
        kept++;
      }
    }
    assertThat(kept).as("all but that of this moment").isGreaterThan(10);
  }

  @Test
  void aNumberIsKeptUntilARecordChanges() {
    String path = of("/figures", world().province);
    double before = casesOpened(done(investigator.get(path)));
    assertThat(Statements.of(() -> done(investigator.get(path))))
        .noneMatch(each -> each.contains("cases.case_file"));
    String change =
        """
        update cases.case_file set opened_at = opened_at + cast(? as interval)
        where code = (select max(code) from cases.case_file where type = 'TRAFFIC')
        """;
    world().sql().sql(change).param("-3 years").update();
    assertThat(casesOpened(done(investigator.get(path)))).isEqualTo(before - 1);
    world().sql().sql(change).param("3 years").update();
    assertThat(casesOpened(done(investigator.get(path)))).isEqualTo(before);
  }

  private static double casesOpened(JsonNode figures) {
    for (JsonNode each : figures.path("indicators")) {
      if (each.path("code").asString().equals("CASES_OPENED")) {
        return each.path("value").path("value").asDouble();
      }
    }
    throw new AssertionError("no cases");
  }

  private static JsonNode now(String path, Area area, String indicator) {
    return done(
        investigator.get(
            of(path, area).replace(world().quarter.toString(), world().quarter.next().toString())
                + "&indicator="
                + indicator));
  }

  private static CameraHealth sending() {
    Instant at = world().at();
    return new CameraHealth(
        CameraHealth.Connection.CONNECTED,
        null,
        null,
        at,
        at,
        at,
        null,
        25,
        2_000_000,
        null,
        CameraHealth.Quality.SOUND,
        CameraHealth.Storage.OK);
  }

  @Test
  void aRecordInWhichTheReaderHasAPartIsKeptFromThem() {
    TestClient another = world().person("another", world().third.id(), Role.COMMUNITY_OFFICER);
    List<JsonNode> all = records(another, world().third, "SITUATIONS_RECEIVED");
    world()
        .sql()
        .sql(
            """
            insert into situation.conflict
            select cast(? as uuid), id from identity.person where username = 'another'
            """)
        .param(all.getFirst().path("id").asString())
        .update();
    assertThat(records(another, world().third, "SITUATIONS_RECEIVED")).hasSize(all.size() - 1);
  }
}
