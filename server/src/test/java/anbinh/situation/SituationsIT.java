package anbinh.situation;

import static anbinh.situation.SituationFixture.form;
import static anbinh.situation.SituationFixture.made;
import static anbinh.situation.SituationFixture.medium;
import static anbinh.situation.SituationFixture.put;
import static anbinh.situation.SituationFixture.putBytes;
import static anbinh.situation.SituationFixture.reason;
import static anbinh.situation.SituationFixture.sent;
import static anbinh.situation.SituationFixture.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.areas.Area;
import anbinh.demo.province.SituationHistorySeeder;
import anbinh.identity.Role;
import anbinh.mediation.MediationFixture;
import anbinh.situation.retention.SituationRetention;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.Waiting;
import anbinh.worklist.WorklistKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Reports over HTTP: from a team's phone to the desk of a commune and to their end, who sees what,
/// and what is kept.
class SituationsIT extends SituationAboveTests {
  @Test
  void aReportGoesFromThePhoneToItsEndAndItsReporterSeesHowItStands() {
    Map<String, Object> form = report("FIGHT");
    form.put("villageId", null);
    int unreceived = Waiting.of(officer, WorklistKind.SITUATION_RECEIPT).count();
    int held = Waiting.of(officer, WorklistKind.SITUATION_FOLLOW_UP).count();
    int colleagues = Waiting.of(second, WorklistKind.SITUATION_FOLLOW_UP).count();
    String id = sent(member, form);
    Waiting waiting = Waiting.of(officer, WorklistKind.SITUATION_RECEIPT);
    assertThat(waiting.count()).isEqualTo(unreceived + 1);
    assertThat(waiting.nextDue()).isAfter(Instant.now());
    assertThat(Waiting.of(chair, WorklistKind.SITUATION_RECEIPT).count()).isZero();
    JsonNode shown = situation(officer, id);
    assertThat(shown.path("due").asString()).isEqualTo("ACKNOWLEDGE");
    assertThat(shown.path("villageName").isNull()).isTrue();
    act(officer, id, "acknowledgement", Map.of());
    assertThat(
            act(officer, id, "acknowledgement", Map.of()).path("situation").path("due").asString())
        .isEqualTo("WRITE");
    assertThat(Waiting.of(officer, WorklistKind.SITUATION_RECEIPT).count()).isEqualTo(unreceived);
    assertThat(Waiting.of(officer, WorklistKind.SITUATION_FOLLOW_UP).count()).isEqualTo(held + 1);
    assertThat(Waiting.of(second, WorklistKind.SITUATION_FOLLOW_UP).count()).isEqualTo(colleagues);
    JsonNode content = made(officer.get(PATH + "/" + id + "/content"), 200);
    assertThat(content.path("versions").get(0).path("words").path("told").asString())
        .isEqualTo("Có người lạ đi qua lúc chiều.");
    act(
        officer,
        id,
        "referral",
        Map.of("to", "POLICE", "authority", "Công an tỉnh", "words", WORDS));
    assertThat(officer.post(PATH + "/" + id + "/closure", reason(WORDS)).code())
        .isEqualTo("situation-elsewhere");
    assertThat(
            act(officer, id, "written-report", words(WORDS))
                .path("situation")
                .path("due")
                .asString())
        .isEqualTo("CLOSE");
    act(officer, id, "closure", reason("Công an tỉnh đã thụ lý."));
    assertThat(Waiting.of(officer, WorklistKind.SITUATION_FOLLOW_UP).count()).isEqualTo(held);
    JsonNode own = own(member, id);
    assertThat(own.path("state").asString()).isEqualTo("CLOSED");
    assertThat(own.toString()).as("whoever takes the phone").doesNotContain("thụ lý");
    assertThat(list(officer, "&openness=OVER")).contains(id);
    assertThat(list(officer, "")).doesNotContain(id);
    assertThat(leaves(id))
        .contains("situation.submitted nobody", "situation.read", "situation.closed")
        .doesNotContain("FIGHT")
        .doesNotContain("Khóa cổng")
        .doesNotContain("Công an");
  }

