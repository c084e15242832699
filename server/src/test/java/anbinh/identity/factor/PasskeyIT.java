package anbinh.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.testing.Chromium;
import anbinh.testing.TestServer;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The whole ceremonies, in a real browser with an authenticator of software.
class PasskeyIT {
  @RegisterExtension static final TestServer SERVER = new TestServer();

  private static final long SEED = 20261125;

  /// The functions that the page's console has in its own words.
  private static final String FUNCTIONS =
      """
      window.call = async (method, path, body) => {
        const token = /XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1] ?? '';
        const answer = await fetch(path, { method, headers: {
          'Content-Type': 'application/json', 'X-XSRF-TOKEN': decodeURIComponent(token),
          'Accept-Language': 'en' },
          body: method === 'GET' || method === 'DELETE' ? undefined : JSON.stringify(body ?? {}) });
        const text = await answer.text();
        return { status: answer.status, body: text ? JSON.parse(text) : null };
      };
      window.signIn = async (username) => {
        await call('GET', '/api/session');
        return call('POST', '/api/session', { username, password: '%s' });
      };
      window.makePasskey = async () => {
        const options = (await call('POST', '/api/account/passkeys/options')).body;
        const made = await navigator.credentials.create({
          publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
        return { challenge: options.challenge, credential: made.toJSON() };
      };
      window.addPasskey = async (name) => {
        const { credential } = await makePasskey();
        return call('POST', '/api/account/passkeys', { name, credential });
      };
      window.sign = async (only) => {
        const options = (await call('POST', '/api/session/passkey-options')).body;
        if (only) options.allowCredentials = [{ type: 'public-key', id: only }];
        const signed = await navigator.credentials.get({
          publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
        window.challenge = options.challenge;
        return { method: 'PASSKEY', credential: signed.toJSON() };
      };
      0\
      """
          .formatted(TestServer.PASSWORD);

  private static @Nullable Chromium browser;

  @BeforeAll
  static void startBrowser() throws IOException {
    assumeTrue(Chromium.installed(), "skipped: there is no /usr/bin/chromium");
    browser = Chromium.start();
    browser.addAuthenticator();
  }

