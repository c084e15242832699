package anbinh.identity.cookie;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.platform.secret.KeyedHash;
import jakarta.servlet.http.Cookie;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.CookieSerializer.CookieValue;

class CookiesTest {
  @TempDir static Path folder;

  private final TokenCookie token = new TokenCookie(new KeyedHash(folder.resolve("token.key")));
  private final SessionCookie session =
      new SessionCookie(token, new KeyedHash(folder.resolve("session.key")));
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  private static MockHttpServletRequest request(boolean secure) {
    var request = new MockHttpServletRequest();
    request.setSecure(secure);
    return request;
  }

  private String written(MockHttpServletRequest request) {
    session.writeCookieValue(new CookieValue(request, response, "value"));
    return String.join("\n", response.getHeaders("Set-Cookie"));
  }

  /// The mock's header leaves it out.
  private String sameSite(String cookie) {
    Cookie found = response.getCookie(cookie);
    return found == null ? "no cookie" : String.valueOf(found.getAttribute("SameSite"));
  }

  @Test
  void overTlsBothBelongToThisHostAlone() {
    String[] lines = written(request(true)).split("\n", -1);
    assertThat(lines).hasSize(2);
    assertThat(lines[0]).startsWith("__Host-ANBINH_SESSION=").contains("HttpOnly");
    assertThat(lines[1]).startsWith("__Host-XSRF-TOKEN=").doesNotContain("HttpOnly");
    assertThat(lines)
        .allSatisfy(line -> assertThat(line).contains("Path=/", "Secure").doesNotContain("Domain"));
    assertThat(lines[0]).contains("SameSite=Strict");
    assertThat(sameSite("__Host-XSRF-TOKEN")).isEqualTo("Strict");
  }

  @Test
  void theTokenHas256RandomBits() {
    String one = token.generateToken(request(true)).getToken();
    assertThat(one)
        .matches("[\\w-]{43}\\.[\\w-]{43}")
        .isNotEqualTo(token.generateToken(request(true)).getToken());
  }

  @Test
  void onThisMachineWithoutTlsBrowsersWouldRefuseSuchNames() {
    assertThat(written(request(false)).split("\n", -1))
        .allSatisfy(line -> assertThat(line).doesNotContain("__Host-").doesNotContain("Secure"));
    assertThat(sameSite("XSRF-TOKEN")).isEqualTo("Strict");
  }

  @Test
  void overTlsACookieThatAnotherHostMayHaveSetIsNotRead() {
    var request = request(true);
    request.setCookies(new Cookie("ANBINH_SESSION", "dmFsdWU="), new Cookie("XSRF-TOKEN", "known"));
    assertThat(session.readCookieValues(request)).isEmpty();
    assertThat(token.loadToken(request)).isNull();

    request.setCookies(new Cookie("__Host-ANBINH_SESSION", "dmFsdWU="));
    assertThat(session.readCookieValues(request)).as("by its identifier alone").isEmpty();
    String value = written(request).replaceAll("(?s)^[^=]*=|;.*$", "");
    request.setCookies(new Cookie("__Host-ANBINH_SESSION", value));
    String known = token.generateToken(request).getToken();
    request.setCookies(
        new Cookie("__Host-ANBINH_SESSION", value), new Cookie("__Host-XSRF-TOKEN", known));
    assertThat(session.readCookieValues(request)).containsExactly("value");
    assertThat(token.loadToken(request)).isNotNull();

    request.setCookies(
        new Cookie("__Host-ANBINH_SESSION", "b3RoZXI="), new Cookie("__Host-XSRF-TOKEN", known));
    assertThat(token.loadToken(request)).as("of another session").isNull();
    request.setCookies(new Cookie("__Host-XSRF-TOKEN", known));
    assertThat(token.loadToken(request)).as("without a session").isNull();
  }

  @Test
  void aBrowserIsKnownToItsLastPeopleAndToNobodyElse() {
    var devices = new DeviceCookie(new KeyedHash(folder.resolve("device.key")));
    List<UUID> people = Stream.generate(UUID::randomUUID).limit(6).toList();
    var request = request(true);
    for (UUID person : people) {
      var answer = new MockHttpServletResponse();
      devices.remember(request, answer, person);
      String cookie = String.valueOf(answer.getHeader("Set-Cookie"));
      assertThat(cookie)
          .startsWith("__Host-ANBINH_DEVICE=")
          .contains("HttpOnly", "Secure", "SameSite=Strict", "Path=/")
          .doesNotContain(person.toString());
      request = request(true);
      request.setCookies(new Cookie("__Host-ANBINH_DEVICE", cookie.replaceAll("^[^=]*=|;.*$", "")));
    }
    MockHttpServletRequest last = request;
    assertThat(people.stream().map(person -> devices.find(last, person).isPresent()))
        .as("five of six")
        .containsExactly(false, true, true, true, true, true);
    assertThat(devices.find(last, UUID.randomUUID())).isEmpty();
    assertThat(
            new DeviceCookie(new KeyedHash(folder.resolve("other.key")))
                .find(last, people.getLast()))
        .isEmpty();
  }
}
