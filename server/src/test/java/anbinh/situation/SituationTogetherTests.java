package anbinh.situation;

import static anbinh.situation.SituationFixture.made;
import static anbinh.situation.SituationFixture.put;
import static anbinh.situation.SituationFixture.reason;
import static anbinh.situation.SituationFixture.words;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.identity.Role;
import anbinh.situation.deadlines.SituationEscalation;
import anbinh.testing.TestClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What comes to the officers above, where reports go on together, are taken up again, or came to
/// their end.
abstract class SituationTogetherTests extends SituationTests {
  /// One that goes on with another one, and that one.
  private static List<String> merged(String kind) {
    String child = received(kind);
    String main = received(kind);
    act(officer, child, "merge", Map.of("intoId", main, "reason", WORDS));
    return List.of(child, main);
  }

  @Test
  void whatGoesOnWithOneThatIsForThoseAboveIsForThemToo() {
    List<String> both = merged("DOMESTIC_VIOLENCE");
    String child = both.getFirst();
    String main = both.getLast();
    assertThat(province.get(PATH + "/" + child).code()).isEqualTo("not-your-situation");
    Map<String, Object> form = report("DOMESTIC_VIOLENCE");
    form.put("danger", true);
    form.put("seen", "Ông ấy quay lại, cầm dao.");
    made(put(member, PATH + "/" + child, form), 200);
    assertThat(list(province, "")).contains(main);
    age("due_at", main, 24 * 4);
    SERVER.bean(SituationEscalation.class).escalate();
    act(province, main, "acknowledgement", Map.of());
    assertThat(made(province.get(PATH + "/" + child + "/content"), 200).toString())
        .contains("cầm dao");
    assertThat(province.get(PATH + "/" + child + "/reporter").code()).isEqualTo("reporter-closed");
    assertThat(details(province, child).path("steps").toString()).contains("PASSED_UP");
  }

  @Test
  void noMergingTakesAReportFromThoseAbove() {
    String left = received("NOISE");
    age("due_at", left, 24 * 4);
    SERVER.bean(SituationEscalation.class).escalate();
    age("above_at", left, 24 * 4);
    SERVER.bean(SituationEscalation.class).escalate();
    assertThat(list(province, "")).contains(left);
    String fresh = received("NOISE");
    act(officer, left, "merge", Map.of("intoId", fresh, "reason", WORDS));
    assertThat(list(province, "")).contains(fresh);
    JsonNode shown = details(officer, fresh);
    assertThat(shown.path("steps").toString()).contains("PASSED_UP");
  }

  @Test
  void aWrittenReportStaysListedWhenItsReportGoesOnWithAnotherOrIsTakenUpAgain() {
    String merged = received("CHILD");
    act(officer, merged, "written-report", words(WORDS));
    act(officer, merged, "merge", Map.of("intoId", received("CHILD"), "reason", WORDS));
    assertThat(written(province, merged).path("readAt").isNull()).isTrue();
    made(province.get(PATH + "/" + merged + "/written-report"), 200);

    String again = received("CHILD");
    act(officer, again, "written-report", words(WORDS));
    act(
        officer,
        again,
        "referral",
        Map.of("to", "OTHER", "authority", "Phòng y tế", "words", WORDS));
    act(officer, again, "closure", reason(WORDS));
    made(province.get(PATH + "/" + again + "/written-report"), 200);
    act(officer, again, "reopening", reason(WORDS));
    assertThat(written(province, again).path("readAt").isNull()).isFalse();
  }

  @Test
  void whoIsNamedInAWrittenReportDoesNotReadIt() {
    String before = received("FIRE");
    act(officer, before, "written-report", words(WORDS));
    String id = received("DOMESTIC_VIOLENCE");
    act(officer, id, "written-report", words("Nghi cán bộ Người province bao che người này."));
    assertThat(province.get(PATH + "/" + id + "/written-report").code())
        .isEqualTo("not-your-situation");
    assertThat(province.get(PATH + "/written-reports?limit=200").text()).doesNotContain(id);
    JsonNode part = made(province.get(PATH + "/written-reports?limit=1"), 200);
    assertThat(part.path("items").get(0).path("id").asString())
        .as("the list is not short by what names its reader")
        .isEqualTo(before);
    made(officer.get(PATH + "/" + id + "/content"), 200);
  }

  @Test
  void dangerThatIsToldOfAfterTheEndIsForThoseAboveAtOnce() {
    String id = received("NOISE");
    act(officer, id, "resolution", Map.of("founded", false, "words", WORDS));
    act(officer, id, "closure", reason(WORDS));
    assertThat(list(province, "")).doesNotContain(id);
    Map<String, Object> form = report("NOISE");
    form.put("danger", true);
    made(put(member, PATH + "/" + id, form), 200);
    assertThat(list(province, "")).contains(id);
    assertThat(leaves(id)).contains("situation.passed-up nobody");
  }

  @Test
  void anEmergencyAlsoFindsWhatGoesOnWithAnotherReport() {
    List<String> both = merged("THEFT");
    String code = situation(officer, both.getFirst()).path("code").asString();
    String emergency = "/api/emergency-accesses";
    SERVER.person("seeker", elsewhere.id(), Role.COMMUNITY_OFFICER);
    TestClient seeker = SERVER.signedIn("seeker");
    made(
        seeker.post(
            emergency,
            Map.of(
                "purpose",
                "SITUATIONS",
                "areaId",
                commune.id(),
                "reason",
                "Người mất tích từ đêm qua, có tin ở xã bên cạnh.")),
        201);
    assertThat(
            made(
                    seeker.get(
                        PATH + "/emergency?communeId=" + commune.id() + "&kind=THEFT&code=" + code),
                    200)
                .toString())
        .contains(both.getFirst());
  }
}
