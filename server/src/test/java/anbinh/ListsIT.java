package anbinh;

import static anbinh.testing.Await.until;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.AreaKind;
import anbinh.areas.NewArea;
import anbinh.areas.unit.Areas;
import anbinh.identity.Role;
import anbinh.identity.account.WrittenAccounts;
import anbinh.platform.SearchTerms;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Lists of a whole province: 15,050 people and 136,000 cameras.
class ListsIT {
  @RegisterExtension static final TestServer SERVER = new TestServer();

  private static final int PEOPLE = 15_050;
  private static final int CAMERAS = 136_000;
  private static final int COMMUNES = 40;

  /// Those who sign in, and the first administrator.
  private static final int OWN = 5;

  private static TestClient root = SERVER.client();
  private static TestClient local = SERVER.client();
  private static TestClient officer = SERVER.client();
  private static TestClient investigator = SERVER.client();
  private static UUID first = new UUID(0, 0);

  @BeforeAll
  static void province() {
    Areas areas = SERVER.bean(Areas.class);
    UUID province = areas.create(new NewArea("P", "Tỉnh Mẫu", AreaKind.PROVINCE, null), null).id();
    List<UUID> communes =
        IntStream.range(0, COMMUNES)
            .mapToObj(n ->
                areas
                    .create(
                        new NewArea(
                            "P-" + n,
                            n == 7 ? "Bá Thước" : "Xã số " + n,
                            AreaKind.COMMUNE,
                            province),
                        null)
                    .id())
            .toList();
    first = communes.getFirst();
    SERVER.person("root", null, Role.ADMINISTRATOR);
    SERVER.person("local", first, Role.ADMINISTRATOR);
    SERVER.person("officer", null, Role.COMMUNITY_OFFICER);
    SERVER.person("investigator", null, Role.INVESTIGATOR);
    root = SERVER.signedIn("root");
    local = SERVER.signedIn("local");
    officer = SERVER.signedIn("officer");
    investigator = SERVER.signedIn("investigator");
    UUID[] ids = communes.toArray(UUID[]::new);
    var database = SERVER.database().client();
    database
        .sql(
            """
            insert into identity.person (id, username, display_name, area_id, language, pseudonym,
              active, must_change_password, password_hash)
            select gen_random_uuid(), 'person' || n,
              (array['Nguyễn', 'Trần', 'Lê', 'Đỗ'])[1 + n % 4] || ' ' ||
                (array['Văn', 'Thị', 'Đức'])[1 + n % 3] || ' ' ||
                (array['An', 'Ân', 'Bình', 'Dũng', 'Đạt', 'Ước'])[1 + (n / 12) % 6],
              (cast(:areas as uuid[]))[1 + n % :communes], 'vi', gen_random_uuid(), n % 10 <> 0, false, 'x'
            from generate_series(1, :count) n
            """)
        .param("areas", ids)
        .param("communes", COMMUNES)
        .param("count", PEOPLE - OWN)
        .update();
    database
        .sql(
            """
            insert into identity.role_grant (person_id, role)
            select id, case when username like 'person%77' then 'AUDITOR' else 'TEAM_MEMBER' end
            from identity.person where username like 'person%'
            """)
        .update();
    database
        .sql(
            """
            insert into cameras.camera (id, code, kind, reference, name, area_id, owner_kind, consent,
              address, simulated, recording, keep_days, latitude, longitude, search_text, created_at)
            select gen_random_uuid(), 'CAM-' || lpad(n::text, greatest(4, length(n::text)), '0'),
              case when n % 2 = 0 then 'CONNECTED' else 'COMMUNITY' end, 'R-' || n,
              'Camera ' || n || ' đường Lê Lợi', (cast(:areas as uuid[]))[1 + n % :communes], 'BUSINESS',
              'GIVEN', case when n % 2 = 0 then 'rtsp://192.0.2.1/' || n end, true, n % 200 = 0, 30,
              19.4 + (n::bigint * 7919 % 100003) * 0.000011,
              104.8 + (n::bigint * 104729 % 100019) * 0.000012,
              platform.folded('CAM-' || lpad(n::text, greatest(4, length(n::text)), '0') ||
                ' Camera ' || n || ' đường Lê Lợi R-' || n),
              now()
            from generate_series(1, :count) n
            """)
        .param("areas", ids)
        .param("communes", COMMUNES)
        .param("count", CAMERAS)
        .update();
    WrittenAccounts.acceptMany(SERVER);
    seedTeams(database, ids);
    seedCases(database, ids);
    database.sql("analyze").update();
  }

