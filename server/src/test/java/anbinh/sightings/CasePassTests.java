package anbinh.sightings;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.testing.Await;
import anbinh.testing.TestClient.Answer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What investigators say of passes in their cases, and what cases hold.
abstract class CasePassTests extends SightingTests {
  private static Answer keep(String username, String inCase, long position, String verdict) {
    return SERVER
        .signedIn(username)
        .post(
            "/api/cases/" + inCase + "/passes",
            Map.of(
                "position",
                position,
                "verdict",
                verdict,
                "note",
                "Thùng xe có vết móp như nhân chứng tả",
                "remembered",
                "36A12345"));
  }

  private static long position(String id) {
    return SERVER
        .database()
        .client()
        .sql("select position from sightings.pass where source_key = ?")
        .param(id)
        .query(Long.class)
        .single();
  }

  private static JsonNode kept(String inCase) {
    Answer answer = SERVER.signedIn("investigator").get("/api/cases/" + inCase + "/passes");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json().path("items");
  }

  @Test
  void whoWorksOnACaseKeepsPassesInIt() {
    String ours = openCase("investigator", commune);
    assertThat(keep("colleague", ours, position("1"), "CONFIRMED").code())
        .isEqualTo("not-your-case");
    assertThat(keep("officer", ours, position("1"), "CONFIRMED").code()).isEqualTo("not-your-role");
    assertThat(keep("investigator", ours, position("4"), "CONFIRMED").code())
        .as("of another area")
        .isEqualTo("no-such-pass");
    assertThat(keep("investigator", ours, 999_999, "CONFIRMED").code()).isEqualTo("no-such-pass");
    Answer first = keep("investigator", ours, position("2"), "UNDECIDED");
    assertThat(first.status()).as(first.text()).isEqualTo(200);
    keep("investigator", ours, position("2"), "CONFIRMED");
    keep("investigator", ours, position("3"), "REJECTED");
    JsonNode passes = kept(ours);
    assertThat(passes.size()).isEqualTo(2);
    JsonNode pass = passes.get(0);
    assertThat(pass.path("verdict").asString()).isEqualTo("CONFIRMED");
    assertThat(pass.path("held").asBoolean()).isTrue();
    assertThat(pass.path("note").asString()).startsWith("Thùng xe");
    assertThat(pass.at("/decidedBy/displayName").asString()).isNotEmpty();
    assertThat(pass.path("cameraCode").asString()).isEqualTo(market);
    assertThat(pass.at("/seen/readings/0/text").asString()).isEqualTo("36A12B45");
    assertThat(pass.at("/seen/platePicture").asString()).isEqualTo(JPEG);
    assertThat(passes.get(1).path("held").asBoolean()).isFalse();
    assertThat(SERVER.signedIn("colleague").get("/api/cases/" + ours + "/passes").code())
        .isEqualTo("not-your-case");
    assertThat(SERVER.leaves(ours))
        .anySatisfy(leaf -> assertThat(leaf).startsWith("sightings.pass-kept").contains("Thùng xe"))
        .anySatisfy(leaf -> assertThat(leaf).startsWith("sightings.passes-read"));
    assertThat(
            SERVER
                .database()
                .client()
                .sql("select count from sightings.confusion where remembered = '3' and read = 'B'")
                .query(Long.class)
                .single())
        .as("each pass teaches once")
        .isOne();
  }

