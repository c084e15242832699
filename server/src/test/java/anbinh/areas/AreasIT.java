package anbinh.areas;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.change.PlannedChangeTests;
import anbinh.areas.unit.Areas;
import anbinh.identity.Role;
import anbinh.platform.ConsistencyCheck;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Areas over HTTP; changes to come are inherited, so that all share one server.
class AreasIT extends PlannedChangeTests {
  private static Area province = none();
  private static Area commune = none();
  private static Area village = none();
  private static TestClient root = SERVER.client();

  @BeforeAll
  static void tree() {
    Areas areas = areas();
    province = areas.create(new NewArea("TH", "Thanh Hóa", AreaKind.PROVINCE, null), null);
    commune = areas.create(new NewArea("TH-1", "Hạc Thành", AreaKind.COMMUNE, province.id()), null);
    village =
        areas.create(new NewArea("TH-1-5", "Phố 5", AreaKind.RESIDENTIAL_AREA, commune.id()), null);
    SERVER.person("root", null, Role.ADMINISTRATOR);
    SERVER.person("chief", commune.id(), Role.ADMINISTRATOR);
    root = SERVER.signedIn("root");
  }

  @Test
  void anAreaContainsItselfAndAllBelow() {
    Areas areas = areas();
    assertThat(areas.contains(province.id(), village.id())).isTrue();
    assertThat(areas.contains(commune.id(), commune.id())).isTrue();
    assertThat(areas.contains(village.id(), commune.id())).isFalse();
    assertThat(areas.contains(new UUID(0, 9), village.id())).isFalse();
    Area other = areas.create(new NewArea("B", "Xã B", AreaKind.COMMUNE, province.id()), null);
    Area hamlet =
        areas.create(new NewArea("B-1", "Thôn 1", AreaKind.RESIDENTIAL_AREA, other.id()), null);
    assertThat(areas.below(other.id())).isEqualTo(Set.of(other.id(), hamlet.id()));
    assertThat(areas.below(new UUID(0, 9))).isEmpty();
  }

  @Test
  void streetsAndLandmarksOfAListAreFoundByNamesThatTheyHaveOrHad() {
    String path = "/api/areas/import/places";
    String titles = "commune,kind,name,former,latitude,longitude\n";
    String market = "TH-1,MARKET,Chợ Đông Thọ,Chợ Vồm,19.81,105.77\n";
    String street = "TH-1,STREET,Phố Đồng Thọ,,19.82,105.78\n";
    Answer taken = root.postAs(path, titles + market + street, "text/csv");
    assertThat(taken.status()).as(taken.text()).isEqualTo(201);
    assertThat(names("vom")).containsExactly("Chợ Đông Thọ");
    // The exact accents come first, and without accents both are found.
    assertThat(names("Đồng+Thọ").getFirst()).isEqualTo("Phố Đồng Thọ");
    assertThat(names("dong+tho+hac")).containsExactlyInAnyOrder("Chợ Đông Thọ", "Phố Đồng Thọ");
    JsonNode found = root.get("/api/places/search?q=vom").json().at("/items/0");
    assertThat(found.path("within").asString()).isEqualTo("Hạc Thành");
    assertThat(found.path("former").asString()).isEqualTo("Chợ Vồm");
    assertThat(found.path("latitude").asDouble()).isEqualTo(19.81);
    assertThat(found.path("bounds").isNull()).isTrue();
    // A list is the whole of its kind in its commune, and of nothing else.
    String other = "TH-1,MARKET,Chợ Mới,,19.81,105.77\n";
    JsonNode checked = root.postAs(path + "/check", titles + other, "text/csv").json();
    assertThat(checked.path("added").asInt()).isEqualTo(1);
    assertThat(checked.path("removed").asInt()).isEqualTo(1);
    assertThat(names("vom")).isNotEmpty();
    assertThat(root.postAs(path, titles + other, "text/csv").status()).isEqualTo(201);
    assertThat(names("vom")).isEmpty();
    assertThat(names("dong+tho")).containsExactly("Phố Đồng Thọ");
  }

