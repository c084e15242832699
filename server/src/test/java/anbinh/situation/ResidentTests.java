package anbinh.situation;

import static anbinh.situation.SituationFixture.made;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.NewArea;
import anbinh.areas.unit.Areas;
import anbinh.identity.Role;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// Who takes part in the tests of residents' reports, and what they do in all of them.
abstract class ResidentTests {
  @RegisterExtension
  static final TestServer SERVER =
      new TestServer("anbinh.situation.resident.reports-per-address=1000");

  static final String DESK = "/api/situations";
  static final String WORDS = "Đã xác minh tại chỗ cùng tổ.";
  static Area commune = new Area(new UUID(0, 0), "", "", AreaKind.COMMUNE, null);
  static TestClient officer = SERVER.client();
  static TestClient second = SERVER.client();
  static TestClient administrator = SERVER.client();
  static TestClient resident = SERVER.client();

  @BeforeAll
  static void people() {
    Areas areas = SERVER.bean(Areas.class);
    Area province = areas.create(new NewArea("38", "Thanh Hóa", AreaKind.PROVINCE, null), null);
    commune =
        areas.create(new NewArea("C-1", "Xã Đồng Tiến", AreaKind.COMMUNE, province.id()), null);
    areas.create(new NewArea("C-2", "Phường Đông Tiến", AreaKind.WARD, province.id()), null);
    SERVER
        .database()
        .client()
        .sql(
            """
            insert into areas.area_name (area_id, name, valid_from, valid_to, folded, accented)
            values (?, 'Xã Đồng Lợi', '2000-01-01', '2025-06-30', 'xa dong loi', 'x')
            """)
        .param(commune.id())
        .update();
    SERVER.person("officer", commune.id(), Role.COMMUNITY_OFFICER);
    SERVER.person("second", commune.id(), Role.COMMUNITY_OFFICER);
    Area village =
        areas.create(
            new NewArea("C-1-001", "Thôn Đồng", AreaKind.RESIDENTIAL_AREA, commune.id()), null);
    SERVER.person("above", province.id(), Role.COMMUNITY_OFFICER);
    SERVER.person("hamlet", village.id(), Role.COMMUNITY_OFFICER);
    SERVER.person("administrator", null, Role.ADMINISTRATOR);
    SERVER.person("local", commune.id(), Role.ADMINISTRATOR);
    officer = SERVER.signedIn("officer");
    second = SERVER.signedIn("second");
    administrator = SERVER.signedIn("administrator");
    resident = nobody();
  }

  static TestClient nobody() {
    TestClient client = SERVER.client();
    client.get("/api/session");
    return client;
  }

  /// The one that came in last.
  static String last() {
    return SERVER
        .database()
        .client()
        .sql("select id from situation.situation order by received_at desc limit 1")
        .query(UUID.class)
        .single()
        .toString();
  }

  static JsonNode act(TestClient by, String id, String act, Object body) {
    Answer answer = by.post(DESK + "/" + id + "/" + act, body);
    return made(answer, answer.status() == 201 ? 201 : 200);
  }

  static JsonNode situation(String id) {
    return made(officer.get(DESK + "/" + id), 200).path("situation");
  }

  static Map<String, Object> question(UUID id, String words) {
    return new HashMap<>(Map.of("id", id, "words", words));
  }

  static int count(String table) {
    return SERVER
        .database()
        .client()
        .sql("select count(*) from situation." + table)
        .query(Integer.class)
        .single();
  }

  static String everything() {
    return SERVER
        .database()
        .client()
        .sql(
            """
            select string_agg(
              query_to_xml('select * from ' || schemaname || '.' || tablename, false, true, '')::text,
              ' ')
            from pg_tables where schemaname in ('team', 'teamwork', 'situation', 'mediation',
              'measure', 'programme', 'standard', 'campaign', 'audit')
              and tablename not like 'flyway%'
            """)
        .query(String.class)
        .single();
  }
}