  @Test
  void sentTwiceItIsTakenOnceAndAnothersIdentifierIsTaken() {
    Map<String, Object> form = report("THEFT");
    String id = sent(member, form);
    form.put("deviceTime", Instant.now().toString());
    Answer again = put(member, PATH + "/" + id, form);
    assertThat(again.json().path("outcome").asString()).isEqualTo("SAME");
    assertThat(again.json().path("revision").asInt()).isOne();
    assertThat(put(mate, PATH + "/" + id, form).code()).isEqualTo("situation-id-taken");
    form.put("seen", "Mất hai xe đạp.");
    assertThat(put(member, PATH + "/" + id, form).json().path("outcome").asString())
        .isEqualTo("CHANGED");
    assertThat(situation(officer, id).path("changed").asBoolean()).isTrue();
    Map<String, Object> stale = new HashMap<>(form);
    stale.put("seen", report("THEFT").get("seen"));
    assertThat(put(member, PATH + "/" + id, stale).json().path("outcome").asString())
        .isEqualTo("SAME");
    form.put("villageId", null);
    assertThat(put(member, PATH + "/" + id, form).json().path("outcome").asString())
        .isEqualTo("CHANGED");
    assertThat(situation(officer, id).path("villageId").isNull()).isTrue();
    String addition = PATH + "/" + id + "/additions/" + UUID.randomUUID();
    made(put(member, addition, words("Người đó quay lại.")), 200);
    assertThat(put(member, addition, words("Người đó quay lại.")).json().path("outcome").asString())
        .isEqualTo("SAME");
    assertThat(put(mate, addition, words("x")).code()).isEqualTo("no-such-situation");
  }

  @Test
  void aChangeThatComesWhenAnOfficerHasItLiesBesideAndTheOfficerDecides() {
    String id = received("THEFT");
    Map<String, Object> other = report("THEFT");
    other.put("seen", "Mất hai xe đạp.");
    other.put("danger", true);
    other.put("villageId", null);
    for (String answer : List.of("lost", "there")) {
      assertThat(put(member, PATH + "/" + id, other).json().path("outcome").asString())
          .as(answer)
          .isEqualTo("BESIDE");
    }
    JsonNode shown = situation(officer, id);
    assertThat(shown.path("attention").asBoolean()).isTrue();
    assertThat(shown.path("danger").asBoolean()).isTrue();
    assertThat(shown.path("due").asString()).isEqualTo("WRITE");
    JsonNode content = made(officer.get(PATH + "/" + id + "/content"), 200);
    assertThat(content.path("current").asInt()).isOne();
    assertThat(content.path("versions").size()).isEqualTo(2);
    assertThat(content.path("versions").get(0).path("circumstances").path("villageId").asString())
        .isEqualTo(village.id().toString());
    act(officer, id, "written-report", words(WORDS));
    act(officer, id, "resolution", Map.of("founded", true, "words", WORDS));
    assertThat(details(officer, id).path("actions").toString()).doesNotContain("CLOSE");
    assertThat(officer.post(PATH + "/" + id + "/closure", reason(WORDS)).code())
        .isEqualTo("situation-elsewhere");
    assertThat(situation(officer, id).path("villageId").isNull()).isFalse();
    act(officer, id, "version-decision", Map.of("number", 2, "taken", true, "reason", WORDS));
    assertThat(made(officer.get(PATH + "/" + id + "/content"), 200).path("current").asInt())
        .isEqualTo(2);
    assertThat(situation(officer, id).path("villageId").isNull()).isTrue();
    assertThat(leaves(id).lines().filter(line -> line.startsWith("situation.version-decided ")))
        .hasSize(1);
    act(officer, id, "closure", reason(WORDS));
    assertThat(
            officer
                .post(
                    PATH + "/" + id + "/version-decision",
                    Map.of("number", 2, "taken", true, "reason", WORDS))
                .text())
        .contains("situation-version");
  }

  @Test
  void whatIsWrongIsNamedAndDangerWaitsForNoWords() {
    Map<String, Object> form = report("NOPE");
    form.put("villageId", elsewhere.id());
    form.put("precision", "ABOUT");
    form.put("happenedAt", null);
    form.put("seen", " ");
    form.put("told", "");
    String path = PATH + "/" + UUID.randomUUID();
    assertThat(put(member, path, form).text())
        .contains("situation-kind", "situation-village", "happenedAt", "situation-empty");
    form.put("communeId", village.id());
    assertThat(put(member, path, form).text()).contains("situation-commune");
    Map<String, Object> urgent = form(commune.id(), null, "THEFT");
    urgent.put("seen", "");
    urgent.put("told", "");
    urgent.put("danger", true);
    assertThat(situation(officer, sent(member, urgent)).path("urgent").asBoolean()).isTrue();
  }

