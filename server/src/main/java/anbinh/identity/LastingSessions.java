package anbinh.identity;

import anbinh.platform.OnlyWhenServing;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/// Whether a session is still open, for what outlasts the request that began it, such as a live
/// picture. Asking does not keep the session from becoming idle.
@Component
@OnlyWhenServing
public class LastingSessions {
  private final SessionRepository<? extends Session> sessions;
  private final SessionPeople people;

  LastingSessions(SessionRepository<? extends Session> sessions, SessionPeople people) {
    this.sessions = sessions;
    this.people = people;
  }

  /// The person as they are in the database now; empty once they signed out, the session ended in
  /// any other way, or the account is no longer active.
  public Optional<Person> find(String sessionId) {
    @Nullable Session session = sessions.findById(sessionId);
    return session == null
        ? Optional.empty()
        : people.find(
            session.getAttribute(SessionPeople.PERSON), session.getAttribute(SessionPeople.SINCE));
  }
}
