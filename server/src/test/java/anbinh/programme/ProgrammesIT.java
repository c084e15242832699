package anbinh.programme;

import static anbinh.programme.ProgrammeFixture.PATH;
import static anbinh.programme.ProgrammeFixture.accepted;
import static anbinh.programme.ProgrammeFixture.activity;
import static anbinh.programme.ProgrammeFixture.assessment;
import static anbinh.programme.ProgrammeFixture.copies;
import static anbinh.programme.ProgrammeFixture.copyOfOne;
import static anbinh.programme.ProgrammeFixture.done;
import static anbinh.programme.ProgrammeFixture.fields;
import static anbinh.programme.ProgrammeFixture.form;
import static anbinh.programme.ProgrammeFixture.revision;
import static anbinh.programme.ProgrammeFixture.today;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.Area;
import anbinh.areas.unit.Areas;
import anbinh.identity.Role;
import anbinh.standard.StandardFact;
import anbinh.standard.StandardFacts;
import anbinh.standard.UnitKind;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.Waiting;
import anbinh.worklist.WorklistKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Programmes over HTTP: from a proposal to copies in three villages; before beside after is
/// inherited, so that all share one server.
class ProgrammesIT extends LinkedTests {
  @Test
  void theCatalogueHasTheSevenKindsInTheReadersLanguageAndTakesFreeOnes() {
    JsonNode kinds = done(as("totruong").get("/api/programme-kinds?limit=7")).path("items");
    assertThat(kinds).hasSize(7);
    for (JsonNode kind : kinds) {
      assertThat(kind.path("builtIn").asBoolean()).isTrue();
      assertThat(kind.path("rules")).hasSize(3);
      assertThat(kind.path("criteria")).hasSize(3);
      assertThat(kind.path("indicators")).isNotEmpty();
    }
    assertThat(kinds.path(1).path("name").asString()).startsWith("Self-managed clan");

    Map<String, Object> form = new HashMap<>();
    form.put("name", "Tiếng kẻng an ninh");
    form.put("goal", "Báo tin nhanh");
    form.put("rules", List.of("Mỗi xóm một kẻng"));
    form.put("criteria", List.of("Kẻng còn tốt"));
    form.put("partners", List.of("VETERANS"));
    form.put("indicators", List.of("THEFTS"));
    JsonNode made = done(as("diaban").post("/api/programme-kinds", form));
    assertThat(made.path("code").asString()).startsWith("KIND-");
    form.put("name", "Tiêng kẻng an ninh");
    assertThat(as("diaban").post("/api/programme-kinds", form).status()).isEqualTo(201);
    form.put("name", kinds.path(1).path("name").asString().toUpperCase(Locale.ROOT));
    assertThat(fields(as("diaban").post("/api/programme-kinds", form)))
        .as("a kind that comes with the system, in any language")
        .containsExactly("name programme-kind-name-taken");
    form.put("name", "TIẾNG KẺNG AN NINH");
    assertThat(fields(as("diaban").post("/api/programme-kinds", form)))
        .containsExactly("name programme-kind-name-taken");

    String versions = "/api/programme-kinds/" + made.path("id").asString() + "/versions";
    form.put("name", "Tiếng kẻng bình yên");
    form.put("version", 1);
    assertThat(as("xakhac").post(versions, form).status()).isEqualTo(403);
    assertThat(done(as("diaban2").post(versions, form)).path("version").asInt()).isEqualTo(2);
    assertThat(as("diaban").post(versions, form).code()).isEqualTo("programme-kind-revised");
    String builtIn = "/api/programme-kinds/" + ProgrammeFixture.kind(1) + "/versions";
    assertThat(as("diaban").post(builtIn, form).code()).isEqualTo("programme-kind-built-in");

    Map<String, Object> programme = form(4, village());
    programme.put("kindId", made.path("id").asString());
    assertThat(as("diaban").post(PATH, programme).code()).isEqualTo("programme-kind-revised");
    programme.put("kindVersion", 2);
    assertThat(as("diaban").post(PATH, programme).status()).isEqualTo(201);
  }