  @Test
  void aPhoneWithAWrongClockIsPutRightAndWhatComesLateIsMarked() {
    Map<String, Object> form = report("NOISE");
    form.put("deviceTime", Instant.now().plusSeconds(86_400).toString());
    form.put("notedAt", Instant.now().plusSeconds(86_000).toString());
    String wrong = sent(member, form);
    JsonNode shown = details(officer, wrong);
    assertThat(shown.path("skewSeconds").asInt()).isIn(-86_400, -86_340);
    act(officer, wrong, "acknowledgement", Map.of());
    JsonNode written = made(officer.get(PATH + "/" + wrong + "/content"), 200);
    assertThat(
            List.of(
                shown.path("notedAt").asString(),
                written.at("/versions/0/deviceTime").asString(),
                written.at("/versions/0/circumstances/notedAt").asString()))
        .as("no finer than a minute: a clock tells one phone from others")
        .allMatch(at -> at.endsWith(":00Z"));
    Map<String, Object> timed = report("NOISE");
    assertThat(put(member, PATH + "/0192e4a0-0000-7000-8000-000000000000", timed).text())
        .contains("\"id-drawn\"");
    assertThat(Instant.parse(shown.path("notedAt").asString()))
        .isBetween(Instant.now().minusSeconds(500), Instant.now());
    assertThat(shown.path("situation").path("late").asBoolean()).isFalse();
    Map<String, Object> ahead = report("NOISE");
    ahead.put("notedAt", Instant.now().plusSeconds(86_400).toString());
    String doubtful = sent(member, ahead);
    assertThat(Instant.parse(details(officer, doubtful).path("notedAt").asString()))
        .isBeforeOrEqualTo(Instant.now());
    Map<String, Object> soon = words("Vừa xảy ra.");
    soon.put("occurredAt", Instant.now().plusSeconds(3_600).toString());
    String addition = PATH + "/" + doubtful + "/additions/" + UUID.randomUUID();
    assertThat(made(put(member, addition, soon), 200).path("outcome").asString()).isEqualTo("NEW");
    act(officer, doubtful, "acknowledgement", Map.of());
    assertThat(
            made(officer.get(PATH + "/" + doubtful + "/content"), 200)
                .path("versions")
                .get(0)
                .path("circumstances")
                .path("clockDoubtful")
                .asBoolean())
        .isTrue();
    Map<String, Object> old = report("NOISE");
    old.put("notedAt", Instant.now().minusSeconds(7 * 86_400).toString());
    JsonNode late = details(officer, sent(member, old));
    assertThat(late.path("situation").path("late").asBoolean()).isTrue();
    assertThat(late.path("steps").get(0).path("mark").asString()).isEqualTo("LATE");
  }

  @Test
  void aPhoneThatWasOffAsksForWhatChangedSinceItsCursor() {
    TestClient phone = fresh(Role.TEAM_MEMBER);
    String one = sent(phone, report("THEFT"));
    String two = sent(phone, report("NOISE"));
    JsonNode first = phone.get(PATH + "/own?limit=1").json();
    assertThat(first.path("more").asBoolean()).isTrue();
    assertThat(first.path("items").get(0).path("id").asString()).isEqualTo(one);
    long cursor = phone.get(PATH + "/own").json().path("cursor").asLong();
    assertThat(phone.get(PATH + "/own?since=" + cursor).json().path("items").isEmpty()).isTrue();
    act(officer, one, "acknowledgement", Map.of());
    JsonNode since = phone.get(PATH + "/own?since=" + cursor).json();
    assertThat(since.path("items").size()).isOne();
    assertThat(since.path("items").get(0).path("state").asString()).isEqualTo("ACKNOWLEDGED");
    assertThat(since.path("cursor").asLong()).isGreaterThan(cursor);
    assertThat(since.toString()).doesNotContain(two).doesNotContain("THEFT");
    assertThat(phone.get(PATH + "/own?since=-1").text()).contains("\"since\"");
  }

  @Test
  void whatProtectsOneThatIsMergedProtectsAllAndIsNotTakenByAClassification() {
    String child = received("NOISE");
    String main = received("NOISE");
    act(officer, child, "merge", Map.of("intoId", main, "reason", WORDS));
    Map<String, Object> worse = report("DOMESTIC_VIOLENCE");
    worse.put("danger", true);
    made(put(member, PATH + "/" + child, worse), 200);
    JsonNode shown = situation(officer, main);
    assertThat(shown.path("guarded").asBoolean()).isTrue();
    assertThat(shown.path("danger").asBoolean()).isTrue();
    assertThat(shown.path("due").asString()).isEqualTo("WRITE");
    act(officer, main, "classification", classified("CHILD", false));
    act(officer, main, "classification", classified("NOISE", false));
    for (String each : List.of(child, main)) {
      assertThat(situation(officer, each).path("guarded").asBoolean()).as(each).isTrue();
      assertThat(second.get(PATH + "/" + each + "/content").code()).isEqualTo("not-your-situation");
    }
    act(officer, child, "separation", reason("Là hai việc khác nhau."));
    assertThat(situation(officer, main).path("guarded").asBoolean()).isTrue();
  }

