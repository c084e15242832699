package anbinh;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.identity.Role;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every body and every parameter of the API with everything wrong that its description lets one
/// think of: always a problem that names the field, never a fault, and nothing is kept. What the
/// reader of all bodies refuses is dealt out in turn: every field gets some of it, not all.
class BodySweepIT {
  @RegisterExtension
  static final TestServer SERVER =
      new TestServer(
          TestServer.FAKE_FOOTAGE,
          "anbinh.identity.attempts-per-account=1000000",
          "anbinh.identity.attempts-per-address=1000000",
          "anbinh.situation.resident.reports-per-address=1000000",
          "anbinh.situation.resident.reports-per-commune=1000000",
          "anbinh.situation.resident.messages-per-report=1000000");

  private static final JsonMapper JSON = JsonMapper.shared();

  /// What must not be in an answer: names of classes, SQL, folders.
  private static final List<String> INNER =
      List.of(
          "Exception",
          "anbinh.",
          "java.",
          "org.spring",
          "jackson",
          "select ",
          "insert ",
          "constraint",
          "/tmp/",
          "\tat ");

  private static final Dealt<String> NO_JSON =
      new Dealt<>(
          List.of(
              "",
              " ",
              "null",
              "[]",
              "\"text\"",
              "17",
              "true",
              "{",
              "{\"a\"}",
              "{a:1}",
              "NaN",
              "\u0000"));
  private static final Dealt<String> HUGE =
      new Dealt<>(
          List.of(
              "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000),
              "[".repeat(100_000),
              "{\"x\":\"" + "y".repeat(1 << 20) + "\"}"));
  private static final Dealt<String> OTHER_FORMS =
      new Dealt<>(
          List.of(
              "text/plain",
              "application/xml",
              "application/x-www-form-urlencoded",
              "multipart/form-data",
              "application/json; charset=nonsense",
              "nonsense",
              ""));

  /// Needed or not, as the rest of the body has it.
  private static final Set<String> CONDITIONAL =
      Set.of(
          "POST /api/role-grants/{id}/decision reason",
          "POST /api/requests/{id}/decision reason",
          "POST /api/standard/assessments number",
          "POST /api/standard/assessments on",
          "POST /api/standard/assessments registered",
          "POST /api/standard/assessments registrable",
          "POST /api/standard/assessments lateReason",
          "POST /api/standard/assessments/{id}/decision lateReason",
          "POST /api/cases/{id}/parties/{partyId}/reopening/decision authority",
          "POST /api/cases/{id}/parties/{partyId}/reopening/decision number",
          "POST /api/cases/{id}/parties/{partyId}/reopening/decision on",
          "POST /api/resident-reports happenedAt",
          "POST /api/mediations parties",
          "POST /api/mediations about",
          "POST /api/requests/{id}/copies tracks",
          "POST /api/requests/{id}/copies reasons",
          "POST /api/requests urgentReason",
          "POST /api/requests urgentWords",
          "POST /api/requests/check urgentReason",
          "POST /api/requests/check urgentWords",
          "POST /api/requests paperNumber",
          "POST /api/requests paperDate",
          "POST /api/requests/check paperNumber",
          "POST /api/requests/check paperDate",
          "POST /api/programmes/{id}/versions reason",
          "POST /api/programmes/{id}/decision number",
          "POST /api/programmes/{id}/decision on",
          "POST /api/teams/{id}/decision number",
          "POST /api/teams/{id}/decision on",
          "POST /api/teams/{id}/recognition number",
          "POST /api/teams/{id}/recognition on",
          "POST /api/team-equipment serials",
          "POST /api/campaigns/{id}/decision number",
          "POST /api/campaigns/{id}/decision on",
          "PUT /api/notifications/preferences quietFrom",
          "PUT /api/notifications/preferences quietTo",
          "POST /api/session/second-factor value",
          "POST /api/session/confirm value");

  /// So many operations are tried between two counts of all rows.
  private static final int COUNTED_TOGETHER = 12;

  private static @Nullable ApiFixture made;
  private static @Nullable TestClient half;
  private static @Nullable String countsOfRows;

