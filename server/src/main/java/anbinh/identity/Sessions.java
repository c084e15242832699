package anbinh.identity;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Ends people's sessions from outside of them.
@Component
class Sessions {
  private final JdbcClient database;

  Sessions(JdbcClient database) {
    this.database = database;
  }

  void endAll(UUID person) {
    database
        .sql("delete from identity.spring_session where principal_name = ?")
        .param(person.toString())
        .update();
  }
}