  @Test
  void aDisputeGoesToMediatorsOfTheCommuneOnlyAndViolenceNever() {
    String id = received("NEIGHBOUR_DISPUTE");
    Area far = village("C-2-001", elsewhere);
    assertThat(officer.post(PATH + "/" + id + "/mediation", mediation(far)).text())
        .contains("situation-village");
    JsonNode done = act(officer, id, "mediation", mediation(village));
    assertThat(done.path("situation").path("state").asString()).isEqualTo("SENT_TO_MEDIATION");
    assertThat(done.path("mediationId").isNull()).isFalse();
    assertThat(officer.post(PATH + "/" + id + "/mediation", mediation(village)).code())
        .isEqualTo("situation-elsewhere");
    String theft = received("THEFT");
    assertThat(officer.post(PATH + "/" + theft + "/mediation", mediation(village)).code())
        .isEqualTo("situation-not-mediable");
    String hidden = received("NOISE");
    assertThat(
            officer.post(PATH + "/" + hidden + "/mediation", mediation(village, "VIOLENCE")).code())
        .isEqualTo("situation-not-mediable");
    JsonNode guarded = situation(officer, hidden);
    assertThat(guarded.path("guarded").asBoolean()).isTrue();
    assertThat(guarded.path("due").asString()).isEqualTo("WRITE");
    JsonNode lowered = act(officer, hidden, "classification", classified("NOISE", false));
    assertThat(lowered.path("situation").path("guarded").asBoolean()).isTrue();
    assertThat(lowered.path("situation").path("urgent").asBoolean()).isTrue();
    JsonNode later = act(officer, id, "classification", classified("DOMESTIC_VIOLENCE", false));
    assertThat(later.path("situation").path("state").asString()).isEqualTo("ACKNOWLEDGED");
    assertThat(later.path("actions").toString()).doesNotContain("MEDIATE");
  }

  @Test
  void violenceReachesNoMediatorByAReportThatIsCalledANoise() {
    Map<String, Object> form = report("NEIGHBOUR_DISPUTE");
    form.put("told", "Hang xom noi chong danh vo, doa giet.");
    String told = sent(member, form);
    act(officer, told, "acknowledgement", Map.of());
    assertThat(mediationOf(act(officer, told, "mediation", mediation(village))))
        .as("by the words of the report, whatever the officer writes")
        .isEqualTo("REVIEW OFFICER");

    String plain = received("NEIGHBOUR_DISPUTE");
    JsonNode sent = act(officer, plain, "mediation", mediation(village));
    assertThat(mediationOf(sent)).isEqualTo("RECEIVED null");
    String addition = PATH + "/" + plain + "/additions/" + UUID.randomUUID();
    made(put(member, addition, words("Tối qua ông ấy cầm dao dọa chém.")), 200);
    assertThat(mediationOf(sent)).as("what the phone adds").isEqualTo("REVIEW OFFICER");

    String main = received("NOISE");
    JsonNode mediated = act(officer, main, "mediation", mediation(village));
    Map<String, Object> other = report("NOISE");
    other.put("seen", "Nghe tiếng chị ấy kêu cứu, mặt thâm tím.");
    String more = sent(member, other);
    act(officer, more, "acknowledgement", Map.of());
    act(officer, more, "merge", Map.of("intoId", main, "reason", WORDS));
    assertThat(mediationOf(mediated)).as("another report of the same").isEqualTo("REVIEW OFFICER");

    String later = received("NOISE");
    JsonNode before = act(officer, later, "mediation", mediation(village));
    act(officer, later, "classification", classified("DOMESTIC_VIOLENCE", false));
    assertThat(mediationOf(before)).as("what the officer finds out").isEqualTo("REVIEW OFFICER");
  }

  private static String mediationOf(JsonNode sent) {
    String path = "/api/mediations/" + sent.path("mediationId").asString();
    JsonNode details = made(officer.get(path), 200);
    return details.at("/mediation/state").asString()
        + " "
        + (details.path("review").isNull() ? "null" : details.path("review").asString());
  }

