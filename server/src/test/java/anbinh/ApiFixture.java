package anbinh;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.audit.RefusalWindows;
import anbinh.audit.event.Refusals;
import anbinh.cameras.OwnerContact;
import anbinh.cameras.owner.Owners;
import anbinh.campaign.CampaignApiScenario;
import anbinh.evidence.EvidenceFixture;
import anbinh.identity.Role;
import anbinh.measure.MeasureApiScenario;
import anbinh.mediation.MediationApiScenario;
import anbinh.notification.NotificationApiScenario;
import anbinh.platform.web.ApiScenario;
import anbinh.programme.ProgrammeApiScenario;
import anbinh.reports.ReportApiScenario;
import anbinh.sightings.SightingApiScenario;
import anbinh.situation.ResidentApiScenario;
import anbinh.situation.SituationApiScenario;
import anbinh.standard.assessment.StandardApiScenario;
import anbinh.team.TeamApiScenario;
import anbinh.team.TeamWorkApiScenario;
import anbinh.testing.ApiReference;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a sweep over the whole API needs: the operations that a server describes, an address and a
/// right body for each, and [ApiPeople] who call them.
final class ApiFixture {
  final EvidenceFixture evidence;
  final ApiPeople people;
  private final TestServer server;
  private final Map<String, String> untouched = new HashMap<>();
  private final Map<String, Map<String, Object>> untouchedBodies = new HashMap<>();
  private final Map<String, String> repeatable = new HashMap<>();
  private final Set<String> once = new HashSet<>();
  private final Set<String> withJson = new HashSet<>();
  private final String person;
  private final JsonNode description = ApiReference.read();
  private @Nullable String request;
  private @Nullable String link;
  private @Nullable TestClient owner;
  private final ApiBodies bodies;
  private final List<ApiScenario> parts;
  private final SightingApiScenario sightings;
  private int made;

  ApiFixture(TestServer server) {
    this.server = server;
    operations()
        .forEach((operation, form) -> {
          if (!form.at("/requestBody/content/application~1json").isMissingNode()) {
            withJson.add(operation);
          }
        });
    this.evidence = new EvidenceFixture(server);
    this.people = new ApiPeople(server, evidence);
    this.bodies = new ApiBodies(evidence, server);
    UUID commune = evidence.commune.id();
    var work = new TeamWorkApiScenario(server, evidence.commune, evidence.elsewhere);
    this.sightings = new SightingApiScenario(server, commune, evidence.caseId, evidence.camera);
    this.parts =
        List.of(
            sightings,
            new MediationApiScenario(server),
            new MeasureApiScenario(server, evidence.commune),
            new SituationApiScenario(server, evidence.commune),
            new ResidentApiScenario(server, evidence.commune),
            new StandardApiScenario(server, commune),
            new ProgrammeApiScenario(server, evidence.commune, evidence.elsewhere),
            new CampaignApiScenario(server, evidence.commune),
            new NotificationApiScenario(),
            new ReportApiScenario(server, commune),
            work,
            new TeamApiScenario(server, evidence.commune, work));
    person = server.person("nguoi-duoc-sua", commune, Role.DUTY_OFFICER).id().toString();
    server
        .bean(Owners.class)
        .putContact(
            evidence.camera.id(), new OwnerContact("Trần Thị B", "0912 345 678", null, null), null);
  }

  /// The document that a server publishes.
  JsonNode description() {
    return description;
  }

  /// Its operations as `GET /api/site`, with their descriptions.
  Map<String, JsonNode> operations() {
    Map<String, JsonNode> operations = new LinkedHashMap<>();
    description()
        .path("paths")
        .forEachEntry((path, item) ->
            item.forEachEntry((method, operation) ->
                operations.put(method.toUpperCase(Locale.ROOT) + " " + path, operation)));
    assertThat(operations).hasSizeGreaterThan(30);
    return operations;
  }

  static String method(String operation) {
    return operation.substring(0, operation.indexOf(' '));
  }

  /// The path with the identifier of an object of the home area, one of its own where the operation
  /// changes it.
  String address(String operation) {
    return method(operation).equals("GET") ? untouched(operation) : makeAddress(operation);
  }

