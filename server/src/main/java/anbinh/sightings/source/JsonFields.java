package anbinh.sightings.source;

import anbinh.platform.FieldProblem;
import anbinh.platform.FieldProblems;
import anbinh.platform.Inbound;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The fields of one JSON object, each read by itself, so that all that is wrong with it is told at
/// once. For one thread.
final class JsonFields {
  private final JsonNode object;
  private final String prefix;
  private final FieldProblems problems;

  /// @param object what is none has no fields
  /// @param prefix of the fields' names in problems
  /// @param known names of all fields that there may be
  JsonFields(JsonNode object, String prefix, Set<String> known, FieldProblems problems) {
    this.object = object;
    this.prefix = prefix;
    this.problems = problems;
    object.propertyNames().stream()
        .filter(name -> !known.contains(name))
        .sorted()
        .forEach(name -> reject(name, "unknown-field"));
  }

  void reject(String field, String code, Object... arguments) {
    String path = prefix.isEmpty() ? field : prefix + "." + field;
    problems.add(new FieldProblem(path, code, List.of(arguments)));
  }

  private Optional<JsonNode> find(String field) {
    JsonNode node = object.path(field);
    return node.isMissingNode() || node.isNull() ? Optional.empty() : Optional.of(node);
  }

  /// Null where it is not there, or is none; the latter is a problem.
  @Nullable String text(String field, int maxLength) {
    JsonNode node = find(field).orElse(null);
    if (node == null) {
      return null;
    }
    if (!node.isString()) {
      reject(field, "type", "string");
      return null;
    }
    String text = node.asString().strip();
    if (text.isEmpty() || text.length() > maxLength) {
      reject(field, "size", maxLength, 1);
      return null;
    }
    if (!Inbound.isPlain(text)) {
      reject(field, "characters");
      return null;
    }
    return text;
  }

  /// As [#text], but it must be there; empty where there is a problem.
  String requiredText(String field, int maxLength) {
    if (find(field).isEmpty()) {
      reject(field, "required");
    }
    String text = text(field, maxLength);
    return text == null ? "" : text;
  }

  /// Null where it is not there, or is none; the latter is a problem.
  @Nullable Instant instant(String field) {
    JsonNode node = find(field).orElse(null);
    if (node == null) {
      return null;
    }
    Instant instant = node.isString() ? Inbound.instant(node.asString()).orElse(null) : null;
    if (instant == null) {
      reject(field, "instant");
    }
    return instant;
  }

  /// Null where it is not there, or is none; the latter is a problem.
  <E extends Enum<E>> @Nullable E choice(String field, Class<E> type) {
    JsonNode node = find(field).orElse(null);
    return node == null ? null : choice(field, node, type);
  }

  private <E extends Enum<E>> @Nullable E choice(String field, JsonNode node, Class<E> type) {
    for (E each : type.getEnumConstants()) {
      if (node.isString() && each.name().equals(node.asString())) {
        return each;
      }
    }
    reject(
        field,
        "choice",
        Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", ")));
    return null;
  }

  /// None where they are not there; one that is none is a problem and left out.
  <E extends Enum<E>> List<E> choices(String field, Class<E> type, int most) {
    List<E> found = new ArrayList<>();
    for (JsonNode node : elements(field, most)) {
      E choice = choice(field + "[" + found.size() + "]", node, type);
      if (choice == null) {
        break;
      }
      found.add(choice);
    }
    return found;
  }

  /// The elements of an array; none where it is not there, is none, or has too many.
  List<JsonNode> elements(String field, int most) {
    JsonNode node = find(field).orElse(null);
    if (node == null) {
      return List.of();
    }
    if (!node.isArray()) {
      reject(field, "type", "array");
      return List.of();
    }
    if (node.size() > most) {
      reject(field, "list-size", most);
      return List.of();
    }
    return List.copyOf(node.values());
  }

  /// A number from 0 to 1 that must be there; 0 where there is a problem.
  double share(String field) {
    JsonNode node = find(field).orElse(null);
    if (node == null) {
      reject(field, "required");
      return 0;
    }
    return share(field, node);
  }

  double share(String field, JsonNode node) {
    double share = node.isNumber() ? node.asDouble() : -1;
    if (!(share >= 0 && share <= 1)) {
      reject(field, "range", 0, 1);
      return 0;
    }
    return share;
  }
}