  @Test
  void aListOfPlacesIsForAnAdministratorOfItsCommune() {
    Area other = areas().create(new NewArea("TH-P", "Xã P", AreaKind.COMMUNE, province.id()), null);
    String list =
        "commune,kind,name,latitude,longitude\n" + other.code() + ",BRIDGE,Cầu,19.8,105.7\n";
    Answer refused = SERVER.signedIn("chief").postAs("/api/areas/import/places", list, "text/csv");
    assertThat(refused.code()).isEqualTo("not-your-area");
  }

  @Test
  void theGroundOfMapsIsEmptyWhereTheOfficeHasNone() {
    // As MapLibre asks.
    Map<String, String> json = Map.of("Accept", "application/json");
    Answer ground = root.get("/api/maps/ground", json);
    assertThat(ground.status()).isEqualTo(200);
    assertThat(ground.header("Content-Type")).contains("application/geo+json");
    assertThat(ground.json().path("features")).isEmpty();
    assertThat(root.get("/api/maps").json().path("attribution").isNull()).isTrue();
  }

  private static List<String> names(String words) {
    List<String> names = new ArrayList<>();
    root.get("/api/places/search?q=" + words)
        .json()
        .path("items")
        .forEach(each -> names.add(each.path("name").asString()));
    return names;
  }

  @Test
  void thePoliceOfAStreetAreThoseOfItsCommune() {
    Areas areas = areas();
    assertThat(areas.findOffice(village.id())).contains(commune);
    assertThat(areas.findOffice(commune.id())).contains(commune);
    assertThat(areas.findOffice(province.id())).contains(province);
    assertThat(areas.findOffice(new UUID(0, 9))).isEmpty();
  }

  @Test
  void anAdministratorAddsBelowTheirOwnAreaOnly() {
    TestClient chief = SERVER.signedIn("chief");
    assertThat(chief.post("/api/areas", body("TH-1-6", "RESIDENTIAL_AREA", commune.id())).status())
        .isEqualTo(201);
    assertThat(chief.post("/api/areas", body("TH-9", "COMMUNE", province.id())).code())
        .isEqualTo("not-your-area");
    assertThat(chief.post("/api/areas", body("XX", "PROVINCE", null)).code())
        .isEqualTo("not-your-area");
  }

  @Test
  void areasThatMakeNoSenseAreRefused() {
    assertThat(root.post("/api/areas", body("TH", "PROVINCE", null)).code())
        .isEqualTo("area-code-taken");
    assertThat(root.post("/api/areas", body("Z1", "PROVINCE", commune.id())).text())
        .contains("kind-below");
    assertThat(root.post("/api/areas", body("Z2", "COMMUNE", new UUID(0, 9))).text())
        .contains("no-such-area");
    assertThat(root.post("/api/areas", body("z 3", "PROVINCE", null)).text()).contains("pattern");
    assertThat(root.post("/api/areas", Map.of()).json().path("errors").size()).isEqualTo(3);
  }

  @Test
  void anybodySignedInReadsTheTree() {
    SERVER.person("reader", village.id(), Role.DUTY_OFFICER);
    var items = SERVER.signedIn("reader").get("/api/areas").json().path("items");
    assertThat(items.valueStream().map(item -> item.path("code").asString()))
        .contains("TH", "TH-1", "TH-1-5");
    JsonNode tree =
        SERVER
            .signedIn("reader")
            .get("/api/areas/tree?below=" + commune.id())
            .json()
            .at("/items/0");
    assertThat(tree.path("parentId").asString()).isEqualTo(commune.id().toString());
  }

