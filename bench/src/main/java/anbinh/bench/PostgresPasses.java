package anbinh.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import anbinh.platform.postgres.EmbeddedPostgres;
import anbinh.sightings.dictionary.PlateCode;
import anbinh.sightings.index.Pass;
import anbinh.sightings.index.PassQuery;
import anbinh.vision.Colour;
import anbinh.vision.ObjectClass;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/// The same passes in PostgreSQL 17, asked as somebody who knows it would: B-trees for whole
/// plates, beginnings and attributes, `pg_trgm` for parts and for what was misread, by edit
/// distance.
final class PostgresPasses implements AutoCloseable {
  private static final List<String> SETTINGS =
      List.of(
          "shared_buffers=1GB",
          "maintenance_work_mem=512MB",
          "work_mem=64MB",
          "max_wal_size=4GB",
          "max_parallel_workers_per_gather=0",
          "jit=off");
  private static final List<String> TABLE =
      List.of(
          "create schema search",
          "set search_path = search",
          "create extension pg_trgm",
          "create extension fuzzystrmatch",
          "create type kind as enum " + names(ObjectClass.values()),
          "create type colour as enum " + names(Colour.values()),
          "create unlogged table pass (position bigint not null, time bigint not null,"
              + " commune smallint not null, plate text collate \"C\" not null, type kind,"
              + " colour colour)");
  private static final List<String> INDEXES =
      List.of(
          "create index on pass (plate, time desc)",
          "create index on pass (commune, time desc)",
          "create index on pass using gin (plate gin_trgm_ops)",
          "vacuum analyze pass");

  private static final String COMMUNE = "commune-";

  private final EmbeddedPostgres postgres;
  private final Connection connection;

  private PostgresPasses(EmbeddedPostgres postgres, Connection connection) {
    this.postgres = postgres;
    this.connection = connection;
  }

  private static String names(Object[] values) {
    return Arrays.stream(values)
        .map(value -> "'" + value + "'")
        .collect(Collectors.joining(", ", "(", ")"));
  }

  static PostgresPasses start(Path folder) throws IOException, SQLException {
    EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, folder, SETTINGS);
    Connection connection =
        DriverManager.getConnection(
            postgres.url(), EmbeddedPostgres.OWNER, EmbeddedPostgres.ownerPassword(folder));
    var passes = new PostgresPasses(postgres, connection);
    passes.execute(TABLE);
    return passes;
  }

  private void execute(List<String> statements) throws SQLException {
    try (var statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  void append(List<Pass> passes) throws IOException {
    StringBuilder rows = new StringBuilder();
    for (Pass pass : passes) {
      ObjectClass type = pass.type();
      rows.append(pass.position()).append(',');
      rows.append(pass.time()).append(',');
      rows.append(pass.areas().getFirst().substring(COMMUNE.length())).append(',');
      rows.append(PlateCode.text(pass.plates().getFirst())).append(',');
      rows.append(type == null ? "" : type).append(',');
      pass.colours().forEach(rows::append);
      rows.append('\n');
    }
    try {
      CopyManager copying = connection.unwrap(PGConnection.class).getCopyAPI();
      var text = new ByteArrayInputStream(rows.toString().getBytes(UTF_8));
      var _ = copying.copyIn("copy pass from stdin (format csv)", text);
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  void index() throws SQLException {
    execute(INDEXES);
  }

  long bytes() throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet size = statement.executeQuery("select pg_total_relation_size('pass')")) {
      size.next();
      return size.getLong(1);
    }
  }

  /// The positions of what is found, the best first.
  List<Long> search(SearchQuestion question, SearchQuestion.Asked asked) throws SQLException {
    List<Long> found = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(statement(question, asked))) {
      for (int i = 0; i < statement.getParameterMetaData().getParameterCount(); i++) {
        statement.setString(i + 1, parameter(question, asked.pattern()));
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getLong(1));
        }
      }
    }
    return found;
  }

  private static String statement(SearchQuestion question, SearchQuestion.Asked asked) {
    PassQuery filter = asked.filter();
    List<String> communes =
        Objects.requireNonNullElse(filter.places(), Set.<String>of()).stream()
            .filter(place -> place.startsWith(COMMUNE))
            .map(place -> place.substring(COMMUNE.length()))
            .toList();
    String where =
        "select position from pass where time >= %d and time < %d"
            .formatted(filter.from(), filter.to());
    if (!communes.isEmpty()) {
      where += " and commune in (" + String.join(", ", communes) + ")";
    }
    String latest = " order by time desc limit " + filter.limit();
    return switch (question) {
      case EXACT, EXACT_FILTERED -> where + " and plate = ?" + latest;
      case BEGINNING, ONE_UNKNOWN, MIDDLE_UNKNOWN, END, PART ->
          where + " and plate like ?" + latest;
      case MISREAD, MISREAD_FAR, MISREAD_BY_CAMERA ->
          where
              + " and plate % ? and levenshtein_less_equal(plate, ?, 2) <= 2"
              + " order by levenshtein_less_equal(plate, ?, 2), time desc limit "
              + filter.limit();
      case MISREAD_FILTERED ->
          where
              + " and plate % ? and levenshtein_less_equal(plate, ?, 2) <= 2"
              + cost("10 * levenshtein_less_equal(plate, ?, 2) +", filter);
      case ATTRIBUTES -> where + cost("", filter);
    };
  }

  /// What ours costs that a type or colour is not as asked for, as far as one expression goes.
  private static String cost(String plate, PassQuery filter) {
    return """
     order by %s case when type is null then 4 when type = '%s' then 0 else 15 end
     + case when colour is null then 4 when colour = '%s' then 0 else 12 end, time desc limit %d
    """
        .formatted(
            plate,
            filter.types().iterator().next(),
            filter.colours().iterator().next(),
            filter.limit());
  }

  private static String parameter(SearchQuestion question, String pattern) {
    return switch (question) {
      case BEGINNING, ONE_UNKNOWN, MIDDLE_UNKNOWN, END, PART ->
          pattern.replace('?', '_').replace('*', '%');
      case EXACT,
          EXACT_FILTERED,
          MISREAD,
          MISREAD_FAR,
          MISREAD_BY_CAMERA,
          MISREAD_FILTERED,
          ATTRIBUTES ->
          pattern;
    };
  }

  @Override
  public void close() throws SQLException {
    connection.close();
    postgres.close();
  }
}
