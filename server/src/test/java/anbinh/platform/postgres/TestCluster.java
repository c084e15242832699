package anbinh.platform.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// An embedded cluster whose owner may make more databases, for tests.
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
            "grant connect on database postgres to " + EmbeddedPostgres.OWNER));
    return EmbeddedPostgres.start(folder, binaries, options);
  }
}