  @Test
  void thePoliceProposeAndTheChairDecidesAboutTheTextThatTheySaw() {
    UUID village = village();
    int waiting = Waiting.of(as("chutich"), WorklistKind.PROGRAMME_DECISION).count();
    String path = ProgrammeFixture.proposed(as("diaban"), 4, village);
    assertThat(Waiting.of(as("chutich"), WorklistKind.PROGRAMME_DECISION).count())
        .isEqualTo(waiting + 1);
    assertThat(Waiting.of(as("diaban"), WorklistKind.PROGRAMME_DECISION).count()).isZero();
    JsonNode seen = done(as("chutich").get(path));
    assertThat(seen.path("may").path("decide").asBoolean()).isTrue();
    assertThat(seen.path("pending").path("version").asInt()).isOne();

    // Another officer writes it anew while the chair reads.
    Map<String, Object> revision = revision(1, "Họp đủ", "Không cháy nổ", "Công khai thu chi");
    done(as("diaban2").post(path + "/versions", revision));
    assertThat(as("diaban").post(path + "/versions", revision).code())
        .isEqualTo("programme-other-version");
    assertThat(as("chutich").post(path + "/decision", accepted(seen, today())).code())
        .isEqualTo("programme-other-version");

    JsonNode now = done(as("chutich").get(path));
    assertThat(now.path("content").path("criteria")).hasSize(3);
    Map<String, Object> late = accepted(now, today().plusDays(1));
    assertThat(fields(as("chutich").post(path + "/decision", late)))
        .containsExactly("on past-or-present");
    Map<String, Object> slip = accepted(now, LocalDate.of(1926, 7, 1));
    assertThat(fields(as("chutich").post(path + "/decision", slip)))
        .containsExactly("on programme-day-early");
    Map<String, Object> refused = accepted(now, today());
    refused.put("outcome", "REFUSED");
    assertThat(fields(as("chutich").post(path + "/decision", refused)))
        .containsExactly("reason required");
    done(as("chutich").post(path + "/decision", accepted(now, today().minusDays(3))));
    assertThat(state(path)).isEqualTo("LAUNCHED");
    assertThat(Waiting.of(as("chutich"), WorklistKind.PROGRAMME_DECISION).count())
        .isEqualTo(waiting);
    assertThat(as("chutich").post(path + "/decision", accepted(now, today())).code())
        .isEqualTo("no-programme-proposal");
    assertThat(now.path("versions").path(0).path("reason").isNull()).isTrue();
    assertThat(WORLD.log(path))
        .contains("programme.proposed", "programme.revised", "programme.launched")
        .doesNotContain("Công khai thu chi", "Giữ bình yên");
  }

  @Test
  void nobodyDecidesTheirOwnByAccountByNameOrByHavingWrittenIt() {
    int waiting = Waiting.of(as("haivai"), WorklistKind.PROGRAMME_DECISION).count();
    String path = ProgrammeFixture.proposed(as("haivai"), 4, village());
    assertThat(Waiting.of(as("haivai"), WorklistKind.PROGRAMME_DECISION).count())
        .isEqualTo(waiting);
    assertThat(as("haivai").post(path + "/decision", accepted(view(path), today())).code())
        .isEqualTo("own-programme-proposal");
    assertThat(view(path).path("may").path("decide").asBoolean()).isFalse();

    String named = ProgrammeFixture.proposed(as("diaban"), 4, village());
    assertThat(as("trungten").post(named + "/decision", accepted(view(named), today())).code())
        .isEqualTo("own-programme-proposal");

    done(as("haivai").post(named + "/versions", revision(1, "Họp đủ")));
    assertThat(as("haivai").post(named + "/decision", accepted(view(named), today())).code())
        .isEqualTo("own-programme-proposal");
    // One word of it is changed by another officer: it is still for the most part theirs.
    done(as("diaban2").post(named + "/versions", revision(2, "Họp đủ", "Không cháy nổ")));
    assertThat(as("haivai").post(named + "/decision", accepted(view(named), today())).code())
        .isEqualTo("own-programme-proposal");
    assertThat(done(as("haivai").get(named)).path("may").path("decide").asBoolean()).isFalse();
    assertThat(as("diaban").post(named + "/decision", accepted(view(named), today())).status())
        .isEqualTo(403);
    done(as("chutich").post(named + "/decision", accepted(view(named), today())));
  }

