package anbinh.standard;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.identity.Role;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What binds by a number or a record, what is asked for only where there is such a thing, and the
/// dossier as one file; they run with [StandardIT] on its server.
abstract class BindingStandardTest extends StandardOfficeFixture {
  private static final String EXCEPTION = "Hai đơn vị mới thành lập, đã kiểm tra thực tế.";

  private static Map<String, Object> decided(Object... exceptions) {
    Map<String, Object> body = new HashMap<>(decision("MET"));
    body.put("exceptions", List.of(exceptions));
    return body;
  }

  private static Map<String, Object> exception(String criterion, String reason) {
    return Map.of("criterion", criterion, "reason", reason);
  }

  private static String communeAppraised(Area of, TestClient itsOfficer) {
    Map<String, Object> own = registration(of, 1);
    own.remove("registered");
    own.remove("registrable");
    assertThat(itsOfficer.post(ROOT + "/assessments", own).text())
        .as("article 9.2 a: its plan")
        .contains("\"field\":\"planNumber\"", "\"field\":\"planOn\"");
    own.put("planNumber", "05/KH-UBND");
    own.put("planOn", today().toString());
    own.put("partyOrganisation", false);
    assertThat(itsOfficer.post(ROOT + "/assessments", own).text())
        .contains("\"code\":\"standard-party-organisation\"");
    own.remove("partyOrganisation");
    String path =
        ROOT
            + "/assessments/"
            + done(itsOfficer.post(ROOT + "/assessments", own)).path("id").asString();
    answerAll(itsOfficer, path);
    done(itsOfficer.post(path + "/self-assessment", with(minutes(), "came", List.of())));
    acceptAll(provinceOfficer, path);
    assertThat(provinceOfficer.post(path + "/appraisal", Map.of("outcome", "MET")).text())
        .as("who proposes against numbers says why, too")
        .contains("\"field\":\"opinion\"", "5.4");
    done(
        provinceOfficer.post(
            path + "/appraisal", Map.of("outcome", "MET", "opinion", "Đề xuất theo thực tế.")));
    return path;
  }

