package anbinh;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Everything wrong that the API's description lets one think of, by field and by parameter. Of
/// what the reader of all bodies or of all addresses refuses, each gets some in turn and not all.
final class WrongValues {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String LONG = "x".repeat(30_000);

  private static final Dealt<Object> NO_LIST =
      new Dealt<>(List.of("text", 1, true, Map.of("a", 1)));
  private static final Dealt<Object> NO_OBJECT =
      new Dealt<>(List.of("text", 1, true, List.of(), Map.of("unknown", 1)));
  private static final Dealt<Object> NO_BOOLEAN =
      new Dealt<>(List.of("true", 1, 0, "", List.of(), Map.of(), new Raw("NaN")));
  private static final Dealt<Object> NO_NUMBER =
      new Dealt<>(
          List.of(
              "1",
              "NaN",
              "",
              true,
              List.of(),
              Map.of(),
              new Raw("NaN"),
              new Raw("Infinity"),
              new Raw("1e999"),
              new Raw("-1e999"),
              new Raw("0x10"),
              new Raw("01"),
              new Raw("1".repeat(2_000))));
  private static final Dealt<Object> NO_TEXT =
      new Dealt<>(List.of(1, 1.5, true, List.of("x"), Map.of("a", 1)));
  private static final Dealt<Object> NO_CHARACTERS =
      new Dealt<>(
          List.of(
              "a\u0000b",
              "a\u0007b",
              "\u202Egnp.exe",
              "a\u2066b\u2069",
              new Raw("\"a\\ud800b\""),
              new Raw("\"\\udc00\"")));
  private static final Dealt<Object> NO_UUID =
      new Dealt<>(List.of("", "17", "1-1-1-1-1", "AAAAAAAAAAAAAAAAAAAAAA==", "null"));
  private static final Dealt<Object> NO_TIME =
      new Dealt<>(
          List.of(
              "",
              "0",
              "yesterday",
              "2026-11-24",
              "2026-11-24T02:02:51",
              "-999999999-01-01T00:00:00Z",
              "+1000000000-12-31T23:59:59.999999999Z",
              "2026-02-30T00:00:00Z"));
  private static final Dealt<Object> NO_CHOICE = new Dealt<>(List.of("", "0", "NOPE", " ", "ẞ"));
  private static final Dealt<String> NO_PARAMETER =
      new Dealt<>(List.of("%00", "a%07b", "%E2%80%AEcba", "%c3%28", "x".repeat(2_000)));
  private static final Dealt<String> NO_UUID_PARAMETER =
      new Dealt<>(List.of("1-1-1-1-1", "17", "AAAAAAAAAAAAAAAAAAAAAA==", "null"));
  private static final Dealt<String> NO_NUMBER_PARAMETER =
      new Dealt<>(List.of("99999999999999999999", "1.5", "NaN", "many"));
  private static final Dealt<String> NO_PLACE_PARAMETER =
      new Dealt<>(List.of("Zm9v", "AA", "!!", "AAAAAAAAAAAAAAAAAAAAAA", "%C4%90"));
  private static final Dealt<String> NO_TIME_PARAMETER =
      new Dealt<>(
          List.of(
              "0",
              "now",
              "2026-11-24",
              "2026-11-24T02:02:51",
              "-999999999-01-01T00:00:00Z",
              "1732413771000",
              "%2B1000000000-12-31T23:59:59.999999999Z",
              "2026-02-30T00:00:00Z"));

  /// Fields in which any characters are welcome.
  private static final Set<String> SECRETS = Set.of("password", "current");

  private final JsonNode description;

  /// @param description the document that the server publishes
  WrongValues(JsonNode description) {
    this.description = description;
  }

  /// A value that stands in the JSON as it is here.
  record Raw(String text) {}

  /// By the field's path; the element of a list is `name[0]`.
  Map<String, List<Object>> of(JsonNode schema) {
    return of(schema, "");
  }