  private String makeAddress(String operation) {
    Optional<ApiScenario> part = part(operation);
    if (part.isPresent()) {
      return part.get().address(operation);
    }
    String path = operation.substring(operation.indexOf(' ') + 1);
    String filled = fill(operation, path);
    if (path.contains("/videos/")) {
      return filled + "?name=data/clips/CAM-0001.mp4";
    }
    if (path.startsWith("/api/areas/import/province")) {
      return filled + "?province=99";
    }
    return switch (path.substring(path.lastIndexOf('/') + 1)) {
      case "coverage", "video.mp4", "frames", "activity" ->
          filled + "?from=" + evidence.start + "&to=" + evidence.start.plusSeconds(10);
      case "emergency-accesses" ->
          method(operation).equals("GET") ? filled + "?state=WAITING" : filled;
      case "paper.pdf" -> filled + "?language=vi";
      case "still.jpg", "preview.jpg" -> filled + "?at=" + evidence.start;
      case "recipients" ->
          path.contains("/footage-referrals/")
              ? filled + "?cameraIds=" + evidence.camera.id()
              : filled;
      case "recorded-days" -> filled + "?month=2026-11";
      case "candidates" ->
          filled
              + "?latitude=20.35&longitude=105.2402&from="
              + evidence.start
              + "&to="
              + evidence.start.plusSeconds(10);
      case "data-requests" -> method(operation).equals("GET") ? filled + "?limit=200" : filled;
      case "cases" -> method(operation).equals("GET") ? filled + "?limit=200" : filled;
      case "contact" -> method(operation).equals("GET") ? filled + "?purpose=FOOTAGE" : filled;
      default -> filled;
    };
  }

  /// The address of one object for all calls that are to be refused, since they leave it as it is.
  String untouched(String operation) {
    return untouched.computeIfAbsent(operation, this::makeAddress);
  }

  /// A right body for all calls that are to be refused: some name objects that take long to make.
  Map<String, Object> untouchedBody(String operation) {
    return untouchedBodies.computeIfAbsent(operation, this::body);
  }

  /// The address of what belongs to a case, below another case of the same people.
  Optional<String> findThroughAnother(String operation) {
    return operation.contains("{partyId}") || operation.contains("{vehicleId}")
        ? Optional.of(
            address(operation)
                .replace(evidence.caseId, evidence.openCase("investigator", evidence.commune)))
        : Optional.empty();
  }

  /// A path of the operation with identifiers in the place of what is still to be filled in.
  private String fill(String operation, String path) {
    if (path.contains("{incidentId}")) {
      return path.replace("{id}", evidence.caseId)
          .replace("{incidentId}", evidence.incident(body("POST /api/cases/{id}/incidents")));
    }
    if (path.contains("{vehicleId}")) {
      return path.replace("{id}", evidence.caseId).replace("{vehicleId}", vehicle(evidence.caseId));
    }
    if (path.contains("/final-closure")
        && path.contains("{id}")
        && method(operation).equals("POST")) {
      return path.replace("{id}", endingCase(operation));
    }
    if (path.contains("{partyId}")) {
      String party = party(evidence.caseId);
      if (path.contains("/reopening")) {
        seal(party);
      }
      if (path.endsWith("/reopening/decision")) {
        askToReopen(party);
      }
      return path.replace("{id}", evidence.caseId).replace("{partyId}", party);
    }
    return path.replace("{index}", path.contains("{index}") ? entry() : "")
        .replace("/log/days/{day}", "/log/days/2026-01-01")
        .replace("/log/months/{month}", "/log/months/2026-01")
        .replace("{day}", path.contains("{day}") ? specialDay() : "")
        .replace("{personId}", bodies.personId("investigator"))
        .replace("{code}", path.contains("/case-types/") ? "THEFT" : "csrf")
        .replace("{size}", "1")
        .replace("{step}", "WITNESS")
        .replace("{copyId}", UUID.randomUUID().toString())
        .replace("{fileId}", UUID.randomUUID().toString())
        .replace("{handoverId}", UUID.randomUUID().toString())
        .replace("{clip}", "CAM-0001.mp4")
        .replace("{holdId}", UUID.randomUUID().toString())
        .replace("{cameraId}", evidence.shop.id().toString())
        .replace("/log/tile/**", "/log/tile/7/000")
        .replace("{id}", path.contains("{id}") ? object(operation) : "");
  }

  /// Has somebody call as the owner of a camera does, with a link that works.
  void holdLink(TestClient client) {
    if (link == null || owner == null || owner.get("/api/owner/request").status() != 200) {
      link = evidence.link(UUID.fromString(asked()), evidence.shop);
      owner = evidence.owner(link);
    }
    client.header("X-Anbinh-Link", link);
  }

  /// Has somebody call as another system that sends sightings does.
  void authorize(TestClient client) {
    sightings.authorize(client);
  }

