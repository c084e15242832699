package anbinh.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.core.serializer.support.SerializingConverter;
import tools.jackson.databind.JsonNode;

class SessionIT {
  @RegisterExtension
  static final TestServer SERVER =
      new TestServer(
          TestServer.REAL_PASSWORDS,
          "anbinh.identity.attempts-per-account=3",
          "anbinh.identity.longest=1h");

  @BeforeAll
  static void people() {
    SERVER.person("lan", null, Role.DUTY_OFFICER);
    SERVER.person("minh", null, Role.DUTY_OFFICER);
    SERVER.person("hoa", null, Role.DUTY_OFFICER);
  }

  @Test
  void theSessionSaysWhatTheRolesMayAskFor() {
    TestClient client = SERVER.client();
    var operations =
        client.signIn("lan", TestServer.PASSWORD).json().at("/user/operations").valueStream();
    assertThat(operations.map(JsonNode::asString))
        .isSorted()
        .contains("GET /api/cameras", "GET /api/areas", "GET /api/cameras/{id}/video.mp4")
        .doesNotContain("POST /api/cameras", "GET /api/cases", "GET /api/log");
  }

  @Test
  void signingInOpensASessionAndSigningOutEndsIt() {
    TestClient client = SERVER.client();
    assertThat(client.get("/api/session").json().path("user").isNull()).isTrue();
    assertThat(client.get("/api/areas").code()).isEqualTo("not-signed-in");

    Answer signedIn = client.signIn("Lan ", TestServer.PASSWORD);
    assertThat(signedIn.json().path("user").path("username").asString()).isEqualTo("lan");
    assertThat(signedIn.json().path("user").path("area").isNull()).isTrue();
    assertThat(client.get("/api/areas").status()).isEqualTo(200);
    String session = client.cookie("ANBINH_SESSION").orElseThrow();
    assertThat(new String(Base64.getDecoder().decode(session), StandardCharsets.US_ASCII))
        .as("216 random bits, and their mark")
        .matches("[\\w-]{36}\\.[0-9a-f]{64}");

    assertThat(client.delete("/api/session").status()).isEqualTo(200);
    client.putCookie("ANBINH_SESSION", session);
    assertThat(client.get("/api/areas").code()).isEqualTo("not-signed-in");
  }

  @Test
  void theSessionCookieIsHiddenFromScriptsAndOtherSites() {
    TestClient client = SERVER.client();
    client.get("/api/session");
    List<String> cookies =
        client.trySignIn("lan", TestServer.PASSWORD).response().headers().allValues("Set-Cookie");
    assertThat(cookies)
        .anySatisfy(cookie ->
            assertThat(cookie)
                .startsWith("ANBINH_SESSION=")
                .contains("HttpOnly")
                .contains("SameSite=Strict"));
    assertThat(cookies)
        .anySatisfy(
            cookie -> assertThat(cookie).startsWith("XSRF-TOKEN=").contains("SameSite=Strict"));
  }

  @Test
  void aSessionFixedBeforehandIsWorthNothing() {
    TestClient attacker = SERVER.signedIn("minh");
    String fixed = attacker.cookie("ANBINH_SESSION").orElseThrow();
    TestClient victim = SERVER.client();
    victim.get("/api/session");
    victim.putCookie("ANBINH_SESSION", fixed);

    victim.signIn("lan", TestServer.PASSWORD);

    assertThat(victim.cookie("ANBINH_SESSION").orElseThrow()).isNotEqualTo(fixed);
    assertThat(attacker.get("/api/session").json().path("user").isNull()).isTrue();
  }