  @Test
  void whatIsWithMediatorsStaysWithThemUnlessWhatIsMergedIntoItPresses() {
    String main = received("NEIGHBOUR_DISPUTE");
    JsonNode sent = act(officer, main, "mediation", mediation(village));
    age("acknowledged_at", main, 24 * 60);
    String more = received("NEIGHBOUR_DISPUTE");
    act(officer, more, "merge", Map.of("intoId", main, "reason", WORDS));
    JsonNode still = details(officer, main);
    assertThat(still.path("situation").path("state").asString()).isEqualTo("SENT_TO_MEDIATION");
    assertThat(still.path("mediationId")).isEqualTo(sent.path("mediationId"));
    assertThat(officer.post(PATH + "/" + main + "/mediation", mediation(village)).code())
        .as("nobody is asked to mediate it a second time")
        .isEqualTo("situation-elsewhere");
    Map<String, Object> hurt = report("NEIGHBOUR_DISPUTE");
    hurt.put("injured", true);
    String pressing = sent(member, hurt);
    act(officer, pressing, "acknowledgement", Map.of());
    act(officer, pressing, "merge", Map.of("intoId", main, "reason", WORDS));
    JsonNode again = situation(officer, main);
    assertThat(again.path("state").asString()).isEqualTo("ACKNOWLEDGED");
    assertThat(again.path("pressure").asString()).as("not late at once").isNotEqualTo("CRITICAL");
  }

  @Test
  void mergedOnesKeepTheirReportersAndTheStrongerProtectionAndCanBeSeparated() {
    String noise = received("NOISE");
    String violence = received("NOISE");
    act(officer, violence, "classification", classified("DOMESTIC_VIOLENCE", false));
    act(officer, violence, "classification", classified("NOISE", false));
    act(officer, noise, "merge", Map.of("intoId", violence, "reason", WORDS));
    act(officer, noise, "merge", Map.of("intoId", violence, "reason", WORDS));
    assertThat(situation(officer, noise).path("guarded").asBoolean()).isTrue();
    assertThat(second.get(PATH + "/" + noise + "/content").code()).isEqualTo("not-your-situation");
    assertThat(list(officer, "")).doesNotContain(noise).contains(violence);
    String other = received("NOISE");
    String main = received("NOISE");
    act(officer, other, "classification", classified("CHILD", true));
    act(officer, other, "classification", classified("NOISE", true));
    act(officer, other, "merge", Map.of("intoId", main, "reason", WORDS));
    JsonNode shown = situation(officer, main);
    assertThat(shown.path("guarded").asBoolean()).isTrue();
    assertThat(shown.path("danger").asBoolean()).isTrue();
    assertThat(shown.path("due").asString()).isEqualTo("WRITE");
    made(put(member, PATH + "/" + other + "/additions/" + UUID.randomUUID(), words("Thêm.")), 200);
    assertThat(
            officer
                .post(PATH + "/" + other + "/notes", Map.of("correction", false, "words", WORDS))
                .code())
        .isEqualTo("situation-merged");
    act(officer, other, "separation", reason("Là hai việc khác nhau."));
    assertThat(situation(officer, main).path("guarded").asBoolean()).isFalse();
    assertThat(situation(officer, other).path("guarded").asBoolean()).isTrue();
    assertThat(situation(officer, other).path("due").isNull()).isFalse();
  }

  @Test
  void duplicatesAreSoughtByKindPlaceAndTimeAndTellNoPlaceThatIsHidden() {
    String one = received("DRUGS");
    Map<String, Object> near = report("DRUGS");
    near.put("point", Map.of("latitude", 20.351, "longitude", 105.24));
    String two = sent(mate, near);
    JsonNode found = made(officer.get(PATH + "/" + one + "/duplicates"), 200).path("items");
    assertThat(found.get(0).path("situation").path("id").asString()).isEqualTo(two);
    assertThat(found.get(0).path("metres").asInt()).isBetween(105, 117);
    String hidden = received("CHILD");
    String another = sent(mate, report("CHILD"));
    JsonNode guarded = made(officer.get(PATH + "/" + hidden + "/duplicates"), 200).path("items");
    JsonNode other =
        guarded
            .valueStream()
            .filter(each -> each.path("situation").path("id").asString().equals(another))
            .findFirst()
            .orElseThrow();
    assertThat(other.path("metres").isNull()).isTrue();
  }