  @Test
  void aUnitIsRenamedFromADayOnAndFoundByItsFormerName() {
    Area old = since("R-1", "Xã Hoằng Hoá Cũ", AreaKind.COMMUNE, province.id());
    String names = "/api/areas/" + old.id() + "/names";
    var renaming = Map.of("name", "Xã Hoằng Mới", "on", "2026-03-01", "reason", "Nghị quyết 12");
    assertThat(SERVER.signedIn("chief").post(names, renaming).code()).isEqualTo("not-your-area");
    assertThat(root.post(names, renaming).status()).isEqualTo(204);
    assertThat(areas().get(old.id()).name()).isEqualTo("Xã Hoằng Mới");
    JsonNode page = root.get("/api/areas/" + old.id()).json();
    assertThat(page.at("/names/0/to").asString()).isEqualTo("2026-02-28");
    assertThat(page.at("/names/1/from").asString()).isEqualTo("2026-03-01");
    assertThat(page.at("/names/1/reason").asString()).isEqualTo("Nghị quyết 12");
    JsonNode found = root.get("/api/areas/search?q=hoang%20hoa%20cu").json().at("/items/0");
    assertThat(found.path("name").asString()).isEqualTo("Xã Hoằng Mới");
    assertThat(found.at("/formerly/name").asString()).isEqualTo("Xã Hoằng Hoá Cũ");

    assertThat(root.post(names, renaming).text()).contains("same-name", "area-after");
    assertThat(root.post(names, Map.of("name", "X", "on", "2199-01-01", "reason", "-")).text())
        .contains("area-too-far");
    assertThat(events("area.renamed", old.id())).isEqualTo(1);
  }

  @Test
  void mergedUnitsLieInTheirSuccessorWithAllThatTheyHad() {
    Area first = since("M-1", "Xã Một", AreaKind.COMMUNE, province.id());
    Area second = since("M-2", "Xã Hai", AreaKind.COMMUNE, province.id());
    Area hamlet = since("M-2-1", "Thôn Hai Một", AreaKind.RESIDENTIAL_AREA, second.id());
    SERVER.person("of-second", second.id(), Role.DUTY_OFFICER);
    Answer answer =
        root.post(
            "/api/areas/closures",
            ending(
                List.of(first.id(), second.id()),
                List.of(Map.of("code", "M-1", "name", "Phường Ba", "kind", "WARD")),
                List.of()));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    UUID ward = UUID.fromString(answer.json().at("/items/0/id").asString());
    Areas areas = areas();
    assertThat(areas.find("M-1").map(Area::id)).contains(ward);
    assertThat(areas.find("M-2")).isEmpty();
    assertThat(areas.list().stream().map(Area::id)).doesNotContain(first.id(), second.id());
    assertThat(areas.get(hamlet.id()).parentId()).isEqualTo(ward);
    assertThat(areas.contains(ward, second.id())).isTrue();
    assertThat(areas.findOffice(second.id()).map(Area::id)).contains(ward);
    assertThat(areas.contains(second.id(), hamlet.id())).isFalse();
    JsonNode page = root.get("/api/areas/" + ward).json();
    assertThat(page.path("predecessors")).hasSize(2);
    assertThat(page.path("from").asString()).isEqualTo("2026-03-01");
    JsonNode past = root.get("/api/areas/" + first.id()).json();
    assertThat(past.path("until").asString()).isEqualTo("2026-02-28");
    assertThat(past.path("endReason").asString()).isEqualTo("Nghị quyết 5");
    assertThat(
            root.post("/api/areas/closures", ending(List.of(first.id()), List.of(), List.of()))
                .code())
        .isEqualTo("area-ended");
    assertThat(root.get("/api/session").status()).isEqualTo(200);
    assertThat(SERVER.signedIn("of-second").get("/api/session").text()).contains("Xã Hai");
  }

