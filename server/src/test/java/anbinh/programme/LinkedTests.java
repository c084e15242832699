package anbinh.programme;

import static anbinh.programme.ProgrammeFixture.PATH;
import static anbinh.programme.ProgrammeFixture.accepted;
import static anbinh.programme.ProgrammeFixture.activity;
import static anbinh.programme.ProgrammeFixture.assessment;
import static anbinh.programme.ProgrammeFixture.done;
import static anbinh.programme.ProgrammeFixture.fields;
import static anbinh.programme.ProgrammeFixture.form;
import static anbinh.programme.ProgrammeFixture.revision;
import static anbinh.programme.ProgrammeFixture.today;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.NewArea;
import anbinh.areas.unit.Areas;
import anbinh.identity.Role;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.Waiting;
import anbinh.worklist.WorklistKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Programmes of several communes over HTTP; they run with [ProgrammesIT] on its server.
abstract class LinkedTests extends EffectTests {
  @Test
  void linkedAreasLieInSeveralCommunesOfWhichEachConsents() {
    UUID there = WORLD.village(elsewhere).id();
    SERVER.person("chutichkhac", elsewhere.id(), Role.CHAIR);
    String path = ProgrammeFixture.proposed(as("diaban"), 1, village(), there);
    JsonNode seen = done(as("chutich").get(path));
    assertThat(seen.path("communes")).hasSize(2);
    assertThat(as("chutich").post(path + "/decision", accepted(seen, today())).code())
        .isEqualTo("programme-consent-missing");
    Map<String, Object> consent = accepted(seen, today());
    consent.remove("outcome");
    consent.put("communeId", elsewhere.id());
    assertThat(as("chutich").post(path + "/consents", consent).code()).isEqualTo("not-your-area");
    consent.put("communeId", commune.id());
    assertThat(fields(as("chutich").post(path + "/consents", consent)))
        .containsExactly("communeId programme-no-consent");
    consent.put("communeId", elsewhere.id());
    JsonNode other = done(as("chutichkhac").get(path));
    assertThat(other.path("communes").path(1).path("mayConsent").asBoolean()).isTrue();
    assertThat(other.path("may").path("decide").asBoolean()).isFalse();
    done(as("chutichkhac").post(path + "/consents", consent));
    // Another text needs another consent.
    done(as("diaban2").post(path + "/versions", revision(1, "Họp đủ")));
    JsonNode now = done(as("chutich").get(path));
    assertThat(as("chutich").post(path + "/decision", accepted(now, today())).code())
        .isEqualTo("programme-consent-missing");
    assertThat(as("chutichkhac").post(path + "/consents", consent).code())
        .isEqualTo("programme-other-version");
    consent.put("version", 2);
    done(as("chutichkhac").post(path + "/consents", consent));
    done(as("chutich").post(path + "/decision", accepted(now, today())));
    done(as("xakhac").post(path + "/activities", activity(today(), 20)));
    assertThat(fields(as("xakhac").post(PATH, form(1, there))))
        .containsExactly("areaIds programme-area-taken");
    assertThat(fields(as("tinh").post(PATH, form(1, commune.id(), WORLD.village(elsewhere).id()))))
        .contains("areaIds programme-one-commune");
  }

  /// The path of one that lies in three communes, each with the chair and officer of its own.
  private String linked(Area second, Area third) {
    String path =
        ProgrammeFixture.proposed(
            as("tinh"), 1, village(), WORLD.village(second).id(), WORLD.village(third).id());
    LocalDate on = today().minusYears(2);
    JsonNode seen = done(as("chutich").get(path));
    for (Area each : List.of(second, third)) {
      Map<String, Object> consent = accepted(seen, on);
      consent.remove("outcome");
      consent.put("communeId", each.id());
      TestClient chair = as(who("chair", each));
      assertThat(Waiting.of(chair, WorklistKind.PROGRAMME_DECISION).count()).isOne();
      done(chair.post(path + "/consents", consent));
      assertThat(Waiting.of(chair, WorklistKind.PROGRAMME_DECISION).count()).isZero();
    }
    done(as("chutich").post(path + "/decision", accepted(seen, on)));
    return path;
  }

  /// The account of a role in a commune.
  private static String who(String role, Area commune) {
    return role + commune.code().toLowerCase(Locale.ROOT).replace("-", "");
  }

  private static Area staffed(String code) {
    return staffed(code, today());
  }

  private static Area staffed(String code, LocalDate since) {
    Areas areas = SERVER.bean(Areas.class);
    UUID province = areas.find("38").orElseThrow().id();
    Area area =
        areas.create(new NewArea(code, "Xã " + code, AreaKind.COMMUNE, province), since, null);
    SERVER.person(who("chair", area), area.id(), Role.CHAIR);
    SERVER.person(who("officer", area), area.id(), Role.COMMUNITY_OFFICER);
    return area;
  }

