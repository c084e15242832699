package anbinh.identity.cookie;

import static java.nio.charset.StandardCharsets.US_ASCII;

import anbinh.platform.DataFolder;
import anbinh.platform.secret.KeyedHash;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// The cookie by which a browser is known to have signed somebody in before: its failed tries are
/// counted by themselves, so strangers who guess at a person's password cannot keep the person out.
/// It opens nothing.
///
/// It holds a mark for each of the last [#MAX] people: a random number, and a keyed hash over it
/// and the person's identifier. It does not say who they are.
@Component
public class DeviceCookie {
  private static final String NAME = "ANBINH_DEVICE";
  private static final Duration LASTS = Duration.ofDays(180);
  private static final int MAX = 5;
  private static final int RANDOM_BYTES = 16;
  private static final int MARK_BYTES = RANDOM_BYTES + 32;
  private static final String BETWEEN = ".";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final KeyedHash hash;

  @Autowired
  DeviceCookie(DataFolder data) {
    this(new KeyedHash(data.folder("identity").resolve("device.key")));
  }

  DeviceCookie(KeyedHash hash) {
    this.hash = hash;
  }

  /// The browser's mark of a person, if that person has signed in with it.
  public Optional<String> find(HttpServletRequest request, UUID person) {
    return marks(request).stream().filter(mark -> isOf(mark, person)).findFirst();
  }

  /// Has the browser known from now on as one that the person uses.
  public void remember(HttpServletRequest request, HttpServletResponse response, UUID person) {
    byte[] random = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(random);
    String marks =
        Stream.concat(
                find(request, person).or(() -> Optional.of(mark(random, person))).stream(),
                marks(request).stream().filter(mark -> !isOf(mark, person)))
            .limit(MAX)
            .collect(Collectors.joining(BETWEEN));
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(name(request), marks)
            .path("/")
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Strict")
            .maxAge(LASTS)
            .build()
            .toString());
  }

  private static List<String> marks(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? List.of()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(name(request)))
            .flatMap(cookie -> Arrays.stream(cookie.getValue().split("\\.", MAX + 1)))
            .limit(MAX)
            .toList();
  }

  private boolean isOf(String mark, UUID person) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(mark);
      return bytes.length == MARK_BYTES
          && MessageDigest.isEqual(
              mark(Arrays.copyOf(bytes, RANDOM_BYTES), person).getBytes(US_ASCII),
              mark.getBytes(US_ASCII));
    } catch (IllegalArgumentException strange) {
      return false;
    }
  }

  private String mark(byte[] random, UUID person) {
    Base64.Encoder letters = Base64.getUrlEncoder().withoutPadding();
    byte[] mark = Arrays.copyOf(random, MARK_BYTES);
    byte[] proof = hash.of(letters.encodeToString(random) + BETWEEN + person);
    System.arraycopy(proof, 0, mark, RANDOM_BYTES, proof.length);
    return letters.encodeToString(mark);
  }

  private static String name(HttpServletRequest request) {
    return request.isSecure() ? "__Host-" + NAME : NAME;
  }
}