  private Map<String, List<Object>> of(JsonNode schema, String prefix) {
    Map<String, List<Object>> all = new LinkedHashMap<>();
    schema
        .path("properties")
        .forEachEntry((name, property) -> {
          JsonNode one = resolve(property);
          String path = prefix + name;
          all.put(path, new ArrayList<>(ofField(name, one)));
          if (typed(one, "array")) {
            List<Object> elements = new ArrayList<>(ofField(name, resolve(one.path("items"))));
            all.put(path + "[0]", elements);
          }
          if (one.has("properties")) {
            all.putAll(of(one, path + "."));
          }
        });
    return all;
  }

  private static boolean typed(JsonNode schema, String type) {
    return schema.path("type").asString("").equals(type)
        || schema.path("type").valueStream().anyMatch(each -> each.asString().equals(type));
  }

  private static List<Object> ofField(String name, JsonNode schema) {
    if (typed(schema, "array")) {
      return oneOf(NO_LIST, new Raw("[null,null]"), Collections.nCopies(20_000, "x"));
    }
    if (schema.has("properties")) {
      return oneOf(NO_OBJECT);
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
      return oneOf(NO_BOOLEAN);
    }
    if (typed(schema, "integer")) {
      return oneOf(NO_NUMBER, -1_000, 1_000_000_000_000L, new Raw("1.5"), new Raw("1.0"));
    }
    if (typed(schema, "number")) {
      return oneOf(NO_NUMBER, -1_000, 1_000_000_000_000L, new Raw("180.000001"));
    }
    List<Object> texts = oneOf(NO_TEXT, LONG);
    if (!SECRETS.contains(name)) {
      texts.addAll(NO_CHARACTERS.next(1));
    }
    String format = schema.path("format").asString("");
    if (format.equals("uuid")) {
      texts.addAll(NO_UUID.next(1));
    } else if (format.equals("date-time")) {
      texts.addAll(oneOf(NO_TIME, "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"));
    } else if (schema.has("enum")) {
      texts.addAll(NO_CHOICE.next(1));
    }
    return texts;
  }

  /// One of some in turn, and others that every field gets.
  private static List<Object> oneOf(Dealt<Object> some, Object... always) {
    List<Object> all = some.next(1);
    Collections.addAll(all, always);
    return all;
  }

  /// A right body with one field wrong.
  static String write(Map<String, Object> body, String path, Object value) {
    String text = JSON.writeValueAsString(with(body, path, value));
    return value instanceof Raw raw ? text.replace("\"<raw>\"", raw.text()) : text;
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
          with(inner == null ? Map.of() : inner, path.substring(dot + 1), value));
    } else if (path.endsWith("[0]")) {
      changed.put(path.substring(0, path.length() - 3), List.of(put));
    } else {
      changed.put(path, put);
    }
    return changed;
  }

  static List<String> ofParameter(JsonNode parameter) {
    JsonNode schema = parameter.path("schema");
    List<String> values = NO_PARAMETER.next(1);
    String type = schema.path("type").asString("");
    String format = schema.path("format").asString("");
    if (schema.has("enum")) {
      values.addAll(List.of("0", "NOPE", "-1"));
    } else if (format.equals("uuid")) {
      values.addAll(NO_UUID_PARAMETER.next(1));
    } else if (format.equals("date-time")) {
      values.addAll(NO_TIME_PARAMETER.next(1));
      values.addAll(List.of("0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"));
    } else if (type.equals("integer")) {
      values.addAll(NO_NUMBER_PARAMETER.next(1));
      values.add("-1");
    } else if (type.equals("boolean")) {
      values.addAll(List.of("2", "maybe"));
    } else if (parameter.path("name").asString().equals("after")) {
      values.addAll(NO_PLACE_PARAMETER.next(2));
    }
    return values;
  }

  /// A schema, or what it refers to.
  JsonNode resolve(JsonNode schema) {
    String reference = schema.path("$ref").asString("");
    return reference.isEmpty() ? schema : resolve(description.at(reference.substring(1)));
  }
}