  @Test
  void eachCommuneAssessesItsOwnPartAndOnlyTheOneThatKeepsItActsAndIsCounted() {
    Area second = staffed("L-2");
    Area third = staffed("L-3");
    String path = linked(second, third);
    int year = today().getYear() - 1;
    JsonNode may = done(as(who("officer", second)).get(path)).path("may").path("assess");
    assertThat(may).as("of three parts one's own").hasSize(1);
    assertThat(may.path(0).path("communeId").asString()).isEqualTo(second.id().toString());
    assertThat(done(as("tinh").get(path)).path("may").path("assess")).hasSize(3);
    TestClient officer = as(who("officer", second));
    assertThat(Waiting.of(officer, WorklistKind.PROGRAMME_ASSESSMENT).count()).isOne();
    Map<String, Object> end = assessment(year, "END", "NOT_MET", "MET");
    assertThat(as(who("officer", second)).post(path + "/assessments", end).code())
        .as("of the part of the one that keeps it")
        .isEqualTo("not-your-area");
    end.put("communeId", elsewhere.id());
    assertThat(fields(as("tinh").post(path + "/assessments", end)))
        .containsExactly("communeId programme-no-part");
    end.put("communeId", second.id());
    done(as(who("officer", second)).post(path + "/assessments", end));
    assertThat(Waiting.of(officer, WorklistKind.PROGRAMME_ASSESSMENT).count()).isZero();
    assertThat(Waiting.of(as(who("chair", second)), WorklistKind.PROGRAMME_DECISION).count())
        .isOne();
    assertThat(as("tinh").post(path + "/assessments", end).code())
        .isEqualTo("programme-year-assessed");
    Map<String, Object> other = assessment(year, "CONTINUE", "MET", "MET");
    other.put("communeId", third.id());
    done(as(who("officer", third)).post(path + "/assessments", other));

    JsonNode seen = done(as(who("chair", second)).get(path)).path("assessments");
    assertThat(seen).as("side by side").hasSize(2);
    String decision = "";
    for (JsonNode each : seen) {
      boolean own = each.path("communeId").asString().equals(second.id().toString());
      assertThat(each.path("mayDecide").asBoolean()).isEqualTo(own);
      decision = own ? path + "/assessments/" + each.path("id").asString() + "/decision" : decision;
    }
    Map<String, String> confirmed = Map.of("outcome", "CONFIRMED");
    assertThat(as("chutich").post(decision, confirmed).code()).isEqualTo("not-your-area");
    assertThat(as(who("chair", third)).post(decision, confirmed).code()).isEqualTo("not-your-area");
    done(as(who("chair", second)).post(decision, confirmed));
    assertThat(state(path)).as("what a part concludes ends nothing").isEqualTo("LAUNCHED");
    assertThat(view(path).path("programme").path("assessed").isNull()).isTrue();
    assertThat(assessed()).isZero();

    done(as("diaban").post(path + "/assessments", assessment(year, "RECOMMEND", "MET", "MET")));
    JsonNode lead = view(path).path("assessments");
    assertThat(lead).hasSize(3);
    for (JsonNode each : lead) {
      if (each.path("communeId").isNull()) {
        done(
            as("chutich")
                .post(
                    path + "/assessments/" + each.path("id").asString() + "/decision", confirmed));
      }
    }
    assertThat(view(path).path("programme").path("recommended").asBoolean()).isTrue();
    assertThat(assessed()).as("once, however many parts it has").isOne();
  }

