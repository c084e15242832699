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
import java.util.Collections;
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
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every body and every parameter of the API with everything wrong that its description lets one
/// think of: always a problem that names the field, never a fault, and nothing is kept.
class BodySweepIT {
  @RegisterExtension
  static final TestServer SERVER =
      new TestServer(
          TestServer.FAKE_FOOTAGE,
          "anbinh.identity.attempts-per-account=1000000",
          "anbinh.identity.attempts-per-address=1000000",
          "anbinh.community.resident.reports-per-address=1000000",
          "anbinh.community.resident.reports-per-commune=1000000",
          "anbinh.community.resident.messages-per-report=1000000");

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String LONG = "x".repeat(100_000);

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

  /// Fields in which any characters are welcome.
  private static final Set<String> SECRETS = Set.of("password", "current");

  /// Needed or not, as the rest of the body has it.
  private static final Set<String> CONDITIONAL =
      Set.of(
          "POST /api/requests/{id}/decision reason",
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
          "POST /api/session/second-factor value",
          "POST /api/session/confirm value");

  private static @Nullable ApiWorld made;
  private static @Nullable TestClient half;
  private static @Nullable String countsOfRows;

  @BeforeAll
  static void make() {
    made = new ApiWorld(SERVER);
    made.request();
    Role[] roles = EnumSet.complementOf(EnumSet.of(Role.OMBUDSMAN)).toArray(Role[]::new);
    SERVER.person("moi-quyen", made.evidence.commune.id(), roles);
    assertThat(client().post("/api/account/totp", Map.of()).status()).isEqualTo(200);
    SERVER.person("hai-lop", made.evidence.commune.id(), Role.DUTY_OFFICER);
    addApp(SERVER.signedIn("hai-lop"));
  }

  private static ApiWorld world() {
    return Objects.requireNonNull(made);
  }

  @Test
  void everyFieldThatIsWrongIsNamedAndNothingIsKept() {
    var wrong = new TreeSet<String>();
    int tried = 0;
    for (Map.Entry<String, JsonNode> operation : withBody().entrySet()) {
      JsonNode schema = schema(operation.getValue());
      Map<String, Object> body = world().body(operation.getKey());
      assertThat(body.keySet())
          .as(operation.getKey() + ": a right body with every field, or the sweep leaves one out")
          .containsAll(names(schema).stream().filter(name -> !rare(name)).toList());
      String address = untouched(operation.getKey());
      String before = countOfEveryRow();
      for (Map.Entry<String, List<Object>> field : wrongValues(schema, "").entrySet()) {
        for (Object value : field.getValue()) {
          String text = JSON.writeValueAsString(with(body, field.getKey(), value));
          if (value instanceof Raw raw) {
            text = text.replace("\"<raw>\"", raw.text());
          }
          tried++;
          expectRefused(operation.getKey(), address, text, field.getKey()).ifPresent(wrong::add);
        }
      }
      keptSince(before, operation.getKey()).ifPresent(wrong::add);
    }
    assertThat(tried).isGreaterThan(1_000);
    assertThat(wrong).isEmpty();
  }

