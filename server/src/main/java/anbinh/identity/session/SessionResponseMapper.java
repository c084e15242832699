package anbinh.identity.session;

import anbinh.identity.AreaTree;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.SessionView.AreaView;
import anbinh.identity.session.SessionView.Awaited;
import anbinh.identity.session.SessionView.UserView;
import anbinh.platform.http.Operations;
import anbinh.platform.http.Operations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Shows sessions to their browsers.
@Component
public class SessionResponseMapper {
  private final SessionPeople sessions;
  private final SignIn signIn;
  private final AreaTree areas;
  private final Map<Role, List<String>> operations = new EnumMap<>(Role.class);

  SessionResponseMapper(SessionPeople sessions, SignIn signIn, AreaTree areas) throws IOException {
    this.sessions = sessions;
    this.signIn = signIn;
    this.areas = areas;
    Map<String, Operation> all = Operations.read();
    for (Role role : Role.values()) {
      String called = role.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      operations.put(
          role,
          all.entrySet().stream()
              .filter(each -> each.getValue().isFor(called))
              .map(Map.Entry::getKey)
              .toList());
    }
  }

  public SessionView of(HttpServletRequest request) {
    return sessions
        .find(request)
        .map(this::of)
        .or(() -> sessions.findHalf(request).map(this::half))
        .orElseGet(() -> new SessionView(null, null));
  }

  public SessionView half(Person person) {
    return new SessionView(null, new Awaited(signIn.secondFactors(person)));
  }

  public SessionView of(SignedIn signedIn) {
    Person person = signedIn.person();
    UUID area = person.areaId();
    Map<UUID, String> names = area == null ? Map.of() : areas.names(List.of(area));
    return new SessionView(
        new UserView(
            person.id(),
            person.username(),
            person.displayName(),
            person.roles().stream().sorted().toList(),
            person.roles().stream()
                .flatMap(role -> operations.getOrDefault(role, List.of()).stream())
                .distinct()
                .sorted()
                .toList(),
            area == null ? null : new AreaView(area, names.getOrDefault(area, "")),
            person.language(),
            signedIn.mustChangePassword(),
            signedIn.factorMissing()),
        null);
  }
}
