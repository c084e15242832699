package anbinh.platform.database;

import anbinh.platform.StartFailure;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/// The oldest PostgreSQL that An Bình runs on.
final class ServerVersion {
  static final int OLDEST = 15;

  private ServerVersion() {}

  static void require(DataSource source) {
    try (Connection connection = source.getConnection()) {
      int version = connection.getMetaData().getDatabaseMajorVersion();
      if (version < OLDEST) {
        throw new StartFailure(
            "the database is PostgreSQL " + version,
            "Give anbinh.database.url a PostgreSQL of " + OLDEST + " or newer.");
      }
    } catch (SQLException e) {
      throw new StartFailure(
          "the database does not answer: " + e.getMessage(),
          "Look at anbinh.database.url, anbinh.database.username and anbinh.database.password.",
          e);
    }
  }
}
