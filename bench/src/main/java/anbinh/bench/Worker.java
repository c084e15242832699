package anbinh.bench;

import anbinh.e2e.ServerProcess;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// Somebody at work in a province, who opens what the lists they were shown have in them. Of one
/// thread.
final class Worker {
  private static final List<String> WORDS =
      List.of("hoằng hóa", "thôn đông", "ba thuoc", "Đông Tiến", "quảng", "tân lập", "hac thanh");

  enum Kind {
    MEMBER,
    OFFICER,
    CHAIR,
    ANALYST
  }

  interface OwnerRequest {
    HttpResponse<String> ask() throws IOException, InterruptedException;
  }

  record Operation(String name, OwnerRequest ask) {}

  private record Weighted(int weight, Operation operation) {}

  private final Kind kind;
  private final String username;
  private final ProvinceUser user;
  private final ServerProcess server;
  private final SplittableRandom random;
  private final List<String> situations = new ArrayList<>();
  private final List<String> teams = new ArrayList<>();
  private final List<String> mediations = new ArrayList<>();
  private final List<String> programmes = new ArrayList<>();
  private final List<String> assessments = new ArrayList<>();
  private final List<String> members = new ArrayList<>();
  private String commune = "";
  private String village = "";
  private long since;

  Worker(Kind kind, String username, ServerProcess server, SplittableRandom random) {
    this.kind = kind;
    this.username = username;
    this.server = server;
    this.random = random;
    this.user = new ProvinceUser(server.address());
  }

  SplittableRandom random() {
    return random;
  }

  /// Signs in and looks at what the first page would show.
  void signIn() throws IOException, InterruptedException {
    user.signIn(username);
    JsonNode person = user.require("/api/session").path("user");
    String area = person.path("area").path("id").asString(person.path("areaId").asString(""));
    if (kind == Kind.MEMBER) {
      village = area;
      commune = user.require("/api/areas/" + area).path("parentId").asString("");
    } else {
      commune = area;
    }
  }

  Operation next() {
    List<Weighted> some =
        switch (kind) {
          case MEMBER -> ofMember();
          case OFFICER -> ofOfficer();
          case CHAIR -> ofChair();
          case ANALYST -> ofProvince();
        };
    int left = random.nextInt(some.stream().mapToInt(Weighted::weight).sum());
    for (Weighted each : some) {
      left -= each.weight();
      if (left < 0) {
        return each.operation();
      }
    }
    throw new IllegalStateException("nothing to do");
  }

  private List<Weighted> ofMember() {
    List<Weighted> some = new ArrayList<>();
    some.add(get(34, "phone: own reports since", "/api/situations/own?since=" + since));
    some.add(new Weighted(10, new Operation("phone: report", this::report)));
    some.add(get(10, "teams", "/api/teams"));
    open(some, 10, "team", "/api/teams/", teams);
    some.add(search(8));
    some.add(session(8));
    some.add(signInAgain(1));
    if (username.startsWith("to1.")) {
      some.add(get(8, "reports of the team", "/api/situations/team"));
      some.add(get(6, "units of the standard", "/api/standard/units?year=" + year()));
      open(some, 4, "dossier of the standard", "/api/standard/assessments/", assessments);
    }
    if (username.startsWith("to2.")) {
      some.add(get(12, "mediations", "/api/mediations?state=OPEN"));
      open(some, 5, "mediation", "/api/mediations/", mediations);
    }
    return some;
  }

  private List<Weighted> ofOfficer() {
    List<Weighted> some = new ArrayList<>();
    some.add(get(26, "desk", "/api/situations"));
    open(some, 18, "report of a situation", "/api/situations/", situations);
    some.add(get(4, "desk, what is over", "/api/situations?openness=OVER"));
    some.add(get(6, "roster of a commune", "/api/teams/roster"));
    some.add(get(5, "teams", "/api/teams"));
    open(some, 6, "team", "/api/teams/", teams);
    open(some, 5, "member", "", members);
    some.add(get(5, "programmes", "/api/programmes"));
    open(some, 5, "programme", "/api/programmes/", programmes);
    some.add(get(5, "units of the standard", "/api/standard/units?year=" + year()));
    open(some, 5, "dossier of the standard", "/api/standard/assessments/", assessments);
    some.add(get(3, "figures of mediations", "/api/mediations/figures"));
    some.add(get(3, "figures of situations", "/api/situations/figures"));
    some.add(search(8));
    some.add(session(6));
    some.add(signInAgain(1));
    return some;
  }

