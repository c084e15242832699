package anbinh.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/// The PostgreSQL of a running server, seen from beside it by its owner.
final class ServerDatabase {
  private static final int PORT_LINE = 3;

  private ServerDatabase() {}

  /// @param data the server's data folder
  static Connection connect(Path data) throws IOException, SQLException {
    Path folder = data.resolve("postgres");
    List<String> running = Files.readAllLines(folder.resolve("17").resolve("postmaster.pid"));
    Connection connection =
        DriverManager.getConnection(
            "jdbc:postgresql://127.0.0.1:%s/anbinh?reWriteBatchedInserts=true"
                .formatted(running.get(PORT_LINE).strip()),
            "anbinh_owner",
            Files.readString(folder.resolve("owner-password")).strip());
    connection.setAutoCommit(false);
    return connection;
  }
}
