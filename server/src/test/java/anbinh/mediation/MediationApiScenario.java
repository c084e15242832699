package anbinh.mediation;

import anbinh.areas.Area;
import anbinh.areas.unit.Areas;
import anbinh.identity.Person;
import anbinh.identity.people.People;
import anbinh.platform.sheet.SheetRows;
import anbinh.platform.web.ApiScenario;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Mediation for the sweeps: a village of the home commune whose team the sweep's mediator leads,
/// beside one whose leader has no account.
public final class MediationApiScenario implements ApiScenario {
  private static final String CASES = "/api/mediations";
  private static final String TEAMS = "/api/mediation-teams";
  private static final String FEES = "/api/mediation-fees";

  private final TestServer server;
  private final MediationFixture world;
  private final Map<String, TestClient> clients = new HashMap<>();
  private @Nullable Area led;
  private @Nullable Area other;
  private @Nullable JsonNode team;
  private int made;

  public MediationApiScenario(TestServer server) {
    this.server = server;
    this.world = new MediationFixture(server);
  }

  @Override
  public Set<String> paths() {
    return Set.of(CASES, TEAMS, FEES);
  }

  @Override
  public String address(String operation) {
    String path = operation.substring(operation.indexOf(' ') + 1);
    if (path.startsWith(TEAMS)) {
      return teamAddress(operation, path);
    }
    return switch (path) {
      case CASES -> operation.startsWith("GET") ? path + "?limit=200" : path;
      case CASES + "/scope", CASES + "/books", CASES + "/book-entries", FEES -> path;
      case FEES + "/sheet" -> path + "?villageId=" + led().id() + "&year=2025&quarter=1";
      case CASES + "/figures" -> path + "?from=2026-01-01&to=2026-06-30&level=VILLAGE";
      case CASES + "/book.pdf" -> path + "?villageId=" + led().id() + "&year=2026&language=vi";
      default -> {
        String filled = path.replace("{id}", prepared(path));
        yield path.endsWith(".pdf") ? filled + "?language=vi" : filled;
      }
    };
  }

  private String teamAddress(String operation, String path) {
    if (path.equals(TEAMS + "/accounts")) {
      return path + "?villageId=" + led().id();
    }
    if (!path.contains("{id}")) {
      return operation.startsWith("GET") ? path + "?limit=200" : path;
    }
    if (operation.startsWith("GET") || path.endsWith("/leader")) {
      return path.replace("{id}", team().path("id").asString());
    }
    boolean waits = path.endsWith("{id}/recognition") || path.endsWith("{id}/refusal");
    JsonNode fresh = waits ? proposed() : path.endsWith("/release") ? ledAnew() : recognised();
    String filled =
        path.replace("{id}", fresh.path("id").asString())
            .replace("{mediatorId}", fresh.path("mediators").get(1).path("id").asString());
    if (path.endsWith("/end") || path.endsWith("/release/refusal")) {
      String office =
          filled.substring(
              0, filled.lastIndexOf(path.endsWith("/end") ? "/end" : "/release/refusal"));
      MediationFixture.made(
          client("partner-home").post(office + "/release", body("POST " + TEAMS + "/release")),
          200);
    }
    return filled;
  }

  /// A mediation at the step that an operation is for.
  private String prepared(String path) {
    if (path.endsWith("/review")) {
      return waiting();
    }
    boolean referred = path.endsWith("/content") || path.endsWith("/withdrawal");
    String id =
        MediationFixture.id(
            MediationFixture.made(
                mediator().post(CASES, form(referred ? new String[] {"OFFENCE"} : new String[0])),
                201));
    String last = path.substring(path.lastIndexOf('/') + 1);
    switch (last) {
      case "acceptance", "start-day" -> assign(id);
      case "sessions" -> accept(id);
      case "agreement", "failure", "stop", "escalation" -> begin(id);
      case "follow-ups", "record.pdf" -> {
        begin(id);
        done(id, "agreement", MediationFixture.agreement());
      }
      default -> {}
    }
    return id;
  }

