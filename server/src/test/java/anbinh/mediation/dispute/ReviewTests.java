package anbinh.mediation.dispute;

import static anbinh.mediation.MediationFixture.answers;
import static anbinh.mediation.MediationFixture.form;
import static anbinh.mediation.MediationFixture.id;
import static anbinh.mediation.MediationFixture.made;
import static anbinh.mediation.MediationFixture.mediatorOf;
import static anbinh.mediation.MediationFixture.session;
import static anbinh.mediation.MediationFixture.today;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.identity.Role;
import anbinh.mediation.MediationFixture;
import anbinh.testing.TestClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Words that tell of violence, and families' disputes, which go on only when another person has
/// looked; they run with [MediationsIT] on its server.
abstract class ReviewTests extends MediationOfficeFixture {
  private static final String VIOLENT = "Chồng đánh vợ gãy tay, dọa giết";
  private static final String WHY = "Đã gặp riêng từng bên tại trụ sở.";

  static Map<String, Object> verdict(String... yes) {
    return Map.of("answers", answers(yes), "reason", WHY);
  }

  private static Map<String, Object> about(String words) {
    Map<String, Object> form = form(village.id());
    form.put("about", words);
    return form;
  }

  private static String state(JsonNode details) {
    return details.path("mediation").path("state").asString();
  }

  private static JsonNode shown(TestClient by, JsonNode of) {
    return done(by.get(PATH + "/" + id(of)));
  }

  @Test
  void violenceWithSevenAnswersNoWaitsForTheOfficerAndReachesNoMediator() {
    for (String words :
        List.of(VIOLENT, "Chong danh vo gay tay, doa giet", "ck đánk vk, doạ giêt cả nhà")) {
      JsonNode one = made(colleague.post(PATH, about(words)), 201);
      String path = PATH + "/" + id(one);
      assertThat(state(one)).isEqualTo("REVIEW");
      assertThat(one.path("review").asString()).isEqualTo("OFFICER");
      assertThat(actions(one)).as("asked again").contains("CHECK").doesNotContain("ASSIGN", "HOLD");
      for (TestClient who : List.of(leader, head, auditor)) {
        assertThat(who.get(PATH + "?limit=200").text()).doesNotContain(id(one));
        assertThat(who.get(path).code()).isEqualTo("no-such-mediation");
      }
      assertThat(leader.post(path + "/assignment", assignment("Trịnh Thị Nga")).code())
          .isEqualTo("no-such-mediation");
      assertThat(colleague.post(path + "/agreement", MediationFixture.agreement()).status())
          .isNotEqualTo(200);
      assertThat(officer.get(PATH + "?limit=200").text()).contains(id(one));
      // No again changes nothing.
      assertThat(state(act(colleague, one, "scope", Map.of("answers", answers()))))
          .isEqualTo("REVIEW");
      JsonNode content = done(officer.get(path + "/content"));
      assertThat(content.at("/reviews/0/cues").toString()).contains("THREAT");
      JsonNode decided = act(officer, one, "review", verdict("VIOLENCE"));
      assertThat(state(decided)).isEqualTo("REFERRED");
      assertThat(decided.path("guarded").asBoolean()).isTrue();
      JsonNode kept = done(officer.get(path + "/content")).at("/reviews/0/decision");
      assertThat(kept.path("reason").asString()).isEqualTo(WHY);
      assertThat(kept.path("by").isNull() || kept.path("at").isNull()).isFalse();
      assertThat(officer.post(path + "/review", verdict()).code()).isEqualTo("mediation-elsewhere");
      assertThat(leaves(id(one)))
          .contains("mediation.review-asked", "mediation.reviewed")
          .doesNotContain("THREAT", WHY);
    }
  }

  @Test
  void itGoesOnOnlyByAnotherOfficerWithAReason() {
    JsonNode one = made(officer.post(PATH, about("Nói là bị dọa giết vì cái bờ rào.")), 201);
    String path = PATH + "/" + id(one);
    assertThat(actions(one)).doesNotContain("REVIEW");
    assertThat(officer.post(path + "/review", verdict()).code()).isEqualTo("own-review");
    SERVER.namedPerson("officer-2", "Người officer", commune.id(), Role.COMMUNITY_OFFICER);
    assertThat(SERVER.signedIn("officer-2").post(path + "/review", verdict()).code())
        .as("the same person by another account")
        .isEqualTo("own-review");
    Map<String, Object> bare = new HashMap<>(verdict());
    bare.put("reason", "được");
    assertThat(second.post(path + "/review", bare).text()).contains("\"reason\"");
    JsonNode decided = act(second, one, "review", verdict());
    assertThat(state(decided)).isEqualTo("RECEIVED");
    assertThat(shown(leader, one).path("mediation").path("entry").isNull()).isFalse();
    assertThat(actions(shown(leader, one))).contains("ASSIGN");
  }

