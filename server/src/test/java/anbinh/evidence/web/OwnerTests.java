package anbinh.evidence.web;

import static anbinh.evidence.EvidenceFixture.errors;
import static anbinh.evidence.EvidenceFixture.path;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.cameras.ConsentStatement;
import anbinh.cameras.owner.Owners;
import anbinh.evidence.EvidenceFixture;
import anbinh.evidence.collect.ExternalVerifiers;
import anbinh.evidence.owner.OwnerRequests;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Asking the owners of community cameras, over HTTP; they run with [PackageIT] on its server.
abstract class OwnerTests extends UrgentTests {
  private static final String ASK = "/api/owner/request";

  @Test
  void saysBeforehandThatAnOwnerIsAskedAndUntilWhenTheRecorderKeepsIt() {
    Map<String, Object> form = world().form(0, world().camera, world().shop);
    JsonNode check = world().as("investigator").post("/api/requests/check", form).json();
    JsonNode shop = check.path("cameras").get(1);
    assertThat(shop.path("owner").path("gone").asBoolean()).isFalse();
    assertThat(Instant.parse(shop.path("owner").path("until").asString()))
        .isEqualTo(Instant.parse(String.valueOf(form.get("to"))).plus(Duration.ofDays(14)));
    assertThat(check.path("cameras").get(0).path("owner").isNull()).isTrue();
    assertThat(check.path("warnings").findValuesAsString("code")).contains("owner-asked");
  }

  @Test
  void asksNobodyBeforeTheApprovalAndTheOwnerOfAGrantedCameraAfterIt() {
    UUID id = world().request(world().form(0, world().shop));
    assertThat(world().get(id).path("ownerRequests").size()).isZero();
    assertThat(link(id, "investigator").code()).isEqualTo("not-asked");
    world().as("approver").post(path(id) + "/decision", Map.of("outcome", "APPROVE"));
    JsonNode ask = ask(id);
    assertThat(ask.path("state").asString()).isEqualTo("OPEN");
    assertThat(ask.path("cameraId").asString()).isEqualTo(world().shop.id().toString());
    assertThat(ask.path("linkIssuedAt").isNull()).isTrue();
    assertThat(events(id, "owner.asked")).isEqualTo(1);
  }

  @Test
  void showsTheOwnerWhoAsksForWhatAndNothingElseOfTheCase() {
    UUID id = world().approved(world().form(0, world().shop));
    String secret = world().link(id, world().shop);
    assertThat(secret).matches("[A-Za-z0-9_-]{43}");
    Answer page = world().owner(secret).language("vi").get(ASK);
    assertThat(page.header("Cache-Control")).contains("no-store");
    assertThat(page.header("Referrer-Policy")).contains("no-referrer");
    JsonNode shown = page.json();
    assertThat(shown.path("office").asString()).isEqualTo("Xã Bá Thước");
    assertThat(shown.path("caseCode").asString()).startsWith("CASE-");
    assertThat(shown.path("article").asString()).contains("107");
    assertThat(shown.path("cameraName").asString()).isEqualTo("Quán Hải Đăng");
    assertThat(shown.path("openUntil").asString()).isNotEmpty();
    assertThat(page.text())
        .doesNotContain("Trộm xe máy", "THEFT", "Chỉ camera này", "IDENTIFY", "investigator");
    assertThat(ask(id).path("seenAt").asString()).isNotEmpty();
    world().owner(secret).get(ASK);
    assertThat(events(id, "owner.page-seen")).isEqualTo(1);
  }

  @Test
  void keepsNoSecretAndTakesNoOtherThanTheLatest() {
    UUID id = world().approved(world().form(0, world().shop));
    String first = world().link(id, world().shop);
    String second = world().link(id, world().shop);
    assertThat(first).isNotEqualTo(second);
    assertThat(world().owner(first).get(ASK).code()).isEqualTo("no-such-link");
    assertThat(world().owner(second).get(ASK).status()).isEqualTo(200);
    Answer revoked =
        world()
            .as("investigator")
            .delete(path(id) + "/owner-requests/" + world().shop.id() + "/link");
    assertThat(revoked.status()).isEqualTo(204);
    assertThat(world().owner(second).get(ASK).code()).isEqualTo("no-such-link");
    assertThat(ask(id).path("state").asString()).isEqualTo("OPEN");
    String kept =
        SERVER
            .database()
            .client()
            .sql(
                "select string_agg(convert_from(record, 'UTF8') || coalesce(detail, ''), ' ') from"
                    + " audit.event")
            .query(String.class)
            .single();
    assertThat(kept).doesNotContain(first, second);
  }

  @Test
  void takesNoFileOfFiftyGigabytes() {
    UUID id = world().approved(world().form(0, world().shop));
    Map<String, String> begin =
        Map.of(
            "Tus-Resumable", "1.0.0",
            "Upload-Length", "50000000000",
            "Upload-Metadata", "filename ZmlsbS5tcDQ=,kind VklERU8=");
    Answer refused =
        world()
            .owner(world().link(id, world().shop))
            .sendBytes("POST", "/api/owner/files", new byte[0], begin);
    assertThat(refused.status()).as(refused.text()).isEqualTo(413);
    assertThat(refused.code()).isEqualTo("file-too-large");
  }