  /// A family's, taken down by the head of the village.
  private String waiting() {
    Map<String, Object> form = MediationFixture.form(led().id());
    form.put("kind", "FAMILY");
    return MediationFixture.id(
        MediationFixture.made(client("village-head-home").post(CASES, form), 201));
  }

  private void assign(String id) {
    done(id, "assignment", Map.of("mediatorId", leader(), "chosen", true));
  }

  private void accept(String id) {
    assign(id);
    done(id, "acceptance", Map.of("noInterest", true));
  }

  private void begin(String id) {
    accept(id);
    MediationFixture.made(
        mediator().post(CASES + "/" + id + "/sessions", body("POST " + CASES + "/{id}/sessions")),
        201);
  }

  private void done(String id, String act, Object body) {
    MediationFixture.made(mediator().post(CASES + "/" + id + "/" + act, body), 200);
  }

  private Map<String, Object> form(String... yes) {
    Map<String, Object> form = MediationFixture.form(led().id(), yes);
    form.put("otherVillageId", other().id());
    return form;
  }

  @Override
  public Map<String, Object> body(String operation) {
    made++;
    String path = operation.substring(operation.indexOf(' ') + 1);
    if (!operation.startsWith("POST") || path.startsWith(TEAMS + "/import")) {
      return new HashMap<>();
    }
    return switch (path.substring(path.lastIndexOf('/') + 1)) {
      case "mediation-teams" -> MediationFixture.team(world.village(commune()).id(), null);
      case "mediators" -> {
        Map<String, Object> body = new HashMap<>();
        body.put("election", MediationFixture.election());
        body.put("mediator", MediationFixture.mediator("Người Mới " + made, true, false, null));
        body.put("leaderElection", null);
        yield body;
      }
      case "release" -> new HashMap<>(Map.of("cause", "OWN_WISH", "reason", "Sức khỏe yếu."));
      case "mediation-fees" ->
          new HashMap<>(
              Map.of(
                  "from",
                  LocalDate.of(2014, 1, 1).plusDays(made).toString(),
                  "outcome",
                  "AGREED",
                  "dong",
                  200_000,
                  "source",
                  "Nghị quyết của HĐND tỉnh (thử)",
                  "checked",
                  false));
      case "book-entries" -> bookEntry();
      case "reviews" ->
          new HashMap<>(
              Map.of(
                  "year", MediationFixture.today().getYear(),
                  "heldOn", MediationFixture.today().toString(),
                  "organisation", "Đủ ba hòa giải viên.",
                  "activity", "Hòa giải thành bốn vụ.",
                  "proposal", "KEEP"));
      case "representation" -> new HashMap<>(Map.of("represented", true));
      case "recognition" -> MediationFixture.paper();
      case "refusal" -> new HashMap<>(Map.of("reason", "Chưa đủ phiếu của các hộ."));
      case "leader" ->
          with(
              with(MediationFixture.paper(), "mediatorId", leader()),
              "election",
              MediationFixture.leaderElection());
      case "account" -> with(new HashMap<>(), "personId", homeMediator().id());
      case "end" -> MediationFixture.paper();
      case "mediations" -> form();
      case "scope" -> with(new HashMap<>(), "answers", MediationFixture.answers());
      case "review" ->
          with(
              with(new HashMap<>(), "answers", MediationFixture.answers()),
              "reason",
              "Đã gặp riêng từng bên, không ai bị đánh hay bị ép.");
      case "withdrawal" -> with(new HashMap<>(), "reason", "Công an xã xác minh không có vi phạm.");
      case "corrections" -> new HashMap<>(Map.of("item", "ABOUT", "words", "Bờ rào phía đông."));
      case "assignment" -> new HashMap<>(Map.of("mediatorId", leader(), "chosen", false));
      case "acceptance" -> new HashMap<>(Map.of("noInterest", true));
      case "exclusions" ->
          new HashMap<>(
              Map.of("mediatorId", leader(), "cause", "KIN", "words", "Là em họ một bên."));
      case "start-day" -> new HashMap<>(Map.of("on", MediationFixture.today().toString()));
      case "sessions" ->
          with(
              MediationFixture.session(MediationFixture.today()), "lateReason", "Một bên đi viện.");
      case "agreement" -> MediationFixture.agreement();
      case "failure", "escalation" ->
          new HashMap<>(Map.of("authority", "Công an xã", "reason", "Hai bên giữ ý mình."));
      case "stop" ->
          new HashMap<>(Map.of("stoppedBy", "ONE_PARTY", "reason", "Một bên không muốn nữa."));
      case "follow-ups" ->
          new HashMap<>(
              Map.of(
                  "on",
                  MediationFixture.today().toString(),
                  "result",
                  "URGED",
                  "words",
                  "Đã nhắc hai nhà."));
      default -> throw new IllegalStateException("no body for " + operation);
    };
  }