  @Test
  void aFamilysDisputeNeedsASecondPerson() {
    Map<String, Object> form = about("Hai vợ chồng bất đồng về việc học của con.");
    form.put("kind", "FAMILY");
    JsonNode own = made(leader.post(PATH, form), 201);
    assertThat(state(own)).isEqualTo("REVIEW");
    assertThat(own.path("review").asString()).isEqualTo("SECOND_PERSON");
    assertThat(leader.post(PATH + "/" + id(own) + "/review", verdict()).code())
        .isEqualTo("own-review");
    JsonNode one = made(colleague.post(PATH, form), 201);
    assertThat(colleague.post(PATH + "/" + id(one) + "/review", verdict()).code())
        .isEqualTo("not-your-mediation");
    assertThat(done(leader.get(PATH + "/" + id(one) + "/content")).path("about").asString())
        .contains("việc học");
    assertThat(state(act(leader, one, "review", verdict()))).isEqualTo("RECEIVED");
    assertThat(state(act(officer, own, "review", verdict("VIOLENCE")))).isEqualTo("REFERRED");
    // Called something else, it is one all the same.
    JsonNode disguised =
        made(colleague.post(PATH, about("Mẹ chồng và con dâu mâu thuẫn, chị muốn ly hôn.")), 201);
    assertThat(disguised.path("review").asString()).isEqualTo("SECOND_PERSON");
  }

  @Test
  void whateverIsWrittenLaterIsReadToo() {
    JsonNode said = begun();
    Map<String, Object> session = session(today());
    session.put("words", "Trong buổi, chị kể bị chồng bóp cổ.");
    JsonNode held = act(leader, said, "sessions", session);
    assertThat(state(held)).isEqualTo("REVIEW");
    assertThat(actions(held)).doesNotContain("AGREE", "HOLD", "STOP", "FAIL");
    String path = PATH + "/" + id(said);
    assertThat(leader.post(path + "/agreement", MediationFixture.agreement()).code())
        .isEqualTo("mediation-elsewhere");
    assertThat(shown(head, said).path("mediation").path("state").asString())
        .as("nobody else is told")
        .isEqualTo("IN_PROGRESS");
    assertThat(state(act(officer, said, "review", verdict()))).isEqualTo("IN_PROGRESS");

    Map<String, Object> agreement = MediationFixture.agreement();
    agreement.put("agreed", "Anh hứa không đánh vợ nữa.");
    assertThat(state(act(leader, said, "agreement", agreement))).isEqualTo("REVIEW");
    assertThat(leader.get(path + "/record.pdf?language=vi").code())
        .isEqualTo("mediation-elsewhere");
    assertThat(leaves(id(said))).doesNotContain("mediation.agreed");
    assertThat(state(act(officer, said, "review", verdict("VIOLENCE")))).isEqualTo("REFERRED");
    assertThat(colleague.get(path).code()).isEqualTo("no-such-mediation");

    JsonNode written = begun();
    Map<String, Object> items = MediationFixture.agreement();
    items.put("course", "Lúc đầu ông Ất vác gậy sang.");
    assertThat(state(act(leader, written, "agreement", items))).isEqualTo("REVIEW");
    JsonNode agreed = act(officer, written, "review", verdict());
    assertThat(state(agreed)).isEqualTo("FOLLOW_UP");
    assertThat(leaves(id(written))).contains("mediation.agreed");
    Map<String, Object> followed =
        Map.of("on", today().toString(), "result", "KEPT", "words", "Đã làm, nhưng còn dọa giết.");
    assertThat(state(act(leader, written, "follow-ups", followed))).isEqualTo("REVIEW");
    assertThat(state(act(officer, written, "review", verdict()))).isEqualTo("CLOSED");
    Map<String, Object> correction = Map.of("item", "OTHER", "words", "Thực ra có xô xát.");
    assertThat(state(act(leader, written, "corrections", correction))).isEqualTo("REVIEW");
    assertThat(state(act(officer, written, "review", verdict()))).isEqualTo("CLOSED");

    JsonNode stopped = receive(colleague);
    Map<String, Object> stop =
        Map.of("stoppedBy", "ONE_PARTY", "reason", "Chị sợ vì bị đe dọa, không hòa giải nữa.");
    assertThat(state(act(colleague, stopped, "stop", stop))).isEqualTo("REVIEW");
    assertThat(state(act(officer, stopped, "review", verdict()))).isEqualTo("CLOSED");

    JsonNode excluded = receive(colleague);
    Map<String, Object> why =
        Map.of(
            "mediatorId",
            mediatorOf(team, "Hà Văn Sơn"),
            "cause",
            "OTHER",
            "words",
            "Từng hành hung một bên.");
    act(colleague, excluded, "exclusions", why);
    assertThat(state(shown(officer, excluded))).isEqualTo("REVIEW");

    Map<String, Object> hidden = form(village.id());
    hidden.put(
        "parties",
        List.of(
            Map.of("name", "Phạm Văn Ất", "address", "Nhà 4, chồng đánh vợ"),
            Map.of("name", "Đỗ Thị Giáp", "address", "Nhà 5")));
    assertThat(state(made(colleague.post(PATH, hidden), 201))).isEqualTo("REVIEW");
  }
}