  @Test
  void whatACommuneConfirmsClosesTheYearOfItsOwnPartAndNoOther() {
    Area second = staffed("L-4");
    Area third = staffed("L-5");
    String path = linked(second, third);
    String activities = path + "/activities";
    int year = today().getYear() - 1;
    LocalDate day = LocalDate.of(year, 12, 20);
    JsonNode parts = done(as("tinh").get(path)).path("may").path("activityParts");
    assertThat(parts).hasSize(3);
    assertThat(parts.path(0).path("id").asString()).isEqualTo(commune.id().toString());
    assertThat(done(as(who("officer", second)).get(path)).path("may").path("activityParts"))
        .hasSize(1);

    JsonNode leads = done(as("diaban").post(activities, activity(day, 21)));
    JsonNode seconds = done(as(who("officer", second)).post(activities, activity(day, 22)));
    Map<String, Object> form = activity(day, 23);
    form.put("communeId", third.id());
    assertThat(as(who("officer", second)).post(activities, form).code())
        .as("of another one's part")
        .isEqualTo("not-your-area");
    JsonNode thirds = done(as("tinh").post(activities, form));
    assertThat(seconds.path("communeName").asString()).isEqualTo(second.name());
    assertThat(thirds.path("communeName").asString()).isEqualTo(third.name());
    form.put("communeId", elsewhere.id());
    assertThat(fields(as("tinh").post(activities, form)))
        .containsExactly("communeId programme-no-part");

    assertThat(correct("officer", third, activities, seconds, day).code())
        .as("each office corrects what others noted of its own part")
        .isEqualTo("not-your-activity");
    confirm(path, year, second);
    assertThat(correct("officer", second, activities, seconds, day).code())
        .isEqualTo("activity-assessed");
    assertThat(correct("officer", third, activities, thirds, day).status()).isEqualTo(201);
    Map<String, Object> moved = corrected(1, day);
    moved.put("communeId", second.id());
    assertThat(as("tinh").post(one(activities, leads) + "/corrections", moved).code())
        .as("nothing is moved into what is closed")
        .isEqualTo("activity-assessed");
    done(as("diaban").post(one(activities, leads) + "/corrections", corrected(1, day)));
    assertThat(lates(activities)).isEmpty();

    String late =
        done(as(who("officer", second)).post(activities, activity(day, 9))).path("id").asString();
    done(as(who("officer", third)).post(activities, activity(day, 8)));
    assertThat(lates(activities)).as("taken down after its part was assessed").containsOnly(late);
    done(as("diaban").post(path + "/assessments", assessment(year, "CONTINUE", "MET", "MET")));
    decide(path, "chutich", true);
    assertThat(as("diaban").post(one(activities, leads) + "/corrections", corrected(2, day)).code())
        .isEqualTo("activity-assessed");
    assertThat(
            as("tinh").post(one(activities, thirds) + "/corrections", corrected(2, day)).status())
        .as("the one that keeps it closes its own part only")
        .isEqualTo(201);
  }

  @Test
  void ofAPartThatWentIntoAnotherCommuneTheYearIsClosedByWhatThatOneConfirms() {
    Area second = staffed("L-6");
    Area third = staffed("L-7", today().minusYears(3));
    String path = linked(second, third);
    int year = today().getYear() - 1;
    LocalDate day = LocalDate.of(year, 11, 3);
    String activities = path + "/activities";
    JsonNode thirds = done(as(who("officer", third)).post(activities, activity(day, 23)));
    done(
        as("quantri")
            .post(
                "/api/areas/closures",
                Map.of(
                    "areaIds",
                    List.of(third.id()),
                    "on",
                    today().toString(),
                    "reason",
                    "Nhập xã.",
                    "successors",
                    List.of(Map.of("areaId", second.id())))));
    assertThat(correct("officer", second, activities, thirds, day).status()).isEqualTo(201);
    confirm(path, year, second);
    assertThat(as("tinh").post(one(activities, thirds) + "/corrections", corrected(2, day)).code())
        .isEqualTo("activity-assessed");
  }

  private static Map<String, Object> corrected(int version, LocalDate day) {
    Map<String, Object> correction = activity(day, 19);
    correction.put("version", version);
    correction.put("reason", "Đếm lại");
    return correction;
  }

  private static String one(String activities, JsonNode activity) {
    return activities + "/" + activity.path("id").asString();
  }

  private static Answer correct(
      String role, Area commune, String activities, JsonNode activity, LocalDate day) {
    return as(who(role, commune))
        .post(one(activities, activity) + "/corrections", corrected(1, day));
  }

  private static void confirm(String path, int year, Area part) {
    Map<String, Object> assessment = assessment(year, "CONTINUE", "MET", "MET");
    assessment.put("communeId", part.id());
    done(as(who("officer", part)).post(path + "/assessments", assessment));
    decide(path, who("chair", part), false);
  }

  /// Confirms what waits for somebody.
  private static void decide(String path, String who, boolean lead) {
    for (JsonNode each : done(as(who).get(path)).path("assessments")) {
      if (each.path("mayDecide").asBoolean() && each.path("communeId").isNull() == lead) {
        String decision = path + "/assessments/" + each.path("id").asString() + "/decision";
        done(as(who).post(decision, Map.of("outcome", "CONFIRMED")));
      }
    }
  }

  private static List<String> lates(String activities) {
    return done(as("tinh").get(activities))
        .path("items")
        .valueStream()
        .filter(each -> each.path("late").asBoolean())
        .map(each -> each.path("id").asString())
        .toList();
  }

  /// How many programmes of linked areas the whole province counts as assessed.
  private static long assessed() {
    return done(as("tonghop").get(PATH + "/figures"))
        .path("lines")
        .valueStream()
        .filter(each -> each.path("id").asString().equals(ProgrammeFixture.kind(1).toString()))
        .mapToLong(each -> each.path("assessed").asLong())
        .sum();
  }
}