  static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
    Map<String, Object> changed = new HashMap<>(body);
    changed.put(name, value);
    return changed;
  }

  @Test
  void aCommuneBelowSeventyPercentIsMetOnlyWithAReasonThatEveryReaderSees() {
    Area other = area("Xã Ngọc Lặc", AreaKind.COMMUNE, commune.parentId());
    Area one = area("Thôn", AreaKind.RESIDENTIAL_AREA, other.id());
    area("Thôn", AreaKind.RESIDENTIAL_AREA, other.id());
    TestClient itsOfficer = person("ngoc-lac", other.id(), Role.COMMUNITY_OFFICER);
    TestClient auditor = person("auditor-of-all", commune.parentId(), Role.AUDITOR);
    String path = communeAppraised(other, itsOfficer);

    Answer refused = provinceChair.post(path + "/decision", decision("MET"));
    assertThat(refused.code()).isEqualTo("standard-contradicted");
    assertThat(refused.json().path("contradictions").toString())
        .contains("PROGRAMMES_RUNNING", "UNITS_REGISTERED", "UNITS_MET");
    assertThat(provinceChair.post(path + "/decision", decided(exception("5.1", EXCEPTION))).code())
        .as("each criterion has its own")
        .isEqualTo("standard-contradicted");
    for (String blank : List.of("\u00a0".repeat(12), "\u200b".repeat(12), ". . . . . . . . . .")) {
      assertThat(
              provinceChair
                  .post(
                      path + "/decision",
                      decided(exception("5.1", EXCEPTION), exception("5.4", blank)))
                  .status())
          .isEqualTo(400);
    }
    assertThat(
            provinceChair
                .post(
                    path + "/decision",
                    decided(
                        exception("5.1", EXCEPTION),
                        exception("5.4", EXCEPTION),
                        exception("4.2", EXCEPTION)))
                .text())
        .as("and no other one")
        .contains("\"code\":\"standard-no-exception\"");
    done(
        provinceChair.post(
            path + "/decision", decided(exception("5.1", EXCEPTION), exception("5.4", EXCEPTION))));

    String list = ROOT + "/communes?year=" + year();
    String page = ROOT + "/communes/" + other.id() + "?year=" + year();
    for (TestClient reader : List.of(itsOfficer, provinceOfficer, provinceChair, auditor)) {
      assertThat(reader.get(path).text()).contains(EXCEPTION);
    }
    for (TestClient reader : List.of(itsOfficer, provinceChair, auditor, analyst)) {
      assertThat(reader.get(list).text()).contains(EXCEPTION);
      assertThat(reader.get(page).text()).contains(EXCEPTION);
    }
    assertThat(leaves(path))
        .anyMatch(leaf -> leaf.startsWith("standard.decided ") && leaf.contains("5.1 5.4"))
        .noneMatch(leaf -> leaf.contains("thực tế"));
    assertThat(one.parentId()).isEqualTo(other.id());
  }

  @Test
  void recordsThatChangeAfterADecisionAreShownBesideIt() {
    Area other = area("Xã Thường Xuân", AreaKind.COMMUNE, commune.parentId());
    TestClient itsOfficer = person("thuong-xuan", other.id(), Role.COMMUNITY_OFFICER);
    String path = communeAppraised(other, itsOfficer);
    assertThat(done(itsOfficer.get(path)).path("contradictions").toString())
        .as("none of none reaches nothing")
        .contains("{\"criterion\":\"5.4\",\"code\":\"UNITS_MET\",\"number\":0,\"against\":0}");
    done(
        provinceChair.post(
            path + "/decision", decided(exception("5.1", EXCEPTION), exception("5.4", EXCEPTION))));
    area("Thôn", AreaKind.RESIDENTIAL_AREA, other.id());
    JsonNode later = done(itsOfficer.get(path));
    assertThat(later.path("contradictions").toString())
        .contains("\"code\":\"UNITS_MET\",\"number\":0,\"against\":1");
    assertThat(later.path("steps").toString())
        .as("what it was decided against stays as it was")
        .contains("\"code\":\"UNITS_MET\",\"number\":0,\"against\":0");
  }

  @Test
  void aSchoolWithoutAPartyOrganisationGuardsOrTitlesIsAskedForNoneOfThem() {
    Area school = area("Trường THCS", AreaKind.SCHOOL, commune.id());
    Map<String, Object> body = registration(school, 120);
    body.put("planNumber", "07/KH-THCS");
    body.put("planOn", today().toString());
    body.put("partyOrganisation", false);
    assertThat(head.post(ROOT + "/assessments", body).text())
        .as("no resolution of what there is not")
        .contains("\"code\":\"standard-no-paper\"");
    body.remove("number");
    body.remove("on");
    String path =
        ROOT + "/assessments/" + done(head.post(ROOT + "/assessments", body)).path("id").asString();
    answerAll(head, path);
    done(
        head.post(
            path + "/answers",
            with(answer("7.1", 1, true, WHY), "absent", List.of("PARTY_ORGANISATION"))));
    Map<String, Object> titles = with(answer("7.6", 1, true, WHY), "absent", List.of("TITLES"));
    titles.remove("number");
    titles.remove("against");
    done(head.post(path + "/answers", titles));
    Map<String, Object> guards = with(answer("7.5", 1, true, WHY), "absent", List.of("GUARDS"));
    JsonNode none = item(done(head.post(path + "/answers", guards)), "7.5");
    assertThat(none.path("versions").get(1).path("met").isNull()).isTrue();
    assertThat(none.path("whole").asBoolean()).isTrue();
    assertThat(
            head.post(
                    path + "/answers",
                    with(answer("7.4", 1, true, WHY), "absent", List.of("GUARDS")))
                .text())
        .as("the Circular has no if any there")
        .contains("\"code\":\"standard-no-condition\"");

    Map<String, Object> minutes = new HashMap<>(minutes());
    minutes.put("came", List.of("FRONT"));
    assertThat(head.post(path + "/self-assessment", minutes).text())
        .contains("\"code\":\"standard-no-body\"");
    minutes.put("came", List.of("POLICE", "SUPERIOR", "MASS_ORGANISATIONS"));
    minutes.put("nonexistent", List.of("POLICE"));
    assertThat(head.post(path + "/self-assessment", minutes).text())
        .contains("\"code\":\"standard-body-exists\"");
    minutes.put("nonexistent", List.of("GUARDS", "PARTY_ORGANISATION"));
    JsonNode sent = done(head.post(path + "/self-assessment", minutes));
    assertThat(sent.path("contradictions")).isEmpty();
    acceptAll(officer, path);
    done(officer.post(path + "/appraisal", Map.of("outcome", "MET")));
    done(chair.post(path + "/decision", decision("MET")));
    for (String language : List.of("vi", "en", "ar")) {
      Answer pdf = head.get(path + "/dossier.pdf?language=" + language);
      assertThat(pdf.status()).as(pdf.text()).isEqualTo(200);
      assertThat(new String(pdf.response().body(), 0, 5, StandardCharsets.ISO_8859_1))
          .isEqualTo("%PDF-");
    }
    assertThat(analyst.get(path + "/dossier.pdf").code()).isEqualTo("not-your-role");
  }

  @Test
  void aVillageWithoutACellIsMetOnlyWithAReason() {
    Map<String, Object> body = registration(village(), 120);
    body.put("partyOrganisation", false);
    body.remove("number");
    body.remove("on");
    String path =
        ROOT + "/assessments/" + done(head.post(ROOT + "/assessments", body)).path("id").asString();
    assertThat(head.get(path + "/dossier.pdf").code()).isEqualTo("standard-not-self-assessed");
    send(head, path);
    acceptAll(officer, path);
    done(
        officer.post(
            path + "/appraisal", Map.of("outcome", "MET", "opinion", "Đề xuất theo thực tế.")));
    Answer refused = chair.post(path + "/decision", decision("MET"));
    assertThat(refused.code()).isEqualTo("standard-contradicted");
    assertThat(refused.json().path("contradictions").toString()).contains("RESOLUTION");
    done(chair.post(path + "/decision", decided(exception("4.1", EXCEPTION))));
    assertThat(done(head.get(ROOT + "/units?limit=200&year=" + year())).toString())
        .contains(EXCEPTION);
  }

  @Test
  void aUnitThatEndedWithinThePeriodIsNotDecidedAndCountsAsWhatItBecame() {
    Area other = area("Xã Quan Sơn", AreaKind.COMMUNE, commune.parentId());
    TestClient itsHead = person("quan-son-head", other.id(), Role.VILLAGE_HEAD);
    TestClient itsOfficer = person("quan-son", other.id(), Role.COMMUNITY_OFFICER);
    TestClient itsChair = person("quan-son-chair", other.id(), Role.CHAIR);
    Area old = area("Bản", AreaKind.RESIDENTIAL_AREA, other.id());
    String path = registered(itsHead, old);
    send(itsHead, path);
    acceptAll(itsOfficer, path);
    done(itsOfficer.post(path + "/appraisal", Map.of("outcome", "MET")));
    LocalDate middle = LocalDate.of(year(), 7, 1);
    SERVER
        .database()
        .client()
        .sql("update areas.area set valid_to = ?, end_reason = 'Sáp nhập' where id = ?")
        .params(middle.minusDays(1), old.id())
        .update();
    area("Bản mới", AreaKind.RESIDENTIAL_AREA, other.id(), middle);
    assertThat(itsChair.post(path + "/decision", decision("MET")).code())
        .isEqualTo("standard-unit-ended");
    JsonNode standing =
        done(itsOfficer.get(ROOT + "/communes/" + other.id() + "?year=" + year())).path("standing");
    assertThat(standing.path("units").asInt()).as("the new one alone").isEqualTo(1);
    assertThat(standing.path("registered").asInt()).isZero();
  }
}
