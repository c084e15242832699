package anbinh.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import anbinh.platform.postgres.Runner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DebianPostgresTest {
  @TempDir Path folder;

  @Test
  void startsWhereAContainerForbidsNamespaces() throws Exception {
    Optional<Path> programs = DebianPostgres.programs();
    assumeTrue(
        programs.isPresent(), "no /usr/lib/postgresql/*/bin/initdb: install package postgresql");
    assumeTrue("root".equals(System.getProperty("user.name")), "only root must avoid being root");
    Path cluster = folder.resolve("cluster");
    try (var running = DebianPostgres.start(new Runner.Nobody(), programs.get(), cluster)) {
      running.execute("create table kept (n int)");
      running.stop();
      running.startAgain();
      running.execute("insert into kept values (7)");
      assertThat(Files.getOwner(cluster).getName()).isEqualTo("nobody");
    }
  }
}