  private static void seedTeams(JdbcClient database, UUID[] communes) {
    database
        .sql(
            """
            insert into team.team (id, code, commune_id, name, name_key, established_on, created_at)
            select gen_random_uuid(), 'TO-' || lpad(n::text, greatest(4, length(n::text)), '0'),
              (cast(:areas as uuid[]))[1 + n % :communes], 'Tổ thôn ' || n, 'to thon ' || n,
              date '2025-07-01', now()
            from generate_series(1, 12000) n
            """)
        .param("areas", communes)
        .param("communes", COMMUNES)
        .update();
    database
        .sql(
            """
            insert into team.member (id, team_id, state, name, name_key, gender, origin, created_at)
            select gen_random_uuid(), t.id, 'RECOGNISED', named.name, lower(named.name), 'MALE', 'RECRUITED', now()
            from team.team t, lateral (values (case when t.code = 'TO-9990' then 'Quách Thị Út'
              else 'Nguyễn Văn ' || t.code end)) named (name)
            """)
        .update();
    database
        .sql(
            """
            insert into teamwork.self_managed_group (id, code, kind, commune_id, village_id, name,
              name_key, households, paper_number, paper_on, noted_by, noted_at)
            select gen_random_uuid(), 'NTQ-' || n, 'SECURITY', area, area, 'Nhóm liên gia ' || n,
              'nhom ' || n, 20, '1', date '2025-07-01', gen_random_uuid(), now()
            from (select n, (cast(:areas as uuid[]))[1 + n % :communes] as area
              from generate_series(1, 20000) n) groups
            """)
        .param("areas", communes)
        .param("communes", COMMUNES)
        .update();
  }

