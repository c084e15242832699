package anbinh.notification;

import static anbinh.testing.Await.until;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.NewArea;
import anbinh.areas.unit.Areas;
import anbinh.identity.Role;
import anbinh.notification.channel.TestPushService;
import anbinh.situation.SituationFixture;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestGateway;
import anbinh.testing.TestServer;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// From a report to the officers' inbox, browser, e-mail and telephone, over a push service, a mail
/// server and a gateway.
class NotificationsIT {
  private static final String PATH = "/api/notifications";
  private static final String ADDRESSES = PATH + "/addresses";
  private static final Pattern CODE = Pattern.compile("\\b[0-9]{6}\\b");
  private static final GreenMail MAIL = mail();
  private static final TestGateway GATEWAY = new TestGateway();
  private static final TestPushService PUSH = new TestPushService();

  @RegisterExtension
  static final TestServer SERVER =
      new TestServer(
          "anbinh.notification.push.contact=mailto:it@example.vn",
          "anbinh.notification.push.services=" + PUSH.host(),
          "anbinh.notification.mail.host=127.0.0.1",
          "anbinh.notification.mail.port=" + MAIL.getSmtp().getPort(),
          "anbinh.notification.mail.protection=NONE",
          "anbinh.notification.mail.from=anbinh@example.vn",
          "anbinh.notification.webhook.url=" + GATEWAY.url(),
          "anbinh.notification.webhook.secret=" + TestGateway.secret(),
          "anbinh.notification.every=200ms",
          "anbinh.notification.every-urgent=50ms",
          "anbinh.notification.repeat=1h",
          "anbinh.notification.spacing=0s",
          "anbinh.notification.retry=50ms");

  private static Area commune = new Area(new UUID(0, 0), "", "", AreaKind.COMMUNE, null);
  private static Area village = commune;
  private static TestClient member = SERVER.client();
  private static TestClient officer = SERVER.client();
  private static TestClient second = SERVER.client();
  private static int browsers;

  private static GreenMail mail() {
    var mail =
        new GreenMail(
            new ServerSetup(
                0, InetAddress.getLoopbackAddress().getHostAddress(), ServerSetup.PROTOCOL_SMTP));
    mail.start();
    return mail;
  }

  @BeforeAll
  static void people() throws Exception {
    Areas areas = SERVER.bean(Areas.class);
    commune = areas.create(new NewArea("C-1", "Xã Bá Thước", AreaKind.COMMUNE, null), null);
    village =
        areas.create(
            new NewArea("C-1-1", "Thôn Một", AreaKind.RESIDENTIAL_AREA, commune.id()), null);
    SERVER.person("member", village.id(), Role.TEAM_MEMBER);
    SERVER.person("officer", commune.id(), Role.COMMUNITY_OFFICER);
    SERVER.person("second", commune.id(), Role.COMMUNITY_OFFICER);
    member = SERVER.signedIn("member");
    officer = SERVER.signedIn("officer");
    second = SERVER.signedIn("second");
    until("looks at the worklists of those who are signed in", () -> count("look") >= 3);
  }

  @AfterAll
  static void stop() {
    MAIL.stop();
    GATEWAY.close();
    PUSH.close();
  }

  @BeforeEach
  void nothingWasSent() throws Exception {
    for (TestClient each : List.of(officer, second)) {
      for (JsonNode address : each.get(ADDRESSES).json().path("items")) {
        delete(each, address.path("id").asString());
      }
      if (each.get(PATH + "/unread").json().path("count").asInt() > 0) {
        read(each, newest(each));
      }
    }
    MAIL.purgeEmailFromAllMailboxes();
    GATEWAY.calls.clear();
    GATEWAY.status = 204;
    PUSH.pushes.clear();
    PUSH.status = 201;
  }

  private static long count(String table) {
    return SERVER
        .database()
        .client()
        .sql("select count(*) from notification." + table)
        .query(Long.class)
        .single();
  }

  private static Answer delete(TestClient by, String id) {
    return by.send("DELETE", ADDRESSES + "/" + id, null, token(by));
  }

  private static Map<String, String> token(TestClient by) {
    return Map.of("X-XSRF-TOKEN", by.cookie("XSRF-TOKEN").orElseThrow());
  }

  private static Answer add(TestClient by, String channel, String target) {
    Map<String, Object> body = new HashMap<>();
    body.put("channel", channel);
    body.put("target", target);
    body.put("urgentOnly", false);
    return by.post(ADDRESSES, body);
  }