  @Override
  public Answer call(TestClient client, String operation, String address) {
    return operation.startsWith("POST " + TEAMS + "/import")
        ? client.postAs(address, list(), SheetRows.CSV)
        : ApiScenario.super.call(client, operation, address);
  }

  /// A team that the chair recognised on paper, of a village without one.
  private byte[] list() {
    String village = commune().code() + "," + world.village(commune()).code();
    String paper = ",05/QĐ-UBND,2025-03-04\n";
    return ("commune,village,name,gender,position,decision,decided_on\n"
            + (village + ",Lê Thị Một,FEMALE,LEADER" + paper)
            + (village + ",Lê Văn Hai,MALE,MEDIATOR" + paper)
            + (village + ",Lê Văn Ba,MALE,MEDIATOR" + paper))
        .getBytes(StandardCharsets.UTF_8);
  }

  private Map<String, Object> bookEntry() {
    LocalDate day = MediationFixture.today().minusDays(40);
    Map<String, Object> entry = new HashMap<>(form());
    entry.keySet().retainAll(Set.of("villageId", "basis", "kind", "answers", "parties", "about"));
    entry.put("year", day.getYear());
    entry.put("number", 1_000 + made);
    entry.put("receivedOn", day.toString());
    entry.put("endedOn", day.toString());
    entry.put("outcome", "AGREED");
    entry.put("mediatorId", leader());
    entry.put("words", "Hai bên dựng lại bờ rào theo ranh giới cũ.");
    return entry;
  }

  private static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
    body.put(name, value);
    return body;
  }

  /// The mediator of the sweep, who leads.
  private String leader() {
    return MediationFixture.mediatorOf(team(), "Trịnh Thị Nga");
  }

  private JsonNode team() {
    led();
    JsonNode there = team;
    if (there == null) {
      throw new IllegalStateException("no team");
    }
    return there;
  }

  private Area led() {
    Area there = led;
    if (there == null) {
      there = world.village(commune());
      led = there;
      team = world.recognised(client("partner-home"), client("chair-home"), there.id(), home());
    }
    return there;
  }

  /// Its leader has no account, so that the head of the village notes what they say.
  private Area other() {
    Area there = other;
    if (there == null) {
      there = world.village(commune());
      other = there;
      world.recognised(client("partner-home"), client("chair-home"), there.id(), null);
    }
    return there;
  }

  private JsonNode proposed() {
    return MediationFixture.made(
        client("partner-home")
            .post(TEAMS, MediationFixture.team(world.village(commune()).id(), null)),
        201);
  }

  /// One that the sweep's mediator leads, so that they may ask for somebody's release.
  private JsonNode ledAnew() {
    return world.recognised(
        client("partner-home"), client("chair-home"), world.village(commune()).id(), home());
  }

  private JsonNode recognised() {
    return world.recognised(
        client("partner-home"), client("chair-home"), world.village(commune()).id(), null);
  }

  private UUID home() {
    return homeMediator().id();
  }

  private Person homeMediator() {
    return server.bean(People.class).find("mediator-home").orElseThrow();
  }

  private Area commune() {
    return server.bean(Areas.class).find("C-1").orElseThrow();
  }

  private TestClient mediator() {
    return client("mediator-home");
  }

  private TestClient client(String username) {
    return clients.computeIfAbsent(username, server::signedIn);
  }
}
