package anbinh.evidence.message;

import static anbinh.evidence.EvidenceFixture.errors;
import static anbinh.evidence.EvidenceFixture.path;
import static anbinh.testing.Await.until;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.cameras.Camera;
import anbinh.cameras.OwnerContact;
import anbinh.cameras.owner.Owners;
import anbinh.evidence.EvidenceFixture;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestGateway;
import anbinh.testing.TestServer;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// Messages to owners over a mail server and a gateway.
class MessagesIT {
  private static final GreenMail MAIL = mail();
  private static final TestGateway GATEWAY = new TestGateway();
  private static final String ADDRESS = "https://camera.example.vn";
  private static final String EMAIL = "chu.quan@example.vn";
  private static final String PHONE = "0912 345 678";

  @RegisterExtension
  static final TestServer SERVER =
      new TestServer(
          TestServer.FAKE_FOOTAGE,
          "anbinh.evidence.owner.address=" + ADDRESS,
          "anbinh.evidence.owner.phone=0237 3880 113",
          "anbinh.evidence.message.mail.host=127.0.0.1",
          "anbinh.evidence.message.mail.port=" + MAIL.getSmtp().getPort(),
          "anbinh.evidence.message.mail.protection=NONE",
          "anbinh.evidence.message.mail.from=anbinh@example.vn",
          "anbinh.evidence.message.webhook.url=" + GATEWAY.url(),
          "anbinh.evidence.message.webhook.secret=" + TestGateway.secret(),
          "anbinh.evidence.message.timeout=5s",
          "anbinh.evidence.message.retry=50ms",
          "anbinh.evidence.message.longest-retry=100ms");

  private static @Nullable EvidenceFixture made;

  private static GreenMail mail() {
    var mail =
        new GreenMail(
            new ServerSetup(
                0, InetAddress.getLoopbackAddress().getHostAddress(), ServerSetup.PROTOCOL_SMTP));
    mail.start();
    return mail;
  }

  @BeforeAll
  static void makeWorld() {
    made = new EvidenceFixture(SERVER);
  }

  @AfterAll
  static void stop() {
    MAIL.stop();
    GATEWAY.close();
  }

  @BeforeEach
  void isReachable() throws Exception {
    MAIL.purgeEmailFromAllMailboxes();
    GATEWAY.calls.clear();
    GATEWAY.status = 204;
    SERVER
        .database()
        .client()
        .sql("update evidence.message set queued_at = queued_at - interval '2 days'")
        .update();
    SERVER
        .bean(Owners.class)
        .putContact(world().shop.id(), new OwnerContact("Bà Bảy", PHONE, "12 Lê Lợi", EMAIL), null);
  }

  private static EvidenceFixture world() {
    return Objects.requireNonNull(made);
  }

  @Test
  void sendsTheLinkByEmailAndKeepsNeitherLinkNorAddress() throws Exception {
    UUID id = world().approved(world().form(0, world().shop));
    Answer queued = send(id, "EMAIL", "vi");
    assertThat(queued.status()).as(queued.text()).isEqualTo(201);
    assertThat(queued.json().path("state").asString()).isEqualTo("WAITING");
    awaitState(id, "SENT");
    assertThat(MAIL.getReceivedMessages()).hasSize(1);
    MimeMessage mail = MAIL.getReceivedMessages()[0];
    String text = String.valueOf(mail.getContent());
    assertThat(mail.getAllRecipients()[0]).hasToString(EMAIL);
    assertThat(mail.getSubject()).contains("Xã Bá Thước", "Quán Hải Đăng");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(text)
        .contains("quyền từ chối", "REQ-", "0237 3880 113", ADDRESS + "/owner.html#")
        .doesNotContain("Trộm xe máy", "CASE-", "THEFT", "Chỉ camera này", "Bà Bảy");
    String secret = secret(text);
    assertThat(world().owner(secret).get("/api/owner/request").status()).isEqualTo(200);
    assertThat(everythingKept()).doesNotContain(secret, EMAIL, "example.vn");
    assertThat(events(id, "owner.message-queued")).isEqualTo(1);
    assertThat(events(id, "owner.message-sent")).isEqualTo(1);
    assertThat(events(id, "owner.link-issued")).isEqualTo(1);
    assertThat(contactReadings()).isPositive();
    assertThat(world().get(id).toString()).doesNotContain(EMAIL, secret);
  }

