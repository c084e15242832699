package anbinh.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.testing.TestDatabase;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MigrationsTest {
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

  @Test
  void aPartOfAFeatureMayComeAfterPartsWithHigherNumbers() throws Exception {
    try (TestDatabase database = TestDatabase.create()) {
      for (String statement :
          List.of(
              """
              drop table community.team_standard, community.team, community.team_strength,
                community.team_area, community.team_act, community.member,
                community.member_proposal, community.term cascade
              """,
              "delete from community.flyway_schema_history where version in ('1', '2')",
              "update public.anbinh_migrated set fingerprint = 'old'")) {
        database.client().sql(statement).update();
      }
      migrate(database);
      assertThat(
              database
                  .client()
                  .sql("select count(*) from community.term")
                  .query(Long.class)
                  .single())
          .isZero();
    }
  }

  private static void migrate(TestDatabase database) throws IOException {
    TestMigrations.run(database.pool(), database.username(), database.pool());
  }
}
