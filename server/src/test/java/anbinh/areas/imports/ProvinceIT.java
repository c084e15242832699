package anbinh.areas.imports;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.AddressData;
import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.NewArea;
import anbinh.areas.unit.Areas;
import anbinh.identity.AreaTree;
import anbinh.identity.Role;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// The real province out of the real file, taken by a server that has three of its units already;
/// then its villages, its boundaries, and what people look for.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProvinceIT {
  @RegisterExtension static final TestServer SERVER = new TestServer();

  private static final String PATH = "/api/areas/import/province";

  private static TestClient root = SERVER.client();
  private static Area province = none();
  private static Area ward = none();
  private static Area commune = none();

  @BeforeAll
  static void threeUnits() throws IOException {
    AddressData.read();
    Areas areas = SERVER.bean(Areas.class);
    province = areas.create(new NewArea("38", "Tỉnh Thanh Hóa", AreaKind.PROVINCE, null), null);
    ward =
        areas.create(
            new NewArea("14797", "Phường Hạc Thành", AreaKind.COMMUNE, province.id()), null);
    commune =
        areas.create(new NewArea("TH-BT", "Xã Bá Thước", AreaKind.COMMUNE, province.id()), null);
    SERVER.person("root", null, Role.ADMINISTRATOR);
    SERVER.person("province", province.id(), Role.ADMINISTRATOR);
    SERVER.person("chief", commune.id(), Role.ADMINISTRATOR);
    root = SERVER.signedIn("root");
  }

  private static Answer send(TestClient client, String path) throws IOException {
    return client.postAs(path + "?province=38", AddressData.read(), "application/octet-stream");
  }

  @Test
  @Order(1)
  void checksAndChangesNothing() throws IOException {
    Answer answer = send(root, PATH + "/check");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    JsonNode report = answer.json();
    assertThat(report.path("rows").asInt()).isEqualTo(166 + 576);
    assertThat(report.path("fresh").asInt()).isEqualTo(164);
    assertThat(report.path("changed").asInt()).isEqualTo(2);
    assertThat(report.path("past").asInt()).isEqualTo(565);
    assertThat(report.path("corrected").asInt()).isEqualTo(14);
    assertThat(report.path("errorCount").asInt()).isZero();
    assertThat(SERVER.bean(Areas.class).list()).hasSize(3);
    assertThat(send(SERVER.signedIn("chief"), PATH + "/check").code()).isEqualTo("not-your-area");
    assertThat(
            root.postAs(PATH + "/check?province=00", AddressData.read(), "application/octet-stream")
                .text())
        .contains("address-province");
  }

  @Test
  @Order(2)
  void takesTheProvinceAndLeavesRightsAsTheyAre() throws IOException {
    Answer answer = send(SERVER.signedIn("province"), PATH);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    Areas areas = SERVER.bean(Areas.class);
    List<Area> all = areas.list();
    assertThat(all.stream().filter(area -> area.kind() == AreaKind.WARD)).hasSize(19);
    assertThat(all.stream().filter(area -> area.kind() == AreaKind.COMMUNE)).hasSize(147);
    assertThat(areas.get(ward.id()))
        .isEqualTo(new Area(ward.id(), "14797", "Phường Hạc Thành", AreaKind.WARD, province.id()));
    assertThat(areas.get(commune.id()).code()).isEqualTo("14923");
    AreaTree tree = areas;
    assertThat(tree.contains(province.id(), commune.id())).isTrue();
    assertThat(tree.contains(commune.id(), ward.id())).isFalse();
    assertThat(SERVER.signedIn("chief").post("/api/areas", village("14923-900")).status())
        .isEqualTo(201);
    JsonNode again = send(root, PATH).json();
    assertThat(again.path("fresh").asInt()).isZero();
    assertThat(again.path("known").asInt()).isEqualTo(166);
    assertThat(again.path("past").asInt()).isZero();
    assertThat(areas.listEver()).hasSize(1 + 166 + 565 + 1);
  }

  private static Map<String, Object> village(String code) {
    return Map.of(
        "code", code, "name", "Thôn Chợ", "kind", "RESIDENTIAL_AREA", "parentId", commune.id());
  }

  @Test
  @Order(3)
  void findsTodaysUnitsByFormerNames() {
    assertThat(found("Đồng Tiến").getFirst()).isEqualTo("Xã Đồng Tiến");
    assertThat(found("Đông Tiến").getFirst()).isEqualTo("Phường Đông Tiến");
    assertThat(found("dong tien")).contains("Xã Đồng Tiến", "Phường Đông Tiến");
    assertThat(found("Hoằng Hoá").getFirst()).isEqualTo("Xã Hoằng Hóa");
    assertThat(found(Normalizer.normalize("Hoằng Hóa", Normalizer.Form.NFD)).getFirst())
        .isEqualTo("Xã Hoằng Hóa");
    assertThat(found("14923")).containsExactly("Xã Bá Thước");
    assertThat(found("hai yen"))
        .contains("Phường Hải Bình", "Phường Nghi Sơn", "Phường Đào Duy Từ");
    JsonNode town = root.get("/api/areas/search?q=canh%20nang").json().path("items").get(0);
    assertThat(town.path("id").asString()).isEqualTo(commune.id().toString());
    assertThat(town.path("formerly").path("name").asString()).isEqualTo("Thị trấn Cành Nàng");
    assertThat(town.path("formerly").path("district").asString()).isEqualTo("Huyện Bá Thước");
    assertThat(town.path("formerly").path("until").asString()).isEqualTo("2025-06-30");
    assertThat(town.path("above").get(0).asString()).isEqualTo("Tỉnh Thanh Hóa");
    assertThat(found("dong son bim son").getFirst()).isEqualTo("Phường Bỉm Sơn");
    assertThat(found("%")).isEmpty();
    assertThat(found("thành phố nào đó")).isEmpty();
  }

  private static List<String> found(String q) {
    return root.get("/api/areas/search?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8))
        .json()
        .path("items")
        .valueStream()
        .map(item -> item.path("name").asString())
        .toList();
  }

  @Test
  @Order(4)
  void tellsWhatAUnitWasBefore() {
    JsonNode page = root.get("/api/areas/" + commune.id()).json();
    assertThat(page.path("predecessors").valueStream().map(one -> one.path("name").asString()))
        .contains("Thị trấn Cành Nàng", "Xã Ban Công", "Xã Hạ Trung");
    assertThat(page.path("names")).hasSize(1);
    UUID former = UUID.fromString(page.path("predecessors").get(0).path("id").asString());
    JsonNode past = root.get("/api/areas/" + former).json();
    assertThat(past.path("until").asString()).isEqualTo("2025-06-30");
    assertThat(past.path("successors").get(0).path("id").asString())
        .isEqualTo(commune.id().toString());
    assertThat(SERVER.bean(Areas.class).findOffice(former).map(Area::id)).contains(commune.id());
    JsonNode top = root.get("/api/areas/tree").json().path("items");
    assertThat(top.get(0).path("within").asInt()).isEqualTo(166);
  }

  @Test
  @Order(5)
  void takesTheVillagesOfTheWholeProvince() {
    var list = new StringBuilder("\uFEFFMã địa bàn cấp trên;Tên;Loại\n");
    int villages = 0;
    List<Area> communes =
        SERVER.bean(Areas.class).list().stream().filter(area -> area.kind().isCommune()).toList();
    for (int i = 0; villages < 4_351; i++) {
      for (Area each : communes) {
        if (villages++ < 4_351) {
          String name = Normalizer.normalize("Đông Hoà " + i, Normalizer.Form.NFD);
          list.append(each.code()).append(';').append(name).append(";thôn\n");
        }
      }
    }
    long start = System.nanoTime();
    Answer taken = root.postAs("/api/areas/import/units", list.toString(), "text/csv");
    assertThat(taken.status()).as(taken.text()).isEqualTo(201);
    assertThat(taken.json().path("fresh").asInt()).isEqualTo(4_351);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    assertThat(found("thôn đông hòa 0 hạc thành").getFirst()).isEqualTo("Thôn Đông Hoà 0");
    JsonNode within = root.get("/api/areas/tree?below=" + ward.id()).json().path("items");
    assertThat(within.get(0).path("code").asString()).isEqualTo("14797-001");
    // In other spelling it is the same village.
    JsonNode again =
        root.postAs("/api/areas/import/units", "above,name\n14797,Thôn Đông Hòa 0\n", "text/csv")
            .json();
    assertThat(again.path("known").asInt()).isEqualTo(1);
    assertThat(again.path("fresh").asInt()).isZero();
  }

  @Test
  @Order(6)
  void takesNothingOfAListWithAMistakeAndNamesEach() {
    int before = SERVER.bean(Areas.class).list().size();
    Answer answer =
        root.postAs(
            "/api/areas/import/units",
            "above,name,kind\n14797,Xóm Mới,thôn\n00000,Xóm Cũ,thôn\n14797,,bản\n14797,Xóm"
                + " Mới,thôn\n14797,A,huyện\n",
            "text/csv");
    assertThat(answer.code()).isEqualTo("list-wrong");
    assertThat(
            answer
                .json()
                .path("list")
                .path("errors")
                .valueStream()
                .map(error ->
                    error.path("row").asInt()
                        + " "
                        + error.path("column").asString()
                        + " "
                        + error.path("code").asString()))
        .containsExactly(
            "3 above area-unknown", "4 name required", "5 name area-repeated", "6 kind choice");
    assertThat(SERVER.bean(Areas.class).list()).hasSize(before);
    assertThat(
            SERVER
                .signedIn("chief")
                .postAs("/api/areas/import/units", "above,name\n14797,X\n", "text/csv")
                .code())
        .isEqualTo("not-your-area");
  }

  @Test
  @Order(7)
  void takesBoundaries() {
    String path = "/api/areas/import/boundaries";
    String right =
        """
        {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"14923"},
         "geometry":{"coordinates":[[[[105.1,20.3],[105.3,20.3],[105.3,20.4],[105.1,20.3]]]],
         "type":"MultiPolygon"}}%s]}
        """;
    String wrong =
        """
        ,{"type":"Feature","id":14797,"properties":{},"geometry":{"type":"Polygon",
         "coordinates":[[[583000,2190000],[1,2],[3,4],[583000,2190000]]]}}
        """;
    Answer refused = root.postAs(path, right.formatted(wrong), "application/geo+json");
    assertThat(refused.json().path("list").path("errors").get(0).path("code").asString())
        .isEqualTo("geojson-range");
    assertThat(root.get("/api/areas/" + commune.id() + "/boundary").code())
        .isEqualTo("no-boundary");
    String another = "?checked=" + "0".repeat(64);
    assertThat(root.postAs(path + another, right.formatted(""), "application/geo+json").code())
        .isEqualTo("list-other");
    assertThat(
            root.postAs(
                    "/api/areas/import/units" + another,
                    "above,name\n14797,Thôn Đông Hòa 0\n",
                    "text/csv")
                .code())
        .isEqualTo("list-other");
    Answer taken = root.postAs(path, right.formatted(""), "application/geo+json");
    assertThat(taken.status()).as(taken.text()).isEqualTo(201);
    JsonNode boundary = root.get("/api/areas/" + commune.id() + "/boundary").json();
    assertThat(boundary.path("type").asString()).isEqualTo("MultiPolygon");
    assertThat(boundary.at("/coordinates/0/0/1/0").asDouble()).isEqualTo(105.3);
    assertThat(root.get("/api/areas/" + commune.id()).json().path("boundaryPoints").asInt())
        .isEqualTo(4);
    JsonNode drawn = root.get("/api/maps/areas").json().path("features");
    assertThat(drawn).hasSize(2);
    assertThat(drawn.at("/0/properties/name").asString()).isEqualTo("Xã Bá Thước");
    assertThat(drawn.at("/0/geometry/coordinates/0/0/1/0").asDouble()).isEqualTo(105.3);
    assertThat(drawn.at("/1/geometry/type").asString()).isEqualTo("Point");
    JsonNode found = root.get("/api/places/search?q=canh+nang").json().path("items");
    assertThat(found).hasSize(1);
    assertThat(found.at("/0/former").asString()).startsWith("Thị trấn Cành Nàng");
    assertThat(found.at("/0/bounds/east").asDouble()).isEqualTo(105.3);
  }

  private static Area none() {
    return new Area(new UUID(0, 0), "", "", AreaKind.PROVINCE, null);
  }
}