  @Test
  void repeatsASignedTextMessageUntilTheGatewayTakesIt() throws Exception {
    GATEWAY.status = 503;
    UUID id = world().approved(world().form(0, world().shop));
    send(id, "TEXT", "en");
    until(() -> GATEWAY.calls.size() >= 2);
    assertThat(message(id).path("state").asString()).isEqualTo("WAITING");
    assertThat(message(id).path("failure").asString()).isEqualTo("BUSY");
    GATEWAY.status = 200;
    awaitState(id, "SENT");
    assertThat(GATEWAY.calls).allMatch(TestGateway.Call::signed);
    assertThat(GATEWAY.calls.stream().map(TestGateway.Call::id).distinct()).hasSize(1);
    JsonNode body = GATEWAY.calls.getLast().body();
    assertThat(body.path("type").asString()).isEqualTo("owner.message");
    JsonNode data = body.path("data");
    assertThat(data.path("to").asString()).isEqualTo(PHONE);
    assertThat(data.path("language").asString()).isEqualTo("en");
    assertThat(data.path("text").asString())
        .contains("You may decline", data.path("link").asString())
        .doesNotContain("Trộm xe máy", "CASE-");
    assertThat(
            world().owner(secret(data.path("link").asString())).get("/api/owner/request").status())
        .isEqualTo(200);
    assertThat(everythingKept()).doesNotContain(PHONE);
  }

  @Test
  void namesWhatFailedForGood() throws Exception {
    GATEWAY.status = 422;
    UUID id = world().approved(world().form(0, world().shop));
    send(id, "TEXT", "vi");
    awaitState(id, "FAILED");
    assertThat(message(id).path("failure").asString()).isEqualTo("REFUSED");
    assertThat(events(id, "owner.message-failed")).isEqualTo(1);
    assertThat(everythingKept()).doesNotContain(PHONE);
  }

  @Test
  void sendsNothingMoreToWhoeverAnswered() throws Exception {
    GATEWAY.status = 503;
    UUID id = world().approved(world().form(0, world().shop));
    send(id, "TEXT", "vi");
    until(() -> !GATEWAY.calls.isEmpty());
    String secret = secret(GATEWAY.calls.getFirst().body().path("data").path("link").asString());
    assertThat(world().owner(secret).post("/api/owner/request/refusal", Map.of()).status())
        .isEqualTo(204);
    awaitState(id, "CANCELLED");
    assertThat(everythingKept()).doesNotContain(PHONE);
  }

  @Test
  void sendsNoLinkThatAnotherOneHasReplaced() throws Exception {
    GATEWAY.status = 503;
    UUID id = world().approved(world().form(0, world().shop));
    send(id, "TEXT", "vi");
    world().link(id, world().shop);
    awaitState(id, "CANCELLED");
  }

  @Test
  void leavesTheLinkAsItIsWhenTheOwnerCannotBeReached() {
    UUID id = world().approved(world().form(0, world().shop, world().house));
    String link = world().link(id, world().shop);
    SERVER
        .bean(Owners.class)
        .putContact(world().shop.id(), new OwnerContact("Bà Bảy", null, null, null), null);
    assertThat(send(id, "EMAIL", "vi").code()).isEqualTo("no-address");
    assertThat(send(id, "TEXT", "vi").code()).isEqualTo("no-address");
    assertThat(send(id, world().house, "TEXT", "vi").code()).isEqualTo("no-contact");
    assertThat(errors(send(id, "PIGEON", "fr")))
        .containsExactly("channel choice", "language choice");
    assertThat(world().owner(link).get("/api/owner/request").status()).isEqualTo(200);
    assertThat(
            world()
                .as("investigator")
                .get("/api/requests/choices")
                .json()
                .path("channels")
                .toString())
        .isEqualTo("[\"EMAIL\",\"TEXT\"]");
  }

  @Test
  void writesToNobodyTooOften() throws Exception {
    UUID first = world().approved(world().form(0, world().shop));
    UUID second = world().approved(world().form(0, world().shop));
    send(first, "EMAIL", "vi");
    send(first, "TEXT", "vi");
    assertThat(send(second, "EMAIL", "vi").status()).isEqualTo(201);
    awaitState(second, "SENT");
    MimeMessage last = List.of(MAIL.getReceivedMessages()).getLast();
    String link = secret(String.valueOf(last.getContent()));
    Answer tooMany = send(second, "TEXT", "en");
    assertThat(tooMany.status()).as(tooMany.text()).isEqualTo(429);
    assertThat(tooMany.code()).isEqualTo("too-many-messages");
    assertThat(Integer.parseInt(tooMany.header("Retry-After").orElseThrow()))
        .isBetween(86_000, 86_400);
    assertThat(world().owner(link).get("/api/owner/request").status())
        .as("the link that was sent")
        .isEqualTo(200);
    assertThat(messages(second)).hasSize(1);
  }

