package anbinh.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class SecondFactorIT {
  @RegisterExtension
  static final TestServer SERVER =
      new TestServer(
          "anbinh.identity.attempts-per-account=3",
          "anbinh.identity.second-factor=required-for-deciders");

  @Test
  void aSignInIsOnlyWholeWithTheCode() {
    Person person = SERVER.person("lan", null, Role.DUTY_OFFICER);
    byte[] secret = addTotp(SERVER.signedIn("lan"), person).secret();
    TestClient client = SERVER.client();
    Answer half = client.signIn("lan", TestServer.PASSWORD);
    assertThat(half.json().path("user").isNull()).isTrue();
    assertThat(half.json().path("secondFactor").path("methods").toString())
        .isEqualTo("[\"TOTP\",\"RECOVERY_CODE\"]");
    assertThat(client.get("/api/areas").code()).isEqualTo("not-signed-in");
    assertThat(client.get("/api/account").code()).isEqualTo("not-signed-in");
    assertThat(client.get("/api/session").json().path("secondFactor").isObject()).isTrue();
    assertThat(errors(second(client, "TOTP", "not a code"))).containsExactly("value code-wrong");
    assertThat(errors(second(client, "PASSWORD", TestServer.PASSWORD)))
        .containsExactly("method method-not-yours");
    String before = client.cookie("ANBINH_SESSION").orElseThrow();

    Answer whole = second(client, "TOTP", code(secret, 0));

    assertThat(whole.json().path("user").path("username").asString()).isEqualTo("lan");
    assertThat(client.cookie("ANBINH_SESSION").orElseThrow()).isNotEqualTo(before);
    assertThat(client.get("/api/areas").status()).isEqualTo(200);
    assertThat(events(person, "identity.sign-in").getLast()).contains("\"secondFactor\":\"TOTP\"");
  }

  @Test
  void aCodeWorksOnceAndAnEarlierOneNotAfterALaterOne() {
    Person person = SERVER.person("minh", null, Role.DUTY_OFFICER);
    byte[] secret = addTotp(SERVER.signedIn("minh"), person).secret();
    String used = code(secret, 0);
    assertThat(second(half("minh"), "TOTP", used).status()).isEqualTo(200);
    assertThat(errors(second(half("minh"), "TOTP", used))).containsExactly("value code-wrong");
    assertThat(errors(second(half("minh"), "TOTP", code(secret, -1))))
        .containsExactly("value code-wrong");
    assertThat(second(half("minh"), "TOTP", code(secret, 1)).status()).isEqualTo(200);
  }

  @Test
  void guessingCodesIsLimitedAlsoForWhoeverHasThePassword() {
    Person person = SERVER.person("hoa", null, Role.DUTY_OFFICER);
    byte[] secret = addTotp(SERVER.signedIn("hoa"), person).secret();
    for (int i = 0; i < 3; i++) {
      second(half("hoa"), "TOTP", "000000".equals(code(secret, 0)) ? "111111" : "000000");
    }
    Answer limited = second(half("hoa"), "TOTP", code(secret, 0));
    assertThat(limited.status()).isEqualTo(429);
    assertThat(limited.header("Retry-After")).isPresent();
    assertThat(events(person, "identity.sign-in-failed")).hasSize(3);
  }

  @Test
  void aRecoveryCodeWorksOnce() {
    Person person = SERVER.person("son", null, Role.DUTY_OFFICER);
    List<String> codes = addTotp(SERVER.signedIn("son"), person).recoveryCodes();
    assertThat(codes)
        .as("120 random bits each")
        .allSatisfy(code -> assertThat(code).matches("([a-z0-9]{4}-){5}[a-z0-9]{4}"));
    assertThat(codes).hasSize(RecoveryCodes.COUNT).doesNotHaveDuplicates();
    TestClient client = half("son");
    String typed = codes.getFirst().toUpperCase(Locale.ROOT).replace('-', ' ');
    assertThat(second(client, "RECOVERY_CODE", typed).status()).isEqualTo(200);
    assertThat(client.get("/api/account").json().path("recoveryCodesLeft").asInt()).isEqualTo(9);
    assertThat(errors(second(half("son"), "RECOVERY_CODE", codes.getFirst())))
        .containsExactly("value code-wrong");

    Answer renewed = client.post("/api/account/recovery-codes", Map.of());
    assertThat(renewed.json().path("recoveryCodes").size()).isEqualTo(RecoveryCodes.COUNT);
    assertThat(errors(second(half("son"), "RECOVERY_CODE", codes.get(1))))
        .containsExactly("value code-wrong");
  }

  @Test
  void theDatabaseAloneGivesNothingAway() {
    Person person = SERVER.person("kim", null, Role.DUTY_OFFICER);
    Added added = addTotp(SERVER.signedIn("kim"), person);
    byte[] stored =
        SERVER
            .database()
            .client()
            .sql("select secret from identity.totp where person_id = ?")
            .param(person.id())
            .query(byte[].class)
            .single();
    assertThat(latin(stored)).doesNotContain(latin(added.secret()));
    List<byte[]> hashes =
        SERVER
            .database()
            .client()
            .sql("select hash from identity.recovery_code where person_id = ?")
            .param(person.id())
            .query((row, number) -> row.getBytes(1))
            .list();
    for (byte[] hash : hashes) {
      assertThat(hash).hasSize(32);
      added.recoveryCodes().forEach(code -> assertThat(latin(hash)).doesNotContain(code));
    }
  }

  @Test
  void anOfferCountsOnlyAfterACodeOfIt() {
    SERVER.person("nga", null, Role.DUTY_OFFICER);
    TestClient client = SERVER.signedIn("nga");
    assertThat(client.post("/api/account/totp/confirm", Map.of("code", "123456")).code())
        .isEqualTo("no-offer");
    client.post("/api/account/totp", Map.of());
    assertThat(errors(client.post("/api/account/totp/confirm", Map.of("code", "12345"))))
        .containsExactly("code code-wrong");
    Answer signedIn = SERVER.client().signIn("nga", TestServer.PASSWORD);
    assertThat(signedIn.json().path("user").isObject()).isTrue();
  }

  @Test
  void whoDecidesMustHaveOneBeforeAnythingElse() {
    Person person = SERVER.person("approver", null, Role.APPROVER);
    TestClient client = SERVER.signedIn("approver");
    assertThat(client.get("/api/requests").code()).isEqualTo("add-second-factor-first");
    JsonNode user = client.get("/api/session").json().path("user");
    assertThat(user.path("mustAddSecondFactor").asBoolean()).isTrue();

    addTotp(client, person);

    assertThat(client.get("/api/requests").status()).isEqualTo(200);
    assertThat(client.delete("/api/account/totp").code()).isEqualTo("last-second-factor");
    Person officer = SERVER.person("officer", null, Role.DUTY_OFFICER);
    TestClient other = SERVER.signedIn("officer");
    assertThat(other.get("/api/areas").status()).isEqualTo(200);
    addTotp(other, officer);
    assertThat(other.delete("/api/account/totp").status()).isEqualTo(204);
    assertThat(other.get("/api/account").json().path("recoveryCodesLeft").asInt()).isZero();
    assertThat(events(officer, "identity.second-factor-removed")).hasSize(1);
  }

  @Test
  void anAdministratorTakesThemAwayAndEndsTheSessions() {
    SERVER.person("root", null, Role.ADMINISTRATOR);
    Person person = SERVER.person("lost-phone", null, Role.DUTY_OFFICER);
    TestClient client = SERVER.signedIn("lost-phone");
    addTotp(client, person);
    TestClient root = SERVER.signedIn("root");
    String path = "/api/people/" + person.id() + "/second-factors";
    assertThat(client.delete(path).code()).isEqualTo("not-your-role");

    Answer reset = root.delete(path);

    assertThat(reset.json().path("secondFactor").asBoolean()).isFalse();
    assertThat(client.get("/api/areas").code()).isEqualTo("not-signed-in");
    Answer signedIn = SERVER.client().signIn("lost-phone", TestServer.PASSWORD);
    assertThat(signedIn.json().path("user").isObject()).isTrue();
    assertThat(about(person, "identity.second-factors-reset")).isEqualTo(1);
  }

  @Test
  void aGraveActNeedsSomebodyWhoShowedThatItIsThem() {
    SERVER.person("grave", null, Role.ADMINISTRATOR);
    TestClient client = SERVER.signedIn("grave");
    assertThat(client.post("/api/account/totp", Map.of()).status()).isEqualTo(200);
    SERVER.forgetConfirmations();

    Answer asked = client.post("/api/account/totp", Map.of());
    assertThat(asked.status()).isEqualTo(403);
    assertThat(asked.code()).isEqualTo("confirm-yourself");
    assertThat(asked.json().path("methods").toString()).isEqualTo("[\"PASSWORD\"]");
    assertThat(errors(confirm(client, "PASSWORD", "some other password")))
        .containsExactly("value password-wrong");
    assertThat(client.post("/api/account/totp", Map.of()).code()).isEqualTo("confirm-yourself");
    assertThat(confirm(client, "PASSWORD", TestServer.PASSWORD).status()).isEqualTo(204);
    assertThat(client.post("/api/account/totp", Map.of()).status()).isEqualTo(200);
  }

  @Test
  void whoHasASecondFactorConfirmsWithItAndNotWithThePassword() {
    Person person = SERVER.person("careful", null, Role.DUTY_OFFICER);
    TestClient client = SERVER.signedIn("careful");
    byte[] secret = addTotp(client, person).secret();
    SERVER.forgetConfirmations();
    assertThat(errors(confirm(client, "PASSWORD", TestServer.PASSWORD)))
        .containsExactly("method method-not-yours");
    assertThat(confirm(client, "TOTP", code(secret, 0)).status()).isEqualTo(204);
    assertThat(client.delete("/api/account/totp").status()).isEqualTo(204);
    assertThat(events(person, "identity.confirmed").getLast()).contains("\"method\":\"TOTP\"");
  }

  @Test
  void aHalfSessionEndsAfterFiveMinutesAndWithThePasswordThatOpenedIt() {
    SERVER.person("chief", null, Role.ADMINISTRATOR);
    Person person = SERVER.person("thu", null, Role.DUTY_OFFICER);
    byte[] secret = addTotp(SERVER.signedIn("thu"), person).secret();
    TestClient late = half("thu");
    SERVER.setSessionMillis("passwordRightAtMillis", Instant.now().minusSeconds(301));
    assertThat(second(late, "TOTP", code(secret, 0)).code()).isEqualTo("not-signed-in");
    assertThat(late.get("/api/session").json().path("secondFactor").isNull()).isTrue();

    TestClient old = half("thu");
    Map<String, String> password = Map.of("password", "mật khẩu thay thế");
    Answer changed = SERVER.signedIn("chief").patch("/api/people/" + person.id(), password);
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    assertThat(second(old, "TOTP", code(secret, 0)).code()).isEqualTo("not-signed-in");
  }

  @Test
  void aNewPasswordNeedsTheSecondFactorAndIsNoProofByItself() {
    Map<String, String> change =
        Map.of("current", TestServer.PASSWORD, "password", "mật khẩu mới của tôi");
    SERVER.person("mai", null, Role.DUTY_OFFICER);
    TestClient without = SERVER.signedIn("mai");
    Person person = SERVER.person("tuan", null, Role.DUTY_OFFICER);
    TestClient with = SERVER.signedIn("tuan");
    byte[] secret = addTotp(with, person).secret();
    SERVER.forgetConfirmations();

    assertThat(without.post("/api/session/password", change).status()).isEqualTo(200);
    assertThat(without.post("/api/account/totp", Map.of()).code()).isEqualTo("confirm-yourself");
    assertThat(with.post("/api/session/password", change).code()).isEqualTo("confirm-yourself");
    assertThat(confirm(with, "TOTP", code(secret, 0)).status()).isEqualTo(204);
    assertThat(with.post("/api/session/password", change).status()).isEqualTo(200);
    assertThat(with.delete("/api/account/totp").status()).isEqualTo(204);
  }

  /// Adds an authenticator app with a code of the step before, so that the present one is unused.
  private static Added addTotp(TestClient client, Person person) {
    JsonNode offer = client.post("/api/account/totp", Map.of()).json();
    byte[] secret = new Base32().decode(offer.path("secret").asString());
    assertThat(offer.path("picture").asString()).startsWith("<svg ");
    Answer added = client.post("/api/account/totp/confirm", Map.of("code", code(secret, 0)));
    assertThat(added.status()).as(added.text()).isEqualTo(200);
    int rows =
        SERVER
            .database()
            .client()
            .sql("update identity.totp set last_step = 0 where person_id = ?")
            .param(person.id())
            .update();
    assertThat(rows).isEqualTo(1);
    List<String> codes = new ArrayList<>();
    added.json().path("recoveryCodes").forEach(code -> codes.add(code.asString()));
    return new Added(new String(secret, StandardCharsets.ISO_8859_1), codes);
  }

  private static TestClient half(String username) {
    TestClient client = SERVER.client();
    Answer half = client.signIn(username, TestServer.PASSWORD);
    assertThat(half.json().path("user").isNull()).isTrue();
    return client;
  }

  private static Answer second(TestClient client, String method, String value) {
    return client.post("/api/session/second-factor", Map.of("method", method, "value", value));
  }

  private static Answer confirm(TestClient client, String method, String value) {
    return client.post("/api/session/confirm", Map.of("method", method, "value", value));
  }

  private static String code(byte[] secret, int drift) {
    return Totp.code(secret, Totp.step(Instant.now()) + drift);
  }

  private static List<String> errors(Answer answer) {
    List<String> errors = new ArrayList<>();
    answer
        .json()
        .path("errors")
        .forEach(error ->
            errors.add(error.path("field").asString() + " " + error.path("code").asString()));
    return errors;
  }

  /// The leaves of a person's own events, in order.
  private static List<String> events(Person person, String type) {
    return SERVER
        .database()
        .client()
        .sql(
            """
            select convert_from(record, 'UTF8') from audit.event
            where type = ? and actor_id = ? order by at
            """)
        .params(type, person.id())
        .query((row, number) -> row.getString(1))
        .list();
  }

  private static long about(Person person, String type) {
    return SERVER
        .database()
        .client()
        .sql("select count(*) from audit.event where type = ? and object_id = ?")
        .params(type, person.pseudonym().toString())
        .query(Long.class)
        .single();
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private record Added(String latinSecret, List<String> recoveryCodes) {
    byte[] secret() {
      return latinSecret.getBytes(StandardCharsets.ISO_8859_1);
    }
  }
}
