package anbinh.areas;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.identity.Role;
import anbinh.testing.TestClient;
import anbinh.testing.TestServer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AreasIT {
  @RegisterExtension static final TestServer SERVER = new TestServer();

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
    assertThat(areas.below(commune.id())).isEqualTo(Set.of(commune.id(), village.id()));
    assertThat(areas.below(new UUID(0, 9))).isEmpty();
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
    assertThat(items.get(0).path("code").asString()).isEqualTo("TH");
    assertThat(items.get(1).path("parentId").asString()).isEqualTo(province.id().toString());
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
}
