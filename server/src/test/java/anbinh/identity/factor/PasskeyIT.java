package anbinh.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import anbinh.identity.Role;
import anbinh.testing.Chromium;
import anbinh.testing.TestServer;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// The whole ceremonies, in a real browser with an authenticator of software.
class PasskeyIT {
  @RegisterExtension static final TestServer SERVER = new TestServer();

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
      window.addPasskey = async (name) => {
        const options = (await call('POST', '/api/account/passkeys/options')).body;
        const made = await navigator.credentials.create({
          publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
        return call('POST', '/api/account/passkeys', { name, credential: made.toJSON() });
      };
      window.sign = async (only) => {
        const options = (await call('POST', '/api/session/passkey-options')).body;
        if (only) options.allowCredentials = [{ type: 'public-key', id: only }];
        const signed = await navigator.credentials.get({
          publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
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