  /// Adds an address and enters the code that came to it.
  private static String confirmed(TestClient by, String channel, String target) throws Exception {
    Answer added = add(by, channel, target);
    assertThat(added.status()).as(added.text()).isEqualTo(201);
    String id = added.json().path("id").asString();
    if (!channel.equals("PUSH")) {
      until("a code", () -> sentTo(target).stream().anyMatch(each -> CODE.matcher(each).find()));
      Answer entered =
          by.post(
              ADDRESSES + "/" + id + "/confirmation",
              Map.of("code", code(sentTo(target).getLast())));
      assertThat(entered.status()).as(entered.text()).isEqualTo(204);
      MAIL.purgeEmailFromAllMailboxes();
      GATEWAY.calls.clear();
    }
    return id;
  }

  private static String code(String text) {
    Matcher matcher = CODE.matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group();
  }

  /// What was sent to an e-mail address or a telephone number. To others something may still be on
  /// its way.
  private static List<String> sentTo(String target) throws Exception {
    List<String> texts = new ArrayList<>();
    for (MimeMessage each : MAIL.getReceivedMessages()) {
      if (each.getAllRecipients()[0].toString().equalsIgnoreCase(target)) {
        texts.add(each.getSubject() + "\n" + each.getContent());
      }
    }
    callsTo(target).forEach(each -> texts.add(each.body().path("data").path("text").asString()));
    return texts;
  }

  private static List<TestGateway.Call> callsTo(String number) {
    String to = number.replace(" ", "");
    return GATEWAY.calls.stream()
        .filter(each -> each.body().path("data").path("to").asString().equals(to))
        .toList();
  }

  private static List<TestPushService.Push> pushesTo(String browser) {
    return PUSH.pushes.stream().filter(each -> browser.endsWith(each.path())).toList();
  }

  private static String browser() {
    browsers++;
    return PUSH.address("browser-" + browsers);
  }

  private static String report(String kind, boolean danger) {
    Map<String, Object> form = SituationFixture.form(commune.id(), village.id(), kind);
    form.put("danger", danger);
    return SituationFixture.sent(member, form);
  }

