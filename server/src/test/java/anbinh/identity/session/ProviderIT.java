package anbinh.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.provider.ProviderTry;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// Signing in by a real Keycloak: its page is filled in as a browser would, and what it sends the
/// browser back with is brought to the server as the console does.
class ProviderIT {
  @RegisterExtension static final TestKeycloak KEYCLOAK = new TestKeycloak();

  @RegisterExtension
  static final TestServer SERVER =
      new TestServer(
          "anbinh.identity.provider.issuer=" + KEYCLOAK.issuer(),
          "anbinh.identity.provider.name=Cơ quan",
          "anbinh.identity.provider.client-secret-file=" + secret(),
          "anbinh.identity.provider.trusted-amr=otp",
          "anbinh.identity.second-factor=required-for-deciders");

  @BeforeAll
  static void start() throws Exception {
    KEYCLOAK.start(URI.create("http://localhost:" + SERVER.uri("/").getPort()));
    SERVER.person("quan-tri", null, Role.ADMINISTRATOR);
  }

  @Test
  void nobodyComesInByANameAlone() {
    Person person = SERVER.person("lan", null, Role.DUTY_OFFICER);
    TestClient client = SERVER.client();
    assertThat(client.get("/api/session/provider").text())
        .isEqualTo("{\"name\":\"Cơ quan\",\"away\":false}");

    Answer refused = complete(client, KEYCLOAK.browser(), "lan", Map.of());
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.code()).isEqualTo("no-account-here");
    assertThat(refused.text()).contains("Cơ quan");
    assertThat(events("identity.sign-in-failed")).anyMatch(leaf -> leaf.contains("no-account"));