  @Test
  void printsASheetWithTheLinkInTheOwnersLanguage(@TempDir Path folder) throws Exception {
    UUID id = world().approved(world().form(0, world().shop));
    String secret = world().link(id, world().shop);
    Map<String, List<String>> expected =
        Map.of(
            "vi",
            List.of("Công an Xã Bá Thước", "quyền từ chối", "Điều 107", "Điện thoại liên hệ"),
            "en",
            List.of("You have the right to decline", "Phone for questions", "Answer by"),
            "ar",
            List.of("ترفض", "هاتف"));
    for (Map.Entry<String, List<String>> sheet : expected.entrySet()) {
      Answer printed = sheet(id, secret, sheet.getKey());
      assertThat(printed.status()).as(printed.text()).isEqualTo(200);
      assertThat(printed.header("Cache-Control")).contains("no-store");
      Path pdf = folder.resolve(sheet.getKey() + ".pdf");
      Files.write(pdf, printed.response().body());
      assertThat(ExternalVerifiers.pdfText(pdf))
          .as(sheet.getKey())
          .contains(sheet.getValue())
          .contains(PHONE, "CASE-", "REQ-", "Quán Hải Đăng", secret)
          .doesNotContain("Trộm xe máy", "Chỉ camera này", "Người investigator");
      assertThat(ExternalVerifiers.pdfQrCode(pdf))
          .isEqualTo(SERVER.uri("/owner.html") + "#" + secret);
    }
    assertThat(events(id, "owner.sheet-printed")).isEqualTo(3);
    assertThat(leaves(id)).doesNotContain(secret);
    String other = world().link(id, world().shop);
    assertThat(sheet(id, secret, "vi").code()).isEqualTo("no-such-link");
    assertThat(errors(sheet(id, "short", "fr")))
        .containsExactly("secret owner-link", "language choice");
    world().owner(other).post(ASK + "/refusal", Map.of());
    assertThat(sheet(id, other, "vi").code()).isEqualTo("ask-ended");
  }

  private static Answer sheet(UUID id, String secret, String language) {
    return world()
        .as("investigator")
        .post(
            path(id) + "/owner-requests/" + world().shop.id() + "/sheet.pdf",
            Map.of("secret", secret, "language", language));
  }

  @Test
  void endsUnavailableWhenTheOwnerRefusesAndTheLinkIsUsedUp() throws Exception {
    UUID id = world().approved(world().form(0, world().shop));
    String secret = world().link(id, world().shop);
    TestClient owner = world().owner(secret);
    assertThat(owner.post(ASK + "/refusal", Map.of("reason", "Camera đã hỏng.")).status())
        .isEqualTo(204);
    world().await(id, "UNAVAILABLE");
    JsonNode request = world().get(id);
    assertThat(request.path("unavailable").asString()).isEqualTo("OWNER_REFUSED");
    assertThat(ask(id).path("state").asString()).isEqualTo("REFUSED");
    assertThat(ask(id).path("reason").asString()).isEqualTo("Camera đã hỏng.");
    assertThat(owner.get(ASK).code()).isEqualTo("no-such-link");
    assertThat(owner.post(ASK + "/refusal", Map.of()).code()).isEqualTo("no-such-link");
    assertThat(link(id, "investigator").code()).isEqualTo("ask-ended");
    assertThat(leaves(id)).contains("owner.refused").doesNotContain("hỏng");
  }

  @Test
  void goesOnWithWhatThereIsWhenAnOwnerRefuses() throws Exception {
    UUID id = world().approved(world().form(0, world().camera, world().shop, world().house));
    world().owner(world().link(id, world().shop)).post(ASK + "/refusal", Map.of());
    assertThat(world().state(id)).isIn("APPROVED", "COLLECTING");
    Answer gaveUp =
        world()
            .as("investigator")
            .post(path(id) + "/owner-requests/" + world().house.id() + "/abandonment", Map.of());
    assertThat(gaveUp.status()).isEqualTo(204);
    world().await(id, "SEALED");
    JsonNode request = world().get(id);
    assertThat(request.path("ownerRequests").findValuesAsString("state"))
        .containsExactly("REFUSED", "GIVEN_UP");
    assertThat(request.path("coverage").size()).isEqualTo(1);
    Answer verdict = world().as("investigator").get(path(id) + "/verification");
    assertThat(verdict.json().path("verdict").asString()).as(verdict.text()).isEqualTo("INTACT");
  }

  @Test
  void waitsNoLongerThanTheBoundAndSaysWhy() throws Exception {
    UUID id = world().approved(world().form(0, world().shop, world().house));
    String secret = world().link(id, world().shop);
    letRunOut(id);
    assertThat(world().owner(secret).get(ASK).code()).isEqualTo("no-such-link");
    assertThat(link(id, "investigator").code()).isEqualTo("ask-ended");
    SERVER.bean(OwnerRequests.class).endOverdue();
    world().await(id, "UNAVAILABLE");
    assertThat(world().get(id).path("unavailable").asString()).isEqualTo("NO_ANSWER");
    assertThat(ask(id).path("state").asString()).isEqualTo("UNANSWERED");
  }

