package anbinh.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.seal.tree.Hash;
import anbinh.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class MigrationsTest {
  private static final Path FROZEN = Path.of("src/test/resources/migrations.sha256");
  private static final String FOLDER = "/db/migration/";

  @Test
  void everyFeatureHasASchemaAndAHistoryOfItsOwn() throws Exception {
    try (TestDatabase database = TestDatabase.create()) {
      assertThat(
              database
                  .client()
                  .sql("select schemaname from pg_tables where tablename = 'flyway_schema_history'")
                  .query(String.class)
                  .list())
          .contains("platform", "audit", "identity", "areas");
      migrate(database);
    }
  }

  @Test
  void aChangedFingerprintRunsTheFeatureAgainAndNothingIsDoneTwice() throws Exception {
    try (TestDatabase database = TestDatabase.create()) {
      database.client().sql("update public.anbinh_migrated set fingerprint = 'old'").update();
      migrate(database);
      assertThat(
              database
                  .client()
                  .sql("select count(*) from public.anbinh_migrated where fingerprint = 'old'")
                  .query(Long.class)
                  .single())
          .isZero();
      assertThat(
              database
                  .client()
                  .sql("select count(*) from areas.flyway_schema_history where version = '1'")
                  .query(Long.class)
                  .single())
          .isEqualTo(1);
    }
  }

  /// One that was released is never edited: a change is a file with the next number. A new file
  /// gets its line with `-Danbinh.update=true`.
  @Test
  void migrationsAreFrozen() throws Exception {
    Map<String, String> frozen = new TreeMap<>();
    for (String line : Files.readAllLines(FROZEN)) {
      frozen.put(line.substring(66), line.substring(0, 64));
    }
    Map<String, String> present = new TreeMap<>();
    for (Resource file :
        new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/*/V*.sql")) {
      String path = file.getURL().getPath();
      present.put(
          path.substring(path.indexOf(FOLDER) + FOLDER.length()),
          Hash.sha256(file.getContentAsByteArray()).hex());
    }
    if (Boolean.getBoolean("anbinh.update")) {
      present.forEach(frozen::putIfAbsent);
      Files.write(
          FROZEN,
          frozen.entrySet().stream().map(of -> of.getValue() + "  " + of.getKey()).toList());
    }
    assertThat(present).isEqualTo(frozen);
  }

  private static void migrate(TestDatabase database) throws IOException {
    TestMigrations.run(database.pool(), database.username(), database.pool());
  }
}