    invite("lan", person, KEYCLOAK.browser());
    assertThat(complete(SERVER.client(), KEYCLOAK.browser(), "lan", Map.of()).status())
        .isEqualTo(200);
    assertThat(events("identity.provider-linked"))
        .anyMatch(leaf -> leaf.contains(person.pseudonym().toString()));
    assertThat(events("identity.sign-in"))
        .anyMatch(leaf -> leaf.contains("\"method\":\"PROVIDER\""));
  }

  @Test
  void anInvitationIsGoodOnceAndALinkCanBeTakenAway() {
    Person person = SERVER.person("minh", null, Role.DUTY_OFFICER);
    String invitation = invite("minh", person, KEYCLOAK.browser());
    assertThat(
            complete(SERVER.client(), KEYCLOAK.browser(), "khac", Map.of("invitation", invitation))
                .code())
        .isEqualTo("no-account-here");
    TestClient client = SERVER.client();
    complete(client, KEYCLOAK.browser(), "minh", Map.of());
    assertThat(client.get("/api/areas").status()).isEqualTo(200);

    TestClient admin = SERVER.signedIn("quan-tri");
    String link = "/api/people/" + person.id() + "/provider-link";
    assertThat(client.delete(link).code()).isEqualTo("not-your-role");
    assertThat(admin.delete(link).status()).isEqualTo(204);
    assertThat(client.get("/api/areas").code()).isEqualTo("not-signed-in");
    assertThat(complete(SERVER.client(), KEYCLOAK.browser(), "minh", Map.of()).code())
        .isEqualTo("no-account-here");
    assertThat(events("identity.provider-unlinked")).hasSize(1);
  }

  @Test
  void anInvitationLapses() {
    Person person = SERVER.person("tre", null, Role.DUTY_OFFICER);
    String invitation = invitation(person);
    SERVER
        .database()
        .client()
        .sql(
            "update identity.provider_invitation set until = now() - interval '1 second'"
                + " where person_id = ?")
        .param(person.id())
        .update();
    SERVER.acceptAccounts();
    assertThat(
            complete(SERVER.client(), KEYCLOAK.browser(), "khac", Map.of("invitation", invitation))
                .code())
        .isEqualTo("no-account-here");
  }

  @Test
  void theProvidersSecondFactorCountsOnlyWhereItSaysSo() {
    Person decider = SERVER.person("co-otp", null, Role.APPROVER);
    TestKeycloak.Browser hoa = KEYCLOAK.browser();
    invite("hoa", decider, hoa);
    TestClient trusted = SERVER.client();
    JsonNode user = complete(trusted, hoa, "hoa", Map.of()).json().path("user");
    assertThat(user.path("mustAddSecondFactor").asBoolean()).isFalse();
    // Whoever was invited might be somebody else.
    assertThat(trusted.get("/api/requests").code()).isEqualTo("not-your-role");
    confirm(decider);
    assertThat(trusted.get("/api/requests").status()).isEqualTo(200);

    Person own = SERVER.person("tu-co", null, Role.DUTY_OFFICER);
    byte[] secret = addApp(SERVER.signedIn("tu-co"));
    TestClient half = SERVER.client();
    Answer awaited =
        complete(half, KEYCLOAK.browser(), "tu", Map.of("invitation", invitation(own)));
    assertThat(awaited.json().path("user").isNull()).isTrue();
    assertThat(awaited.json().path("secondFactor").path("methods").toString()).contains("TOTP");
    assertThat(half.get("/api/areas").code()).isEqualTo("not-signed-in");
    Answer whole =
        half.post("/api/session/second-factor", Map.of("method", "TOTP", "value", code(secret)));
    assertThat(whole.json().path("user").path("username").asString()).isEqualTo("tu-co");
    assertThat(half.delete("/api/session").json().path("provider").asString())
        .startsWith(KEYCLOAK.issuer());
  }

  @Test
  void aGraveActIsConfirmedByTheProviderWhichAsksAnew() {
    Person person = SERVER.person("bao", null, Role.ADMINISTRATOR);
    TestKeycloak.Browser browser = KEYCLOAK.browser();
    invite("an", person, browser);
    TestClient client = SERVER.client();
    complete(client, browser, "an", Map.of());
    SERVER.forgetConfirmations();

    Answer asked = client.post("/api/account/totp", Map.of());
    assertThat(asked.code()).isEqualTo("confirm-yourself");
    assertThat(asked.json().path("methods").toString()).isEqualTo("[\"PROVIDER\"]");
    Answer elsewhere =
        client.post(
            "/api/session/confirm", Map.of("method", "PROVIDER", "value", TestServer.PASSWORD));
    assertThat(elsewhere.text()).contains("method-not-yours");

    String address = begin(client, Map.of());
    assertThat(address).contains("prompt=login", "max_age=0");
    assertThat(
            client.post("/api/session/provider", KEYCLOAK.browser().signIn(address, "hoa")).code())
        .isEqualTo("provider-did-not-confirm");
    address = begin(client, Map.of());
    Map<String, String> unasked =
        browser.signIn(address.replace("prompt=login", "").replace("max_age=0", ""), "nobody");
    asIfBegunLater();
    assertThat(client.post("/api/session/provider", unasked).code())
        .isEqualTo("provider-did-not-confirm");
    assertThat(client.post("/api/account/totp", Map.of()).code()).isEqualTo("confirm-yourself");

    assertThat(complete(client, browser, "an", Map.of()).status()).isEqualTo(200);
    assertThat(client.post("/api/account/totp", Map.of()).status()).isEqualTo(200);
    assertThat(events("identity.confirmed"))
        .anyMatch(leaf -> leaf.contains("\"method\":\"PROVIDER\""));
  }

  @Test
  void anAnswerBelongsToTheSessionThatBeganAndIsGoodOnce() {
    TestClient client = SERVER.client();
    Map<String, String> answer = KEYCLOAK.browser().signIn(begin(client, Map.of()), "khac");
    TestClient other = SERVER.client();
    other.get("/api/session");
    assertThat(other.post("/api/session/provider", answer).code()).isEqualTo("no-offer");
    begin(other, Map.of());
    assertThat(other.post("/api/session/provider", answer).code()).isEqualTo("provider-refused");

    Map<String, String> bent = Map.of("state", "bent", "code", answer.get("code"));
    assertThat(client.post("/api/session/provider", bent).code()).isEqualTo("provider-refused");
    assertThat(client.post("/api/session/provider", answer).code()).isEqualTo("no-offer");
    assertThat(events("identity.sign-in-failed"))
        .anyMatch(leaf -> leaf.contains("provider-refused"));
  }

  @Test
  void whoLeavesAtTheProviderLeavesHereToo() {
    Person person = SERVER.person("di-ve", null, Role.DUTY_OFFICER);
    TestKeycloak.Browser browser = KEYCLOAK.browser();
    invite("di", person, browser);
    TestClient here = SERVER.client();
    TestClient there = SERVER.client();
    complete(here, browser, "di", Map.of());
    complete(there, browser, "di", Map.of());
    TestClient apart = SERVER.client();
    complete(apart, KEYCLOAK.browser(), "di", Map.of());
    TestClient local = SERVER.signedIn("di-ve");

    String leave = here.delete("/api/session").json().path("provider").asString();
    assertThat(here.get("/api/areas").code()).isEqualTo("not-signed-in");
    assertThat(there.get("/api/areas").status()).isEqualTo(200);
    assertThat(browser.get(leave).headers().firstValue("Location").orElseThrow())
        .endsWith("/sign-in");

    assertThat(there.get("/api/areas").code()).isEqualTo("not-signed-in");
    assertThat(apart.get("/api/areas").status()).isEqualTo(200);
    assertThat(local.get("/api/areas").status()).isEqualTo(200);
    assertThat(events("identity.sessions-ended"))
        .anyMatch(leaf -> leaf.contains("\"by\":\"provider\""));
    StoredSessions stored = SERVER.bean(StoredSessions.class);
    assertThat(stored.endOfProvider("", null)).isZero();
    assertThat(stored.endOfProvider("", person.id()))
        .as("without the name of one session all that it opened end")
        .isOne();
    assertThat(apart.get("/api/areas").code()).isEqualTo("not-signed-in");
    assertThat(local.get("/api/areas").status()).isEqualTo(200);
    for (String token : List.of("a.b.c", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.AA")) {
      Answer refused =
          SERVER
              .client()
              .sendAs(
                  "POST",
                  "/api/session/provider/ended",
                  "logout_token=" + token,
                  Map.of("Content-Type", "application/x-www-form-urlencoded"));
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.text()).contains("logout_token");
    }
  }

  private static String begin(TestClient client, Map<String, String> body) {
    client.get("/api/session");
    Answer begun = client.post("/api/session/provider/begin", body);
    assertThat(begun.status()).as(begun.text()).isEqualTo(200);
    return begun.json().path("address").asString();
  }

  private static Answer complete(
      TestClient client, TestKeycloak.Browser browser, String username, Map<String, String> body) {
    return client.post("/api/session/provider", browser.signIn(begin(client, body), username));
  }

  private static String invitation(Person person) {
    Answer invited =
        SERVER
            .signedIn("quan-tri")
            .post("/api/people/" + person.id() + "/provider-invitation", Map.of());
    assertThat(invited.status()).as(invited.text()).isEqualTo(201);
    String link = invited.json().path("link").asString();
    return link.substring(link.indexOf('=') + 1);
  }

  /// Links an account with somebody of the provider; returns the invitation, used up.
  private static String invite(String username, Person person, TestKeycloak.Browser browser) {
    String invitation = invitation(person);
    TestClient client = SERVER.client();
    Answer answer = complete(client, browser, username, Map.of("invitation", invitation));
    assertThat(answer.json().path("user").path("username").asString())
        .as(answer.text())
        .isEqualTo(person.username());
    return invitation;
  }

  /// Another administrator lets a person have again the roles that wait.
  private static void confirm(Person person) {
    SERVER.person("quan-tri-hai", null, Role.ADMINISTRATOR);
    TestClient second = SERVER.signedIn("quan-tri-hai");
    String grant =
        second
            .get("/api/role-grants")
            .json()
            .path("items")
            .valueStream()
            .filter(
                each -> each.path("person").path("id").asString().equals(person.id().toString()))
            .findFirst()
            .orElseThrow()
            .path("id")
            .asString();
    Answer decided =
        second.post("/api/role-grants/" + grant + "/decision", Map.of("outcome", "CONFIRMED"));
    assertThat(decided.status()).as(decided.text()).isEqualTo(200);
  }

  /// Makes whatever was begun seem to be begun a minute later than it was.
  private static void asIfBegunLater() {
    byte[] stored =
        SERVER
            .database()
            .client()
            .sql(
                """
                select attribute_bytes from identity.spring_session_attributes
                where attribute_name = 'providerTry'
                """)
            .query(byte[].class)
            .single();
    ProviderTry begun = ProviderTry.parse(SessionValue.read(stored)).orElseThrow();
    var later =
        new ProviderTry(
            begun.state(),
            begun.nonce(),
            begun.verifier(),
            begun.begun().plus(Duration.ofMinutes(1)),
            begun.confirms(),
            begun.invitation());
    SERVER
        .database()
        .client()
        .sql(
            """
            update identity.spring_session_attributes set attribute_bytes = ?
            where attribute_name = 'providerTry'
            """)
        .param(SessionValue.write(later.text()))
        .update();
  }

  private static byte[] addApp(TestClient client) {
    JsonNode offer = client.post("/api/account/totp", Map.of()).json();
    byte[] secret = new Base32().decode(offer.path("secret").asString());
    Answer added = client.post("/api/account/totp/confirm", Map.of("code", code(secret)));
    assertThat(added.status()).as(added.text()).isEqualTo(200);
    SERVER.database().client().sql("update identity.totp set last_step = 0").update();
    return secret;
  }

  private static String code(byte[] secret) {
    try {
      return new TimeBasedOneTimePasswordGenerator()
          .generateOneTimePasswordString(new SecretKeySpec(secret, "HmacSHA1"), Instant.now());
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> events(String type) {
    return SERVER
        .database()
        .client()
        .sql("select convert_from(record, 'UTF8') from audit.event where type = ?")
        .param(type)
        .query((row, number) -> row.getString(1))
        .list();
  }

  private static Path secret() {
    try {
      Path file = Files.createTempFile("anbinh-test", ".secret");
      Files.writeString(file, TestKeycloak.SECRET + "\n");
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
