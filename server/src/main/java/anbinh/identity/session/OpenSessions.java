package anbinh.identity.session;

import anbinh.identity.Person;
import anbinh.platform.OnlyWhenServing;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/// People's sessions seen from outside of their own requests, for what outlasts the request that
/// began it, such as a live picture. While the database does not answer, asking throws.
@Component
@OnlyWhenServing
@NamedInterface("services")
public class OpenSessions {
  private final FindByIndexNameSessionRepository<? extends Session> stored;
  private final SessionPeople people;

  OpenSessions(FindByIndexNameSessionRepository<? extends Session> stored, SessionPeople people) {
    this.stored = stored;
    this.people = people;
  }

  /// Whose session it is, as they are in the database now; empty once they signed out, the session
  /// ended in any other way, or the account is no longer active. Asking does not keep the session
  /// from becoming idle.
  public Optional<Person> find(String sessionId) {
    @Nullable Session session = stored.findById(sessionId);
    return session == null ? Optional.empty() : people.find(session);
  }
}