  @Test
  void unsafeMethodsNeedTheTokenOfTheCookie() {
    TestClient client = SERVER.signedIn("lan");
    for (String token : List.of("", "wrong", "00000000-0000-0000-0000-000000000000")) {
      Answer answer = client.send("DELETE", "/api/session", null, Map.of("X-XSRF-TOKEN", token));
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.code()).isEqualTo("csrf");
    }
    assertThat(client.send("POST", "/api/areas", "{}", Map.of()).code()).isEqualTo("csrf");
    assertThat(client.get("/api/session").json().path("user").isNull()).isFalse();
  }

  /// A token put into somebody's browser by whoever could get one: another host of the domain, an
  /// older session, a page on a shared desk.
  @Test
  void aTokenIsGoodWithItsOwnSessionAlone() {
    TestClient stranger = SERVER.client();
    stranger.get("/api/session");
    String withoutSession = stranger.cookie("XSRF-TOKEN").orElseThrow();
    String ofAnother = SERVER.signedIn("minh").cookie("XSRF-TOKEN").orElseThrow();
    TestClient client = SERVER.signedIn("lan");
    String own = client.cookie("XSRF-TOKEN").orElseThrow();
    String random = own.substring(0, own.indexOf('.'));
    for (String foreign :
        List.of(
            withoutSession,
            ofAnother,
            random,
            random + ".",
            "." + own,
            random + ofAnother.substring(ofAnother.indexOf('.')))) {
      client.putCookie("XSRF-TOKEN", foreign);
      Answer answer = client.send("DELETE", "/api/session", null, Map.of("X-XSRF-TOKEN", foreign));
      assertThat(answer.code()).as(foreign).isEqualTo("csrf");
    }
    client.get("/api/session");
    assertThat(client.delete("/api/session").status()).as("the page gets a new one").isEqualTo(200);
  }

  @Test
  void theTokenGoesOnWorkingWhenASessionEnds() {
    TestClient client = SERVER.signedIn("lan");
    client.delete("/api/session");
    assertThat(client.trySignIn("lan", TestServer.PASSWORD).status()).isEqualTo(200);
    SERVER.database().client().sql("delete from identity.spring_session").update();
    assertThat(client.trySignIn("lan", TestServer.PASSWORD).status())
        .as("one that the server ended by itself")
        .isEqualTo(200);
  }

  @Test
  void whatThePageOfAnotherSiteSendsIsRefused() {
    TestClient client = SERVER.signedIn("lan");
    String own = SERVER.uri("").toString();
    String port = own.substring(own.lastIndexOf(':'));
    for (Map<String, String> foreign :
        List.of(
            Map.of("Origin", "https://elsewhere.example"),
            Map.of("Origin", "null"),
            Map.of("Origin", ""),
            Map.of("Origin", "%"),
            Map.of("Origin", "http://127.0.0.1"),
            Map.of("Origin", "http://127.0.0.1" + port + ".elsewhere.example"),
            Map.of("Origin", "http://127.0.0.1.elsewhere.example" + port),
            Map.of("Origin", "http://elsewhere@127.0.0.1" + port),
            Map.of("Origin", own + "/"),
            Map.of("Sec-Fetch-Site", "cross-site"),
            Map.of("Sec-Fetch-Site", "same-site"),
            Map.of("Sec-Fetch-Site", "what"),
            Map.of("Origin", own, "Sec-Fetch-Site", "cross-site"))) {
      var headers = new HashMap<>(foreign);
      headers.put("X-XSRF-TOKEN", client.cookie("XSRF-TOKEN").orElseThrow());
      for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
        Answer answer = client.send(method, "/api/session", null, headers);
        assertThat(answer.status()).as("%s %s", method, foreign).isEqualTo(403);
        assertThat(answer.code()).as("%s %s", method, foreign).isEqualTo("foreign-origin");
      }
      boolean readable =
          foreign.getOrDefault("Origin", "null").matches("null|https?://[a-z0-9.]+(:\\d+)?");
      assertThat(client.get("/api/session", foreign).status())
          .as("reading %s", foreign)
          .isEqualTo(readable ? 200 : 403);
    }
    var ours = new HashMap<>(Map.of("Origin", own, "Sec-Fetch-Site", "same-origin"));
    ours.put("X-XSRF-TOKEN", client.cookie("XSRF-TOKEN").orElseThrow());
    assertThat(client.send("DELETE", "/api/session", null, ours).status()).isEqualTo(200);
  }

  @Test
  void theTokenChangesWithTheSignIn() {
    TestClient client = SERVER.client();
    client.get("/api/session");
    String before = client.cookie("XSRF-TOKEN").orElseThrow();
    client.trySignIn("lan", TestServer.PASSWORD);
    assertThat(client.cookie("XSRF-TOKEN").orElseThrow()).isNotEqualTo(before);
  }

  @Test
  void anUnknownPersonAndAWrongPasswordLookAndTakeTheSame() {
    TestClient client = SERVER.client();
    client.get("/api/session");
    client.trySignIn("warm-up", "warm-up warm-up");
    long unknownNanos = Long.MAX_VALUE;
    long wrongNanos = Long.MAX_VALUE;
    for (int tried = 0; tried < 2; tried++) {
      long start = System.nanoTime();
      Answer unknown = client.trySignIn("nobody-here", "không phải mật khẩu");
      unknownNanos = Math.min(unknownNanos, System.nanoTime() - start);
      start = System.nanoTime();
      Answer wrong = client.trySignIn("lan", "không phải mật khẩu");
      wrongNanos = Math.min(wrongNanos, System.nanoTime() - start);

      assertThat(unknown.status()).isEqualTo(401);
      assertThat(unknown.code()).isEqualTo(wrong.code()).isEqualTo("sign-in-failed");
      assertThat(unknown.json().path("detail")).isEqualTo(wrong.json().path("detail"));
    }
    assertThat((double) unknownNanos / wrongNanos).isBetween(0.2, 5.0);
    client.signIn("lan", TestServer.PASSWORD);
  }

  @Test
  void tooManyFailuresOfOneAccountHaveToWait() {
    TestClient client = SERVER.client();
    client.get("/api/session");
    for (int i = 0; i < 3; i++) {
      assertThat(client.trySignIn("hoa", "guess number " + i).code()).isEqualTo("sign-in-failed");
    }
    Answer blocked = client.trySignIn("hoa", TestServer.PASSWORD);
    assertThat(blocked.status()).isEqualTo(429);
    assertThat(blocked.code()).isEqualTo("too-many-attempts");
    assertThat(Long.parseLong(blocked.header("Retry-After").orElseThrow())).isBetween(1L, 600L);
    client.signIn("lan", TestServer.PASSWORD);
  }

  @Test
  void aSessionEndsAtItsGreatestAge() {
    SERVER.person("old", null, Role.DUTY_OFFICER);
    TestClient client = SERVER.signedIn("old");
    SERVER.setSessionMillis(SessionPeople.SINCE, Instant.now().minus(Duration.ofMinutes(61)));
    assertThat(client.get("/api/areas").code()).isEqualTo("not-signed-in");
    assertThat(client.get("/api/session").json().path("user").isNull()).isTrue();
  }

  @Test
  void anObjectThatTheServerNeverWroteIsNotReadFromASession() {
    SERVER.person("objects", null, Role.DUTY_OFFICER);
    TestClient client = SERVER.signedIn("objects");
    int rows =
        SERVER
            .database()
            .client()
            .sql(
                """
                update identity.spring_session_attributes a set attribute_bytes = ?
                from identity.spring_session s, identity.person p
                where s.primary_id = a.session_primary_id and s.principal_name = p.id::text
                  and p.username = 'objects' and a.attribute_name = 'signedInAtMillis'
                """)
            .param(new SerializingConverter().convert(new Planted()))
            .update();
    assertThat(rows).isEqualTo(1);
    assertThat(client.get("/api/areas").status()).isBetween(400, 599);
    client.get("/api/account/sessions");
    assertThat(Planted.READ).isFalse();
  }

  /// Runs when it is read, as what an attacker writes into a table would.
  private static final class Planted implements Serializable {
    private static final AtomicBoolean READ = new AtomicBoolean();
    private static final long serialVersionUID = 1;

    @SuppressWarnings("unused") // Called by deserialisation.
    private void readObject(ObjectInputStream in) {
      READ.set(true);
    }
  }

  @Test
  void anIdleSessionIsOver() {
    SERVER.person("idle", null, Role.DUTY_OFFICER);
    TestClient client = SERVER.signedIn("idle");
    int sessions =
        SERVER
            .database()
            .client()
            .sql(
                """
                update identity.spring_session s set last_access_time = 0, expiry_time = 1
                from identity.person p where s.principal_name = p.id::text and p.username = 'idle'
                """)
            .update();
    assertThat(sessions).isEqualTo(1);
    assertThat(client.get("/api/areas").code()).isEqualTo("not-signed-in");
  }

  @Test
  void changingThePasswordEndsTheOtherSessions() {
    SERVER.person("linh", null, Role.DUTY_OFFICER);
    TestClient here = SERVER.signedIn("linh");
    TestClient there = SERVER.signedIn("linh");
    assertThat(change(here, "wrong", "mật khẩu mới của tôi").json().path("errors").toString())
        .contains("password-wrong");
    assertThat(change(here, TestServer.PASSWORD, "ngắn").json().path("errors").toString())
        .contains("password-length");
    assertThat(change(here, TestServer.PASSWORD, "mật khẩu mới của tôi").status()).isEqualTo(200);

    assertThat(here.get("/api/areas").status()).isEqualTo(200);
    assertThat(there.get("/api/areas").code()).isEqualTo("not-signed-in");
    SERVER.client().signIn("linh", "mật khẩu mới của tôi");
  }

  @Test
  void onesOwnSessionsAreListedAndEnded() {
    SERVER.person("own", null, Role.DUTY_OFFICER);
    SERVER.person("other", null, Role.DUTY_OFFICER);
    TestClient here = SERVER.signedIn("own");
    TestClient there = SERVER.signedIn("own");
    TestClient elsewhere = SERVER.signedIn("own");
    TestClient other = SERVER.signedIn("other");
    there.get("/api/areas", Map.of("User-Agent", "changes nothing"));

    JsonNode sessions = here.get("/api/account/sessions").json().path("items");
    assertThat(sessions.size()).isEqualTo(3);
    assertThat(sessions.toString()).doesNotContain(here.cookie("ANBINH_SESSION").orElseThrow());
    String present = "";
    String first = "";
    for (JsonNode session : sessions) {
      assertThat(session.path("address").asString()).isEqualTo("127.0.0.1");
      assertThat(session.path("browser").asString()).startsWith("Java-http-client/");
      assertThat(Instant.parse(session.path("lastUsedAt").asString()))
          .isAfterOrEqualTo(Instant.parse(session.path("since").asString()).minusSeconds(1));
      if (session.path("present").asBoolean()) {
        present = session.path("id").asString();
      } else {
        first = session.path("id").asString();
      }
    }
    assertThat(other.delete("/api/account/sessions/" + present).code())
        .isEqualTo("no-such-session");

    assertThat(here.delete("/api/account/sessions/" + first).status()).isEqualTo(204);
    assertThat(here.get("/api/account/sessions").json().path("items").size()).isEqualTo(2);
    assertThat(here.delete("/api/account/sessions").status()).isEqualTo(204);
    assertThat(there.get("/api/areas").code()).isEqualTo("not-signed-in");
    assertThat(elsewhere.get("/api/areas").code()).isEqualTo("not-signed-in");
    assertThat(here.get("/api/areas").status()).isEqualTo(200);
    assertThat(other.get("/api/areas").status()).isEqualTo(200);
  }

  @Test
  void anAdministratorEndsSomebodysSessions() {
    SERVER.person("chief", null, Role.ADMINISTRATOR);
    Person person = SERVER.person("away", null, Role.DUTY_OFFICER);
    TestClient chief = SERVER.signedIn("chief");
    TestClient away = SERVER.signedIn("away");
    assertThat(chief.delete("/api/people/" + person.id() + "/sessions").status()).isEqualTo(204);
    assertThat(away.get("/api/areas").code()).isEqualTo("not-signed-in");
    assertThat(
            SERVER
                .database()
                .client()
                .sql(
                    """
                    select count(*) from audit.event
                    where type = 'identity.sessions-ended' and object_id = ?
                    """)
                .param(person.pseudonym().toString())
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void theFirstAdministratorMustChangeThePasswordBeforeAnythingElse() throws Exception {
    String password =
        Files.readString(SERVER.data().resolve("first-administrator-password")).strip();
    TestClient admin = SERVER.client();
    Answer signedIn = admin.signIn("admin", password);
    assertThat(signedIn.json().path("user").path("mustChangePassword").asBoolean()).isTrue();
    assertThat(admin.get("/api/people").code()).isEqualTo("change-password-first");
    assertThat(change(admin, password, password).json().path("errors").toString())
        .contains("password-same");
    assertThat(change(admin, password, "một mật khẩu khác").status()).isEqualTo(200);
    assertThat(admin.get("/api/people").status()).isEqualTo(200);
  }

  @Test
  void signInsAndFailuresAreRecordedWithoutTheNameInTheLeaf() throws Exception {
    TestClient client = SERVER.client();
    client.get("/api/session");
    client.trySignIn("somebody-else", "some password or other");
    Map.Entry<UUID, String> event =
        SERVER
            .database()
            .client()
            .sql(
                """
                select id, convert_from(record, 'UTF8') from audit.event
                where type = 'identity.sign-in-failed' and detail like '%somebody-else%'
                """)
            .query((row, number) -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
            .single();
    assertThat(event.getValue()).doesNotContain("somebody").contains("\"commit\"");
    assertThat(SERVER.bean(AuditLog.class).awaitIndex(event.getKey(), Duration.ofSeconds(20)))
        .isNotNegative();
  }

  private static Answer change(TestClient client, String current, String password) {
    return client.post("/api/session/password", Map.of("current", current, "password", password));
  }
}
