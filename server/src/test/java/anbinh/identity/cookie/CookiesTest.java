package anbinh.identity.cookie;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.CookieSerializer.CookieValue;

class CookiesTest {
  private final SessionCookie session = new SessionCookie();
  private final TokenCookie token = new TokenCookie();
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  private static MockHttpServletRequest request(boolean secure) {
    var request = new MockHttpServletRequest();
    request.setSecure(secure);
    return request;
  }

  private String written(MockHttpServletRequest request) {
    session.writeCookieValue(new CookieValue(request, response, "value"));
    token.saveToken(token.generateToken(request), request, response);
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
    assertThat(one).hasSize(43).isNotEqualTo(token.generateToken(request(true)).getToken());
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

    request.setCookies(
        new Cookie("__Host-ANBINH_SESSION", "dmFsdWU="), new Cookie("__Host-XSRF-TOKEN", "known"));
    assertThat(session.readCookieValues(request)).containsExactly("value");
    assertThat(token.loadToken(request)).isNotNull();
  }
}