  /// One vehicle goes along on two trips, one on one, one once; persons and misreadings never do.
  @Test
  void vehiclesThatGoAlongAreFoundInACaseAlone() {
    String gate = camera("Cổng khu phố", commune);
    int later = 3 * 3_600;
    batch(
        key,
        List.of(
            pass("c-1", market, "36A99991", "CAR", "RED", 4_000),
            pass("c-2", gate, "36A99991", "CAR", "RED", 4_300),
            pass("c-3", market, "36A99991", "CAR", "RED", later),
            pass("c-4", market, "36C40117", "VAN", "PURPLE", 4_030),
            pass("c-5", market, "36C40117", "VAN", "PURPLE", later - 60),
            pass("c-6", market, "36C50000", "VAN", "PURPLE", 4_060),
            pass("c-7", gate, "36C50000", "VAN", "PURPLE", 4_320),
            pass("c-8", gate, "36C60000", "VAN", "PURPLE", 4_321),
            pass("c-9", market, "36A9999I", "CAR", "RED", 4_001),
            pass("c-10", market, "36A9999I", "CAR", "RED", later + 1)));
    awaitAll();
    String ours = openCase("investigator", commune);
    Map<String, Object> form =
        Map.of(
            "positions",
            List.of(position("c-1"), position("c-2"), position("c-3")),
            "minutes",
            5,
            "reason",
            REASON);
    assertThat(convoys("investigator", ours, form).text()).contains("sighting-confirmed");
    for (String id : List.of("c-1", "c-2", "c-3")) {
      keep("investigator", ours, position(id), "CONFIRMED");
    }
    assertThat(convoys("colleague", ours, form).code()).isEqualTo("not-your-case");
    JsonNode found = convoys("investigator", ours, form).json();
    assertThat(found.path("trips").asInt()).isEqualTo(2);
    assertThat(found.path("vehicles").asInt()).isEqualTo(3);
    JsonNode first = found.at("/items/0");
    assertThat(first.path("text").asString()).isEqualTo("36C40117");
    assertThat(first.path("trips").asInt()).isEqualTo(2);
    assertThat(first.path("expected").asDouble()).isBetween(0.0, 1.0);
    assertThat(first.at("/meetings/0/seconds").asLong()).isEqualTo(30);
    assertThat(first.at("/meetings/1/seconds").asLong()).isEqualTo(-60);
    assertThat(found.at("/items/1/text").asString()).isEqualTo("36C50000");
    assertThat(found.at("/items/1/expected").isNull()).isTrue();
    assertThat(found.path("items").size()).isEqualTo(2);
    assertThat(SERVER.leaves(ours))
        .anySatisfy(leaf -> assertThat(leaf).startsWith("sightings.searched").contains(REASON));
  }

  private static Answer convoys(String username, String inCase, Map<String, Object> form) {
    return SERVER.signedIn(username).post("/api/cases/" + inCase + "/convoys", form);
  }

  /// What a case holds outlives its retention, until the case is over for good.
  @Test
  void passesThatACaseHoldsAreNotForgotten() throws Exception {
    batch(
        key,
        List.of(
            pass("held", market, "36C55555", "CAR", "RED", 0),
            pass("ended", market, "36C66666", "CAR", "RED", 0),
            pass("free", market, "36C77777", "CAR", "RED", 0)));
    String open = openCase("investigator", commune);
    String ended = openCase("investigator", commune);
    long held = position("held");
    assertThat(keep("investigator", open, held, "CONFIRMED").status()).isEqualTo(200);
    assertThat(keep("investigator", ended, position("ended"), "CONFIRMED").status()).isEqualTo(200);
    end(ended);
    SERVER
        .database()
        .client()
        .sql(
            """
            update sightings.pass set from_at = from_at - interval '60 days',
              to_at = to_at - interval '60 days', best_at = best_at - interval '60 days'
            where source_key in ('held', 'ended', 'free')
            """)
        .update();
    SERVER.stop();
    SERVER.start();
    Await.until("what nobody holds to be forgotten", () -> count("free") == 0);
    Await.until(
        "a case that is over to hold nothing", () -> !kept(ended).get(0).path("held").asBoolean());
    assertThat(count("held")).isOne();
    assertThat(kept(open).get(0).at("/seen/readings/0/text").asString()).isEqualTo("36C55555");
  }

  private static int count(String id) {
    return SERVER
        .database()
        .client()
        .sql("select count(*) from sightings.pass where source_key = ?")
        .param(id)
        .query(Integer.class)
        .single();
  }

  private static void end(String ended) {
    String path = "/api/cases/" + ended;
    Map<String, Object> outcome =
        Map.of("clarified", false, "clarifiedBy", List.of(), "note", "Không tìm được xe");
    assertThat(SERVER.signedIn("investigator").post(path + "/outcome", outcome).status())
        .isLessThan(300);
    Answer asked =
        SERVER
            .signedIn("investigator")
            .post(
                path + "/final-closure",
                Map.of(
                    "kind",
                    "NOT_PROSECUTED",
                    "authority",
                    "POLICE",
                    "number",
                    "45/QĐ",
                    "on",
                    LocalDate.now(ZONE).toString(),
                    "reason",
                    "Không khởi tố vụ án theo quyết định."));
    assertThat(asked.status()).as(asked.text()).isEqualTo(201);
    Answer decided =
        SERVER
            .signedIn("approver")
            .post(
                path + "/final-closure/decision",
                Map.of("outcome", "CONFIRMED", "reason", "Đã xem quyết định."));
    assertThat(decided.status()).as(decided.text()).isEqualTo(200);
  }
}