  @Test
  void whatIsRequiredIsMissedAndWhatIsNotIsNot() {
    var wrong = new TreeSet<String>();
    for (Map.Entry<String, JsonNode> described : withBody().entrySet()) {
      String operation = described.getKey();
      JsonNode schema = schema(described.getValue());
      Set<String> required =
          schema.path("required").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
      Set<String> needed = names(schema);
      needed.removeIf(name -> !required.contains(name) || isConditional(operation, name));
      Set<String> spared = names(schema);
      spared.removeIf(name -> required.contains(name) || isConditional(operation, name));
      Map<String, Object> body = world().body(operation);
      String address = untouched(operation);
      String before = countOfEveryRow();
      for (String name : needed) {
        for (boolean absent : List.of(true, false)) {
          String text = without(body, Set.of(name), absent);
          expectRefused(operation, address, text, name).ifPresent(wrong::add);
        }
      }
      keptSince(before, operation).ifPresent(wrong::add);
      for (boolean absent : List.of(true, false)) {
        // One of several may be needed: whatever is missed is tried again by itself.
        for (String missed : missed(operation, spared, absent)) {
          if (missed(operation, Set.of(missed), absent).contains(missed)) {
            wrong.add(operation + " misses " + missed);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
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
    for (String operation : withBody().keySet()) {
      String right = JSON.writeValueAsString(world().body(operation));
      String address = untouched(operation);
      String before = countOfEveryRow();
      var bodies =
          new ArrayList<>(
              List.of(
                  "",
                  " ",
                  "null",
                  "[]",
                  "[" + right + "]",
                  "\"text\"",
                  "17",
                  "true",
                  "{",
                  right + "x",
                  right + right,
                  right.substring(0, right.length() - 1),
                  "{\"a\"}",
                  "{a:1}",
                  "NaN",
                  "{\"unknown\":1}",
                  "\u0000",
                  twice(right)));
      if (number++ % 10 == 0) { // they end in the reader that all have in common
        bodies.add("{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000));
        bodies.add("[".repeat(100_000));
        bodies.add("{\"x\":\"" + "y".repeat(1 << 20) + "\"}");
      }
      for (String body : bodies) {
        expectRefused(operation, address, body, "").ifPresent(wrong::add);
      }
      keptSince(before, operation).ifPresent(wrong::add);
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void otherFormsThanJsonAreRefused() {
    var wrong = new TreeSet<String>();
    for (String operation : withBody().keySet()) {
      String right = JSON.writeValueAsString(world().body(operation));
      String address = untouched(operation);
      String before = countOfEveryRow();
      for (String type :
          List.of(
              "text/plain",
              "application/xml",
              "application/x-www-form-urlencoded",
              "multipart/form-data",
              "application/json; charset=nonsense",
              "nonsense",
              "")) {
        Answer answer = send(operation, address, right, type);
        boolean refused = answer.status() == 415 || answer.status() == 400;
        if (!refused || leaks(answer)) {
          wrong.add(operation + " as '" + type + "': " + answer.status() + " " + answer.text());
        }
      }
      assertThat(countOfEveryRow()).as(operation).isEqualTo(before);
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
        for (String value : wrongParameters(parameter)) {
          tried++;
          String address = addressWith(operation.getKey(), right, parameter, value);
          Answer answer = send(operation.getKey(), address, body);
          boolean harmless =
              parameter.path("in").asString().equals("query")
                  && !value.contains("%")
                  && answer.status() < 300
                  && isText(parameter);
          boolean named =
              answer.status() == 400
                  && (answer.text().contains("\"bad-address\"")
                      || isTomcats(answer)
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
    for (String what : List.of("coverage", "video.mp4", "frames")) {
      String path = camera + "/" + what;
      assertThat(client.get(path + "?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z").text())
          .contains("\"field\":\"to\"", "after-from");
      assertThat(client.get(path + "?from=2026-01-01T00:00:00Z&to=2026-01-01T00:00:00Z").text())
          .contains("\"field\":\"to\"", "after-from");
      assertThat(client.get(path + "?from=1900-01-01T00:00:00Z&to=2199-01-01T00:00:00Z").code())
          .isEqualTo("span-too-long");
    }
  }

  /// What is wrong with the path itself does not get as far as our own pages.
  private static boolean isTomcats(Answer answer) {
    return answer.text().startsWith("<!doctype html>") && answer.text().contains("Bad Request");
  }

  private static String body(Map.Entry<String, JsonNode> operation) {
    return operation.getValue().has("requestBody")
        ? JSON.writeValueAsString(world().body(operation.getKey()))
        : "";
  }

  private static boolean isText(JsonNode parameter) {
    JsonNode schema = parameter.path("schema");
    return schema.path("type").asString("").equals("string")
        && !schema.has("format")
        && !schema.has("enum");
  }

  private static List<String> wrongParameters(JsonNode parameter) {
    JsonNode schema = parameter.path("schema");
    var values =
        new ArrayList<>(List.of("%00", "a%07b", "%E2%80%AEcba", "%c3%28", "x".repeat(2_000)));
    String type = schema.path("type").asString("");
    String format = schema.path("format").asString("");
    if (schema.has("enum")) {
      values.addAll(List.of("0", "NOPE", "-1"));
    } else if (format.equals("uuid")) {
      values.addAll(List.of("1-1-1-1-1", "17", "AAAAAAAAAAAAAAAAAAAAAA==", "null"));
    } else if (format.equals("date-time")) {
      values.addAll(
          List.of(
              "0",
              "now",
              "2026-11-24",
              "2026-11-24T02:02:51",
              "0001-01-01T00:00:00Z",
              "9999-12-31T23:59:59Z",
              "-999999999-01-01T00:00:00Z",
              "1732413771000",
              "%2B1000000000-12-31T23:59:59.999999999Z",
              "2026-02-30T00:00:00Z"));
    } else if (type.equals("integer")) {
      values.addAll(List.of("-1", "99999999999999999999", "1.5", "NaN", "many"));
    } else if (type.equals("boolean")) {
      values.addAll(List.of("2", "maybe"));
    } else if (parameter.path("name").asString().equals("after")) {
      values.addAll(List.of("Zm9v", "AA", "!!", "AAAAAAAAAAAAAAAAAAAAAA", "%C4%90"));
    }
    return values;
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

  /// A value that stands in the JSON as it is here.
  private record Raw(String text) {}

  /// Wrong values by the field's path; the element of a list is `name[0]`.
  private static Map<String, List<Object>> wrongValues(JsonNode schema, String prefix) {
    Map<String, List<Object>> all = new LinkedHashMap<>();
    schema
        .path("properties")
        .forEachEntry((name, property) -> {
          JsonNode one = resolve(property);
          String path = prefix + name;
          all.put(path, new ArrayList<>(wrongFor(name, one)));
          if (typed(one, "array")) {
            List<Object> elements = new ArrayList<>(wrongFor(name, resolve(one.path("items"))));
            all.put(path + "[0]", elements);
          }
          if (one.has("properties")) {
            all.putAll(wrongValues(one, path + "."));
          }
        });
    return all;
  }

  private static boolean typed(JsonNode schema, String type) {
    return schema.path("type").asString("").equals(type)
        || schema.path("type").valueStream().anyMatch(each -> each.asString().equals(type));
  }

  private static List<Object> wrongFor(String name, JsonNode schema) {
    if (typed(schema, "array")) {
      return List.of(
          "text",
          1,
          true,
          Map.of("a", 1),
          new Raw("[null,null]"),
          Collections.nCopies(20_000, "x"));
    }
    if (schema.has("properties")) {
      return List.of("text", 1, true, List.of(), Map.of("unknown", 1));
    }
    if (name.equals("roleEnds")) { // a day for each role
      return List.of(
          "text",
          1,
          true,
          List.of(),
          Map.of("NOBODY", "2099-12-31"),
          Map.of("DUTY_OFFICER", "2020-01-01"),
          Map.of("DUTY_OFFICER", "no day"),
          Map.of("DUTY_OFFICER", 5),
          Map.of("AUDITOR", "2099-12-31"),
          new Raw("{\"DUTY_OFFICER\":null}"));
    }
    if (typed(schema, "boolean")) {
      return List.of("true", 1, 0, "", List.of(), Map.of(), new Raw("NaN"));
    }
    if (typed(schema, "integer") || typed(schema, "number")) {
      var numbers =
          new ArrayList<Object>(
              List.of(
                  "1",
                  "NaN",
                  "",
                  true,
                  List.of(),
                  Map.of(),
                  -1_000,
                  1_000_000_000_000L,
                  new Raw("NaN"),
                  new Raw("Infinity"),
                  new Raw("1e999"),
                  new Raw("-1e999"),
                  new Raw("0x10"),
                  new Raw("01"),
                  new Raw("1".repeat(2_000))));
      if (typed(schema, "integer")) {
        numbers.add(new Raw("1.5"));
        numbers.add(new Raw("1.0"));
      } else {
        numbers.add(new Raw("180.000001"));
      }
      return numbers;
    }
    var texts = new ArrayList<Object>(List.of(1, 1.5, true, List.of("x"), Map.of("a", 1), LONG));
    if (!SECRETS.contains(name)) {
      texts.addAll(
          List.of(
              "a\u0000b",
              "a\u0007b",
              "\u202Egnp.exe",
              "a\u2066b\u2069",
              new Raw("\"a\\ud800b\""),
              new Raw("\"\\udc00\"")));
    }
    String format = schema.path("format").asString("");
    if (format.equals("uuid")) {
      texts.addAll(List.of("", "17", "1-1-1-1-1", "AAAAAAAAAAAAAAAAAAAAAA==", "null"));
    } else if (format.equals("date-time")) {
      texts.addAll(
          List.of(
              "",
              "0",
              "yesterday",
              "2026-11-24",
              "2026-11-24T02:02:51",
              "0001-01-01T00:00:00Z",
              "9999-12-31T23:59:59Z",
              "-999999999-01-01T00:00:00Z",
              "+1000000000-12-31T23:59:59.999999999Z",
              "2026-02-30T00:00:00Z"));
    } else if (schema.has("enum")) {
      texts.addAll(List.of("", "0", "NOPE", " ", "ẞ"));
    }
    return texts;
  }

  private static Map<String, Object> with(Map<String, Object> body, String path, Object value) {
    Map<String, Object> changed = new HashMap<>(body);
    Object put = value instanceof Raw ? "<raw>" : value;
    int dot = path.indexOf('.');
    if (dot > 0) {
      @SuppressWarnings("unchecked")
      Map<String, Object> inner = (Map<String, Object>) body.get(path.substring(0, dot));
      changed.put(
          path.substring(0, dot),
          with(Objects.requireNonNull(inner), path.substring(dot + 1), value));
    } else if (path.endsWith("[0]")) {
      changed.put(path.substring(0, path.length() - 3), List.of(put));
    } else {
      changed.put(path, put);
    }
    return changed;
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

  private static Optional<String> keptSince(String before, String operation) {
    String after = countOfEveryRow();
    return after.equals(before)
        ? Optional.empty()
        : Optional.of(operation + " KEPT (" + before + " → " + after + ")");
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
    } else if (operation.contains("/outcome") || operation.startsWith("POST /api/requests")) {
      client = world().people.home("investigator");
    }
    var headers = new HashMap<>(Map.of("X-XSRF-TOKEN", client.cookie("XSRF-TOKEN").orElseThrow()));
    headers.put("Content-Type", type);
    return client.sendAs(ApiWorld.method(operation), address, body, headers);
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

  private static JsonNode schema(JsonNode operation) {
    return resolve(
        operation.path("requestBody").path("content").path("application/json").path("schema"));
  }

  private static JsonNode resolve(JsonNode schema) {
    String reference = schema.path("$ref").asString("");
    return reference.isEmpty() ? schema : resolve(world().description().at(reference.substring(1)));
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
                    and tablename not in ('collection', 'extraction', 'extraction_file', 'history')
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
