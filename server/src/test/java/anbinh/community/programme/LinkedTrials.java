package anbinh.community.programme;

import static anbinh.community.programme.ProgrammeWorld.PATH;
import static anbinh.community.programme.ProgrammeWorld.accepted;
import static anbinh.community.programme.ProgrammeWorld.activity;
import static anbinh.community.programme.ProgrammeWorld.assessment;
import static anbinh.community.programme.ProgrammeWorld.done;
import static anbinh.community.programme.ProgrammeWorld.fields;
import static anbinh.community.programme.ProgrammeWorld.form;
import static anbinh.community.programme.ProgrammeWorld.revision;
import static anbinh.community.programme.ProgrammeWorld.today;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.Area;
import anbinh.areas.Areas;
import anbinh.identity.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Programmes of several communes over HTTP; they run with [ProgrammesIT] on its server.
abstract class LinkedTrials extends EffectTrials {
  @Test
  void linkedAreasLieInSeveralCommunesOfWhichEachConsents() {
    UUID there = WORLD.village(elsewhere).id();
    SERVER.person("chutichkhac", elsewhere.id(), Role.CHAIR);
    String path = ProgrammeWorld.proposed(as("diaban"), 1, village(), there);
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
        ProgrammeWorld.proposed(
            as("tinh"), 1, village(), WORLD.village(second).id(), WORLD.village(third).id());
    LocalDate on = today().minusYears(2);
    JsonNode seen = done(as("chutich").get(path));
    for (Area each : List.of(second, third)) {
      Map<String, Object> consent = accepted(seen, on);
      consent.remove("outcome");
      consent.put("communeId", each.id());
      done(as(who("chair", each)).post(path + "/consents", consent));
    }
    done(as("chutich").post(path + "/decision", accepted(seen, on)));
    return path;
  }

  /// The account of a role in a commune.
  private static String who(String role, Area commune) {
    return role + commune.code().toLowerCase(Locale.ROOT).replace("-", "");
  }

  private static Area staffed(String code) {
    Area area = area(code, "Xã " + code, SERVER.bean(Areas.class).find("38").orElseThrow());
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
    Map<String, Object> end = assessment(year, "END", "NOT_MET", "MET");
    assertThat(as(who("officer", second)).post(path + "/assessments", end).code())
        .as("of the part of the one that keeps it")
        .isEqualTo("not-your-area");
    end.put("communeId", elsewhere.id());
    assertThat(fields(as("tinh").post(path + "/assessments", end)))
        .containsExactly("communeId programme-no-part");
    end.put("communeId", second.id());
    done(as(who("officer", second)).post(path + "/assessments", end));
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

  /// How many programmes of linked areas the whole province counts as assessed.
  private static long assessed() {
    return done(as("tonghop").get(PATH + "/figures"))
        .path("lines")
        .valueStream()
        .filter(each -> each.path("id").asString().equals(ProgrammeWorld.kind(1).toString()))
        .mapToLong(each -> each.path("assessed").asLong())
        .sum();
  }
}