  private static void receive(String id) {
    Answer answer = officer.post("/api/situations/" + id + "/acknowledgement", Map.of());
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  /// Waits for a notification of a kind that came in this test. Of something else, such as what the
  /// test before ended with, another may have come after it.
  private static JsonNode news(TestClient by, String kind) throws Exception {
    until(kind, () -> unread(by, kind).isPresent());
    return unread(by, kind).orElseThrow();
  }

  private static String newest(TestClient by) {
    return by.get(PATH).json().path("items").path(0).path("id").asString();
  }

  private static void read(TestClient by, String upTo) {
    assertThat(by.post(PATH + "/read", Map.of("upTo", upTo)).status()).isEqualTo(204);
  }

  private static Optional<JsonNode> unread(TestClient by, String kind) {
    for (JsonNode each : by.get(PATH).json().path("items")) {
      if (each.path("kind").asString().equals(kind) && each.path("readAt").isNull()) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  private static JsonNode address(TestClient by, String id) {
    for (JsonNode each : by.get(ADDRESSES).json().path("items")) {
      if (each.path("id").asString().equals(id)) {
        return each;
      }
    }
    throw new AssertionError("no address " + id);
  }

  @Test
  void aDangerIsToldByEveryWayAndSaysNothingOfIt() throws Exception {
    String browser = browser();
    confirmed(officer, "PUSH", browser);
    confirmed(officer, "EMAIL", "can.bo@example.vn");
    confirmed(officer, "TEXT", "0912 345 678");
    String id = report("DOMESTIC_VIOLENCE", true);
    until("a push", () -> !pushesTo(browser).isEmpty());
    until("an e-mail", () -> !sentTo("can.bo@example.vn").isEmpty());
    until("a text", () -> !sentTo("0912 345 678").isEmpty());
    JsonNode told = news(officer, "SITUATION_DANGER");
    assertThat(told.path("reason").asString()).isEqualTo("MORE");
    assertThat(told.path("urgent").asBoolean()).isTrue();
    assertThat(told.path("count").asInt()).isOne();
    JsonNode unread = officer.get(PATH + "/unread").json();
    assertThat(unread.path("urgent").asBoolean()).isTrue();
    assertThat(unread.path("newest").asString()).isEqualTo(newest(officer));
    assertThat(pushesTo(browser).getFirst().bytes()).isZero();
    assertThat(pushesTo(browser).getFirst().urgency()).isEqualTo("high");
    List<String> texts = new ArrayList<>(sentTo("can.bo@example.vn"));
    texts.addAll(sentTo("0912 345 678"));
    for (String text : texts) {
      assertThat(text)
          .contains("khẩn cấp")
          .doesNotContain("Bá Thước", "Thôn", "bạo lực", "nguy hiểm", id, "SITUATION");
    }
    assertThat(GATEWAY.calls).allMatch(TestGateway.Call::signed);
    news(second, "SITUATION_DANGER");
    assertThat(member.get(PATH).json().path("items")).isEmpty();
    receive(id);
  }

  @Test
  void whatIsReadIsUnreadNoMoreAndNobodyElsesIsTouched() throws Exception {
    String id = report("NOISE", false);
    JsonNode others = news(second, "SITUATION_RECEIPT");
    JsonNode told = news(officer, "SITUATION_RECEIPT");
    assertThat(officer.get(PATH + "/unread").json().path("count").asInt()).isPositive();
    read(officer, told.path("id").asString());
    assertThat(unread(officer, "SITUATION_RECEIPT")).isEmpty();
    assertThat(news(second, "SITUATION_RECEIPT")).isEqualTo(others);
    read(officer, newest(officer));
    JsonNode unread = officer.get(PATH + "/unread").json();
    assertThat(unread.path("count").asInt()).isZero();
    assertThat(unread.path("newest").isNull()).isTrue();
    receive(id);
  }

  @Test
  void nothingGoesToAnAddressThatIsNotConfirmed() throws Exception {
    String stranger = "ai.do@example.vn";
    String id = add(officer, "EMAIL", stranger).json().path("id").asString();
    until("the code", () -> sentTo(stranger).size() == 1);
    String code = code(sentTo(stranger).getFirst());
    String wrong = code.equals("000000") ? "000001" : "000000";
    String received = report("FIRE", true);
    news(officer, "SITUATION_DANGER");
    for (int i = 0; i < 5; i++) {
      assertThat(confirm(id, wrong).code()).isEqualTo("notification-code-wrong");
    }
    assertThat(confirm(id, code).code()).isEqualTo("notification-code-over");
    assertThat(sentTo(stranger)).hasSize(1);
    assertThat(officer.post(ADDRESSES + "/" + id + "/messages", Map.of()).status()).isEqualTo(202);
    until("another code", () -> sentTo(stranger).size() == 2);
    assertThat(confirm(id, code(sentTo(stranger).getLast())).status()).isEqualTo(204);
    assertThat(address(officer, id).path("confirmed").asBoolean()).isTrue();
    receive(received);
  }

  private static Answer confirm(String id, String code) {
    return officer.post(ADDRESSES + "/" + id + "/confirmation", Map.of("code", code));
  }

  @Test
  void anAddressIsItsOwnersAloneAndKeptEncrypted() throws Exception {
    String id = confirmed(officer, "EMAIL", "Kin.Dao@example.vn");
    assertThat(address(officer, id).path("target").asString()).isEqualTo("kin.dao@example.vn");
    assertThat(delete(second, id).code()).isEqualTo("no-such-notification-address");
    assertThat(second.post(ADDRESSES + "/" + id + "/messages", Map.of()).code())
        .isEqualTo("no-such-notification-address");
    assertThat(second.get(ADDRESSES).json().path("items")).isEmpty();
    List<String> rows =
        SERVER
            .database()
            .client()
            .sql("select encode(target_cipher, 'escape') || a::text from notification.address a")
            .query((row, number) -> row.getString(1))
            .list();
    assertThat(rows).isNotEmpty().noneMatch(each -> each.contains("kin.dao"));
    String log =
        String.join(
            "\n",
            SERVER
                .database()
                .client()
                .sql(
                    "select type || convert_from(record, 'UTF8') || coalesce(detail, '') from audit.event")
                .query((row, number) -> row.getString(1))
                .list());
    assertThat(log)
        .contains("notification-address.added", "notification-address.confirmed")
        .doesNotContainIgnoringCase("kin.dao");
  }

  @Test
  void aBrowserIsOfWhoeverAddedItLastAndGoesWhenItsServiceForgotIt() throws Exception {
    String target = browser();
    String first = confirmed(officer, "PUSH", target);
    assertThat(add(officer, "PUSH", target).json().path("id").asString()).isEqualTo(first);
    String id = confirmed(second, "PUSH", target);
    assertThat(officer.get(ADDRESSES).json().path("items")).isEmpty();
    assertThat(address(second, id).path("target").isNull()).isTrue();
    PUSH.status = 410;
    second.post(ADDRESSES + "/" + id + "/messages", Map.of());
    until("gone", () -> second.get(ADDRESSES).json().path("items").isEmpty());
  }

  @Test
  void quietHoursHoldBackAllButWhatIsUrgent() throws Exception {
    String browser = browser();
    confirmed(officer, "PUSH", browser);
    assertThat(preferences(List.of(), "00:00", "23:59").status()).isEqualTo(204);
    String noise = report("NOISE", false);
    news(officer, "SITUATION_RECEIPT");
    String fire = report("FIRE", true);
    until("a push", () -> !pushesTo(browser).isEmpty());
    assertThat(pushesTo(browser)).hasSize(1);
    assertThat(pushesTo(browser).getFirst().urgency()).isEqualTo("high");
    assertThat(preferences(List.of("SITUATION_RECEIPT"), null, null).status()).isEqualTo(204);
    receive(noise);
    receive(fire);
  }

  private static Answer preferences(
      List<String> muted, @Nullable String from, @Nullable String to) {
    Map<String, Object> body = new HashMap<>();
    body.put("muted", muted);
    body.put("quietFrom", from);
    body.put("quietTo", to);
    return officer.send("PUT", PATH + "/preferences", body, token(officer));
  }

  @Test
  void dangerIsNeverMutedAndQuietHoursHaveTwoEnds() {
    Answer danger = preferences(List.of("SITUATION_DANGER"), "22:00", null);
    assertThat(danger.status()).isEqualTo(400);
    assertThat(danger.text()).contains("\"muted\"", "\"quietTo\"");
    assertThat(preferences(List.of(), "22:00", "22:00").text()).contains("\"quietTo\"");
    assertThat(preferences(List.of("FINDING"), "22:00", "06:30").status()).isEqualTo(204);
    JsonNode kept = officer.get(PATH + "/preferences").json();
    assertThat(kept.path("muted").path(0).asString()).isEqualTo("FINDING");
    assertThat(kept.path("quietTo").asString()).isEqualTo("06:30:00");
    assertThat(kept.path("channels")).hasSize(3);
    assertThat(kept.path("kinds").toString())
        .contains("SITUATION_DANGER", "PERIOD_REPORT")
        .doesNotContain("PAY_SHEET_DECISION", "FINDING");
    assertThat(kept.path("pushKey").asString()).hasSize(87);
    assertThat(preferences(List.of(), null, null).status()).isEqualTo(204);
  }

  @Test
  void whatCannotBeAnAddressIsToldSo() {
    assertThat(add(officer, "PUSH", "https://169.254.169.254/latest").text())
        .contains("\"target\"");
    assertThat(add(officer, "EMAIL", "khong phai thu").text()).contains("\"target\"");
    assertThat(add(officer, "EMAIL", "a@example.vn\nBcc: b@example.vn").status()).isEqualTo(400);
    assertThat(add(officer, "TEXT", "113").text()).contains("\"target\"");
    assertThat(add(officer, "FAX", "113").status()).isEqualTo(400);
  }

  @Test
  void aGatewayThatIsAwayIsTriedAgain() throws Exception {
    String number = "+84 912 345 679";
    String id = confirmed(second, "TEXT", number);
    GATEWAY.status = 503;
    second.post(ADDRESSES + "/" + id + "/messages", Map.of());
    until("two attempts", () -> callsTo(number).size() >= 2);
    assertThat(address(second, id).path("failure").asString()).isEqualTo("BUSY");
    GATEWAY.status = 204;
    until("sent", () -> address(second, id).path("failure").isNull());
    assertThat(callsTo(number).stream().map(TestGateway.Call::id).distinct()).hasSize(1);
  }

  @Test
  void whoMayNotSignInAnyMoreIsToldNothing() throws Exception {
    SERVER.person("leaving", commune.id(), Role.COMMUNITY_OFFICER);
    TestClient leaving = SERVER.signedIn("leaving");
    confirmed(leaving, "PUSH", browser());
    long before = count("address");
    SERVER
        .database()
        .client()
        .sql("update identity.person set active = false where username = 'leaving'")
        .update();
    until("removed", () -> count("address") == before - 1);
  }
}
