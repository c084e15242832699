package anbinh.standard;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.demo.seed.StandardDemoSeeder;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.standard.unit.StandardFigures;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The yearly standard over HTTP, from a village's registration to its certificate and beyond, and
/// the commune above it. It holds on any day of the year: what is late has its reason, and what is
/// decided is of the last year whose period is over.
class StandardIT extends StandardTests {
  @Test
  void aRegistrationIsOfAnOpenYearByAPaperOfItsTimeAndOfAllHouseholds() {
    Map<String, Object> body = registration(village(), 120);
    for (int year : new int[] {today().getYear() + 1, today().getYear() - 2}) {
      assertThat(head.post(ROOT + "/assessments", with(body, "year", year)).text())
          .contains("\"field\":\"year\"", "\"code\":\"standard-open-years\"");
    }
    Map<String, String> days =
        Map.of(
            today().plusDays(1).toString(), "past-or-present", "2019-05-01", "standard-paper-old");
    days.forEach((on, code) ->
        assertThat(head.post(ROOT + "/assessments", with(body, "on", on)).text())
            .contains("\"field\":\"on\"", "\"code\":\"" + code + "\""));
    assertThat(head.post(ROOT + "/assessments", with(body, "registered", 121)).text())
        .contains("\"code\":\"standard-more-than-all\"");
    body.remove("registered");
    body.remove("registrable");
    assertThat(head.post(ROOT + "/assessments", body).text())
        .contains("\"field\":\"registered\"", "\"field\":\"registrable\"");
  }

