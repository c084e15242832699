package anbinh.platform.database;

import anbinh.platform.sql.SqlClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;

/// Brings each feature's schema to what the feature's migrations say.
///
/// The features are the folders `db/migration/<feature>`. After a run the fingerprint of all files
/// is kept in `public.anbinh_migrated`; while it is the same there is nothing to do, which saves
/// most of a second at each start.
///
/// Tables belong to the database's owner, by whom migrations are done; the running program gets by
/// default what it needs of a new one (select, insert, update, delete, and of its own bookkeeping
/// nothing but select). A feature takes away what a table's nature forbids in its `R__rights.sql`,
/// which Flyway runs after all others and again when it has changed; `${program}` stands there for
/// the program's role and `${program-name}` for its name as a text.
final class Migrations {
  private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
  private static final Pattern FEATURE = Pattern.compile(".*/db/migration/([a-z_]+)/[^/]+\\.sql");

  /// What others stand on comes first: the platform's functions, then the teams, to whose members
  /// measures and the teams' work refer; the others by name.
  private static final List<String> FIRST = List.of("platform", "team");

  private static final Comparator<String> ORDER =
      Comparator.<String>comparingInt(
              feature -> FIRST.contains(feature) ? FIRST.indexOf(feature) : FIRST.size())
          .thenComparing(Comparator.naturalOrder());

  private final DataSource program;
  private final String role;
  private final Supplier<DataSource> ownerSource;

  /// @param program the running program's connections
  /// @param role by which they sign in
  /// @param owner connections of the owner, asked for where there is something to do
  Migrations(DataSource program, String role, Supplier<DataSource> owner) {
    this.program = program;
    this.role = role;
    this.ownerSource = owner;
  }

  void run() throws IOException {
    Map<String, String> features = fingerprints();
    Map<String, String> done = done(new SqlClient(new JdbcTemplate(program)));
    features.entrySet().removeAll(done.entrySet());
    if (!features.isEmpty()) {
      DataSource owner = ownerSource.get();
      SqlClient database = new SqlClient(new JdbcTemplate(owner));
      prepare(database);
      features.forEach((feature, fingerprint) -> {
        String history = feature + ".flyway_schema_history";
        migrate(owner, feature);
        keepOwn(database, history);
        remember(database, feature, fingerprint);
      });
    }
  }

  /// Features and their fingerprints; none where the program does not see the table, since nothing
  /// was done yet.
  private static Map<String, String> done(SqlClient database) {
    boolean there =
        database.get(
            Boolean.class,
            """
            select coalesce(has_table_privilege(to_regclass('public.anbinh_migrated'), 'select'),
              false)
            """);
    return there
        ? database.map(
            String.class, String.class, "select feature, fingerprint from public.anbinh_migrated")
        : Map.of();
  }

  private void prepare(SqlClient database) {
    for (String statement :
        List.of(
            "alter default privileges grant usage on schemas to " + quoted(role),
            "alter default privileges grant select, insert, update, delete on tables to "
                + quoted(role),
            "create table if not exists public.anbinh_migrated"
                + " (feature text primary key, fingerprint text not null)")) {
      database.update(statement);
    }
    keepOwn(database, "public.anbinh_migrated");
  }

  /// Lets the program read a table of bookkeeping, and no more.
  private void keepOwn(SqlClient database, String table) {
    database.update("revoke all on " + table + " from " + quoted(role));
    database.update("grant select on " + table + " to " + quoted(role));
  }

  private void migrate(DataSource owner, String feature) {
    FluentConfiguration configuration =
        Flyway.configure()
            .dataSource(owner)
            .locations("classpath:db/migration/" + feature)
            .defaultSchema(feature)
            .schemas(feature)
            .createSchemas(true)
            .placeholders(
                Map.of(
                    "program", quoted(role), "program-name", "'" + role.replace("'", "''") + "'"));
    int count = configuration.load().migrate().migrationsExecuted;
    if (count > 0) {
      LOG.debug("{}: {} migrations", feature, count);
    }
  }

  private static void remember(SqlClient database, String feature, String fingerprint) {
    database.update(
        """
        insert into public.anbinh_migrated (feature, fingerprint) values (?, ?)
        on conflict (feature) do update set fingerprint = excluded.fingerprint
        """,
        feature,
        fingerprint);
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private Map<String, String> fingerprints() throws IOException {
    Map<String, Resource> files = new TreeMap<>();
    for (Resource file :
        new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/*.sql")) {
      files.put(file.getURL().toString(), file);
    }
    Map<String, MessageDigest> features = new TreeMap<>(ORDER);
    for (Map.Entry<String, Resource> file : files.entrySet()) {
      Matcher matcher = FEATURE.matcher(file.getKey());
      if (matcher.matches()) {
        MessageDigest digest = features.computeIfAbsent(matcher.group(1), f -> sha256());
        digest.update(role.getBytes(StandardCharsets.UTF_8));
        String name = String.valueOf(file.getValue().getFilename());
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update(file.getValue().getContentAsByteArray());
      }
    }
    Map<String, String> fingerprints = new TreeMap<>(ORDER);
    features.forEach(
        (feature, digest) -> fingerprints.put(feature, HexFormat.of().formatHex(digest.digest())));
    return fingerprints;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
