package anbinh.platform.database;

import java.io.IOException;
import javax.sql.DataSource;

/// Opens the migrations to tests of other packages.
public final class TestMigrations {
  private TestMigrations() {}

  public static void run(DataSource source) throws IOException {
    new Migrations(source).run();
  }
}
