package anbinh.identity.session;

import anbinh.platform.CheckReport;
import anbinh.platform.ConsistencyCheck;
import anbinh.platform.Finding;
import anbinh.platform.sql.SqlClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Names the sessions of people that this server did not open, or that somebody altered.
///
/// A session is stored by several statements, so one that just opens is looked at again.
@Component
class SessionsCheck implements ConsistencyCheck {
  private static final Duration OPENS = Duration.ofSeconds(2);

  private final SqlClient database;
  private final SessionPeople people;

  SessionsCheck(SqlClient database, SessionPeople people) {
    this.database = database;
    this.people = people;
  }

  @Override
  public String subject() {
    return "sessions";
  }

  @Override
  public String unit() {
    return "sessions";
  }

  @Override
  public long run(CheckReport findings) {
    Map<String, Map<String, Object>> sessions = read();
    Set<String> foreign = foreign(sessions);
    if (!foreign.isEmpty()) {
      pause();
      Map<String, Map<String, Object>> again = read();
      foreign.retainAll(foreign(again));
      foreign.forEach(id ->
          findings.accept(
              new Finding(
                  "session of the person "
                      + again.getOrDefault(id, Map.of()).get(SessionPeople.PERSON),
                  "this server did not open it, or it was altered in the database")));
    }
    return sessions.size();
  }

  private Set<String> foreign(Map<String, Map<String, Object>> sessions) {
    Set<String> foreign = new HashSet<>();
    sessions.forEach((id, attributes) -> {
      if (attributes.containsKey(SessionPeople.PERSON) && !people.isOwn(id, attributes::get)) {
        foreign.add(id);
      }
    });
    return foreign;
  }

  private Map<String, Map<String, Object>> read() {
    Map<String, Map<String, Object>> sessions = new HashMap<>();
    database
        .list(
            (row, _) ->
                new Attribute(row.getString(1).strip(), row.getString(2), value(row.getBytes(3))),
            """
            select s.session_id, a.attribute_name, a.attribute_bytes
            from identity.spring_session s
            join identity.spring_session_attributes a on a.session_primary_id = s.primary_id
            """)
        .forEach(each -> {
          Object value = each.value();
          if (value != null) {
            sessions.computeIfAbsent(each.session(), _ -> new HashMap<>()).put(each.name(), value);
          }
        });
    return sessions;
  }

  private record Attribute(String session, String name, @Nullable Object value) {}

  private static @Nullable Object value(byte[] stored) {
    try {
      return SessionValue.read(stored);
    } catch (IllegalArgumentException strange) {
      return null;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(OPENS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
