package anbinh.platform.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/// The oldest PostgreSQL that An Bình runs on.
final class ServerVersion {
  static final int OLDEST = 15;

  private ServerVersion() {}

  static void require(DataSource source) throws IOException {
    try (Connection connection = source.getConnection()) {
      int version = connection.getMetaData().getDatabaseMajorVersion();
      if (version < OLDEST) {
        throw new IOException(
            "the database is PostgreSQL " + version + "; An Bình needs " + OLDEST + " or newer");
      }
    } catch (SQLException e) {
      throw new IOException(
          "the database does not answer; look at anbinh.database.url, username and password", e);
    }
  }
}