  @Test
  void theNearestDuplicatesAreShownAndThatThereAreMoreIsSaid() {
    String one = received("FRAUD");
    JsonNode few = made(officer.get(PATH + "/" + one + "/duplicates"), 200);
    assertThat(few.path("more").asBoolean()).isFalse();
    for (int n = 0; n < 51; n++) {
      Map<String, Object> far = report("FRAUD");
      far.put("precision", "ABOUT");
      far.put("happenedAt", Instant.now().minusSeconds(9 * 3_600).toString());
      sent(n % 2 == 0 ? member : mate, far);
    }
    Map<String, Object> vague = report("FRAUD");
    vague.put("precision", "DAY");
    vague.put("happenedAt", Instant.now().minusSeconds(12 * 3_600).toString());
    String day = sent(mate, vague);
    JsonNode found = made(officer.get(PATH + "/" + one + "/duplicates"), 200);
    assertThat(found.toString()).as("not shut out by what is too far off").contains(day);
    assertThat(found.path("more").asBoolean()).isFalse();
    String unsure = received("FRAUD");
    SERVER
        .database()
        .client()
        .sql("update situation.situation set happened_precision = 'DAY' where id = ?::uuid")
        .param(unsure)
        .update();
    JsonNode many = made(officer.get(PATH + "/" + unsure + "/duplicates"), 200);
    assertThat(many.path("items")).hasSize(50);
    assertThat(many.path("more").asBoolean()).isTrue();
  }

  @Test
  void takingBackIsAskedByTheReporterAndDecidedByTheOfficer() {
    String id = received("NOISE");
    String path = PATH + "/" + id + "/retraction";
    made(member.post(path, reason("Tôi nhầm.")), 200);
    assertThat(made(member.post(path, reason("Tôi nhầm.")), 200).path("outcome").asString())
        .isEqualTo("SAME");
    assertThat(situation(officer, id).path("retractionAsked").asBoolean()).isTrue();
    Map<String, Object> yes = Map.of("accepted", true, "reason", WORDS);
    assertThat(
            act(officer, id, "retraction-decision", yes).path("situation").path("state").asString())
        .isEqualTo("RETRACTED");
    assertThat(made(member.post(path, reason("Tôi nhầm.")), 200).path("outcome").asString())
        .isEqualTo("SAME");
    assertThat(made(officer.get(PATH + "/" + id + "/content"), 200).toString())
        .contains("Khóa cổng bị cắt");
  }

  @Test
  void whatComesAfterTheEndIsBackOnTheDeskUntilSomebodyLooks() {
    byte[] photo = TestPictures.jpeg();
    UUID medium = UUID.randomUUID();
    Map<String, Object> form = report("NOISE");
    form.put("media", List.of(medium(medium, "PHOTO", photo)));
    String id = sent(member, form);
    act(officer, id, "acknowledgement", Map.of());
    JsonNode waiting = situation(officer, id);
    assertThat(waiting.path("mediaAnnounced").asInt()).isOne();
    assertThat(waiting.path("mediaArrived").asInt()).isZero();
    act(officer, id, "resolution", Map.of("founded", true, "words", WORDS));
    act(officer, id, "closure", reason(WORDS));
    assertThat(list(officer, "")).doesNotContain(id);
    made(putBytes(member, "/api/situation-media/" + medium, photo), 200);
    assertThat(situation(officer, id).path("due").asString()).isEqualTo("LOOK");
    assertThat(list(officer, "")).contains(id);
    assertThat(act(officer, id, "look", Map.of()).path("situation").path("due").isNull()).isTrue();
    assertThat(list(officer, "")).doesNotContain(id);
  }

  @Test
  void aFileIsCleanedEncryptedAndTakenOnce() {
    byte[] photo = TestPictures.jpeg();
    UUID medium = UUID.randomUUID();
    Map<String, Object> form = report("THEFT");
    form.put("media", List.of(medium(medium, "PHOTO", photo)));
    String id = sent(member, form);
    String path = "/api/situation-media/" + medium;
    assertThat(putBytes(mate, path, photo).code()).isEqualTo("no-such-situation-media");
    assertThat(putBytes(member, path, TestPictures.png()).code())
        .isEqualTo("situation-media-other");
    JsonNode taken = made(putBytes(member, path, photo), 200);
    assertThat(taken.path("removedBytes").asInt()).isPositive();
    assertThat(made(putBytes(member, path, photo), 200).path("already").asBoolean()).isTrue();
    Answer shown = officer.get(path);
    assertThat(shown.header("Content-Type")).contains("image/jpeg");
    assertThat(new String(shown.response().body(), StandardCharsets.ISO_8859_1))
        .doesNotContain(TestPictures.PLACE);
    assertThat(mate.get(path).status()).isEqualTo(403);
    assertThat(leaves(id)).contains("situation.media-read");
    byte[] kept =
        SERVER
            .database()
            .client()
            .sql("select content_cipher from situation.media where id = ?")
            .param(medium)
            .query((row, number) -> row.getBytes(1))
            .single();
    assertThat(HexFormat.of().formatHex(kept)).doesNotContain("ffd8ff");
    UUID video = UUID.randomUUID();
    byte[] places = TestPictures.mp4("meta");
    form.put("media", List.of(medium(video, "VIDEO", places)));
    sent(member, form);
    assertThat(putBytes(member, "/api/situation-media/" + video, places).code())
        .isEqualTo("situation-media-type");
    form.put("media", List.of(medium(medium, "PHOTO", photo)));
    assertThat(put(mate, PATH + "/" + UUID.randomUUID(), form).text())
        .contains("media[0].id", "situation-media-taken");
  }