  @AfterAll
  static void stopBrowser() throws IOException {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void openPage() {
    if (browser != null) {
      browser.open(URI.create("http://localhost:" + SERVER.uri("/").getPort() + "/"));
      run(FUNCTIONS);
      run("call('GET', '/api/session').then(() => call('DELETE', '/api/session'))");
    }
  }

  @Test
  void aPasskeyCompletesASignInAndConfirms() {
    SERVER.person("lan", null, Role.ADMINISTRATOR);
    run("signIn('lan')");
    JsonNode added = run("addPasskey('Máy tính cơ quan')");
    assertThat(added.path("status").asInt()).as(added.toString()).isEqualTo(201);
    assertThat(added.path("body").path("recoveryCodes").size()).isEqualTo(RecoveryCodes.COUNT);
    JsonNode account = run("call('GET', '/api/account')").path("body");
    assertThat(account.path("passkeys").get(0).path("name").asString())
        .isEqualTo("Máy tính cơ quan");
    run("call('DELETE', '/api/session')");

    JsonNode half = run("signIn('lan')").path("body");
    assertThat(half.path("secondFactor").path("methods").toString())
        .isEqualTo("[\"PASSKEY\",\"RECOVERY_CODE\"]");
    JsonNode whole =
        run("sign().then((proof) => call('POST', '/api/session/second-factor', proof))");
    assertThat(whole.path("body").path("user").path("username").asString())
        .as(whole.toString())
        .isEqualTo("lan");

    SERVER.forgetConfirmations();
    String create = "call('POST', '/api/people', {})";
    assertThat(run(create).path("body").path("methods").toString())
        .isEqualTo("[\"PASSKEY\",\"RECOVERY_CODE\"]");
    JsonNode confirmed = run("sign().then((proof) => call('POST', '/api/session/confirm', proof))");
    assertThat(confirmed.path("status").asInt()).as(confirmed.toString()).isEqualTo(204);
    assertThat(run(create).path("body").path("code").asString()).isEqualTo("invalid");

    String id = account.path("passkeys").get(0).path("id").asString();
    assertThat(run("call('DELETE', '/api/account/passkeys/" + id + "')").path("status").asInt())
        .isEqualTo(204);
    assertThat(run("call('GET', '/api/account')").path("body").path("passkeys").size()).isZero();
  }

  @Test
  void aSignatureIsGoodOnceAndOnlyForItsChallenge() {
    SERVER.person("minh", null, Role.DUTY_OFFICER);
    run("signIn('minh').then(() => addPasskey('Khóa'))");
    run("call('DELETE', '/api/session').then(() => signIn('minh'))");
    run("sign().then((proof) => { window.old = proof; })");
    assertThat(secondFactor("old").path("body").path("user").isObject()).isTrue();
    run("call('DELETE', '/api/session').then(() => signIn('minh'))");
    assertThat(secondFactor("old").toString()).contains("passkey-wrong");
    run("call('POST', '/api/session/passkey-options')");
    assertThat(secondFactor("old").toString()).contains("passkey-wrong");
    run("sign().then((proof) => { window.fresh = proof; })");
    assertThat(secondFactor("fresh").path("body").path("user").isObject()).isTrue();
  }

  @Test
  void somebodyElsesPasskeyIsNoProof() {
    SERVER.person("hoa", null, Role.DUTY_OFFICER);
    SERVER.person("thief", null, Role.DUTY_OFFICER);
    JsonNode hers = run("signIn('hoa').then(() => addPasskey('Của Hoa'))");
    assertThat(hers.path("status").asInt()).as(hers.toString()).isEqualTo(201);
    run("call('DELETE', '/api/session').then(() => signIn('thief'))");
    JsonNode theirs = run("addPasskey('Của kẻ trộm')");
    assertThat(theirs.path("status").asInt()).as(theirs.toString()).isEqualTo(201);
    run("call('DELETE', '/api/session').then(() => signIn('thief'))");
    run("sign().then((proof) => { window.own = proof.credential.id; })");
    run("call('DELETE', '/api/session').then(() => signIn('hoa'))");
    run("sign().then((proof) => { window.hers = proof.credential.id; })");
    assertThat(run("window.own !== window.hers").asBoolean()).isTrue();
    run("sign(window.own).then((proof) => { window.foreign = proof; })");
    assertThat(run("window.foreign.credential.id === window.own").asBoolean()).isTrue();
    assertThat(secondFactor("foreign").toString()).contains("passkey-wrong");
    assertThat(run("call('GET', '/api/session')").path("body").path("user").isNull()).isTrue();
  }

  @Test
  void anAnswerWithAnythingChangedIsNoFault() {
    Person person = SERVER.person("fuzz", null, Role.DUTY_OFFICER);
    Passkeys passkeys = SERVER.bean(Passkeys.class);
    PasskeyTable table = SERVER.bean(PasskeyTable.class);
    TransactionTemplate transaction = SERVER.bean(TransactionTemplate.class);
    var random = new Random(SEED);
    JsonNode made = run("signIn('fuzz').then(() => makePasskey())");
    String created = made.path("challenge").asString();
    ObjectNode credential = (ObjectNode) made.path("credential");
    for (int i = 0; i < 500; i++) {
      ObjectNode changed = changed(credential, random);
      assertThatCode(
              () -> transaction.execute(_ -> passkeys.add(person, created, "Khóa", map(changed))))
          .as(changed.toString())
          .doesNotThrowAnyException();
      transaction.executeWithoutResult(_ -> table.deleteAll(person.id()));
    }
    Boolean added =
        transaction.execute(_ -> passkeys.add(person, created, "Khóa", map(credential)));
    assertThat(added).isTrue();

    ObjectNode signed = (ObjectNode) run("sign()").path("credential");
    String challenge = run("window.challenge").asString();
    assertThat(passkeys.accepts(person, challenge, map(signed))).isTrue();
    for (int i = 0; i < 500; i++) {
      ObjectNode changed = changed(signed, random);
      assertThatCode(() -> passkeys.accepts(person, challenge, map(changed)))
          .as(changed.toString())
          .doesNotThrowAnyException();
    }
  }

  private static Map<String, @Nullable Object> map(ObjectNode object) {
    return JsonMapper.shared().convertValue(object, new TypeReference<>() {});
  }

  /// The same with one of its parts altered, cut or lengthened.
  private static ObjectNode changed(ObjectNode credential, Random random) {
    ObjectNode changed = credential.deepCopy();
    List<String> names =
        changed
            .path("response")
            .propertyStream()
            .filter(part -> part.getValue().isString())
            .map(Map.Entry::getKey)
            .toList();
    String name = names.get(random.nextInt(names.size()));
    byte[] part = Base64.getUrlDecoder().decode(changed.path("response").path(name).asString());
    byte[] other =
        switch (random.nextInt(3)) {
          case 0 -> Arrays.copyOf(part, random.nextInt(part.length));
          case 1 -> Arrays.copyOf(part, part.length + random.nextInt(100));
          default -> part.clone();
        };
    for (int flips = random.nextInt(4); flips > 0 && other.length > 0; flips--) {
      other[random.nextInt(other.length)] = (byte) random.nextInt(256);
    }
    ((ObjectNode) changed.path("response"))
        .put(name, Base64.getUrlEncoder().withoutPadding().encodeToString(other));
    return changed;
  }

  private static JsonNode secondFactor(String variable) {
    return run("call('POST', '/api/session/second-factor', window." + variable + ")");
  }

  private static JsonNode run(String script) {
    if (browser == null) {
      throw new IllegalStateException("the browser does not run");
    }
    return browser.evaluate(script);
  }
}
