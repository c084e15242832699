package anbinh.areas.change;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.NewArea;
import anbinh.areas.unit.Areas;
import anbinh.identity.Role;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestClock;
import anbinh.testing.TestServer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// Changes of units whose day is to come, over HTTP; they run with `AreasIT` on its server. Its
/// clock stands at 20 October 2026.
public abstract class PlannedChangeTests {
  @RegisterExtension
  protected static final TestServer SERVER = new TestServer(TestServer.TEST_CLOCK);

  private static final LocalDate DAY = LocalDate.of(2027, 1, 1);
  private static final String ENDINGS = "/api/areas/closures";

  private record Place(UUID province, TestClient root) {}

  private static @Nullable Place place;

  private static Place place() {
    Place known = place;
    if (known == null) {
      Areas areas = SERVER.bean(Areas.class);
      UUID province =
          areas
              .create(
                  new NewArea("PL", "Tỉnh Sắp Nhập", AreaKind.PROVINCE, null),
                  LocalDate.of(2025, 7, 1),
                  null)
              .id();
      SERVER.person("planner", null, Role.ADMINISTRATOR);
      known = new Place(province, SERVER.signedIn("planner"));
      place = known;
    }
    return known;
  }

  @Test
  void aMergerToComeIsAnnouncedAndTakesEffectOnItsDay() {
    Area old = unit("PL-1", "Xã Sắp Nhập", AreaKind.COMMUNE, place().province());
    Area into = unit("PL-2", "Xã Tiếp Nhận", AreaKind.COMMUNE, place().province());
    Area hamlet = unit("PL-1-1", "Thôn Đi Theo", AreaKind.RESIDENTIAL_AREA, old.id());
    SERVER.person("tiepnhan", into.id(), Role.DUTY_OFFICER, Role.ADMINISTRATOR);
    TestClient there = SERVER.signedIn("tiepnhan");
    Answer answer = end(List.of(old.id()), List.of(Map.of("areaId", into.id())), List.of());
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);

    Areas areas = SERVER.bean(Areas.class);
    assertThat(areas.findPresent(old.id())).as("it is there until then").isPresent();
    assertThat(areas.contains(into.id(), hamlet.id())).isFalse();
    assertThat(there.post("/api/areas", hamlet("PL-1-9", hamlet.id())).code())
        .isEqualTo("not-your-area");
    JsonNode own = planned(old.id()).path(0);
    assertThat(own.path("on").asString()).isEqualTo("2027-01-01");
    assertThat(own.path("part").asString()).isEqualTo("CHANGES");
    assertThat(own.at("/successors/0/name").asString()).isEqualTo("Xã Tiếp Nhận");
    assertThat(own.path("into").asInt()).isZero();
    assertThat(own.path("stands").asBoolean()).isTrue();
    assertThat(planned(into.id()).path(0).path("part").asString()).isEqualTo("TAKES_OVER");
    assertThat(planned(hamlet.id()).path(0).path("part").asString()).isEqualTo("MOVES");
    JsonNode read = there.get("/api/areas/" + old.id() + "/planned").json().path("items");
    assertThat(read.path(0).path("mayWithdraw").asBoolean()).isFalse();

    assertThat(name(old.id(), "Xã Khác", DAY.minusDays(20)).code())
        .isEqualTo("area-change-planned");
    assertThat(end(List.of(into.id()), List.of(), List.of()).code())
        .as("nothing ends that is to take over")
        .isEqualTo("area-change-planned");
    assertThat(carriedOut(72)).as("31 December").isZero();
    assertThat(areas.findPresent(old.id())).isPresent();