  @Test
  void refusesRequestsForWhatOwnersNoLongerHaveOrNoLongerGive() {
    Map<String, Object> form = world().form(0, world().shop);
    form.put("from", Instant.now().minus(Duration.ofDays(20)).toString());
    form.put("to", Instant.now().minus(Duration.ofDays(20)).plusSeconds(60).toString());
    Answer gone = world().as("investigator").post("/api/requests", form);
    assertThat(errors(gone)).containsExactly("cameraIds nothing-recorded");
  }

  @Test
  void asksNobodyWhoWithdrew() throws Exception {
    EvidenceFixture other = world();
    UUID id = other.approved(other.form(0, other.house));
    String secret = other.link(id, other.house);
    SERVER
        .bean(Owners.class)
        .state(
            other.house.id(),
            new ConsentStatement.New(
                ConsentStatement.What.WITHDRAWN,
                ConsentStatement.Form.PAPER,
                LocalDate.of(2026, 1, 2),
                null,
                null),
            null);
    try {
      assertThat(other.owner(secret).get(ASK).code()).isEqualTo("no-such-link");
      other.await(id, "UNAVAILABLE");
      assertThat(ask(id).path("state").asString()).isEqualTo("WITHDRAWN");
      Answer refused = other.as("investigator").post("/api/requests", other.form(0, other.house));
      assertThat(errors(refused)).containsExactly("cameraIds[0] consent-withdrawn");
    } finally {
      SERVER
          .bean(Owners.class)
          .state(
              other.house.id(),
              new ConsentStatement.New(
                  ConsentStatement.What.GIVEN,
                  ConsentStatement.Form.PAPER,
                  LocalDate.of(2026, 1, 2),
                  null,
                  null),
              null);
    }
  }

  @Test
  void onlyTheRequesterMakesLinksAndTheyLeadToTheirOwnAsk() {
    UUID one = world().approved(world().form(0, world().shop));
    UUID other = world().approved(world().form(20, world().house));
    for (String who : List.of("colleague", "approver", "officer", "auditor", "stranger")) {
      assertThat(link(one, who).status()).as(who).isEqualTo(403);
    }
    assertThat(
            world()
                .as("investigator")
                .post(path(one) + "/owner-requests/" + world().house.id() + "/link", Map.of())
                .code())
        .isEqualTo("not-asked");
    TestClient owner = world().owner(world().link(other, world().house));
    assertThat(owner.get(ASK).json().path("cameraName").asString()).isEqualTo("Nhà ông Tư");
    assertThat(owner.get(path(one)).status()).isEqualTo(401);
    assertThat(owner.get("/api/cameras").status()).isEqualTo(401);
  }

  @Test
  void slowsDownWhoGuesses() {
    TestServer server = SERVER;
    UUID id = world().approved(world().form(0, world().shop));
    TestClient guesser = server.client();
    String right = world().link(id, world().shop);
    int wrong = 0;
    Answer last = guesser.header("X-Anbinh-Link", "A".repeat(43)).get(ASK);
    while (last.status() == 404 && wrong < 100) {
      wrong++;
      last = guesser.get(ASK);
    }
    assertThat(last.status()).isEqualTo(429);
    assertThat(last.header("Retry-After")).isPresent();
    assertThat(world().owner(right).get(ASK).status()).isEqualTo(429);
    SERVER.stop();
    SERVER.start();
    assertThat(world().owner(right).get(ASK).status()).isEqualTo(200);
  }

  @Test
  void aCallWithoutALinkOrWithAnImpossibleOneLearnsNothing() {
    for (String link : List.of("", "x", "A".repeat(42), "A".repeat(44), "A".repeat(42) + "!")) {
      TestClient nobody = SERVER.client().header("X-Anbinh-Link", link);
      assertThat(nobody.get(ASK).code()).isEqualTo("no-such-link");
    }
    assertThat(SERVER.client().get(ASK).code()).isEqualTo("no-such-link");
  }

  private static Answer link(UUID request, String who) {
    return world()
        .as(who)
        .post(path(request) + "/owner-requests/" + world().shop.id() + "/link", Map.of());
  }

  private static JsonNode ask(UUID request) {
    return world().get(request).path("ownerRequests").path(0);
  }

  private static void letRunOut(UUID request) {
    SERVER
        .database()
        .client()
        .sql(
            "update evidence.owner_request set open_until = now() - interval '1 second' where request_id = ?")
        .param(request)
        .update();
  }

  private static long events(UUID request, String type) {
    return SERVER
        .database()
        .client()
        .sql("select count(*) from audit.event where object_id = ? and type = ?")
        .params(request.toString(), type)
        .query(Long.class)
        .single();
  }

  private static String leaves(UUID request) {
    return SERVER
        .database()
        .client()
        .sql(
            "select string_agg(convert_from(record, 'UTF8'), ' ') from audit.event where object_id ="
                + " ?")
        .param(request.toString())
        .query(String.class)
        .single();
  }
}