  @Test
  void aUnitIsDividedOnlyWhenAllThatLiesInItHasSomewhereToGo() {
    Area whole = since("S-1", "Xã Chia", AreaKind.COMMUNE, province.id());
    Area north = since("S-1-1", "Thôn Bắc", AreaKind.RESIDENTIAL_AREA, whole.id());
    Area south = since("S-1-2", "Thôn Nam", AreaKind.RESIDENTIAL_AREA, whole.id());
    List<Object> successors =
        List.of(
            Map.of("code", "S-2", "name", "Xã Chia Bắc", "kind", "COMMUNE"),
            Map.of("code", "S-3", "name", "Xã Chia Nam", "kind", "COMMUNE"));
    Map<String, Object> move = Map.of("areaId", north.id(), "successor", 0);
    assertThat(
            root.post("/api/areas/closures", ending(List.of(whole.id()), successors, List.of(move)))
                .text())
        .contains("area-within");
    assertThat(areas().get(whole.id()).code()).isEqualTo("S-1");
    assertThat(areas().find("S-2")).isEmpty();
    Answer answer =
        root.post(
            "/api/areas/closures",
            ending(
                List.of(whole.id()),
                successors,
                List.of(move, Map.of("areaId", south.id(), "successor", 1))));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(areas().get(south.id()).parentId())
        .isEqualTo(areas().find("S-3").orElseThrow().id());
    assertThat(areas().get(whole.id()).parentId()).isEqualTo(province.id());
    assertThat(
            root.get("/api/areas/search?q=xa%20chia")
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("name").asString()))
        .startsWith("Xã Chia Bắc", "Xã Chia Nam");
  }

  @Test
  void whatMakesNoSenseOfAnEndIsNamed() {
    Area lone = since("E-1", "Xã Lẻ", AreaKind.COMMUNE, province.id());
    assertThat(
            root.post(
                    "/api/areas/closures",
                    ending(
                        List.of(lone.id(), village.id()),
                        List.of(
                            Map.of("code", "TH-1", "name", "X", "kind", "PROVINCE"),
                            Map.of("areaId", lone.id()),
                            Map.of("kind", "COMMUNE")),
                        List.of(Map.of("areaId", new UUID(0, 9), "successor", 7))))
                .text())
        .contains("area-parents", "area-code-taken", "kind-below", "no-such-area", "required")
        .contains("successors[2].name", "area-successor");
    assertThat(root.get("/api/areas/" + new UUID(0, 9)).code()).isEqualTo("no-such-area");
    assertThat(root.get("/api/areas/tree?below=" + new UUID(0, 9)).code())
        .isEqualTo("no-such-area");
    assertThat(root.get("/api/areas/search?q=" + "x".repeat(300)).code()).isEqualTo("invalid");
    assertThat(root.get("/api/areas/search").json().path("items")).isEmpty();
  }

  private static Map<String, Object> ending(List<UUID> olds, List<?> successors, List<?> moves) {
    return Map.of(
        "areaIds",
        olds,
        "on",
        "2026-03-01",
        "reason",
        "Nghị quyết 5",
        "successors",
        successors,
        "moves",
        moves);
  }

  private static Area since(String code, String name, AreaKind kind, UUID parent) {
    return areas().create(new NewArea(code, name, kind, parent), LocalDate.of(2026, 1, 1), null);
  }

  private static long events(String type, UUID area) {
    return SERVER
        .database()
        .client()
        .sql("select count(*) from audit.event where type = ? and object_id = ?")
        .params(type, area.toString())
        .query(Long.class)
        .single();
  }

  @Test
  void kindsLieBelowLargerOnes() {
    for (AreaKind parent : AreaKind.values()) {
      assertThat(parent.fitsBelow(parent)).as(parent.name()).isFalse();
      assertThat(AreaKind.PROVINCE.fitsBelow(parent)).isFalse();
    }
    assertThat(AreaKind.SCHOOL.fitsBelow(AreaKind.RESIDENTIAL_AREA)).isTrue();
    assertThat(AreaKind.COMMUNE.fitsBelow(AreaKind.PROVINCE)).isTrue();
    assertThat(AreaKind.COMMUNE.fitsBelow(AreaKind.RESIDENTIAL_AREA)).isFalse();
  }

  private static Map<String, Object> body(String code, String kind, @Nullable UUID parent) {
    var body = new HashMap<String, Object>();
    body.put("code", code);
    body.put("name", "Đơn vị " + code);
    body.put("kind", kind);
    if (parent != null) {
      body.put("parentId", parent);
    }
    return body;
  }

  private static Areas areas() {
    return SERVER.bean(Areas.class);
  }

  private static Area none() {
    return new Area(new UUID(0, 0), "", "", AreaKind.PROVINCE, null);
  }

  /// Whoever moves a unit in the database widens every right that somebody has in the unit above.
  @Test
  void whatSomebodyWritesIntoTheTreeByTheDatabaseIsNamedByTheCheck() {
    Area mine = areas().create(new NewArea("LOG-1", "Xã Mình", AreaKind.COMMUNE, null), null);
    Area other = areas().create(new NewArea("LOG-2", "Xã Khác", AreaKind.COMMUNE, null), null);
    Area theirs =
        areas()
            .create(
                new NewArea("LOG-2-1", "Thôn Khác", AreaKind.RESIDENTIAL_AREA, other.id()), null);
    assertThat(check("LOG-")).isEmpty();
    Map.of(
            "parent_id = '" + mine.id() + "'",
            "its parent is another one in the log",
            "parent_id = null",
            "its parent is another one in the log",
            "kind = 'COMMUNE'",
            "its kind is another one in the log",
            "kind = 'NONSENSE'",
            "its kind is another one in the log",
            "name = 'Xã Mình'",
            "its name is another one in the log",
            "valid_to = '2026-01-01', valid_from = '2025-01-01'",
            "its last day is another one in the log")
        .forEach((change, what) -> {
          raw("create table kept as select * from areas.area where id = ?", theirs.id());
          raw("update areas.area set " + change + " where id = ?", theirs.id());
          assertThat(check("LOG-")).as(change).containsExactly("area LOG-2-1: " + what);
          raw(
              """
              update areas.area a set parent_id = k.parent_id, kind = k.kind, name = k.name,
                valid_to = k.valid_to, valid_from = k.valid_from
              from kept k where k.id = a.id and a.id = ?
              """,
              theirs.id());
          raw("drop table kept");
        });
    raw("update areas.area set parent_id = ? where id = ?", mine.id(), other.id());
    assertThat(check("LOG-"))
        .as("all that lies in it comes with it")
        .containsExactly("area LOG-2: its parent is another one in the log");
    raw("update areas.area set parent_id = null where id = ?", other.id());
    UUID planted = UUID.randomUUID();
    raw(
        """
        insert into areas.area (id, code, name, kind, parent_id, valid_from)
        values (?, 'LOG-3', 'Xã Cắm', 'COMMUNE', ?, date '2025-07-01')
        """,
        planted,
        mine.id());
    assertThat(check("LOG-")).containsExactly("area LOG-3: the log does not tell of it");
    raw("delete from areas.area where id = ?", planted);
    raw("update areas.area set code = 'LOG-9' where id = ?", mine.id());
    assertThat(check("LOG-")).containsExactly("area LOG-9: its number is another one in the log");
    raw("update areas.area set code = 'LOG-1' where id = ?", mine.id());

    Area gone = areas().create(new NewArea("LOG-4", "Xã Mất", AreaKind.COMMUNE, null), null);
    raw("delete from areas.area_name where area_id = ?", gone.id());
    raw("delete from areas.area where id = ?", gone.id());
    assertThat(check("LOG-"))
        .containsExactly("area LOG-4: the log has it, and the database does not");
  }

  /// Also of units that were renamed, moved and ended as they should be.
  @Test
  void theTreeIsAsTheLogTellsOfIt() {
    assertThat(check("TH")).isEmpty();
    assertThat(check("PL")).isEmpty();
  }

  private static void raw(String sql, Object... values) {
    SERVER.database().client().sql(sql).params(values).update();
  }

  private static List<String> check(String code) {
    var found = new ArrayList<String>();
    SERVER.beans(ConsistencyCheck.class).stream()
        .filter(each -> each.subject().equals("areas against log"))
        .forEach(each ->
            each.run(finding -> {
              if (finding.subject().startsWith("area " + code)) {
                found.add(finding.subject() + ": " + finding.what());
              }
            }));
    return found;
  }
}