    assertThat(carriedOut(73)).as("1 January").isOne();
    assertThat(areas.findPresent(old.id())).isEmpty();
    assertThat(areas.findLastDay(old.id())).contains(LocalDate.of(2026, 12, 31));
    assertThat(areas.findOffice(old.id()).map(Area::id)).contains(into.id());
    assertThat(areas.find(hamlet.id()).orElseThrow().parentId()).isEqualTo(into.id());
    assertThat(there.post("/api/areas", hamlet("PL-1-9", hamlet.id())).status())
        .as("rights follow")
        .isEqualTo(201);
    JsonNode found = place().root().get("/api/areas/search?q=sap%20nhap").json().path("items");
    assertThat(found.valueStream().map(each -> each.at("/formerly/name").asString("")))
        .contains("Xã Sắp Nhập");
    assertThat(planned(old.id())).isEmpty();
    assertThat(carriedOut(73)).as("once").isZero();
    assertThat(log(old.id())).contains("area.change-planned", "area.ended");
  }

  @Test
  void aNameToComeHoldsFromItsDayAndWhatIsWithdrawnNeverDoes() {
    Area renamed = unit("PL-3", "Xã Tên Cũ", AreaKind.COMMUNE, place().province());
    Area stays = unit("PL-4", "Xã Giữ Tên", AreaKind.COMMUNE, place().province());
    assertThat(name(renamed.id(), "Xã Tên Mới", DAY).status()).isEqualTo(204);
    assertThat(name(renamed.id(), "Xã Tên Mới", DAY).code()).isEqualTo("area-change-planned");
    assertThat(name(stays.id(), "Xã Giữ Tên", DAY).text()).contains("same-name");
    assertThat(name(stays.id(), "Xã Đổi", DAY.plusYears(3)).text()).contains("area-too-far");
    assertThat(name(stays.id(), "Xã Đổi", DAY).status()).isEqualTo(204);
    String path =
        "/api/areas/planned/" + planned(stays.id()).path(0).path("id").asString() + "/withdrawal";
    SERVER.person("xakhac", renamed.id(), Role.ADMINISTRATOR);
    Map<String, String> reason = Map.of("reason", "Nghị quyết bị bãi bỏ");
    assertThat(SERVER.signedIn("xakhac").post(path, reason).code()).isEqualTo("not-your-area");
    assertThat(place().root().post(path, reason).status()).isEqualTo(204);
    assertThat(place().root().post(path, reason).code()).isEqualTo("area-change-closed");
    assertThat(
            place()
                .root()
                .post("/api/areas/planned/" + new UUID(0, 9) + "/withdrawal", reason)
                .code())
        .isEqualTo("no-such-area-change");

    Areas areas = SERVER.bean(Areas.class);
    assertThat(areas.get(renamed.id()).name()).isEqualTo("Xã Tên Cũ");
    carriedOut(80);
    assertThat(areas.get(renamed.id()).name()).isEqualTo("Xã Tên Mới");
    assertThat(areas.get(stays.id()).name()).isEqualTo("Xã Giữ Tên");
    JsonNode names = place().root().get("/api/areas/" + renamed.id()).json().path("names");
    assertThat(names.path(1).path("from").asString())
        .as("its day, not the one on which it was carried out")
        .isEqualTo("2027-01-01");
  }

  @Test
  void whatDoesNotFitAnyMoreOnItsDayIsNotDoneAndSaysSo() {
    Area divided = unit("PL-5", "Xã Chia Đôi", AreaKind.COMMUNE, place().province());
    Area hamlet = unit("PL-5-1", "Thôn Một", AreaKind.RESIDENTIAL_AREA, divided.id());
    List<Map<String, String>> parts = List.of(part("PL-51"), part("PL-52"));
    assertThat(end(List.of(divided.id()), parts, List.of()).text()).contains("area-within");
    List<?> moves = List.of(Map.of("areaId", hamlet.id(), "successor", 1));
    assertThat(end(List.of(divided.id()), parts, moves).status()).isEqualTo(200);
    assertThat(planned(hamlet.id()).path(0).path("into").asInt()).isOne();
    Area lone = unit("PL-6", "Xã Lẻ", AreaKind.COMMUNE, place().province());
    assertThat(end(List.of(lone.id()), List.of(part("PL-51")), List.of()).text())
        .as("a code is taken by what is to come, too")
        .contains("area-code-taken");

    Area late = unit("PL-5-2", "Thôn Thêm Sau", AreaKind.RESIDENTIAL_AREA, divided.id());
    assertThat(planned(divided.id()).path(0).path("stands").asBoolean())
        .as("nobody said where the new village goes")
        .isFalse();
    assertThat(carriedOut(73)).isOne();
    Areas areas = SERVER.bean(Areas.class);
    assertThat(areas.findPresent(divided.id())).isPresent();
    assertThat(areas.find("PL-51")).as("all of it or nothing").isEmpty();
    JsonNode failed = planned(divided.id()).path(0);
    assertThat(failed.path("state").asString()).isEqualTo("FAILED");
    assertThat(log(divided.id())).contains("area.change-failed");
    assertThat(place().root().get("/api/areas/planned").text())
        .contains(failed.path("id").asString());

    String path = "/api/areas/planned/" + failed.path("id").asString() + "/withdrawal";
    assertThat(place().root().post(path, Map.of("reason", "Nhập lại")).status()).isEqualTo(204);
    List<?> all =
        List.of(
            Map.of("areaId", hamlet.id(), "successor", 1),
            Map.of("areaId", late.id(), "successor", 0));
    assertThat(end(List.of(divided.id()), parts, all).status()).isEqualTo(200);
    assertThat(carriedOut(73)).isOne();
    assertThat(areas.find("PL-52").map(Area::id))
        .isEqualTo(areas.find(hamlet.id()).map(Area::parentId));
  }

  /// How many changes are due some days after 20 October 2026, and carries them out.
  private static int carriedOut(int days) {
    TestClock clock = SERVER.bean(TestClock.class);
    clock.move(Duration.ofDays(days));
    try {
      return SERVER.bean(PlannedChanges.class).carryOut();
    } finally {
      clock.move(Duration.ofDays(-days));
    }
  }

  private static JsonNode planned(UUID area) {
    return place().root().get("/api/areas/" + area + "/planned").json().path("items");
  }

  private static Map<String, String> part(String code) {
    return Map.of("code", code, "name", "Xã " + code, "kind", "COMMUNE");
  }

  private static Map<String, Object> hamlet(String code, UUID parent) {
    return Map.of("code", code, "name", "Trường thôn", "kind", "SCHOOL", "parentId", parent);
  }

  private static Answer name(UUID id, String name, LocalDate on) {
    return place()
        .root()
        .post(
            "/api/areas/" + id + "/names",
            Map.of("name", name, "on", on.toString(), "reason", "Nghị quyết 8"));
  }

  private static Answer end(List<UUID> olds, List<?> successors, List<?> moves) {
    return place()
        .root()
        .post(
            ENDINGS,
            Map.of(
                "areaIds", olds,
                "on", DAY.toString(),
                "reason", "Nghị quyết 9",
                "successors", successors,
                "moves", moves));
  }

  private static Area unit(String code, String name, AreaKind kind, UUID parent) {
    return SERVER
        .bean(Areas.class)
        .create(new NewArea(code, name, kind, parent), LocalDate.of(2026, 1, 1), null);
  }

  private static String log(UUID area) {
    return String.join(
        " ",
        SERVER
            .database()
            .client()
            .sql("select type from audit.event where object_id = ? order by seq")
            .param(area.toString())
            .query(String.class)
            .list());
  }
}
