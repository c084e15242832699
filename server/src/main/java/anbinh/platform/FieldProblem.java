package anbinh.platform;

import java.util.List;

/// What is wrong with one field of a body.
///
/// @param field the path of the field as in the JSON, such as `place.latitude`
/// @param code why, such as `required`; its text is `field.<code>` in the messages
/// @param arguments for the text, as `{0}`, `{1}`
public record FieldProblem(String field, String code, List<Object> arguments) {
  public FieldProblem {
    arguments = List.copyOf(arguments);
  }

  public FieldProblem(String field, String code) {
    this(field, code, List.of());
  }
}
