package anbinh.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.demo.province.SyntheticLists;
import anbinh.e2e.ApiClient;
import anbinh.e2e.ServerProcess;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import tools.jackson.databind.JsonNode;

/// Takes the lists of a province into an empty installation through its API, as an office does, and
/// the same rows of members by PostgreSQL's COPY into a table like theirs.
final class ProvinceLists {
  private static final String PASSWORD = "a long pass phrase for measuring";
  private static final int VILLAGES = 4_351;

  private final ServerProcess server;

  ProvinceLists(ServerProcess server) {
    this.server = server;
  }

  /// @param most the goal, in seconds
  Result measure(double most) throws IOException, SQLException {
    try (var administrator = new ApiClient(server.address());
        var officer = new ApiClient(server.address())) {
      administrator.signInFirst("admin", server.firstPassword(), PASSWORD);
      double units =
          timed(() ->
              administrator
                  .postAs("/api/areas/import/province?province=38", units(), "application/json")
                  .orThrow());
      List<Area> communes = communes(administrator);
      var lists = new SyntheticLists(ProvinceBench.SEED, communes, VILLAGES);
      double villages =
          timed(() ->
              administrator
                  .postAs("/api/areas/import/units", text(lists.villages()), "text/csv")
                  .orThrow());
      signInOfficer(administrator, officer, Objects.requireNonNull(communes.getFirst().parentId()));
      String members = text(lists.teams());
      double checked =
          timed(() -> officer.postAs("/api/teams/import/check", members, "text/csv").orThrow());
      double taken =
          timed(() -> officer.postAs("/api/teams/import", members, "text/csv").orThrow());
      double copied = copy();
      System.out.printf(
          Locale.ROOT,
          "lists over HTTP: province with %d communes and their past %.1f s, %d villages %.1f s,"
              + " 13,053 members in %.1f MiB: checked %.1f s, taken %.1f s; COPY of the members'"
              + " rows %.2f s%n",
          communes.size(),
          units,
          VILLAGES,
          villages,
          members.length() / 1048576.0,
          checked,
          taken,
          copied);
      return Result.absolute(
          "province-import-members-s-against-copy", checked + taken, copied, most, true);
    }
  }

  private interface Work {
    void run() throws IOException, SQLException;
  }

  private static double timed(Work work) throws IOException, SQLException {
    long began = System.nanoTime();
    work.run();
    return (System.nanoTime() - began) / 1e9;
  }

  private static String units() throws IOException {
    try (InputStream file = SyntheticLists.class.getResourceAsStream("/demo/units-38.json")) {
      return text(Objects.requireNonNull(file).readAllBytes());
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, UTF_8);
  }

  private static List<Area> communes(ApiClient administrator) {
    List<Area> communes = new ArrayList<>();
    for (JsonNode each : administrator.get("/api/areas").orThrow().get("items")) {
      AreaKind kind = AreaKind.valueOf(each.get("kind").asString());
      if (kind.isCommune()) {
        communes.add(
            new Area(
                UUID.fromString(each.get("id").asString()),
                each.get("code").asString(),
                each.get("name").asString(),
                kind,
                UUID.fromString(each.get("parentId").asString())));
      }
    }
    communes.sort(Comparator.comparing(Area::code));
    return communes;
  }

  private static void signInOfficer(ApiClient administrator, ApiClient officer, UUID province) {
    String given = "given once for measuring";
    administrator
        .post(
            "/api/people",
            Map.of(
                "username",
                "canbo",
                "displayName",
                "Officer",
                "password",
                given,
                "roles",
                List.of("COMMUNITY_OFFICER"),
                "areaId",
                province.toString()))
        .orThrow();
    officer.signInFirst("canbo", given, PASSWORD);
  }

  /// With the same constraints, indices and types, and all columns; generated ones are copied, too.
  private double copy() throws SQLException, IOException {
    try (Connection connection = ServerDatabase.connect(server.data());
        var statement = connection.createStatement()) {
      statement.execute(
          """
          create table public.copied (like team.member including all excluding generated)
          """);
      var rows = new StringBuilder();
      try (var found = statement.executeQuery("select m::text from team.member m")) {
        while (found.next()) {
          String row = found.getString(1);
          rows.append(row, 1, row.length() - 1).append('\n');
        }
      }
      connection.commit();
      CopyManager copying = connection.unwrap(PGConnection.class).getCopyAPI();
      var text = new StringReader(rows.toString());
      long began = System.nanoTime();
      var _ = copying.copyIn("copy public.copied from stdin (format csv)", text);
      connection.commit();
      double took = (System.nanoTime() - began) / 1e9;
      statement.execute("drop table public.copied");
      connection.commit();
      return took;
    }
  }
}
