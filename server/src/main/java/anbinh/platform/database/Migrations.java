package anbinh.platform.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Brings each feature's schema to what the feature's migrations say.
///
/// The features are the folders `db/migration/<feature>`. After a run the fingerprint of all files
/// is kept in `public.anbinh_migrated`; while it is the same there is nothing to do, which saves
/// most of a second at each start. Parts of a feature have numbers of their own ranges, so one may
/// come after a higher one that was done already.
final class Migrations {
  private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
  private static final Pattern FEATURE = Pattern.compile(".*/db/migration/([a-z_]+)/[^/]+\\.sql");

  /// What every feature stands on comes first, the others by name.
  private static final Comparator<String> PLATFORM_FIRST =
      Comparator.<String, Boolean>comparing(feature -> !feature.equals("platform"))
          .thenComparing(Comparator.naturalOrder());

  private final DataSource source;
  private final JdbcClient database;

  Migrations(DataSource source) {
    this.source = source;
    this.database = JdbcClient.create(source);
  }

  void run() throws IOException {
    Map<String, MessageDigest> features = fingerprints();
    database
        .sql(
            "create table if not exists public.anbinh_migrated (feature text primary key,"
                + " fingerprint text not null)")
        .update();
    Map<String, String> done = new TreeMap<>();
    database
        .sql("select feature, fingerprint from public.anbinh_migrated")
        .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
        .list()
        .forEach(entry -> done.put(entry.getKey(), entry.getValue()));
    features.forEach((feature, digest) -> {
      String fingerprint = HexFormat.of().formatHex(digest.digest());
      if (!fingerprint.equals(done.get(feature))) {
        migrate(feature);
        remember(feature, fingerprint);
      }
    });
  }

  private void migrate(String feature) {
    FluentConfiguration configuration =
        Flyway.configure()
            .dataSource(source)
            .locations("classpath:db/migration/" + feature)
            .defaultSchema(feature)
            .schemas(feature)
            .createSchemas(true);
    Flyway flyway = configuration.load();
    boolean late =
        Arrays.stream(flyway.info().all())
            .anyMatch(each -> each.getState() == MigrationState.IGNORED);
    if (late) {
      flyway = configuration.outOfOrder(true).load(); // Flyway warns wherever it is allowed.
    }
    int count = flyway.migrate().migrationsExecuted;
    if (count > 0) {
      LOG.debug("{}: {} migrations", feature, count);
    }
  }

  private void remember(String feature, String fingerprint) {
    database
        .sql(
            """
            insert into public.anbinh_migrated (feature, fingerprint) values (?, ?)
            on conflict (feature) do update set fingerprint = excluded.fingerprint
            """)
        .params(feature, fingerprint)
        .update();
  }

  private static Map<String, MessageDigest> fingerprints() throws IOException {
    Map<String, Resource> files = new TreeMap<>();
    for (Resource file :
        new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/*.sql")) {
      files.put(file.getURL().toString(), file);
    }
    Map<String, MessageDigest> features = new TreeMap<>(PLATFORM_FIRST);
    for (Map.Entry<String, Resource> file : files.entrySet()) {
      Matcher matcher = FEATURE.matcher(file.getKey());
      if (matcher.matches()) {
        MessageDigest digest = features.computeIfAbsent(matcher.group(1), f -> sha256());
        String name = String.valueOf(file.getValue().getFilename());
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update(file.getValue().getContentAsByteArray());
      }
    }
    return features;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