  @Test
  void ofTwoWhoDecideOneLaunchAtOnceOneDoes() {
    String path = ProgrammeFixture.proposed(as("diaban"), 4, village());
    Map<String, Object> decision = accepted(view(path), today());
    List<CompletableFuture<Integer>> both = new ArrayList<>();
    for (String who : List.of("chutich", "haivai")) {
      TestClient client = as(who);
      both.add(
          CompletableFuture.supplyAsync(() -> client.post(path + "/decision", decision).status()));
    }
    assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 404);
    assertThat(view(path).path("proposals")).hasSize(1);
  }

  @Test
  void theDayOfALaunchIsCorrectedByAnotherDecisionAndTheFirstOneStays() {
    LocalDate slip = today().minusYears(1);
    String path = launched(slip, 4, village());
    done(as("diaban").post(path + "/activities", activity(today().minusDays(40), 12)));
    done(
        as("diaban")
            .post(path + "/proposals", Map.of("step", "LAUNCH_DAY", "reason", "Gõ nhầm năm")));
    assertThat(fields(as("chutich").post(path + "/decision", accepted(view(path), today()))))
        .containsExactly("on programme-after-first");
    LocalDate right = slip.minusYears(1);
    assertThat(as("diaban").post(path + "/decision", accepted(view(path), right)).status())
        .isEqualTo(403);
    done(as("chutich").post(path + "/decision", accepted(view(path), right)));
    JsonNode now = view(path);
    assertThat(now.path("programme").path("launchedOn").asString()).isEqualTo(right.toString());
    assertThat(now.path("proposals").path(1).path("decision").path("on").asString())
        .isEqualTo(slip.toString());
    assertThat(now.path("may").path("assess").path(0).path("version").asInt()).isOne();
  }

  @Test
  void anAreaHasOnePresentProgrammeOfAKindAlsoWhereTwoDecideAtOnce() {
    UUID village = village();
    String first = launched(village);
    Answer second = as("diaban2").post(PATH, form(4, village));
    assertThat(fields(second)).containsExactly("areaIds programme-area-taken");
    assertThat(second.text()).contains(view(first).path("programme").path("code").asString());
    assertThat(fields(as("diaban").post(PATH, form(4, commune.id()))))
        .as("the whole commune has the village in it")
        .containsExactly("areaIds programme-area-taken");
    done(as("diaban").post(PATH, form(5, village)));

    Map<String, Object> named = form(6, village);
    Map<String, Object> content = new HashMap<>(ProgrammeFixture.content("Họp đủ"));
    content.put("goal", "Gọi 0912 345 678");
    content.put(
        "partners", List.of(Map.of("kind", "WOMEN", "name", "Bà A", "office", "(0912) 345-678")));
    named.put("content", content);
    assertThat(fields(as("diaban").post(PATH, named)))
        .containsExactlyInAnyOrder(
            "content.goal programme-personal-number",
            "content.partners[0].office programme-personal-number");

    UUID raced = village();
    List<CompletableFuture<Integer>> both = new ArrayList<>();
    for (String who : List.of("diaban", "diaban2")) {
      TestClient client = as(who);
      both.add(CompletableFuture.supplyAsync(() -> client.post(PATH, form(4, raced)).status()));
    }
    assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(201, 400);
    assertThat(fields(as("diaban").post(PATH, form(4, raced, village()))))
        .containsExactly("areaIds programme-area-taken");
    assertThat(fields(as("tinh").post(PATH, form(4, village(), WORLD.village(elsewhere).id()))))
        .containsExactly("areaIds programme-one-commune");
  }

  @Test
  void activitiesCountWhoCameAndACorrectionKeepsWhatStood() {
    String path = launched(led.id());
    Map<String, Object> form = activity(today().minusDays(2), 41);
    form.put("id", UUID.randomUUID().toString());
    JsonNode made = done(as("totruong").post(path + "/activities", form));
    assertThat(done(as("totruong").post(path + "/activities", form)).path("id"))
        .as("sent twice by a phone")
        .isEqualTo(made.path("id"));
    assertThat(state(path)).isEqualTo("ACTIVE");
    Map<String, Object> changed = new HashMap<>(form);
    changed.put("attended", 42);
    assertThat(as("totruong").post(path + "/activities", changed).code())
        .as("what was changed since is not taken for the same")
        .isEqualTo("activity-corrected");

    Map<String, Object> wrong = activity(today().plusDays(1), 10);
    wrong.put("women", 11);
    wrong.put("outcome", "Liên hệ ông A, 0912 345 678");
    assertThat(fields(as("mattran").post(path + "/activities", wrong)))
        .containsExactlyInAnyOrder(
            "on past-or-present",
            "women programme-more-than-came",
            "outcome programme-personal-number");
    assertThat(fields(as("diaban").post(path + "/activities", activity(today().minusYears(3), 9))))
        .containsExactly("on programme-before-launch");

    Map<String, Object> others = activity(today().minusDays(1), 7);
    JsonNode officers = done(as("diaban").post(path + "/activities", others));
    others.put("version", 1);
    others.put("reason", "Thử");
    assertThat(
            as("totruong")
                .post(
                    path + "/activities/" + officers.path("id").asString() + "/corrections", others)
                .code())
        .isEqualTo("not-your-activity");

    String one = path + "/activities/" + made.path("id").asString();
    Map<String, Object> correction = activity(today().minusDays(2), 40);
    correction.put("version", 1);
    assertThat(fields(as("diaban").post(one + "/corrections", correction)))
        .containsExactly("reason required");
    correction.put("reason", "Đếm nhầm một người");
    done(as("diaban").post(one + "/corrections", correction));
    assertThat(as("totruong").post(one + "/corrections", correction).code())
        .isEqualTo("activity-corrected");
    assertThat(done(as("totruong").post(path + "/activities", form)).path("attended").asInt())
        .as("a late repeat by its author")
        .isEqualTo(40);
    JsonNode versions = done(as("kiemsoat").get(one)).path("items");
    assertThat(versions).hasSize(2);
    assertThat(versions.path(1).path("attended").asInt()).isEqualTo(41);
    JsonNode items = done(as("totruong").get(path + "/activities")).path("items");
    assertThat(items).hasSize(2);
    assertThat(items.path(0).path("mayCorrect").asBoolean()).isFalse();
    assertThat(items.path(1).path("mayCorrect").asBoolean()).isTrue();
    assertThat(view(path).path("years").path(0).path("attended").asInt()).isEqualTo(47);
    assertThat(as("xakhac").post(path + "/activities", form).status()).isEqualTo(403);
    assertThat(as("xakhac").get(path).status()).isEqualTo(403);
    assertThat(as("tonghop").get(path).status()).isEqualTo(403);
  }

  @Test
  void activitiesComeInParts() {
    String path = launched(village());
    for (int day = 1; day <= 5; day++) {
      done(as("diaban").post(path + "/activities", activity(today().minusDays(day), 10 + day)));
    }
    JsonNode first = done(as("diaban").get(path + "/activities?limit=3"));
    JsonNode rest =
        done(as("diaban").get(path + "/activities?limit=3&after=" + first.path("next").asString()));
    assertThat(first.path("items").path(0).path("attended").asInt()).isEqualTo(11);
    assertThat(rest.path("items")).hasSize(2);
    assertThat(rest.path("next").isNull()).isTrue();
  }

  @Test
  void aYearThatIsOverIsAssessedByOneAndConfirmedByAnother() {
    int unassessed = Waiting.of(as("mattran"), WorklistKind.PROGRAMME_ASSESSMENT).count();
    String path = launched(village());
    assertThat(Waiting.of(as("mattran"), WorklistKind.PROGRAMME_ASSESSMENT).count())
        .isEqualTo(unassessed + 1);
    assertThat(Waiting.of(as("chutich"), WorklistKind.PROGRAMME_ASSESSMENT).count()).isZero();
    int waiting = Waiting.of(as("chutich"), WorklistKind.PROGRAMME_DECISION).count();
    int own = Waiting.of(as("haivai"), WorklistKind.PROGRAMME_DECISION).count();
    Map<String, Object> held = activity(LocalDate.of(today().getYear() - 1, 12, 20), 30);
    String activity =
        path
            + "/activities/"
            + done(as("diaban").post(path + "/activities", held)).path("id").asString();
    int year = today().getYear();
    assertThat(view(path).path("may").path("assess").path(0).path("year").asInt())
        .isEqualTo(year - 1);
    Map<String, Object> form = assessment(year, "RECOMMEND", "MET");
    assertThat(fields(as("mattran").post(path + "/assessments", form)))
        .containsExactlyInAnyOrder("year programme-year-open", "answers programme-answer-all");
    Map<String, Object> unmet = assessment(year - 1, "RECOMMEND", "MET", "NOT_MET");
    assertThat(fields(as("mattran").post(path + "/assessments", unmet)))
        .containsExactly("conclusion programme-recommend-met");
    Map<String, Object> more = assessment(year - 4, "CONTINUE", "MET", "MET");
    more.put("partnersAgreed", 4);
    assertThat(fields(as("mattran").post(path + "/assessments", more)))
        .containsExactlyInAnyOrder(
            "year programme-before-launch", "partnersAgreed programme-more-than-asked");

    done(as("haivai").post(path + "/assessments", assessment(year - 1, "RECOMMEND", "MET", "MET")));
    assertThat(
            as("mattran")
                .post(path + "/assessments", assessment(year - 1, "CONTINUE", "MET", "MET"))
                .code())
        .isEqualTo("programme-year-assessed");
    assertThat(Waiting.of(as("mattran"), WorklistKind.PROGRAMME_ASSESSMENT).count())
        .isEqualTo(unassessed);
    assertThat(Waiting.of(as("chutich"), WorklistKind.PROGRAMME_DECISION).count())
        .isEqualTo(waiting + 1);
    assertThat(Waiting.of(as("haivai"), WorklistKind.PROGRAMME_DECISION).count())
        .as("their own assessment")
        .isEqualTo(own);
    JsonNode made = done(as("haivai").get(path)).path("assessments").path(0);
    assertThat(made.path("mayDecide").asBoolean()).isFalse();
    String decision = path + "/assessments/" + made.path("id").asString() + "/decision";
    assertThat(as("haivai").post(decision, Map.of("outcome", "CONFIRMED")).code())
        .isEqualTo("own-programme-assessment");
    assertThat(fields(as("chutich").post(decision, Map.of("outcome", "RETURNED"))))
        .containsExactly("reason required");
    done(as("chutich").post(decision, Map.of("outcome", "CONFIRMED")));
    assertThat(as("trungten").post(decision, Map.of("outcome", "CONFIRMED")).code())
        .isEqualTo("programme-assessment-decided");
    held.put("version", 1);
    held.put("reason", "Đếm lại");
    assertThat(as("diaban").post(activity + "/corrections", held).code())
        .as("what was assessed stays as it was assessed")
        .isEqualTo("activity-assessed");
    assertThat(view(path).path("programme").path("recommended").asBoolean()).isTrue();
    assertThat(done(as("xakhac").get(path)).path("own").asBoolean())
        .as("what is recommended is read elsewhere, without its activities")
        .isFalse();
    assertThat(as("xakhac").get(path + "/activities").status()).isEqualTo(403);
    assertThat(done(as("xakhac").get(PATH + "?recommended=true")).path("items").toString())
        .contains(path.substring(PATH.length() + 1));
    assertThat(done(as("totruong").get(PATH + "?recommended=true")).path("items")).isEmpty();

    done(as("diaban").post(path + "/proposals", Map.of("step", "END", "reason", "Thôi")));
    done(as("chutich").post(path + "/decision", accepted(view(path), today())));
    assertThat(view(path).path("programme").path("recommended").asBoolean())
        .as("what has ended is not recommended")
        .isFalse();
    assertThat(as("xakhac").get(path).status()).isEqualTo(403);
    assertThat(as("diaban").post(path + "/copies", copies(village())).code())
        .isEqualTo("programme-state");
  }

  @Test
  void anAssessmentThatIsReturnedIsMadeAnewAndMayLetTheProgrammeRest() {
    String path = launched(village());
    int year = today().getYear() - 1;
    done(as("diaban").post(path + "/assessments", assessment(year, "CONTINUE", "MET", "NOT_MET")));
    JsonNode first = view(path).path("assessments").path(0);
    String returned = path + "/assessments/" + first.path("id").asString() + "/decision";
    Map<String, Object> verdict = Map.of("outcome", "RETURNED", "reason", "Thiếu số buổi họp");
    done(as("chutich").post(returned, verdict));
    assertThat(as("chutich").post(returned, verdict).code())
        .isEqualTo("programme-assessment-decided");
    assertThat(state(path)).isEqualTo("LAUNCHED");

    done(as("diaban").post(path + "/assessments", assessment(year, "REST", "MET", "NOT_MET")));
    JsonNode again =
        view(path)
            .path("assessments")
            .valueStream()
            .filter(each -> each.path("state").asString().equals("SENT"))
            .findFirst()
            .orElseThrow();
    assertThat(again.path("id")).isNotEqualTo(first.path("id"));
    done(
        as("chutich")
            .post(
                path + "/assessments/" + again.path("id").asString() + "/decision",
                Map.of("outcome", "CONFIRMED", "number", "21/QĐ-UBND", "on", today().toString())));
    assertThat(state(path)).isEqualTo("DORMANT");
  }

  @Test
  void anAssessmentEndsAProgrammeByAPaperAndAnEndedOneTakesNothingMore() {
    String path = launched(village());
    int year = today().getYear() - 1;
    done(as("diaban").post(path + "/assessments", assessment(year, "END", "NOT_MET", "NOT_MET")));
    String decision =
        path
            + "/assessments/"
            + view(path).path("assessments").path(0).path("id").asString()
            + "/decision";
    assertThat(fields(as("chutich").post(decision, Map.of("outcome", "CONFIRMED"))))
        .containsExactlyInAnyOrder("number required", "on required");
    done(as("diaban").post(path + "/proposals", Map.of("step", "REST", "reason", "Ít người")));
    Map<String, Object> confirmed =
        Map.of("outcome", "CONFIRMED", "number", "20/QĐ-UBND", "on", today().toString());
    assertThat(as("chutich").post(decision, confirmed).code())
        .isEqualTo("programme-proposal-pending");
    Map<String, Object> refused = accepted(view(path), today());
    refused.put("outcome", "REFUSED");
    refused.put("reason", "Đã có đánh giá");
    done(as("chutich").post(path + "/decision", refused));
    done(as("chutich").post(decision, confirmed));
    assertThat(state(path)).isEqualTo("ENDED");
    assertThat(as("diaban").post(path + "/activities", activity(today(), 10)).code())
        .isEqualTo("programme-state");
    assertThat(
            as("diaban")
                .post(path + "/proposals", Map.of("step", "RESUME", "reason", "Lại"))
                .code())
        .isEqualTo("programme-state");
    assertThat(view(path).path("may").path("assess").path(0).path("year").asInt())
        .as("years in which it ran are assessed also after its end")
        .isEqualTo(year - 1);
    Map<String, Object> late = assessment(year - 1, "CONTINUE", "MET", "MET");
    assertThat(fields(as("diaban").post(path + "/assessments", late)))
        .containsExactly("conclusion programme-ended-end");
    late.put("conclusion", "END");
    done(as("diaban").post(path + "/assessments", late));
    String last = view(path).path("assessments").path(1).path("id").asString();
    done(
        as("chutich")
            .post(path + "/assessments/" + last + "/decision", Map.of("outcome", "CONFIRMED")));
  }

  @Test
  void itRestsAndIsResumedAndChangedByDecisionsAndOldTextsStay() {
    String path = launched(village());
    done(as("diaban").post(path + "/proposals", Map.of("step", "REST", "reason", "Mùa vụ")));
    assertThat(
            as("diaban").post(path + "/proposals", Map.of("step", "END", "reason", "Thôi")).code())
        .isEqualTo("programme-proposal-pending");
    LocalDate rest = today().minusYears(2).plusDays(5);
    done(as("chutich").post(path + "/decision", accepted(view(path), rest)));
    assertThat(state(path)).isEqualTo("DORMANT");
    assertThat(done(as("diaban").get(path + "/effect?indicator=THEFTS")).path("caveats").toString())
        .as("quarters in which it rested are not after")
        .isEqualTo("[\"TOO_EARLY\"]");
    assertThat(as("diaban").post(path + "/activities", activity(today(), 5)).code())
        .isEqualTo("programme-state");
    done(as("diaban").post(path + "/proposals", Map.of("step", "RESUME", "reason", "Hết mùa vụ")));
    done(as("chutich").post(path + "/decision", accepted(view(path), today())));

    Map<String, Object> revision = revision(1, "Họp mỗi tháng");
    assertThat(fields(as("diaban").post(path + "/versions", revision)))
        .containsExactly("reason required");
    assertThat(fields(as("diaban").post(path + "/activities", activity(rest.plusDays(9), 5))))
        .containsExactly("on programme-at-rest");
    revision.put("reason", "Dân đề nghị");
    done(as("diaban").post(path + "/versions", revision));
    Map<String, Object> again = revision(2, "Họp mỗi tháng");
    again.put("reason", "Sửa câu chữ");
    again.put("name", "Nhà trọ an toàn");
    done(as("diaban2").post(path + "/versions", again));
    assertThat(view(path).path("pending").path("reason").asString()).isEqualTo("Dân đề nghị");
    assertThat(view(path).path("programme").path("name").asString())
        .isEqualTo("Câu lạc bộ nhà trọ tự quản");
    assertThat(view(path).path("content").path("criteria"))
        .as("until it is decided the old text holds")
        .hasSize(2);
    done(as("chutich").post(path + "/decision", accepted(view(path), today())));
    JsonNode changed = view(path);
    assertThat(changed.path("content").path("criteria")).hasSize(1);
    assertThat(changed.path("versions")).hasSize(3);
    assertThat(changed.path("versions").path(1).path("reason").asString()).isEqualTo("Dân đề nghị");
    assertThat(changed.path("programme").path("name").asString()).isEqualTo("Nhà trọ an toàn");
    assertThat(changed.path("proposals")).hasSize(4);
    assertThat(changed.path("may").path("assess").path(0).path("version").asInt())
        .as("a year is answered by the criteria that it had")
        .isOne();
    Map<String, Object> past = assessment(today().getYear() - 1, "CONTINUE", "MET", "NOT_MET");
    done(as("mattran").post(path + "/assessments", past));
    Map<String, Object> now = assessment(today().getYear() - 2, "CONTINUE", "MET");
    now.put("version", 3);
    assertThat(as("mattran").post(path + "/assessments", now).code())
        .isEqualTo("programme-other-version");
    assertThat(as("diaban").post(path + "/copies", copies(village())).code())
        .isEqualTo("programme-other-version");
  }

  @Test
  void itIsCopiedToThreeVillagesInAllOrInNoneAndEachNeedsItsDecision() {
    String path = launched(village());
    UUID taken = village();
    String there = launched(taken);
    UUID first = village();
    UUID second = village();
    UUID third = WORLD.village(elsewhere).id();

    Answer refused = as("diaban").post(path + "/copies", copies(first, taken, second));
    assertThat(fields(refused)).containsExactly("areaIds[1] programme-area-taken");
    assertThat(refused.text()).contains(view(there).path("programme").path("code").asString());
    assertThat(done(as("diaban").get(path + "/copies")).path("items"))
        .as("none was made")
        .hasSize(1);
    assertThat(as("diaban").post(path + "/copies", copies(first, third)).status()).isEqualTo(403);
    Map<String, Object> lines = copies(first);
    lines.put("rules", List.of(7));
    assertThat(fields(as("diaban").post(path + "/copies", lines)))
        .containsExactly("rules programme-no-such-line");
    assertThat(fields(as("tinh").post(path + "/copies", copies(elsewhere.id(), third))))
        .containsExactly("areaIds[1] programme-commune-chosen");

    Map<String, Object> requested = copies(first, second, third);
    requested.put("name", "Nhà trọ tự quản {area}");
    JsonNode made = done(as("tinh").post(path + "/copies", requested));
    assertThat(made.path("items").path(0).path("name").asString())
        .startsWith("Nhà trọ tự quản Thôn Mô Hình");
    assertThat(made.path("items")).hasSize(3);
    assertThat(fields(as("tinh").post(path + "/copies", copies(first, second, third))))
        .as("a double click makes none twice")
        .hasSize(3);
    String copy = PATH + "/" + made.path("items").path(0).path("id").asString();
    JsonNode copied = view(copy);
    assertThat(copied.path("programme").path("state").asString()).isEqualTo("PROPOSED");
    assertThat(copied.path("content").path("rules").toString())
        .isEqualTo("[\"Thông báo lưu trú\"]");
    assertThat(copied.path("content").path("criteria")).hasSize(1);
    assertThat(copied.path("content").path("partners").path(0).path("name").isNull()).isTrue();
    done(as("chutich").post(copy + "/decision", accepted(copied, today())));

    JsonNode again = done(as("diaban").post(copy + "/copies", copyOfOne(village())));
    JsonNode tree = done(as("diaban").get(path + "/copies")).path("items");
    assertThat(tree).hasSize(5);
    assertThat(done(as("diaban").get(copy + "/copies")).path("items")).hasSize(5);
    assertThat(again.path("items").path(0).path("parentId").asString())
        .isEqualTo(copied.path("programme").path("id").asString());
    assertThat(
            tree.valueStream()
                .filter(each -> !each.path("mayRead").asBoolean())
                .map(each -> each.path("programme").path("communeName").asString()))
        .containsExactly("Xã khác");
  }

  @Test
  void aListIsNarrowedByKindStateAreaAndWordsWithoutAccents() {
    UUID village = village();
    Map<String, Object> form = form(3, village);
    form.put("name", "Xứ đạo bình yên Đồng Tâm");
    String path = PATH + "/" + done(as("diaban").post(PATH, form)).path("id").asString();
    String id = path.substring(PATH.length() + 1);
    assertThat(done(as("mattran").get(PATH + "?q=dong+TAM+binh")).toString()).contains(id);
    assertThat(done(as("mattran").get(PATH + "?q=dong+xa")).toString()).doesNotContain(id);
    assertThat(done(as("diaban").get(PATH + "?areaId=" + village)).path("items")).hasSize(1);
    assertThat(
            done(as("diaban").get(PATH + "?state=PROPOSED&kindId=" + ProgrammeFixture.kind(3)))
                .toString())
        .contains(id);
    assertThat(done(as("diaban").get(PATH + "?state=ENDED&q=dong+tam")).path("items")).isEmpty();
    assertThat(done(as("chutich").get(PATH + "?waiting=true&limit=200")).toString()).contains(id);
    assertThat(done(as("xakhac").get(PATH + "?q=dong+tam")).path("items")).isEmpty();
    assertThat(done(as("totruong").get(PATH)).toString()).doesNotContain(id);
    assertThat(as("tonghop").get(PATH).status()).isEqualTo(403);
    done(as("chutich").get(PATH + "?limit=1"));
  }

  @Test
  void aWholeCommunesProgrammeIsReadByItsVillages() {
    Area own = area("C-3", "Xã cả", SERVER.bean(Areas.class).find("38").orElseThrow());
    Area village = WORLD.village(own);
    SERVER.person("totruong3", village.id(), Role.TEAM_LEADER);
    SERVER.person("chutich3", own.id(), Role.CHAIR);
    String path =
        ProgrammeFixture.launched(as("tinh"), as("chutich3"), today().minusMonths(1), 7, own.id());
    assertThat(done(as("totruong3").get(PATH)).path("items")).hasSize(1);
    done(as("totruong3").post(path + "/activities", activity(today(), 30)));
    assertThat(fields(as("tinh").post(PATH, form(7, village.id()))))
        .containsExactly("areaIds programme-area-taken");
    List<StandardFact> facts =
        SERVER
            .bean("effectiveProgrammes", StandardFacts.class)
            .answer(
                new StandardFacts.Question(
                    own.id(), UnitKind.COMMUNE, today().getYear(), today(), today(), "5.1"));
    assertThat(facts)
        .containsExactly(
            new StandardFact("PROGRAMMES_RUNNING", 1, null),
            new StandardFact("PROGRAMME_ACTIVITIES", 1, null));
    done(as("tinh").post(path + "/proposals", Map.of("step", "END", "reason", "Thôi")));
    done(as("chutich3").post(path + "/decision", accepted(done(as("tinh").get(path)), today())));
    LocalDate before = today().minusDays(1);
    assertThat(
            SERVER
                .bean("effectiveProgrammes", StandardFacts.class)
                .answer(
                    new StandardFacts.Question(
                        own.id(),
                        UnitKind.COMMUNE,
                        before.getYear(),
                        before.minusMonths(3),
                        before,
                        "5.1")))
        .as("as it was when the period ended")
        .contains(new StandardFact("PROGRAMMES_RUNNING", 1, null));
  }

  /// The room keeps groups: nobody's name, telephone, birth or belief has a column.
  @Test
  void noTableHasAFieldForAPerson() {
    String columns =
        String.join(
            " ",
            SERVER
                .database()
                .client()
                .sql(
                    """
                    select column_name from information_schema.columns
                    where table_schema = 'programme' and table_name not like 'flyway%'
                    """)
                .query(String.class)
                .list());
    assertThat(columns)
        .contains("programme_id", "attended")
        .doesNotContain("phone", "birth", "religion", "belief", "ethnic", "member", "person");
  }

  @Test
  void programmesThatWereLaunchedOnPaperComeInByAList() {
    Area one = WORLD.village(commune);
    Area two = WORLD.village(commune);
    String path = "/api/programmes/import";
    String titles = "commune;villages;kind;name;decision;decided_on\r\n";
    String row = "C-1;" + one.code() + ";CLAN;Dòng họ Hà tự quản;21/QĐ-UBND;05/03/2021\r\n";
    String wrong =
        titles
            + row
            + ("C-1;" + one.code() + ";CLAN;Dòng họ Lê tự quản;22/QĐ-UBND;05/03/2021\r\n")
            + ("C-1;không có;CLAN;Dòng họ Trần;23/QĐ-UBND;05/03/2021\r\n")
            + ("C-1;" + two.code() + ";KHONG-CO;Mô hình lạ;24/QĐ-UBND;05/03/2021\r\n")
            + ("C-1;" + two.code() + ";PARISH;M? hình;25/QĐ-UBND;05/03/2021\r\n")
            + ("C-1;" + two.code() + ";PARISH;Gọi 0912345678;26/QĐ-UBND;05/03/2121\r\n");
    assertThat(
            done(as("diaban").postAs(path + "/check", wrong, "text/csv"))
                .path("errors")
                .valueStream()
                .map(each -> each.path("cell").asString() + " " + each.path("code").asString()))
        .containsExactlyInAnyOrder(
            "B3 programme-list-row",
            "B4 programme-list-village",
            "C5 programme-list-kind",
            "D6 list-lost-letters",
            "D7 programme-personal-number",
            "F7 past-or-present");
    assertThat(as("diaban").postAs(path, wrong, "text/csv").code()).isEqualTo("list-wrong");
    JsonNode taken = made(as("diaban").postAs(path, titles + row, "text/csv"));
    assertThat(taken.path("added").asInt()).isOne();
    JsonNode there =
        done(as("chutich").get("/api/programmes?q=dong%20ho%20ha")).path("items").get(0);
    String own = "/api/programmes/" + there.path("id").asString();
    JsonNode view = view(own);
    assertThat(view.path("programme").path("state").asString()).isEqualTo("LAUNCHED");
    assertThat(view.path("programme").path("launchedOn").asString()).isEqualTo("2021-03-05");
    JsonNode decision = view.path("proposals").get(0).path("decision");
    assertThat(decision.path("by").isNull()).isTrue();
    assertThat(decision.path("number").asString()).isEqualTo("21/QĐ-UBND");
    assertThat(made(as("diaban").postAs(path, titles + row, "text/csv")).path("known").asInt())
        .isOne();
    assertThat(as("xakhac").postAs(path, titles + row, "text/csv").code())
        .isEqualTo("not-your-area");
  }

  private static JsonNode made(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json();
  }
}