  /// A request that was approved and waits for the owner of a camera.
  private String asked() {
    return evidence.approved(evidence.form(0, evidence.shop)).toString();
  }

  private String party(String ofCase) {
    Answer recorded =
        people
            .home("investigator")
            .post("/api/cases/" + ofCase + "/parties", body("POST /api/cases/{id}/parties"));
    assertThat(recorded.status()).as(recorded.text()).isEqualTo(201);
    return recorded.json().path("id").asString();
  }

  private void seal(String party) {
    server
        .database()
        .client()
        .sql(
            """
            update cases.party set from_on = current_date - 40, until_on = current_date - 9
            where id = cast(? as uuid)
            """)
        .param(party)
        .update();
  }

  private void askToReopen(String party) {
    String operation = "POST /api/cases/{id}/parties/{partyId}/reopening";
    Answer asked =
        people
            .home("investigator")
            .post(
                "/api/cases/" + evidence.caseId + "/parties/" + party + "/reopening",
                body(operation));
    assertThat(asked.status()).as(asked.text()).isEqualTo(201);
  }

  /// A closed case, with what the operation needs said of its end.
  private String endingCase(String operation) {
    String id = evidence.openCase("investigator", evidence.commune);
    String path = "/api/cases/" + id;
    post("investigator", path + "/outcome", body("POST /api/cases/{id}/outcome"), 200);
    if (!operation.endsWith("/final-closure")) {
      post(
          "investigator", path + "/final-closure", body("POST /api/cases/{id}/final-closure"), 201);
    }
    if (operation.endsWith("/reversal")) {
      String decision = "POST /api/cases/{id}/final-closure/decision";
      post("approver", path + "/final-closure/decision", body(decision), 200);
    }
    return id;
  }

