package anbinh.platform.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// An embedded cluster for tests: its owner may make more databases, and see and end the sessions
/// of the program.
public final class TestCluster {
  private TestCluster() {}

  public static EmbeddedPostgres start(Path folder, Path binaries, List<String> options)
      throws IOException {
    NewCluster.make(
        folder,
        folder.resolve("17"),
        Binaries.in(binaries, true),
        Runner.choose(),
        List.of(
            "alter role " + EmbeddedPostgres.OWNER + " createdb",
            "grant pg_read_all_stats, pg_signal_backend to " + EmbeddedPostgres.OWNER,
            "grant connect on database postgres to " + EmbeddedPostgres.OWNER));
    return EmbeddedPostgres.start(folder, binaries, options);
  }
}