  @BeforeAll
  static void make() {
    made = new ApiFixture(SERVER);
    made.request();
    Role[] roles = EnumSet.complementOf(EnumSet.of(Role.OMBUDSMAN)).toArray(Role[]::new);
    SERVER.person("moi-quyen", made.evidence.commune.id(), roles);
    assertThat(client().post("/api/account/totp", Map.of()).status()).isEqualTo(200);
    SERVER.person("hai-lop", made.evidence.commune.id(), Role.DUTY_OFFICER);
    addApp(SERVER.signedIn("hai-lop"));
  }

  private static WrongValues values() {
    return new WrongValues(world().description());
  }

  private static ApiFixture world() {
    return Objects.requireNonNull(made);
  }

  @Test
  void everyFieldThatIsWrongIsNamedAndNothingIsKept() {
    var wrong = new TreeSet<String>();
    int tried = 0;
    for (List<Refused> some : withBodyBySome()) {
      String before = countOfEveryRow();
      for (Refused each : some) {
        for (String name : names(each.schema())) {
          if (!rare(name) && !each.body().containsKey(name)) {
            wrong.add(each.operation() + ": the sweep's right body leaves out " + name);
          }
        }
        for (Map.Entry<String, List<Object>> field : values().of(each.schema()).entrySet()) {
          for (Object value : field.getValue()) {
            String text = WrongValues.write(each.body(), field.getKey(), value);
            tried++;
            expectRefused(each.operation(), each.address(), text, field.getKey())
                .ifPresent(wrong::add);
          }
        }
      }
      keptSince(before, some).ifPresent(wrong::add);
    }
    assertThat(tried).isGreaterThan(1_000);
    assertThat(wrong).isEmpty();
  }