  private void post(String reader, String path, Map<String, Object> body, int expected) {
    Answer answer = people.home(reader).post(path, body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(expected);
  }

  private String vehicle(String ofCase) {
    Answer added =
        people
            .home("investigator")
            .post("/api/cases/" + ofCase + "/vehicles", body("POST /api/cases/{id}/vehicles"));
    assertThat(added.status()).as(added.text()).isEqualTo(201);
    return added.json().path("id").asString();
  }

  private String object(String operation) {
    boolean changes = !method(operation).equals("GET");
    if (operation.contains("/api/role-grants/")) {
      return roleGrant(operation.endsWith("/withdrawal") ? "administrator-home" : "investigator");
    }
    if (operation.contains("/api/footage-referrals/")) {
      return referral();
    }
    if (operation.contains("/api/people/")) {
      return person;
    }
    if (operation.contains("/api/account/")) {
      return UUID.randomUUID().toString();
    }
    if (operation.contains("/api/findings/")) {
      return finding();
    }
    if (operation.contains("/api/emergency-accesses/")) {
      return emergency();
    }
    if (operation.contains("/api/sampled-accesses/")) {
      return review();
    }
    if (operation.contains("/api/data-requests/")) {
      return dataRequest();
    }
    if (operation.contains("/api/areas/planned/")) {
      return bodies.planned();
    }
    if (operation.contains("/api/areas/")) {
      return (changes ? bodies.area() : evidence.commune.id()).toString();
    }
    if (operation.contains("/api/cases/")) {
      boolean adds =
          operation.endsWith("/parties")
              || operation.endsWith("/vehicles")
              || operation.endsWith("/incidents")
              || operation.endsWith("/notes");
      return changes && !adds
          ? evidence.openCase("investigator", evidence.commune)
          : evidence.caseId;
    }
    if (operation.contains("/api/owner/")) {
      return UUID.randomUUID().toString();
    }
    if (operation.contains("/owner-requests/")) {
      return asked();
    }
    if (operation.contains("/api/requests/")) {
      return changes || request == null ? request() : request;
    }
    if (operation.startsWith("DELETE") && operation.endsWith("/sign")) {
      return signed(camera());
    }
    return changes ? camera() : evidence.camera.id().toString();
  }

  /// Footage that waits for the investigator.
  private String referral() {
    Answer referred =
        people
            .home("duty officer")
            .post("/api/footage-referrals", body("POST /api/footage-referrals"));
    assertThat(referred.status()).as(referred.text()).isEqualTo(201);
    return referred.json().path("id").asString();
  }

  /// A finding about somebody who is not among those who call.
  private String finding() {
    made++;
    String id = UUID.randomUUID().toString();
    server
        .database()
        .client()
        .sql(
            """
            insert into oversight.finding
              (id, code, rule, person_id, kind, day, opened_at, opened_event, looks, usual, area_id)
            values (cast(? as uuid), ?, 'VOLUME', ?, 'FOOTAGE', '2026-01-02', now(), ?, 90, 20, ?)
            """)
        .params(
            id, "FIND-2025-" + made, UUID.randomUUID(), UUID.randomUUID(), evidence.commune.id())
        .update();
    return id;
  }

  /// An emergency access that is over, of somebody who is not among those who call.
  private String emergency() {
    made++;
    String id = UUID.randomUUID().toString();
    server
        .database()
        .client()
        .sql(
            """
            insert into identity.emergency_access
              (id, code, person_id, area_id, reason, opened_at, until, review_by)
            values (cast(? as uuid), ?, cast(? as uuid), ?, 'Trẻ lạc ở chợ từ hôm kia',
              now() - interval '2 hours', now() - interval '1 hour', now() + interval '22 hours')
            """)
        .params(id, "EMG-2025-" + made, person, evidence.commune.id())
        .update();
    server.acceptAccounts();
    return id;
  }

  /// The place of an entry of the commune in the log.
  private String entry() {
    try {
      server.awaitLog();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return server
        .database()
        .client()
        .sql("select min(leaf_index) from audit.event where disclosure = 'EXACT' and area_id = ?")
        .param(evidence.commune.id())
        .query(String.class)
        .single();
  }

  /// Roles of somebody in the commune that somebody granted and nobody has confirmed.
  private String roleGrant(String granter) {
    people.home("administrator");
    String id = UUID.randomUUID().toString();
    var client = server.database().client();
    client
        .sql(
            """
            update identity.role_request set outcome = 'REPLACED', ended_at = now()
            where person_id = cast(? as uuid) and outcome is null
            """)
        .param(person)
        .update();
    client
        .sql(
            """
            insert into identity.role_request
              (id, person_id, area_id, causes, granters, granted_at, until)
            values (cast(? as uuid), cast(? as uuid), ?, array['GRANTED'],
              array[cast(? as uuid)], now(), now() + interval '9 days')
            """)
        .params(id, person, evidence.commune.id(), bodies.personId(granter))
        .update();
    client
        .sql("insert into identity.role_request_role values (cast(? as uuid), 'CHAIR', null)")
        .param(id)
        .update();
    server.acceptAccounts();
    return id;
  }

  /// A look that was drawn, of somebody who is not among those who call.
  private String review() {
    people.home("auditor");
    made++;
    String id = UUID.randomUUID().toString();
    server
        .database()
        .client()
        .sql(
            """
            insert into oversight.weekly_sample values
              ('2026-01-05', 0, 1, repeat('0', 64), 1000, 0, now(), gen_random_uuid())
            on conflict do nothing
            """)
        .update();
    server
        .database()
        .client()
        .sql(
            """
            insert into oversight.review (id, week, entry_index, person_id, kind, target_kind,
              target_id, looked_at, span_from, span_to, reviewer_id, same_unit, due_at, area_id)
            values (cast(? as uuid), '2026-01-05', ?, cast(? as uuid), 'FOOTAGE', 'camera', '',
              now(), now(), now(), cast(? as uuid), true, now(), ?)
            """)
        .params(id, made, person, bodies.personId("auditor-home"), evidence.commune.id())
        .update();
    return id;
  }

  String dataRequest() {
    Answer received =
        people.home("administrator").post("/api/data-requests", body("POST /api/data-requests"));
    assertThat(received.status()).as(received.text()).isEqualTo(201);
    return received.json().path("id").asString();
  }

  /// A day on the list, which only somebody of the whole site keeps.
  private String specialDay() {
    server
        .database()
        .client()
        .sql(
            "insert into subject.special_day values ('2150-01-01', false, 'x') on conflict do"
                + " nothing")
        .update();
    return "2150-01-01";
  }

  /// A sign at a camera.
  private String signed(String cameraId) {
    Answer put =
        people
            .home("administrator")
            .post("/api/cameras/" + cameraId + "/sign", body("POST /api/cameras/{id}/sign"));
    assertThat(put.status()).as(put.text()).isEqualTo(200);
    return cameraId;
  }

  String request() {
    request = evidence.request(evidence.form(0, evidence.camera)).toString();
    return request;
  }

  private String camera() {
    Answer added = people.home("administrator").post("/api/cameras", body("POST /api/cameras"));
    assertThat(added.status()).as(added.text()).isEqualTo(201);
    return added.json().path("id").asString();
  }

  /// A file of one unit that there is not, or a boundary.
  private Answer importAreas(TestClient client, String operation, String address) {
    made++;
    if (operation.contains("/province")) {
      return client.postAs(
          address,
          """
          [{"type":"table","name":"provinces","data":[{"province_code":"99","name":"Thử"}]},
           {"type":"table","name":"wards","data":[]},
           {"type":"table","name":"ward_mappings","data":[]}]
          """,
          "application/octet-stream");
    }
    if (operation.contains("/places")) {
      return client.postAs(
          address,
          "commune,kind,name,latitude,longitude\nC-1,MARKET,Chợ " + made + ",20.3,105.6\n",
          "text/csv");
    }
    return operation.contains("/units")
        ? client.postAs(address, "above,name\nC-1,Thôn " + made + "\n", "text/csv")
        : client.postAs(
            address,
            """
            {"type":"Feature","properties":{"code":"C-1"},"geometry":{"type":"Polygon",
             "coordinates":[[[105,20],[106,20],[106,21],[105,20]]]}}
            """,
            "application/geo+json");
  }

  /// A list of one camera that the register does not have.
  private String list() {
    made++;
    return "reference,name,area,owner_kind,keep_days\nL-" + made + ",Cổng,C-1,HOUSEHOLD,7\n";
  }

  /// A body with every field that the server takes with good grace.
  Map<String, Object> body(String operation) {
    return part(operation).map(part -> part.body(operation)).orElseGet(() -> bodies.of(operation));
  }

  private Optional<ApiScenario> part(String operation) {
    return parts.stream().filter(part -> part.knows(operation)).findFirst();
  }

  /// What a part's operation gives to who may do it, where that is no success.
  Optional<String> findAnswer(String operation) {
    return part(operation).map(part -> part.answers().get(operation));
  }

  Answer call(TestClient client, String operation) {
    return call(client, operation, address(operation));
  }

  Answer call(TestClient client, String operation, String address) {
    Optional<ApiScenario> part = part(operation);
    if (part.isPresent()) {
      return part.get().call(client, operation, address);
    }
    if (operation.startsWith("POST /api/cameras/import")) {
      return client.postAs(address, list(), "text/csv");
    }
    if (operation.startsWith("POST /api/areas/import")) {
      return importAreas(client, operation, address);
    }
    if (operation.contains(" /api/owner/")) {
      holdLink(client);
    }
    Map<String, Object> body = body(operation);
    return switch (method(operation)) {
      case "GET" -> client.get(address);
      case "POST" -> client.post(address, body);
      case "PATCH" -> client.patch(address, body);
      default -> client.delete(address);
    };
  }

  /// A call that is to be answered as `right` says: of the object of the last such call, or of a
  /// new one where it can be done only once.
  Answer callAllowed(TestClient client, String operation, Predicate<Answer> right) {
    String before = repeatable.get(operation);
    if (before != null) {
      Answer again = call(client, operation, before);
      if (right.test(again)) {
        return again;
      }
      repeatable.remove(operation);
      once.add(operation);
    }
    String address = address(operation);
    if (!once.contains(operation)) {
      repeatable.put(operation, address);
    }
    return call(client, operation, address);
  }

  /// A call that is to be refused, of the object and with the body of all such calls.
  Answer callUntouched(TestClient client, String operation) {
    String address = untouched(operation);
    boolean ofItsObject =
        operation.contains(" /api/owner/")
            || part(operation).filter(part -> part.makesBodyOfItsObject(operation)).isPresent();
    if (withJson.contains(operation) && !ofItsObject) {
      switch (method(operation)) {
        case "POST" -> {
          return client.post(address, untouchedBody(operation));
        }
        case "PATCH" -> {
          return client.patch(address, untouchedBody(operation));
        }
        default -> {}
      }
    }
    return call(client, operation, address);
  }

  /// Which event tells of the last refusal. The next one of anybody is an event of its own.
  long lastRefusal() {
    RefusalWindows.end(server.bean(Refusals.class));
    return server
        .database()
        .client()
        .sql("select coalesce(max(seq), 0) from audit.event where refused")
        .query(Long.class)
        .single();
  }

  /// Whose refusals are in the log since then.
  List<String> refusedSince(long seq) {
    return server
        .database()
        .client()
        .sql(
            """
            select username from identity.person
            where id in (select actor_id from audit.event where refused and seq > ?)\
            """)
        .param(seq)
        .query((row, _) -> row.getString(1))
        .list();
  }
}
