package anbinh.identity.session;

import anbinh.identity.Person;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.sql.SqlClient;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
  private final SqlClient database;

  OpenSessions(
      FindByIndexNameSessionRepository<? extends Session> stored,
      SessionPeople people,
      SqlClient database) {
    this.stored = stored;
    this.people = people;
    this.database = database;
  }

  /// Whoever has a session that did not become idle, be it one that waits for a second factor. What
  /// somebody wrote into the table of sessions past the server may be among them, so this opens
  /// nothing.
  public List<UUID> listPeople() {
    return database.list(
        UUID.class,
        """
        select distinct cast(principal_name as uuid) from identity.spring_session
        where expiry_time > extract(epoch from now()) * 1000
          and principal_name ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
        """);
  }

  /// Whose session it is, as they are in the database now; empty once they signed out, the session
  /// ended in any other way, or the account is no longer active. Asking does not keep the session
  /// from becoming idle.
  public Optional<Person> find(String sessionId) {
    @Nullable Session session = stored.findById(sessionId);
    return session == null ? Optional.empty() : people.find(session);
  }
}
