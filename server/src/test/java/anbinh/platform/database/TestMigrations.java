package anbinh.platform.database;

import java.io.IOException;
import javax.sql.DataSource;

/// Opens the migrations to tests of other packages.
public final class TestMigrations {
  private TestMigrations() {}

  /// @param program connections of the role that the running program has
  public static void run(DataSource program, String role, DataSource owner) throws IOException {
    new Migrations(program, role, () -> owner).run();
  }
}