  @Test
  void aVillageGoesFromItsRegistrationToACertificateWhichIsRevoked() {
    Area village = village();
    Answer short1 = head.post(ROOT + "/assessments", registration(village, 119));
    assertThat(short1.status()).isEqualTo(400);
    assertThat(short1.text()).contains("\"registered\"").contains("all must register");
    String path = registered(head, village);
    assertThat(head.post(ROOT + "/assessments", registration(village, 120)).code())
        .isEqualTo("standard-registered");
    assertThat(chair.post(path + "/decision", decision("MET")).code())
        .isEqualTo("standard-not-self-assessed");
    assertThat(officer.post(path + "/reviews", review("4.1", "ACCEPTED", null)).code())
        .isEqualTo("standard-not-self-assessed");

    Answer early = head.post(path + "/self-assessment", minutes());
    assertThat(early.code()).isEqualTo("standard-not-all-answered");
    assertThat(early.json().path("criteria")).hasSize(14);
    answerAll(head, path);
    Map<String, Object> votes = new HashMap<>(minutes());
    votes.put("votesFor", 96);
    assertThat(head.post(path + "/self-assessment", votes).text()).contains("\"votesFor\"", "96");
    done(head.post(path + "/self-assessment", minutes()));
    assertThat(head.post(path + "/answers", answer("4.1", 1, true, WHY)).code())
        .isEqualTo("standard-sent");
    assertThat(chair.post(path + "/decision", decision("MET")).code())
        .isEqualTo("standard-not-appraised");

    assertThat(officer.post(path + "/appraisal", Map.of("outcome", "MET")).code())
        .isEqualTo("standard-not-all-reviewed");
    assertThat(officer.post(path + "/reviews", review("4.3.e", "ASKED", null)).text())
        .contains("\"reason\"");
    String asked = "Sổ tiếp nhận còn một vụ chưa ghi.";
    done(officer.post(path + "/reviews", review("4.3.e", "ASKED", asked)));
    acceptAll(officer, path);
    assertThat(officer.post(path + "/appraisal", Map.of("outcome", "MET")).code())
        .isEqualTo("standard-asked-back");
    done(officer.post(path + "/return", Map.of("reason", "Bổ sung tiêu chí 4.3.e.")));
    JsonNode back = done(head.get(path));
    assertThat(back.path("round").asInt()).isEqualTo(2);
    assertThat(item(back, "4.3.e").path("asked").path("reason").asString()).isEqualTo(asked);
    done(
        head.post(path + "/answers", answer("4.3.e", 1, true, "Đã ghi thêm một vụ, đã hòa giải.")));
    done(head.post(path + "/self-assessment", minutes()));

    JsonNode again = done(officer.get(path));
    assertThat(item(again, "4.3.e").path("review").isNull()).isTrue();
    assertThat(item(again, "4.3.e").path("versions")).hasSize(2);
    assertThat(item(again, "4.1").path("review").path("outcome").asString()).isEqualTo("ACCEPTED");
    acceptAll(officer, path);
    done(officer.post(path + "/appraisal", Map.of("outcome", "MET")));
    Map<String, Object> tooSoon = new HashMap<>(decision("MET"));
    tooSoon.put("on", LocalDate.of(year(), 10, 31).toString());
    assertThat(chair.post(path + "/decision", tooSoon).text())
        .as("the period is not over on its last day")
        .contains("\"on\"", "31/10/" + year());
    JsonNode decided = done(chair.post(path + "/decision", decision("MET")));
    assertThat(decided.path("outcome").asString()).isEqualTo("MET");
    assertThat(head.get(path + "/certificate.pdf").code()).isEqualTo("standard-not-certified");
    done(chair.post(path + "/certificate", Map.of("number", "12/GCN", "on", today().toString())));
    Answer pdf = head.get(path + "/certificate.pdf?language=ar");
    assertThat(pdf.status()).as(pdf.text()).isEqualTo(200);
    assertThat(new String(pdf.response().body(), 0, 5, StandardCharsets.ISO_8859_1))
        .isEqualTo("%PDF-");
    Map<String, Object> revocation =
        Map.of(
            "number", "91/QĐ-UBND",
            "on", today().toString(),
            "reason", "Phát hiện hồ sơ không đúng thực tế.");
    assertThat(done(chair.post(path + "/revocation", revocation)).path("state").asString())
        .isEqualTo("REVOKED");
    assertThat(head.get(path + "/certificate.pdf").code()).isEqualTo("standard-not-certified");

    List<String> leaves = leaves(path);
    assertThat(leaves)
        .extracting(leaf -> leaf.substring(0, leaf.indexOf(' ')))
        .contains(
            "standard.registered",
            "standard.answered",
            "standard.self-assessed",
            "standard.reviewed",
            "standard.returned",
            "standard.appraised",
            "standard.decided",
            "standard.certified",
            "standard.certificate-printed",
            "standard.revoked");
    assertThat(String.join("\n", leaves)).doesNotContain("Chủ Trì").doesNotContain("hòa giải");
    assertThat(
            SERVER
                .database()
                .client()
                .sql("select count(*) from standard.minutes where chair_cipher = ?")
                .param(CHAIR.getBytes(StandardCharsets.UTF_8))
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void whatIsNotMetIsNotMetAndWhoChangesAnAnswerLeavesTheOldOne() {
    String path = registered(head, village());
    send(head, path);
    acceptAll(officer, path);
    Map<String, Object> change = review("4.4.b", "CHANGED", "Có một vụ nghiêm trọng tháng 8.");
    assertThat(officer.post(path + "/reviews", change).text()).contains("\"met\"");
    change.put("met", false);
    JsonNode changed = item(done(officer.post(path + "/reviews", change)), "4.4.b");
    assertThat(changed.path("versions")).hasSize(2);
    assertThat(changed.path("versions").get(0).path("met").asBoolean()).isTrue();
    assertThat(changed.path("versions").get(1).path("appraisal").asBoolean()).isTrue();
    Answer met = officer.post(path + "/appraisal", Map.of("outcome", "MET"));
    assertThat(met.code()).isEqualTo("standard-criteria-not-met");
    assertThat(met.text()).contains("4.4.b");
    assertThat(officer.post(path + "/appraisal", Map.of("outcome", "NOT_MET")).text())
        .contains("\"opinion\"");
    done(
        officer.post(
            path + "/appraisal",
            Map.of("outcome", "NOT_MET", "opinion", "Tiêu chí 4.4.b không đạt.")));
    assertThat(chair.post(path + "/decision", decision("MET")).code())
        .isEqualTo("standard-criteria-not-met");
    done(chair.post(path + "/decision", decision("NOT_MET")));
    assertThat(
            chair
                .post(path + "/certificate", Map.of("number", "1", "on", today().toString()))
                .code())
        .isEqualTo("standard-not-decided");
  }

  @Test
  void lastYearsDocumentIsValidOnceSomebodySaysSoAndQuestionsAreForWhoAppraises() {
    Area village = village();
    Map<String, Object> before = registration(village, 120);
    before.put("year", present() - 1);
    String last =
        ROOT
            + "/assessments/"
            + done(head.post(ROOT + "/assessments", before)).path("id").asString();
    answerAll(head, last);
    Map<String, Object> document =
        Map.of(
            "criterion", "4.1",
            "title", "Nghị quyết chi bộ",
            "number", "03-NQ/CB",
            "speaksFor", today().minusDays(200).toString());
    String old =
        item(done(head.post(last + "/evidence", document)), "4.1")
            .path("evidence")
            .get(0)
            .path("id")
            .asString();
    Map<String, Object> now = registration(village, 120);
    now.put("year", present());
    String path =
        ROOT + "/assessments/" + done(head.post(ROOT + "/assessments", now)).path("id").asString();
    JsonNode shown = item(done(head.get(path)), "4.1");
    assertThat(shown.path("lastYearEvidence").get(0).path("id").asString()).isEqualTo(old);
    assertThat(shown.path("lastYear").path("reason").asString()).isEqualTo(WHY);
    JsonNode renewed =
        item(done(head.post(path + "/evidence/" + old + "/renewal", Map.of())), "4.1");
    assertThat(renewed.path("lastYearEvidence")).isEmpty();
    JsonNode evidence = renewed.path("evidence").get(0);
    assertThat(evidence.path("speaksFor").asString()).isEqualTo(today().minusDays(200).toString());
    done(
        head.post(
            path + "/evidence/" + evidence.path("id").asString() + "/withdrawal",
            Map.of("reason", "Nghị quyết đã thay bằng số 05.")));
    assertThat(
            item(done(head.get(path)), "4.1")
                .path("evidence")
                .get(0)
                .path("withdrawnReason")
                .asString())
        .contains("số 05");
    send(head, path);
    assertThat(done(head.get(path)).path("questions")).isEmpty();
    assertThat(done(officer.get(path)).path("questions").toString())
        .contains("SAME_WORDS", "QUICK");
    assertThat(done(officer.get(path)).path("outcome").isNull()).isTrue();
  }

  @Test
  void aCommunesShareIsCountedAndItsDecisionIsTheProvinces() {
    Area other = area("Xã Bá Thước", AreaKind.COMMUNE, commune.parentId());
    Area one = area("Thôn", AreaKind.RESIDENTIAL_AREA, other.id());
    Area two = area("Thôn", AreaKind.RESIDENTIAL_AREA, other.id());
    Area school = area("Trường", AreaKind.SCHOOL, other.id());
    TestClient itsOfficer = person("its-officer", other.id(), Role.COMMUNITY_OFFICER);
    String page = ROOT + "/communes/" + other.id() + "?year=" + year();
    JsonNode start = done(itsOfficer.get(page));
    assertThat(start.path("standing").path("units").asInt()).isEqualTo(3);
    assertThat(start.path("standing").path("needed").asInt()).isEqualTo(3);
    assertThat(officer.get(page).code()).isEqualTo("not-your-area");

    Map<String, Object> exemption =
        Map.of(
            "areaId",
            school.id(),
            "year",
            year(),
            "ground",
            "PRIMARY_OR_NURSERY",
            "reason",
            "Trường mầm non công lập.");
    done(itsOfficer.post(ROOT + "/exemptions", exemption));
    assertThat(itsOfficer.post(ROOT + "/exemptions", exemption).code())
        .isEqualTo("standard-exempt");
    Map<String, Object> never = new HashMap<>(exemption);
    never.put("areaId", one.id());
    assertThat(itsOfficer.post(ROOT + "/exemptions", never).text()).contains("\"areaId\"");
    JsonNode without = done(analyst.get(page));
    assertThat(without.path("standing").path("units").asInt()).isEqualTo(2);
    assertThat(without.path("standing").path("exempt").asInt()).isEqualTo(1);
    assertThat(without.path("units")).as("who analyses sees numbers alone").isEmpty();
    JsonNode units = done(itsOfficer.get(page)).path("units");
    assertThat(units).hasSize(3);
    String exempt =
        units
            .valueStream()
            .filter(each -> each.path("areaId").asString().equals(school.id().toString()))
            .map(each -> each.path("exemptionId").asString())
            .findFirst()
            .orElseThrow();

    Map<String, Object> own = registration(other, 1);
    own.remove("registered");
    own.remove("registrable");
    own.put("planNumber", "05/KH-UBND");
    own.put("planOn", today().toString());
    assertThat(head.post(ROOT + "/assessments", own).code()).isEqualTo("not-your-role");
    String path =
        ROOT
            + "/assessments/"
            + done(itsOfficer.post(ROOT + "/assessments", own)).path("id").asString();
    JsonNode share = item(done(itsOfficer.get(path)), "5.4");
    assertThat(share.path("facts").toString())
        .contains("{\"code\":\"UNITS_REGISTERED\",\"number\":0,\"of\":2,\"contradicts\":true}")
        .contains("{\"code\":\"UNITS_NEEDED\",\"number\":2");
    done(itsOfficer.post(path + "/answers", answer("5.4", 0, true, WHY)));
    answerAll(itsOfficer, path);
    done(itsOfficer.post(path + "/self-assessment", with(minutes(), "came", List.of())));
    assertThat(itsOfficer.post(path + "/reviews", review("5.4", "ACCEPTED", null)).code())
        .isEqualTo("not-your-area");
    acceptAll(provinceOfficer, path);
    done(
        provinceOfficer.post(
            path + "/appraisal", Map.of("outcome", "MET", "opinion", "Đề xuất theo thực tế.")));
    assertThat(chair.post(path + "/decision", decision("MET")).code()).isEqualTo("not-your-area");
    String why = "Xã mới sắp xếp, chưa kịp đăng ký đủ trong năm đầu.";
    done(
        provinceChair.post(
            path + "/decision",
            with(
                decision("MET"),
                "exceptions",
                List.of(
                    Map.of("criterion", "5.1", "reason", why),
                    Map.of("criterion", "5.4", "reason", why)))));
    CommuneStanding standing =
        SERVER.bean(StandardFigures.class).find(other.id(), year()).orElseThrow();
    assertThat(standing.outcome()).isEqualTo(StandardOutcome.MET);
    assertThat(standing.enoughMet()).as("a person decided and said why").isFalse();
    assertThat(standing.exceptions()).hasSize(2);
    assertThat(two.parentId()).isEqualTo(other.id());

    String withdrawal = ROOT + "/exemptions/" + exempt + "/withdrawal";
    assertThat(itsOfficer.post(withdrawal, Map.of("reason", "Nhập nhầm trường khác.")).code())
        .as("the share that was decided on stays")
        .isEqualTo("standard-decided");
    Map<String, Object> later = new HashMap<>(exemption);
    later.put("areaId", area("Trường", AreaKind.SCHOOL, other.id()).id());
    assertThat(itsOfficer.post(ROOT + "/exemptions", later).code()).isEqualTo("standard-decided");
  }

  @Test
  void listsAndFiguresSayHowFarUnitsAre() {
    Area met = village();
    recognise(met);
    Area open = village();
    JsonNode figures = done(officer.get(ROOT + "/units/figures?year=" + year()));
    assertThat(figures.path("met").asInt()).isPositive();
    assertThat(figures.path("units").asInt()).isGreaterThan(figures.path("done").asInt());
    JsonNode list =
        done(officer.get(ROOT + "/units?limit=200&progress=NOT_REGISTERED&year=" + year()));
    assertThat(list.toString()).contains(open.name()).doesNotContain(met.name());
    JsonNode first = done(officer.get(ROOT + "/units?limit=1"));
    assertThat(first.path("items")).hasSize(1);
    JsonNode rest =
        done(officer.get(ROOT + "/units?limit=200&after=" + first.path("next").asString()));
    assertThat(rest.path("items").toString())
        .doesNotContain(first.path("items").get(0).path("areaId").asString());
    assertThat(analyst.get(ROOT + "/units").code()).isEqualTo("not-your-role");
    assertThat(done(analyst.get(ROOT + "/communes")).path("items").toString())
        .contains(commune.name());
  }

  @Test
  void aProvinceAddsToTheCriteriaOfAYearThatHasNotBegun() {
    Map<String, Object> requested = new HashMap<>();
    requested.put("unitKind", "ENTERPRISE");
    requested.put("code", "TH.1");
    requested.put("answer", "JUDGMENT");
    requested.put("law", "Quyết định 87/2025/QĐ-UBND");
    requested.put("vi", "Có quy chế phối hợp.");
    requested.put("en", "There are rules for working together.");
    requested.put("ar", "توجد أنظمة للتعاون.");
    requested.put("fromYear", present());
    assertThat(keeper.post(ROOT + "/criteria", requested).text()).contains("\"fromYear\"");
    requested.put("fromYear", present() + 1);
    JsonNode added = done(keeper.post(ROOT + "/criteria", requested));
    assertThat(keeper.post(ROOT + "/criteria", requested).code())
        .isEqualTo("standard-criterion-taken");
    assertThat(done(head.get(ROOT + "/criteria")).toString()).doesNotContain("TH.1");
    JsonNode next = done(head.get(ROOT + "/criteria?year=" + (present() + 1)));
    assertThat(next.toString()).contains("TH.1");
    String law = next.path("items").get(0).path("criteria").get(0).path("id").asString();
    assertThat(
            keeper.post(ROOT + "/criteria/" + law + "/end", Map.of("lastYear", present())).code())
        .isEqualTo("standard-criterion-of-law");
    done(
        keeper.post(
            ROOT + "/criteria/" + added.path("id").asString() + "/end",
            Map.of("lastYear", present())));
    assertThat(done(head.get(ROOT + "/criteria?year=" + (present() + 1))).toString())
        .doesNotContain("TH.1");
  }

  @Test
  void aDemonstrationHasAUnitHalfAssessedAndOneToAppraise() {
    Area half = village();
    Area sent = village();
    Person by = SERVER.person("sample-head", commune.id(), Role.VILLAGE_HEAD);
    Person officers = SERVER.person("sample-officer", commune.id(), Role.COMMUNITY_OFFICER);
    Person chairs = SERVER.person("sample-chair", commune.id(), Role.CHAIR);
    for (int again = 0; again < 2; again++) {
      SERVER.bean(StandardDemoSeeder.class).make(half, sent, by, officers, chairs);
    }
    String units = officer.get(ROOT + "/units?limit=200&progress=SELF_ASSESSED").text();
    assertThat(units).contains(sent.name()).doesNotContain(half.name());
    assertThat(done(officer.get(ROOT + "/units?limit=200&year=" + (present() - 1))).toString())
        .contains("CERTIFIED");
  }

  @Test
  void resultsOfPastYearsComeInByAListAndCountAsNoAssessment() {
    Area school = area("Trường Lam Sơn", AreaKind.SCHOOL, commune.id());
    String path = ROOT + "/past-results";
    String titles = "commune\tunit\tyear\toutcome\tdecision\tdecided_on\tcertificate\n";
    String start = commune.code() + "\t" + school.code() + "\t";
    String right = start + "2021\tĐạt\t9/QĐ-UBND\t18/11/2021\t07/GCN\n";
    Answer wrong =
        officer.postAs(
            path + "/import/check",
            (titles
                    + (start + "2020\tMET\t\t\t\n")
                    + (start + "2019\tNOT_MET\t\t\t3/GCN\n")
                    + (start + present() + "\tMET\t9/QĐ\t18/11/2021\t\n")
                    + (start + "2018\tMET\t9/QĐ\t18/11/2021\t\n"))
                .getBytes(UTF_16LE),
            "text/csv");
    assertThat(
            wrong
                .json()
                .path("errors")
                .valueStream()
                .map(each -> each.path("cell").asString() + " " + each.path("code").asString()))
        .containsExactlyInAnyOrder(
            "E2 required",
            "F2 required",
            "G3 past-result-certificate",
            "C4 list-whole",
            "F5 past-result-day");
    assertThat(officer.postAs(path + "/import", titles + right, "text/csv").status())
        .isEqualTo(201);
    assertThat(
            officer
                .postAs(path + "/import", titles + right, "text/csv")
                .json()
                .path("known")
                .asInt())
        .isOne();
    String other = start + "2021\tChưa đạt\t\t\t\n";
    assertThat(officer.postAs(path + "/import", titles + other, "text/csv").text())
        .contains("past-result-otherwise");
    Answer listed = chair.get(path + "?areaId=" + school.id());
    assertThat(listed.json().path("items").get(0).path("decision").asString())
        .isEqualTo("9/QĐ-UBND");
    assertThat(analyst.get(path + "?areaId=" + school.id()).code()).isEqualTo("not-your-role");
    assertThat(
            SERVER
                .database()
                .client()
                .sql("select count(*) from standard.assessment where area_id = ?")
                .param(school.id())
                .query(Long.class)
                .single())
        .isZero();
  }
}
