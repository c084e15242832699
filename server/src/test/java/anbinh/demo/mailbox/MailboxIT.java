package anbinh.demo.mailbox;

import static anbinh.evidence.EvidenceFixture.path;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.cameras.OwnerContact;
import anbinh.cameras.owner.Owners;
import anbinh.evidence.EvidenceFixture;
import anbinh.identity.Role;
import anbinh.testing.Await;
import anbinh.testing.TestClient;
import anbinh.testing.TestServer;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// A demonstration's messages on their whole way: what features send is read in its mailbox.
class MailboxIT {
  private static final String MESSAGES = "/api/demo/messages";
  private static final String ADDRESSES = "/api/notifications/addresses";
  private static final Pattern CODE = Pattern.compile("\\b[0-9]{6}\\b");

  @RegisterExtension
  static final TestServer SERVER =
      new TestServer(
          TestServer.FAKE_FOOTAGE, "anbinh.demonstration=true", "anbinh.demo.cameras=false");

  @BeforeAll
  static void administrator() {
    SERVER.person("administrator", null, Role.ADMINISTRATOR);
  }

  @Test
  void holdsTheLinkThatAnOwnerIsSentAndItOpensTheOwnersPage() {
    var world = new EvidenceFixture(SERVER);
    SERVER
        .bean(Owners.class)
        .putContact(world.shop.id(), new OwnerContact("Mô phỏng", "000 111 222", null, null), null);
    UUID request = world.approved(world.form(0, world.shop));
    assertThat(
            world
                .as("investigator")
                .post(
                    path(request) + "/owner-requests/" + world.shop.id() + "/messages",
                    Map.of("channel", "TEXT", "language", "vi"))
                .status())
        .isEqualTo(201);
    JsonNode message = await("000 111 222");
    assertThat(message.path("type").asString()).isEqualTo("owner.message");
    String link = message.path("link").asString();
    assertThat(message.path("text").asString()).contains("quyền từ chối", link);
    String secret = link.substring(link.indexOf('#') + 1);
    assertThat(world.owner(secret).get("/api/owner/request").status()).isEqualTo(200);
  }

  @Test
  void holdsTheCodeByWhichAnOfficerConfirmsANumber() {
    SERVER.person("notified", null, Role.AUDITOR);
    TestClient officer = SERVER.signedIn("notified");
    JsonNode added =
        officer
            .post(
                ADDRESSES, Map.of("channel", "TEXT", "target", "000 222 3333", "urgentOnly", false))
            .json();
    JsonNode message = await("0002223333");
    assertThat(message.path("type").asString()).isEqualTo("notification.message");
    assertThat(message.path("link").isNull()).isTrue();
    Matcher code = CODE.matcher(message.path("text").asString());
    assertThat(code.find()).isTrue();
    assertThat(
            officer
                .post(
                    ADDRESSES + "/" + added.path("id").asString() + "/confirmation",
                    Map.of("code", code.group()))
                .status())
        .isEqualTo(204);
  }

  @Test
  void isForAdministratorsAlone() {
    SERVER.person("reader", null, Role.AUDITOR);
    assertThat(SERVER.signedIn("reader").get(MESSAGES).code()).isEqualTo("not-your-role");
    assertThat(SERVER.client().get(MESSAGES).status()).isEqualTo(401);
  }

  private static JsonNode await(String number) {
    TestClient administrator = SERVER.signedIn("administrator");
    Await.until("a message to " + number, () -> find(administrator, number).isPresent());
    return find(administrator, number).orElseThrow();
  }

  private static Optional<JsonNode> find(TestClient administrator, String number) {
    return administrator
        .get(MESSAGES)
        .json()
        .path("items")
        .valueStream()
        .filter(each -> each.path("to").asString().equals(number))
        .findFirst();
  }
}
