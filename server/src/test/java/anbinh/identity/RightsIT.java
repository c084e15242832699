package anbinh.identity;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.testing.TestClient;
import anbinh.testing.TestServer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every role against every endpoint of identity, areas and the log; and every endpoint of all
/// features without a session.
class RightsIT {
  @RegisterExtension static final TestServer SERVER = new TestServer();

  private static final Set<Role> ALL = EnumSet.allOf(Role.class);
  private static final Map<String, Set<Role>> ALLOWED =
      Map.ofEntries(
          Map.entry("GET /api/people", Set.of(Role.ADMINISTRATOR)),
          Map.entry("POST /api/people", Set.of(Role.ADMINISTRATOR)),
          Map.entry(
              "PATCH /api/people/00000000-0000-0000-0000-000000000000", Set.of(Role.ADMINISTRATOR)),
          Map.entry(
              "DELETE /api/people/00000000-0000-0000-0000-000000000000/sessions",
              Set.of(Role.ADMINISTRATOR)),
          Map.entry("GET /api/areas", ALL),
          Map.entry("POST /api/areas", Set.of(Role.ADMINISTRATOR)),
          Map.entry("GET /api/log", Set.of(Role.AUDITOR)),
          Map.entry("GET /api/log/0", Set.of(Role.AUDITOR)),
          Map.entry("GET /api/log/0/proof", Set.of(Role.AUDITOR)),
          Map.entry("GET /api/log/0/leaf", Set.of(Role.AUDITOR)),
          Map.entry("GET /api/log/status", Set.of(Role.AUDITOR)));
  private static final Set<String> OPEN =
      Set.of(
          "/api/site",
          "/api/session",
          "/api/session/second-factor",
          "/api/session/passkey-options",
          "/api/demo",
          "/api/verify-key",
          "/log/checkpoint",
          "/log/tile/**",
          "/error",
          "/problems/{code:[a-z0-9-]+}");

  private static final Map<Role, TestClient> CLIENTS = new HashMap<>();

  @BeforeAll
  static void people() {
    for (Role role : Role.values()) {
      String username = role.name().toLowerCase(Locale.ROOT).replace('_', '-');
      SERVER.person(username, null, role);
      CLIENTS.put(role, SERVER.signedIn(username));
    }
  }

  @Test
  void everyRoleMayDoWhatItsRowSaysAndNothingElse() {
    var wrong = new ArrayList<String>();
    ALLOWED.forEach((endpoint, roles) -> {
      for (Role role : Role.values()) {
        int status = call(client(role), endpoint);
        if (roles.contains(role) == (status == 403)) {
          wrong.add(role + " " + endpoint + " " + status);
        }
      }
    });
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyRefusalIsRecorded() {
    long before = refusals();
    for (Role role : Role.values()) {
      call(client(role), "GET /api/people");
    }
    assertThat(refusals() - before).isEqualTo(Role.values().length - 1);
  }

  @Test
  void withoutASessionNothingAnswersButWhatIsOpen() {
    var answered = new TreeSet<String>();
    TestClient nobody = SERVER.client();
    nobody.get("/api/session");
    for (String pattern : patterns()) {
      String path = pattern.replaceAll("\\{[^}]*}", "00000000-0000-0000-0000-000000000000");
      for (String method : List.of("GET", "POST", "PATCH", "DELETE")) {
        int status = call(nobody, method + " " + path);
        if (status != 401 && !OPEN.contains(pattern)) {
          answered.add(method + " " + pattern + " " + status);
        }
      }
    }
    assertThat(answered).isEmpty();
  }

  private static TestClient client(Role role) {
    return Objects.requireNonNull(CLIENTS.get(role));
  }

  private static Set<String> patterns() {
    var patterns = new TreeSet<String>();
    SERVER
        .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .keySet()
        .forEach(mapping -> patterns.addAll(mapping.getPatternValues()));
    patterns.removeIf(pattern ->
        pattern.startsWith("/v3/")
            || pattern.startsWith("/api-docs")
            || pattern.startsWith("/swagger-ui"));
    return patterns;
  }

  private static int call(TestClient client, String endpoint) {
    String method = endpoint.substring(0, endpoint.indexOf(' '));
    String path = endpoint.substring(endpoint.indexOf(' ') + 1);
    return switch (method) {
      case "GET" -> client.get(path).status();
      case "POST" -> client.post(path, validBody(path)).status();
      case "PATCH" -> client.patch(path, Map.of()).status();
      default -> client.delete(path).status();
    };
  }

  /// A body that is read, so that the answer is about the right and not about the body.
  private static Map<String, Object> validBody(String path) {
    return path.equals("/api/areas")
        ? Map.of("code", "A" + System.nanoTime(), "name", "A", "kind", "PROVINCE")
        : Map.of();
  }

  private static long refusals() {
    return SERVER
        .database()
        .client()
        .sql("select count(*) from audit.event where type = 'access.denied'")
        .query(Long.class)
        .single();
  }
}