  private static void seedCases(JdbcClient database, UUID[] communes) {
    database
        .sql(
            """
            insert into cases.case_file (id, code, title, type, occurred_from, area_id, opened_by,
              opened_at, search_text)
            select gen_random_uuid(), 'CASE-2026-' || n, 'Vụ việc số ' || n, 'THEFT', now(),
              (cast(:areas as uuid[]))[1 + n % :communes], gen_random_uuid(), now(),
              'case 2026 ' || n || ' vu viec so ' || n
            from generate_series(1, 50000) n
            """)
        .param("areas", communes)
        .param("communes", COMMUNES)
        .update();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static JsonNode get(TestClient client, String path) {
    Answer answer = client.get(path);
    assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(200);
    return answer.json();
  }

  /// All of a list, page by page; fails where something comes twice.
  private static List<String> all(TestClient client, String path, String field) {
    var found = new ArrayList<String>();
    var ids = new HashSet<String>();
    String next = "";
    do {
      JsonNode page =
          get(client, path + (path.contains("?") ? "&" : "?") + "limit=200&after=" + next);
      for (JsonNode item : page.path("items")) {
        found.add(item.path(field).asString());
        ids.add(item.path("id").asString());
      }
      next = page.path("next").asString("");
    } while (!next.isEmpty());
    assertThat(ids).hasSameSizeAs(found);
    return found;
  }

  private static int count(JsonNode page) {
    return page.path("total").path("count").asInt(-1);
  }

  @Test
  void everybodyIsReachedOnceInTheOrderOfTheirGivenNames() {
    JsonNode page = get(root, "/api/people");
    assertThat(page.path("items")).hasSize(50);
    assertThat(count(page)).isEqualTo(PEOPLE);
    assertThat(page.path("total").path("more").asBoolean()).isFalse();
    List<String> names = all(root, "/api/people", "username");
    assertThat(names).hasSize(PEOPLE);
    JsonNode named = get(root, "/api/people?q=person").path("items");
    assertThat(named.get(0).path("displayName").asString()).isEqualTo("Đỗ Đức An");
  }

  @Test
  void peopleAreFoundHoweverTheirNameIsTyped() {
    int all = count(get(root, "/api/people?q=" + encoded("Đỗ Đức Đạt")));
    assertThat(all).isPositive();
    for (String q : List.of("do duc dat", "DAT do", "  đạt,  ĐỖ đức ", "dat do 😀")) {
      assertThat(count(get(root, "/api/people?q=" + encoded(q)))).as(q).isGreaterThanOrEqualTo(all);
    }
    assertThat(count(get(root, "/api/people?q=person12345"))).isOne();
    for (String q :
        List.of("%", "_", "'", "\"; drop table identity.person; --", "😀", "\\", "zq")) {
      assertThat(count(get(root, "/api/people?q=" + encoded(q)))).as(q).isZero();
    }
    assertThat(count(get(root, "/api/people?q=" + encoded("bá thước"))))
        .isEqualTo((PEOPLE - OWN - 7) / COMMUNES + 1);
    Answer tooLong = root.get("/api/people?q=" + "x".repeat(500));
    assertThat(tooLong.status()).isEqualTo(400);
    assertThat(tooLong.text()).contains("\"field\":\"q\"");
  }

  @Test
  void peopleAreNarrowedByRoleStateAndAreaInTheQuery() {
    assertThat(count(get(root, "/api/people?role=AUDITOR"))).isEqualTo(150);
    assertThat(all(root, "/api/people?role=AUDITOR&active=true", "username"))
        .allMatch(name -> name.endsWith("77"));
    assertThat(count(get(root, "/api/people?active=false"))).isEqualTo((PEOPLE - OWN) / 10);
    assertThat(count(get(root, "/api/people?areaId=" + first)))
        .isEqualTo(all(local, "/api/people", "username").size());
    assertThat(root.get("/api/people?role=KING").text()).contains("\"field\":\"role\"");
  }

  @Test
  void whoeverReadsOneCommuneHasFullPagesOfItAndNothingElse() {
    JsonNode page = get(local, "/api/people?limit=20");
    assertThat(page.path("items")).hasSize(20);
    List<String> own = all(local, "/api/people", "areaId");
    assertThat(Set.copyOf(own)).containsExactly(first.toString());
    JsonNode cameras = get(local, "/api/cameras/register?limit=20");
    assertThat(cameras.path("items")).hasSize(20);
    assertThat(count(cameras)).isEqualTo(CAMERAS / COMMUNES);
    assertThat(get(local, "/api/people?areaId=" + UUID.randomUUID()).path("items")).isEmpty();
  }

  @Test
  void whatComesAndGoesBetweenTwoPagesMovesNobodyElse() {
    var seen = new ArrayList<String>();
    JsonNode page = get(root, "/api/people?q=person&limit=100");
    page.path("items").forEach(item -> seen.add(item.path("username").asString()));
    var database = SERVER.database().client();
    database
        .sql(
            """
            insert into identity.person (id, username, display_name, language, pseudonym, active,
              must_change_password, password_hash)
            values (gen_random_uuid(), 'person-early', 'Lê An', 'vi', gen_random_uuid(), true, false, 'x')
            """)
        .update();
    String after = page.path("next").asString();
    // The one from which it goes on is renamed, and so sorted elsewhere.
    String last = seen.getLast();
    database
        .sql("update identity.person set display_name = 'Vi Út' where username = ?")
        .param(last)
        .update();
    JsonNode second = get(root, "/api/people?q=person&limit=100&after=" + after);
    second.path("items").forEach(item -> seen.add(item.path("username").asString()));
    assertThat(second.path("items")).hasSize(100);
    assertThat(new HashSet<>(seen)).hasSize(200);
    database.sql("delete from identity.person where username = 'person-early'").update();
  }

  @Test
  void aMapOfAllCamerasIsAFewHundredThingsAtAnyZoom() {
    JsonNode all = get(root, "/api/cameras/register/map").path("items");
    assertThat(all.size()).isBetween(100, 700);
    assertThat(sum(all)).isEqualTo(CAMERAS);
    JsonNode town =
        get(root, "/api/cameras/register/map" + "?south=19.8&west=105.7&north=19.9&east=105.9");
    assertThat(town.path("items").size()).isBetween(50, 700);
    for (JsonNode cell : town.path("items")) {
      assertThat(cell.path("latitude").asDouble()).isBetween(19.8, 19.9);
    }
    JsonNode street =
        get(root, "/api/cameras/register/map?south=19.8&west=105.7&north=19.803&east=105.703")
            .path("items");
    assertThat(street).isNotEmpty();
    assertThat(street.get(0).path("count").asInt()).isOne();
    assertThat(street.get(0).path("name").asString()).startsWith("CAM-");
    assertThat(sum(get(local, "/api/cameras/register/map").path("items")))
        .isEqualTo(CAMERAS / COMMUNES);
    assertThat(root.get("/api/cameras/register/map?south=20&west=105&north=19&east=106").text())
        .contains("\"code\":\"map-bounds\"");
  }

  private static int sum(JsonNode cells) {
    int sum = 0;
    for (JsonNode cell : cells) {
      sum += cell.path("count").asInt();
    }
    return sum;
  }

  @Test
  void placesThatAListDidNotGiveOutAndSizesOutOfRangeAreRefused() {
    String next = get(root, "/api/people?limit=1").path("next").asString();
    for (String after :
        List.of(
            "x" + next,
            next.substring(0, next.length() - 2),
            "AAAA",
            "' or 1=1",
            get(root, "/api/cameras?limit=1").path("next").asString())) {
      Answer answer = root.get("/api/people?after=" + encoded(after));
      assertThat(answer.status()).as(after).isEqualTo(400);
      assertThat(answer.text()).contains("\"field\":\"after\"", "\"code\":\"cursor\"");
    }
    for (String limit : List.of("0", "-1", "1000000000", "201")) {
      assertThat(root.get("/api/people?limit=" + limit).text()).contains("\"field\":\"limit\"");
    }
  }

  /// 68,000 are connected, and 680 of them are recorded.
  @Test
  void onlyRecordedCamerasHaveMetrics() {
    MeterRegistry metrics = SERVER.bean(MeterRegistry.class);
    until(
        "the monitor's next round",
        () -> !metrics.find("anbinh.camera.recording").meters().isEmpty());
    assertThat(metrics.find("anbinh.camera.recording").meters()).hasSize(CAMERAS / 200);
  }

  @Test
  void camerasAreInTheOrderOfTheirCodesToTheLastOfThem() {
    JsonNode page = get(root, "/api/cameras/register");
    assertThat(page.path("total").path("more").asBoolean()).isTrue();
    assertThat(page.path("items").get(0).path("code").asString()).isEqualTo("CAM-0001");
    assertThat(count(get(root, "/api/cameras/register?q=135999"))).isOne();
    List<String> ours = all(local, "/api/cameras/register", "code");
    assertThat(ours).hasSize(CAMERAS / COMMUNES);
    assertThat(ours.getLast()).isEqualTo("CAM-136000");
    JsonNode down = get(root, "/api/cameras?state=DOWN");
    assertThat(count(down)).isEqualTo(CAMERAS / 200);
    JsonNode summary = get(root, "/api/cameras/summary");
    assertThat(summary.path("notRecording").asInt()).isEqualTo(CAMERAS / 200);
    assertThat(summary.path("off").asInt()).isEqualTo(CAMERAS / 2 - CAMERAS / 200);
    String id = down.path("items").get(3).path("id").asString();
    String resident = page.path("items").get(0).path("id").asString();
    assertThat(get(root, "/api/cameras?id=" + id + "&id=" + resident).path("items")).hasSize(2);
    assertThat(get(local, "/api/cameras?id=" + resident).path("items")).isEmpty();
  }

  @Test
  void teamsGroupsAndCasesAreSearchedCountedAndReadToTheEnd() {
    assertThat(count(get(officer, "/api/teams"))).isEqualTo(12_000);
    assertThat(all(officer, "/api/teams?q=999", "code").getLast()).isEqualTo("TO-11999");
    JsonNode ofMember = get(officer, "/api/teams?q=" + encoded("quach ut thi"));
    assertThat(ofMember.path("items")).hasSize(1);
    assertThat(ofMember.path("items").get(0).path("code").asString()).isEqualTo("TO-9990");
    assertThat(count(get(officer, "/api/teams?q=" + encoded("bá thước")))).isEqualTo(300);
    String groups = "/api/self-managed-groups?communeId=" + first;
    assertThat(count(get(officer, groups))).isEqualTo(500);
    assertThat(count(get(officer, groups + "&q=nhom%2019960"))).isOne();
    assertThat(count(get(investigator, "/api/cases?q=so%2049999"))).isOne();
    assertThat(get(investigator, "/api/cases").path("total").path("more").asBoolean()).isTrue();
    assertThat(count(get(officer, "/api/teams?q=%25"))).isZero();
    assertThat(count(get(officer, groups + "&q=_"))).isZero();
    assertThat(count(get(investigator, "/api/cases?q=%25"))).isZero();
  }

  /// A word of two letters behind a bracket, with an index that knows of three letters.
  @Test
  void aShortWordIsFoundBehindPunctuationByTheIndex() throws SQLException {
    JdbcClient database = SERVER.database().client();
    var seen = new ArrayList<String>();
    for (String name : List.of("Cổng (A1)", "Cổng (số 2/A1)", "Cổng “A1”, bãi xe", "Cổng،A1")) {
      String username = "gate-" + seen.size();
      database
          .sql(
              """
              insert into identity.person (id, username, display_name, language, pseudonym, active,
                must_change_password, password_hash)
              values (gen_random_uuid(), ?, ?, 'vi', gen_random_uuid(), true, false, 'x')
              """)
          .params(username, name)
          .update();
      seen.add(username);
    }
    database
        .sql(
            """
            insert into identity.person (id, username, display_name, language, pseudonym, active,
              must_change_password, password_hash)
            values (gen_random_uuid(), 'gate-d', 'Ca (Đ2), Nhà văn hóa', 'vi', gen_random_uuid(),
              true, false, 'x')
            """)
        .update();
    for (String q : List.of("A1", "a1", "(A1)", "A1,", "cong a1", "cổng A1", "A1 CỔNG")) {
      assertThat(all(root, "/api/people?q=" + encoded(q), "username"))
          .as(q)
          .containsExactlyInAnyOrderElementsOf(seen);
    }
    assertThat(count(get(root, "/api/people?q=" + encoded("số 2/a1")))).isOne();
    for (String q : List.of("Đ2", "d2", "(đ2)", "ca d2 nha van hoa")) {
      assertThat(all(root, "/api/people?q=" + encoded(q), "username"))
          .as(q)
          .containsExactly("gate-d");
    }
    assertThat(count(get(root, "/api/people?q=" + encoded("person-1")))).as("parts").isZero();
    for (String word : List.of("a1", "zz", "cam 013599", "cong a1")) {
      assertThat(plan("identity.person", word)).as(word).contains("person_search");
      assertThat(plan("cameras.camera", word)).as(word).contains("camera_search");
    }
    database.sql("delete from identity.person where username like 'gate-%'").update();
  }

  /// How the database finds a word where it does not read all rows, as it rightly may of few.
  private static String plan(String table, String word) throws SQLException {
    try (Connection connection = SERVER.database().pool().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("set local enable_seqscan = off");
      var plan = new StringBuilder();
      String pattern = SearchTerms.pattern(word);
      try (ResultSet rows =
          statement.executeQuery(
              "explain select * from %s where ' ' || search_text like '%s'"
                  .formatted(table, pattern))) {
        while (rows.next()) {
          plan.append(rows.getString(1)).append('\n');
        }
      }
      connection.rollback();
      return plan.toString();
    }
  }
}