  @Test
  void remindsOnceOfEachEndByTheSameWayAndNobodyWhoAnswered() throws Exception {
    UUID id = world().approved(world().form(0, world().shop));
    UUID refused = world().approved(world().form(0, world().shop));
    for (UUID each : List.of(id, refused)) {
      send(each, "TEXT", "vi");
      awaitState(each, "SENT");
    }
    String secret = secret(GATEWAY.calls.getLast().body().path("data").path("link").asString());
    world().owner(secret).post("/api/owner/request/refusal", Map.of());
    GATEWAY.calls.clear();
    for (UUID each : List.of(id, refused)) {
      sentLongAgo(each);
      endAfter(each, Duration.ofHours(60));
    }
    keep(3);
    wake();
    until(() -> kinds(id).equals(List.of("FOOTAGE_ENDING", "LINK")));
    endAfter(id, Duration.ofHours(20));
    wake();
    until(() -> kinds(id).equals(List.of("LINK_ENDING", "FOOTAGE_ENDING", "LINK")));
    awaitState(id, "SENT");
    wake();
    UUID other = world().approved(world().form(0, world().shop));
    send(other, "TEXT", "vi");
    awaitState(other, "SENT");
    assertThat(kinds(id)).hasSize(3);
    assertThat(kinds(refused)).containsExactly("LINK");
    List<JsonNode> sent =
        GATEWAY.calls.stream().map(call -> call.body().path("data")).limit(2).toList();
    assertThat(sent.stream().map(data -> data.path("kind").asString()))
        .containsExactly("FOOTAGE_ENDING", "LINK_ENDING");
    assertThat(sent).allMatch(data -> data.path("link").isNull());
    assertThat(sent.getFirst().path("text").asString())
        .contains("ghi đè", "quyền từ chối")
        .doesNotContain("owner.html");
    keep(14);
  }

  private static void keep(int days) {
    SERVER
        .database()
        .client()
        .sql("update cameras.camera set keep_days = ? where id = ?")
        .params(days, world().shop.id())
        .update();
  }

  private static void sentLongAgo(UUID request) {
    SERVER
        .database()
        .client()
        .sql("update evidence.message set ended_at = ? where request_id = ?")
        .params(Timestamp.from(Instant.now().minus(Duration.ofDays(10))), request)
        .update();
  }

  private static void endAfter(UUID request, Duration rest) {
    SERVER
        .database()
        .client()
        .sql("update evidence.owner_request set open_until = ? where request_id = ?")
        .params(Timestamp.from(Instant.now().plus(rest)), request)
        .update();
  }

  private static void wake() {
    SERVER.bean(MessageWorker.class).wake();
  }

  private static Answer send(UUID request, String channel, String language) {
    return send(request, world().shop, channel, language);
  }

  private static Answer send(UUID request, Camera camera, String channel, String language) {
    return world()
        .as("investigator")
        .post(
            path(request) + "/owner-requests/" + camera.id() + "/messages",
            Map.of("channel", channel, "language", language));
  }

  private static JsonNode messages(UUID request) {
    return world().get(request).path("ownerRequests").get(0).path("messages");
  }

  private static JsonNode message(UUID request) {
    return messages(request).get(0);
  }

  private static List<String> kinds(UUID request) {
    return messages(request).findValuesAsString("kind");
  }

  private static String secret(String text) {
    int from = text.indexOf('#') + 1;
    return text.substring(from, from + 43);
  }

  private static void awaitState(UUID request, String state) {
    until(() -> message(request).path("state").asString().equals(state));
  }

  /// All that the log and the messages keep, as far as it is readable.
  private static String everythingKept() {
    return SERVER
        .database()
        .client()
        .sql(
            """
            select (select string_agg(convert_from(record, 'UTF8') || coalesce(detail, ''), ' ')
                from audit.event)
              || (select string_agg(m::text, ' ') from evidence.message m)
            """)
        .query(String.class)
        .single();
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

  private static long contactReadings() {
    return SERVER
        .database()
        .client()
        .sql("select count(*) from audit.event where type = 'camera.contact-read'")
        .query(Long.class)
        .single();
  }
}