  /// Of one operation fields are left out, of the next they are null: the reader of all bodies
  /// takes both alike.
  @Test
  void whatIsRequiredIsMissedAndWhatIsNotIsNot() {
    var wrong = new TreeSet<String>();
    boolean absent = false;
    for (List<Refused> some : withBodyBySome()) {
      String before = countOfEveryRow();
      for (Refused each : some) {
        absent = !absent;
        for (String name : fields(each, true)) {
          String text = without(each.body(), Set.of(name), absent);
          expectRefused(each.operation(), each.address(), text, name).ifPresent(wrong::add);
        }
      }
      keptSince(before, some).ifPresent(wrong::add);
      // One of several may be needed: whatever is missed is tried again by itself.
      for (Refused each : some) {
        absent = !absent;
        for (String missed : missed(each.operation(), fields(each, false), absent)) {
          if (missed(each.operation(), Set.of(missed), absent).contains(missed)) {
            wrong.add(each.operation() + " misses " + missed);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  /// The fields of a body that are needed, or those that are not.
  private static Set<String> fields(Refused operation, boolean needed) {
    Set<String> required =
        operation
            .schema()
            .path("required")
            .valueStream()
            .map(JsonNode::asString)
            .collect(Collectors.toSet());
    Set<String> names = names(operation.schema());
    names.removeIf(
        name -> required.contains(name) != needed || isConditional(operation.operation(), name));
    return names;
  }

  private static boolean isConditional(String operation, String name) {
    return CONDITIONAL.contains(operation + " " + name);
  }

  /// The right body without some of its fields.
  ///
  /// @param absent whether they are not there at all; null otherwise
  private static String without(Map<String, Object> right, Set<String> names, boolean absent) {
    Map<String, Object> body = new HashMap<>(right);
    for (String name : names) {
      if (absent) {
        body.remove(name);
      } else {
        body.put(name, null);
      }
    }
    return JSON.writeValueAsString(body);
  }

  /// Which of the fields are said to be wrong where they are all left out.
  private static Set<String> missed(String operation, Set<String> names, boolean absent) {
    String text = without(world().body(operation), names, absent);
    Answer answer = send(operation, address(operation), text);
    assertThat(answer.status()).as(operation + " " + answer.text()).isLessThan(500);
    return names.stream()
        .filter(name ->
            answer.code().equals("invalid") && answer.text().contains("\"field\":\"" + name + "\""))
        .collect(Collectors.toSet());
  }

  @Test
  void bodiesThatAreNoObjectsAreRefused() {
    var wrong = new TreeSet<String>();
    int number = 0;
    for (List<Refused> some : withBodyBySome()) {
      String before = countOfEveryRow();
      for (Refused each : some) {
        String right = JSON.writeValueAsString(each.body());
        List<String> broken =
            List.of(
                "[" + right + "]",
                right + "x",
                right.substring(0, right.length() - 1),
                twice(right));
        List<String> bodies =
            new ArrayList<>(List.of("{\"unknown\":1}", broken.get(number % broken.size())));
        bodies.addAll(NO_JSON.next(1));
        if (number++ % 8 == 0) {
          bodies.addAll(HUGE.next(1));
        }
        for (String body : bodies) {
          expectRefused(each.operation(), each.address(), body, "").ifPresent(wrong::add);
        }
      }
      keptSince(before, some).ifPresent(wrong::add);
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void otherFormsThanJsonAreRefused() {
    var wrong = new TreeSet<String>();
    for (List<Refused> some : withBodyBySome()) {
      String before = countOfEveryRow();
      for (Refused each : some) {
        String type = OTHER_FORMS.next(1).getFirst();
        String right = JSON.writeValueAsString(each.body());
        Answer answer = send(each.operation(), each.address(), right, type);
        boolean refused = answer.status() == 415 || answer.status() == 400;
        if (!refused || leaks(answer)) {
          wrong.add(
              each.operation() + " as '" + type + "': " + answer.status() + " " + answer.text());
        }
      }
      keptSince(before, some).ifPresent(wrong::add);
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyParameterThatIsWrongIsNamed() {
    var wrong = new TreeSet<String>();
    int tried = 0;
    for (Map.Entry<String, JsonNode> operation : world().operations().entrySet()) {
      if (operation.getValue().path("parameters").isEmpty()) {
        continue;
      }
      String right = untouched(operation.getKey());
      String body = body(operation);
      for (JsonNode parameter : operation.getValue().path("parameters")) {
        String name = parameter.path("name").asString();
        for (String value : WrongValues.ofParameter(parameter)) {
          tried++;
          String address = addressWith(operation.getKey(), right, parameter, value);
          Answer answer = send(operation.getKey(), address, body, type(operation.getValue()));
          boolean harmless =
              parameter.path("in").asString().equals("query")
                  && !value.contains("%")
                  && answer.status() < 300
                  && isText(parameter);
          boolean named =
              answer.status() == 400
                  && (answer.text().contains("\"bad-address\"")
                      || answer.code().equals("not-http")
                      || answer.text().contains("\"field\":\"" + name + "\""));
          boolean absent = answer.status() == 404 && parameter.path("in").asString().equals("path");
          if (!(harmless || named || absent) || leaks(answer)) {
            wrong.add(
                operation.getKey()
                    + " "
                    + name
                    + "="
                    + shortened(value)
                    + ": "
                    + answer.status()
                    + " "
                    + shortened(answer.text()));
          }
        }
      }
    }
    assertThat(tried).isGreaterThan(200);
    assertThat(wrong).isEmpty();
  }

  @Test
  void spansThatEndBeforeTheyBeginOrAreHugeAreRefused() {
    TestClient client = client();
    String camera = "/api/cameras/" + world().evidence.camera.id();
    for (String what : List.of("coverage", "video.mp4", "frames", "activity")) {
      String path = camera + "/" + what;
      assertThat(client.get(path + "?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z").text())
          .contains("\"field\":\"to\"", "after-from");
      assertThat(client.get(path + "?from=2026-01-01T00:00:00Z&to=2026-01-01T00:00:00Z").text())
          .contains("\"field\":\"to\"", "after-from");
      assertThat(client.get(path + "?from=1900-01-01T00:00:00Z&to=2199-01-01T00:00:00Z").code())
          .isEqualTo("span-too-long");
    }
  }

  private static String body(Map.Entry<String, JsonNode> operation) {
    return operation.getValue().has("requestBody")
        ? JSON.writeValueAsString(world().body(operation.getKey()))
        : "";
  }

  /// The first form in which it takes a body.
  private static String type(JsonNode operation) {
    return operation.path("requestBody").path("content").propertyNames().stream()
        .findFirst()
        .orElse("application/json");
  }

  private static boolean isText(JsonNode parameter) {
    JsonNode schema = parameter.path("schema");
    return schema.path("type").asString("").equals("string")
        && !schema.has("format")
        && !schema.has("enum");
  }

  /// A right address with one parameter changed.
  private static String addressWith(
      String operation, String address, JsonNode parameter, String value) {
    String name = parameter.path("name").asString();
    if (parameter.path("in").asString().equals("path")) {
      int query = address.indexOf('?');
      String[] parts = (query < 0 ? address : address.substring(0, query)).split("/", -1);
      String[] template = operation.substring(operation.indexOf(' ') + 1).split("/", -1);
      for (int i = 0; i < template.length; i++) {
        if (template[i].contains("{" + name + "}")) {
          // Of two in one part, the other one is right.
          parts[i] = template[i].replace("{" + name + "}", value).replaceAll("\\{[^}]*}", "json");
        }
      }
      return String.join("/", parts) + (query < 0 ? "" : address.substring(query));
    }
    String without = address.replaceAll("([?&])" + name + "=[^&]*&?", "$1");
    return without + (without.contains("?") ? "&" : "?") + name + "=" + value;
  }

  /// The same object with its first field said twice.
  private static String twice(String object) {
    int colon = object.indexOf(':');
    return object.substring(0, object.length() - 1)
        + ",\"x\":1".replace("\"x\"", object.substring(1, colon))
        + "}";
  }

  private static Optional<String> expectRefused(
      String operation, String address, String text, String field) {
    Answer answer = send(operation, address, text);
    boolean named =
        field.isEmpty()
            || answer.status() == 413
            || answer.code().equals("malformed")
            || answer.text().contains("\"field\":\"" + stem(field));
    boolean refused =
        answer.status() >= 400
            && answer.status() < 500
            && answer.status() != 403
            && answer.status() != 404
            && answer.header("Content-Type").orElse("").startsWith("application/problem+json");
    // Whatever a wrong name is, it is no account's.
    boolean guess = answer.code().equals("sign-in-failed");
    if (!(named || guess) || !refused || leaks(answer)) {
      return Optional.of(
          operation
              + " "
              + field
              + " "
              + shortened(text)
              + " → "
              + answer.status()
              + " "
              + shortened(answer.text()));
    }
    return Optional.empty();
  }

  private static Optional<String> keptSince(String before, List<Refused> some) {
    String after = countOfEveryRow();
    return after.equals(before)
        ? Optional.empty()
        : Optional.of(
            "one of "
                + some.stream().map(Refused::operation).toList()
                + " KEPT ("
                + before
                + " → "
                + after
                + ")");
  }

  private static String stem(String field) {
    int end = field.indexOf('[');
    return end < 0 ? field : field.substring(0, end);
  }

  private static boolean leaks(Answer answer) {
    return answer.status() >= 500 || INNER.stream().anyMatch(answer.text()::contains);
  }

  private static String shortened(String text) {
    return text.length() > 300 ? text.substring(0, 300) + "…" : text;
  }

  /// The address of an object of its own; whoever needs a link holds one from then on.
  private static String address(String operation) {
    hold(operation);
    return world().address(operation);
  }

  /// The address of one object for all calls that are to be refused.
  private static String untouched(String operation) {
    hold(operation);
    return world().untouched(operation);
  }

  private static void hold(String operation) {
    if (operation.contains(" /api/owner/")) {
      world().holdLink(client());
    }
    if (operation.endsWith(" /api/sightings/batches")) {
      world().authorize(client());
    }
  }

  private static Answer send(String operation, String address, String body) {
    return send(operation, address, body, "application/json");
  }

  private static Answer send(String operation, String address, String body, String type) {
    TestClient client = operation.contains("/api/session") ? SERVER.client() : client();
    if (client.cookie("XSRF-TOKEN").isEmpty()) {
      client.get("/api/session");
    }
    if (operation.endsWith("/password") || operation.endsWith("/confirm")) {
      client = client();
    } else if (operation.endsWith("/second-factor")) {
      client = half();
    } else if (operation.equals("POST /api/account/passkeys")) {
      client.post("/api/account/passkeys/options", Map.of());
    }
    if (operation.contains("/decision") || operation.endsWith("/copies/{copyId}/review")) {
      client = world().people.home("approver");
    } else if (operation.contains("/outcome")
        || operation.startsWith("POST /api/requests")
        || operation.endsWith("/sightings/searches")
        || operation.endsWith("/analysis/jobs")) {
      client = world().people.home("investigator");
    }
    var headers = new HashMap<>(Map.of("X-XSRF-TOKEN", client.cookie("XSRF-TOKEN").orElseThrow()));
    headers.put("Content-Type", type);
    return client.sendAs(ApiFixture.method(operation), address, body, headers);
  }

  /// Somebody who holds every role.
  private static TestClient client() {
    return world().people.signedIn("moi-quyen");
  }

  /// Somebody whose second factor is awaited, which it is for five minutes.
  private static TestClient half() {
    TestClient client = half;
    if (client == null || client.get("/api/session").json().path("secondFactor").isNull()) {
      client = SERVER.client();
      client.signIn("hai-lop", TestServer.PASSWORD);
      half = client;
    }
    return client;
  }

  private static void addApp(TestClient client) {
    String secret = client.post("/api/account/totp", Map.of()).json().path("secret").asString();
    Answer added =
        client.post("/api/account/totp/confirm", Map.of("code", oneTimePassword(secret)));
    assertThat(added.status()).as(added.text()).isEqualTo(200);
  }

  private static String oneTimePassword(String secret) {
    try {
      return new TimeBasedOneTimePasswordGenerator()
          .generateOneTimePasswordString(
              new SecretKeySpec(new Base32().decode(secret), "HmacSHA1"), Instant.now());
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, JsonNode> withBody() {
    Map<String, JsonNode> some = new LinkedHashMap<>();
    world()
        .operations()
        .forEach((operation, description) -> {
          // Lists (CSV) are swept by their own tests.
          if (!description.at("/requestBody/content/application~1json").isMissingNode()) {
            some.put(operation, description);
          }
        });
    assertThat(some).hasSizeGreaterThan(10);
    return some;
  }

  /// An operation with what all calls have that are to be refused.
  private record Refused(
      String operation, JsonNode schema, String address, Map<String, Object> body) {}

  /// The operations with a body, made ready a few at a time: counting all rows before and after
  /// each takes longer than the calls.
  private static List<List<Refused>> withBodyBySome() {
    List<Refused> all =
        withBody().entrySet().stream()
            .map(each ->
                new Refused(
                    each.getKey(),
                    schema(each.getValue()),
                    untouched(each.getKey()),
                    world().untouchedBody(each.getKey())))
            .toList();
    return all.stream().gather(Gatherers.windowFixed(COUNTED_TOGETHER)).toList();
  }

  private static JsonNode schema(JsonNode operation) {
    return values()
        .resolve(
            operation.path("requestBody").path("content").path("application/json").path("schema"));
  }

  private static Set<String> names(JsonNode schema) {
    var names = new TreeSet<String>();
    schema.path("properties").propertyNames().forEach(names::add);
    return names;
  }

  /// Not in every right body: a camera is only simulated when it is made, and a proof is a
  /// passkey's credential or a value.
  private static boolean rare(String name) {
    return name.equals("simulated") || name.equals("credential");
  }

  /// How many rows each table has, but those of the log and the sessions, what is drawn from the
  /// log meanwhile, and what the collector writes about requests that were approved here: of a
  /// request's history only what people did counts.
  private static String countOfEveryRow() {
    if (countsOfRows == null) {
      String each =
          SERVER
              .database()
              .client()
              .sql(
                  """
                  select string_agg(format('select %L as name, count(*) as c from %I.%I',
                      schemaname || '.' || tablename, schemaname, tablename), ' union all ')
                  from pg_tables
                  where schemaname not in ('pg_catalog', 'information_schema', 'audit', 'oversight')
                    and tablename not like '%session%' and tablename not like 'flyway%'
                    and tablename not in ('collection', 'extraction', 'extraction_file', 'history',
                      'record_change')
                    and not (schemaname = 'notification' and tablename in ('look', 'seen',
                      'notification'))
                  """)
              .query(String.class)
              .single();
      countsOfRows =
          """
          select string_agg(name || ' ' || c, ', ' order by name)
            || ', evidence.history by people '
            || (select count(*) from evidence.history where who is not null)
          from (%s) t
          """
              .formatted(each);
    }
    return SERVER.database().client().sql(countsOfRows).query(String.class).single();
  }
}
