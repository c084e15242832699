package anbinh.platform.sql;

import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Queries of lists, which PostgreSQL plans for the values of each call: what a list is asked for
/// differs, and a plan that is good for a rare word sorts all rows for a common one. All other
/// statements keep their plan after some calls. Takes part in the present transaction.
@Component
public class ListQueries extends SqlClient {
  ListQueries(DataSource pool) {
    super(new Planned(pool));
  }

  private static final class Planned extends JdbcTemplate {
    Planned(DataSource pool) {
      super(pool);
    }

    @Override
    protected void applyStatementSettings(Statement statement) throws SQLException {
      super.applyStatementSettings(statement);
      // The driver never gives it a name, under which a plan would be kept.
      statement.unwrap(PGStatement.class).setPrepareThreshold(0);
    }
  }
}
