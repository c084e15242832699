package anbinh.bench;

import anbinh.e2e.ServerProcess;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Units by present and former names over HTTP, and the branches of their tree, beside the plain
/// SQL that one would type: `ilike`, and children by their parent.
final class ProvinceSearch {
  private static final int WARM_UP = 200;
  private static final int TIMES = 300;
  private static final double MAX_MILLIS = 50;

  private ProvinceSearch() {}

  static List<Result> measure(ServerProcess server, Connection database)
      throws IOException, InterruptedException, SQLException {
    List<String> names = column(database, "select name from areas.area where kind <> 'PROVINCE'");
    List<String> communes =
        column(
            database,
            "select id::text from areas.area where kind in ('COMMUNE', 'WARD')"
                + " and valid_to is null");
    var random = new Random(ProvinceBench.SEED);
    try (var user = new ProvinceUser(server.address())) {
      user.signIn("tonghop.38");
      var search = new Timings();
      var plainSearch = new Timings();
      var tree = new Timings();
      var plainTree = new Timings();
      try (PreparedStatement likeName =
              database.prepareStatement(
                  """
                  select a.id, a.name, p.name from areas.area a
                  left join areas.area p on p.id = a.parent_id
                  where a.name ilike '%' || ? || '%' order by a.name limit 20
                  """);
          PreparedStatement children =
              database.prepareStatement(
                  """
                  select id, code, name from areas.area
                  where parent_id = cast(? as uuid) and valid_to is null order by code
                  """)) {
        for (int i = 0; i < WARM_UP + TIMES; i++) {
          boolean counts = i >= WARM_UP;
          String name = names.get(random.nextInt(names.size()));
          String commune = communes.get(random.nextInt(communes.size()));
          String q = URLEncoder.encode(name, StandardCharsets.UTF_8);
          ask(search, counts, () -> user.require("/api/areas/search?q=" + q));
          ask(plainSearch, counts, () -> read(likeName, name));
          ask(tree, counts, () -> user.require("/api/areas/tree?below=" + commune));
          ask(plainTree, counts, () -> read(children, commune));
        }
      }
      database.rollback();
      return List.of(
          Result.absolute(
              "province-areas-search-p95-ms",
              search.millis(0.95),
              plainSearch.millis(0.95),
              MAX_MILLIS,
              true),
          Result.absolute(
              "province-areas-tree-p95-ms",
              tree.millis(0.95),
              plainTree.millis(0.95),
              MAX_MILLIS,
              true));
    }
  }

  private interface Question {
    void ask() throws IOException, InterruptedException, SQLException;
  }

  private static void ask(Timings timings, boolean counts, Question question)
      throws IOException, InterruptedException, SQLException {
    long began = System.nanoTime();
    question.ask();
    if (counts) {
      timings.add(System.nanoTime() - began, false);
    }
  }

  private static void read(PreparedStatement statement, String of) throws SQLException {
    statement.setString(1, of);
    try (var rows = statement.executeQuery()) {
      while (rows.next()) {
        rows.getString(2);
      }
    }
  }

  static List<String> column(Connection database, String sql) throws SQLException {
    List<String> found = new ArrayList<>();
    try (var statement = database.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    database.rollback();
    return found;
  }
}