  private List<Weighted> ofChair() {
    List<Weighted> some = new ArrayList<>();
    some.add(get(20, "waiting for the chair", "/api/teams/waiting"));
    some.add(get(15, "units of the standard", "/api/standard/units?year=" + year()));
    open(some, 15, "dossier of the standard", "/api/standard/assessments/", assessments);
    some.add(get(15, "roster of a commune", "/api/teams/roster"));
    some.add(get(10, "programmes", "/api/programmes"));
    some.add(search(10));
    some.add(session(10));
    some.add(signInAgain(1));
    return some;
  }

  private List<Weighted> ofProvince() {
    List<Weighted> some = new ArrayList<>();
    some.add(get(10, "roster of the province", "/api/teams/roster"));
    for (ProvinceFigures each : ProvinceFigures.values()) {
      if (each != ProvinceFigures.ROSTER) {
        some.add(get(4, "province: " + each, each.path()));
      }
    }
    if (username.startsWith("canbo")) {
      some.add(get(8, "province: overdue", "/api/situations/overdue"));
      some.add(get(8, "programmes", "/api/programmes"));
    }
    some.add(search(14));
    some.add(session(10));
    some.add(signInAgain(1));
    return some;
  }

  private Weighted get(int weight, String name, String path) {
    return new Weighted(weight, new Operation(name, () -> user.get(path)));
  }

  /// Opens one of those that a list showed.
  private void open(List<Weighted> some, int weight, String name, String path, List<String> ids) {
    if (!ids.isEmpty()) {
      String id = ids.get(random.nextInt(ids.size()));
      some.add(get(weight, name, path + id));
    }
  }

  private Weighted search(int weight) {
    String q = URLEncoder.encode(WORDS.get(random.nextInt(WORDS.size())), StandardCharsets.UTF_8);
    return get(weight, "search of areas", "/api/areas/search?q=" + q);
  }

  private Weighted session(int weight) {
    return get(weight, "session", "/api/session");
  }

  /// As somebody who comes back: on a session of its own.
  private Weighted signInAgain(int weight) {
    return new Weighted(
        weight,
        new Operation(
            "sign-in",
            () -> {
              try (var again = new ProvinceUser(server.address())) {
                again.signIn(username);
                return again.get("/api/session");
              }
            }));
  }

  private HttpResponse<String> report() throws IOException, InterruptedException {
    return user.put(
        "/api/situations/" + UUID.randomUUID(),
        Map.of(
            "communeId",
            commune,
            "villageId",
            village,
            "kind",
            random.nextInt(4) == 0 ? "THEFT" : "NOISE",
            "danger",
            false,
            "injured",
            false,
            "precision",
            "NOW",
            "notedAt",
            Instant.now().toString(),
            "deviceTime",
            Instant.now().toString(),
            "seen",
            "Loa kẹo kéo hát đến quá nửa đêm. (mô phỏng)"));
  }

  /// Notes what a list showed.
  void learn(String operation, HttpResponse<String> answer) {
    switch (operation) {
      case "phone: own reports since" ->
          since = ProvinceUser.read(answer).path("cursor").asLong(since);
      case "desk", "desk, what is over" -> note(situations, answer);
      case "teams" -> note(teams, answer);
      case "mediations" -> note(mediations, answer);
      case "programmes" -> note(programmes, answer);
      case "units of the standard" -> {
        for (JsonNode each : ProvinceLoad.items(answer)) {
          String id = each.path("assessmentId").asString("");
          if (!id.isEmpty() && assessments.size() < 50) {
            assessments.add(id);
          }
        }
      }
      case "team" -> {
        JsonNode team = ProvinceUser.read(answer);
        for (JsonNode each : team.path("members")) {
          if (members.size() < 50) {
            members.add(
                "/api/teams/%s/members/%s"
                    .formatted(
                        team.path("team").path("id").asString(), each.path("id").asString()));
          }
        }
      }
      default -> {}
    }
  }

  private static void note(List<String> ids, HttpResponse<String> answer) {
    for (JsonNode each : ProvinceLoad.items(answer)) {
      if (ids.size() < 50) {
        ids.add(each.path("id").asString());
      }
    }
  }

  private static int year() {
    return LocalDate.now(ProvinceBench.ZONE).getYear();
  }
}