  @Test
  void aPlaceThatIsNotToBeKeptAnyMoreIsTakenOut() {
    byte[] photo = TestPictures.jpeg();
    UUID id = UUID.randomUUID();
    Map<String, Object> form = report("THEFT");
    Map<String, Object> kept = medium(id, "PHOTO", photo);
    kept.put("keepPosition", true);
    form.put("media", List.of(kept));
    String report = sent(member, form);
    form.put("media", List.of(medium(id, "PHOTO", photo)));
    made(put(member, PATH + "/" + report, form), 200);
    made(putBytes(member, "/api/situation-media/" + id, photo), 200);
    assertThat(officer.get("/api/situation-media/" + id).text()).doesNotContain(TestPictures.PLACE);
  }

  @Test
  void aFileThatIsRefusedForGoodIsWithdrawnAndWaitedForNoMore() {
    byte[] video = TestPictures.mp4("meta");
    UUID id = UUID.randomUUID();
    Map<String, Object> form = report("THEFT");
    form.put("media", List.of(medium(id, "VIDEO", video)));
    String report = sent(member, form);
    String path = "/api/situation-media/" + id;
    assertThat(putBytes(member, path, video).code()).isEqualTo("situation-media-type");
    assertThat(own(member, report).path("waiting").size()).isOne();
    assertThat(mate.delete(path).code()).isEqualTo("no-such-situation-media");
    made(member.delete(path), 204);
    made(member.delete(path), 204);
    assertThat(own(member, report).path("waiting")).isEmpty();
    act(officer, report, "acknowledgement", Map.of());
    assertThat(situation(officer, report).path("mediaAnnounced").asInt()).isZero();
    assertThat(details(officer, report).path("media").get(0).path("withdrawnAt").isNull())
        .isFalse();
    assertThat(putBytes(member, path, video).code()).isEqualTo("situation-media-type");
    byte[] photo = TestPictures.jpeg();
    UUID there = UUID.randomUUID();
    form.put("media", List.of(medium(there, "PHOTO", photo)));
    String other = sent(member, form);
    made(member.delete("/api/situation-media/" + there), 204);
    made(putBytes(member, "/api/situation-media/" + there, photo), 200);
    assertThat(member.delete("/api/situation-media/" + there).code())
        .isEqualTo("situation-media-arrived");
    assertThat(situation(officer, other).path("mediaArrived").asInt()).isOne();
  }

  @Test
  void anOfficerTakesDownACallAndHasItAtOnce() {
    Map<String, Object> body = new HashMap<>();
    body.put("id", UUID.randomUUID());
    body.put("report", report("FRAUD"));
    body.put("reporter", Map.of("name", "Vi Thị Gọi", "phone", "0912 000 333"));
    JsonNode receipt = made(officer.post(PATH, body), 200);
    assertThat(made(officer.post(PATH, body), 200).path("outcome").asString()).isEqualTo("SAME");
    String id = receipt.path("id").asString();
    assertThat(situation(officer, id).path("state").asString()).isEqualTo("ACKNOWLEDGED");
    assertThat(made(officer.get(PATH + "/" + id + "/reporter"), 200).path("name").asString())
        .isEqualTo("Vi Thị Gọi");
    assertThat(stranger.post(PATH, body).code()).isEqualTo("not-your-area");
  }

