package anbinh.bench;

import anbinh.e2e.ServerProcess;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// Pages of lists over HTTP with the 15,050 people of the province and 136,000 cameras, as the
/// console asks for them: the first fifty and how many there are, what somebody types, and the
/// fifty that follow.
///
/// The cameras are rows that the register would have written; nobody connects to one.
final class ProvincePages {
  private static final int PEOPLE = 15_050;
  private static final int CAMERAS = 136_000;
  private static final int WARM_UP = 60;
  private static final int TIMES = 300;
  private static final double MAX_MILLIS = 100;

  private ProvincePages() {}

  /// A list and who reads it.
  private enum Listing {
    PEOPLE("quantri.38", "/api/people?"),
    CAMERAS("quantri.38", "/api/cameras/register?"),
    CONNECTED("quantri.38", "/api/cameras?"),
    TEAMS("canbo1.38", "/api/teams?"),
    SITUATIONS("canbo1.14758", "/api/situations?openness=OVER&");

    private final String reader;
    private final String path;

    Listing(String reader, String path) {
      this.reader = reader;
      this.path = path;
    }

    /// What is typed into its field for searching; nothing for a list that has none.
    List<String> typed() {
      return switch (this) {
        case PEOPLE -> List.of("an", "Đỗ Văn", "canbo1", "to1.147", "bá thước", "zq");
        case CAMERAS -> List.of("a7", "(A42)", "CAM-213579", "cổng lê lợi", "bá thước", "zq");
        case CONNECTED -> List.of("a7", "(A42)", "CAM-213580", "le loi", "zq");
        case TEAMS -> List.of("to", "TO-0042", "bá thước", "zq");
        case SITUATIONS -> List.of();
      };
    }
  }

  static List<Result> measure(ServerProcess server, Connection database)
      throws IOException, InterruptedException, SQLException {
    addCameras(database);
    List<Result> results = new ArrayList<>();
    for (Listing each : Listing.values()) {
      results.add(measure(server, each));
    }
    return results;
  }

  private static void addCameras(Connection database) throws SQLException {
    List<String> communes =
        ProvinceSearch.column(
            database,
            "select id::text from areas.area where kind in ('COMMUNE', 'WARD')"
                + " and valid_to is null");
    try (var insert =
            database.prepareStatement(
                """
                insert into cameras.camera (id, code, kind, reference, name, area_id, owner_kind,
                  consent, address, simulated, recording, keep_days, search_text, created_at)
                select gen_random_uuid(), code, kind, 'R-' || n, name, (?::uuid[])[1 + n % ?],
                  'BUSINESS', 'GIVEN', case kind when 'CONNECTED' then 'rtsp://192.0.2.1/' || n end,
                  true, n % 200 = 0, 30, platform.folded(code || ' ' || name || ' R-' || n), now()
                from (select n, 'CAM-' || (200000 + n) as code,
                    case when n % 2 = 0 then 'CONNECTED' else 'COMMUNITY' end as kind,
                    'Cổng (A' || n % 100 || ') đường Lê Lợi ' || n as name
                  from generate_series(1, ?) n) made
                """);
        var statement = database.createStatement()) {
      insert.setArray(
          1, database.createArrayOf("uuid", communes.stream().map(UUID::fromString).toArray()));
      insert.setInt(2, communes.size());
      insert.setInt(3, CAMERAS);
      insert.executeUpdate();
      database.commit();
      statement.execute("analyze cameras.camera");
      database.commit();
    }
  }

  private static Result measure(ServerProcess server, Listing list)
      throws IOException, InterruptedException {
    String name = list.name().toLowerCase(Locale.ROOT);
    List<String> typed = list.typed();
    var random = new Random(ProvinceBench.SEED);
    var timings = new Timings();
    try (var user = new ProvinceUser(server.address())) {
      user.signIn(list.reader);
      JsonNode total = user.require(list.path).path("total");
      requireSize(list, total);
      System.out.printf(
          Locale.ROOT,
          "list of %s: %d%s%n",
          name,
          total.path("count").asInt(),
          total.path("more").asBoolean() ? " and more" : "");
      String next = "";
      for (int i = 0; i < WARM_UP + TIMES; i++) {
        boolean searches = !typed.isEmpty() && i % 2 == 1;
        String asked =
            searches
                ? "q=" + encoded(typed.get(random.nextInt(typed.size())))
                : "after=" + encoded(next);
        long began = System.nanoTime();
        JsonNode page = user.require(list.path + asked);
        if (i >= WARM_UP) {
          timings.add(System.nanoTime() - began, false);
        }
        if (!searches) {
          // From the beginning again after some pages: the first one counts, too.
          next = i % 8 < 6 ? page.path("next").asString("") : "";
        }
      }
    }
    timings.print("list of " + name);
    return Result.absolute(
        "province-list-%s-p95-ms".formatted(name),
        timings.millis(0.95),
        Double.NaN,
        MAX_MILLIS,
        true);
  }

  /// What is measured is of that size, or nothing is.
  private static void requireSize(Listing list, JsonNode total) {
    int count = total.path("count").asInt();
    boolean whole =
        switch (list) {
          case PEOPLE -> count >= PEOPLE - 100;
          case CAMERAS, CONNECTED -> total.path("more").asBoolean();
          case TEAMS, SITUATIONS -> count > 0;
        };
    if (!whole) {
      throw new IllegalStateException("the list of " + list + " has only " + total);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
