package anbinh.cases.register;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.NewArea;
import anbinh.areas.unit.Areas;
import anbinh.cases.LinkedRequest;
import anbinh.cases.store.Cases;
import anbinh.identity.Role;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.support.TransactionTemplate;

/// What tests of cases share: a server with a commune, and its people.
abstract class CaseTests {
  @RegisterExtension static final TestServer SERVER = new TestServer();

  static Area commune = new Area(new UUID(0, 0), "", "", AreaKind.COMMUNE, null);
  static Area village = commune;
  static Area elsewhere = commune;
  static TestClient investigator = SERVER.client();
  static TestClient approver = SERVER.client();
  static TestClient stranger = SERVER.client();
  static TestClient officer = SERVER.client();

  @BeforeAll
  static void people() {
    Areas areas = SERVER.bean(Areas.class);
    commune = areas.create(new NewArea("C-1", "Xã Đồng Tiến", AreaKind.COMMUNE, null), null);
    village =
        areas.create(
            new NewArea("C-1-V", "Thôn Một", AreaKind.RESIDENTIAL_AREA, commune.id()), null);
    elsewhere = areas.create(new NewArea("C-2", "Phường Đông Tiến", AreaKind.COMMUNE, null), null);
    SERVER.person("investigator", commune.id(), Role.INVESTIGATOR);
    SERVER.person("approver", commune.id(), Role.APPROVER);
    SERVER.person("stranger", elsewhere.id(), Role.INVESTIGATOR, Role.APPROVER);
    SERVER.person("officer", commune.id(), Role.DUTY_OFFICER, Role.AUDITOR);
    investigator = SERVER.signedIn("investigator");
    approver = SERVER.signedIn("approver");
    stranger = SERVER.signedIn("stranger");
    officer = SERVER.signedIn("officer");
  }

  static List<String> errors(Answer answer) {
    return answer.json().path("errors").findValuesAsString("field");
  }

  static long count(String sql) {
    return SERVER.database().client().sql(sql).query(Long.class).single();
  }

  static void note(UUID id, LinkedRequest request) {
    SERVER
        .bean(TransactionTemplate.class)
        .executeWithoutResult(_ -> SERVER.bean(Cases.class).noteRequest(id, request));
  }

  static String open(String title) {
    return investigator.post("/api/cases", theft(title)).json().path("id").asString();
  }

  static Map<String, Object> theft(String title) {
    Map<String, Object> body = new HashMap<>();
    body.put("title", title);
    body.put("type", "THEFT");
    body.put("occurredFrom", Instant.now().minus(2, ChronoUnit.HOURS).toString());
    body.put("areaId", village.id());
    return body;
  }

  static Map<String, Object> outcome(boolean clarified) {
    return Map.of(
        "clarified",
        clarified,
        "clarifiedBy",
        clarified ? List.of("TIME", "VEHICLE") : List.of(),
        "note",
        "xem clip");
  }

  static List<String> ids(Answer page) {
    List<String> ids = new ArrayList<>();
    page.json().path("items").forEach(item -> ids.add(item.path("id").asString()));
    return ids;
  }
}