  @Test
  void figuresAreExactForTheDeskAndHideSmallOnesFromOthers() {
    received("ENVIRONMENT");
    String span = "?from=2026-01-01&to=2026-12-31";
    int year = Instant.now().atZone(ZoneId.of("Asia/Ho_Chi_Minh")).getYear();
    span = span.replace("2026", Integer.toString(year));
    JsonNode exact = made(officer.get(PATH + "/figures" + span), 200);
    assertThat(exact.path("exact").asBoolean()).isTrue();
    assertThat(exact.path("kinds").toString()).contains("ENVIRONMENT");
    assertThat(exact.path("months").isEmpty()).isFalse();
    assertThat(made(chair.get(PATH + "/figures" + span), 200).path("months")).isEmpty();
    runningQuarterIsNotToldTo(List.of(province, chair));
    List<String> past = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String id = received("ENVIRONMENT");
      past.add(id);
      for (String sql :
          List.of(
              "update situation.situation set received_at = received_at - interval '100 days'"
                  + " where id = ?::uuid",
              "update situation.step set at = at - interval '100 days'"
                  + " where situation_id = ?::uuid")) {
        SERVER.database().client().sql(sql).param(id).update();
      }
    }
    List<String> before = hiddenFigures();
    assertThat(before).anyMatch(each -> each.contains("\"value\":10"));
    assertThat(before).allMatch(each -> each.contains("\"kinds\":[]"));
    assertThat(before).allMatch(each -> each.contains("\"months\":[]"));
    for (String id : past) {
      act(officer, id, "classification", classified("DOMESTIC_VIOLENCE", true));
      assertThat(hiddenFigures()).as("what is found out today").isEqualTo(before);
    }
    assertThat(chair.get(PATH + "/figures?from=" + year + "-01-02").text())
        .contains("quarter-start");
  }

  /// As of a year whose first quarter runs: nothing, and no error.
  private static void runningQuarterIsNotToldTo(List<TestClient> readers) {
    LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    LocalDate running =
        today.withDayOfMonth(1).withMonth(today.getMonth().firstMonthOfQuarter().getValue());
    for (TestClient reader : readers) {
      for (String end : List.of("", "&to=" + today, "&to=" + running.plusMonths(12).minusDays(1))) {
        JsonNode told = made(reader.get(PATH + "/figures?from=" + running + end), 200);
        assertThat(told.path("to").isNull()).isTrue();
        assertThat(told.path("nextOn").asString()).isEqualTo(running.plusMonths(3).toString());
        assertThat(told.path("lines")).isEmpty();
        assertThat(told.at("/total/received/value").isNull()).isTrue();
      }
      String year = PATH + "/figures?from=" + today.withDayOfYear(1);
      assertThat(made(reader.get(year), 200).path("exact").asBoolean()).isFalse();
    }
  }

  /// What the chair is told of the quarters that are over.
  private static List<String> hiddenFigures() {
    LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    LocalDate running =
        today.withDayOfMonth(1).withMonth(today.getMonth().firstMonthOfQuarter().getValue());
    String span = "&from=" + running.minusMonths(6) + "&to=" + running.minusDays(1);
    return Stream.of("VILLAGE", "COMMUNE")
        .map(level -> chair.get(PATH + "/figures?level=" + level + span).text())
        .toList();
  }

  @Test
  void isFilledOnlyInADemonstration() {
    assertThatThrownBy(() -> SERVER.bean(SituationHistorySeeder.class).add(List.of()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatEndedLongAgoIsErasedWithACertificateAndCountedAsEver() {
    byte[] photo = TestPictures.jpeg();
    UUID medium = UUID.randomUUID();
    Map<String, Object> form = report("TRAFFIC");
    form.put("media", List.of(medium(medium, "PHOTO", photo)));
    String id = sent(member, form);
    made(putBytes(member, "/api/situation-media/" + medium, photo), 200);
    act(officer, id, "acknowledgement", Map.of());
    act(officer, id, "resolution", Map.of("founded", true, "words", WORDS));
    act(officer, id, "closure", reason(WORDS));
    SituationRetention retention = SERVER.bean(SituationRetention.class);
    assertThat(retention.some()).isZero();
    age("closed_at", id, 24 * 731);
    assertThat(retention.some()).isOne();
    assertThat(officer.get(PATH + "/" + id + "/content").code()).isEqualTo("situation-erased");
    assertThat(officer.get(PATH + "/" + id + "/reporter").code()).isEqualTo("situation-erased");
    assertThat(officer.get("/api/situation-media/" + medium).status()).isEqualTo(403);
    assertThat(leaves(id)).contains("situation.erased", "sha256");
    assertThat(situation(officer, id).path("kind").asString()).isEqualTo("TRAFFIC");
    assertThat(put(member, PATH + "/" + id, form).code()).isEqualTo("situation-erased");
  }

  private static Map<String, Object> mediation(Area of, String... yes) {
    return new HashMap<>(
        Map.of(
            "villageId",
            of.id(),
            "kind",
            "NEIGHBOURS",
            "answers",
            MediationFixture.answers(yes),
            "parties",
            List.of(
                Map.of("name", "Bùi Văn Một", "address", "Nhà 1"),
                Map.of("name", "Bùi Văn Hai", "address", "Nhà 2")),
            "about",
            "Nuôi gà gây ồn.",
            "words",
            WORDS));
  }
}
