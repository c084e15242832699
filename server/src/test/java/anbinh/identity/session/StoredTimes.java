package anbinh.identity.session;

import anbinh.testing.TestServer;
import java.time.Instant;
import java.util.List;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/// Makes it another moment at which the server opened sessions.
public final class StoredTimes {
  private StoredTimes() {}

  /// @param attribute in all sessions that have it
  public static void set(TestServer server, String attribute, Instant moment) {
    SessionPeople people = server.bean(SessionPeople.class);
    List<String> sessions =
        server
            .database()
            .client()
            .sql(
                """
                select s.session_id from identity.spring_session s
                join identity.spring_session_attributes a on a.session_primary_id = s.primary_id
                where a.attribute_name = ?
                """)
            .param(attribute)
            .query((row, _) -> row.getString(1))
            .list();
    var stored = server.bean(JdbcIndexedSessionRepository.class);
    for (String id : sessions) {
      set(stored, people, id, attribute, moment);
    }
  }

  private static <S extends Session> void set(
      SessionRepository<S> stored,
      SessionPeople people,
      String id,
      String attribute,
      Instant moment) {
    S session = stored.findById(id);
    if (session != null) {
      session.setAttribute(attribute, moment.toEpochMilli());
      session.setAttribute("mark", people.mark(id, session::getAttribute));
      stored.save(session);
    }
  }
}
