package anbinh.platform.web;

import anbinh.platform.FieldProblem;
import anbinh.platform.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/// The broken Jakarta Validation rules of a body or of parameters, as [FieldProblem]s.
///
/// `NotNull`, `NotBlank` and `NotEmpty` are `required`; any other rule is its name in small
/// letters, and its numbers are the text's arguments in alphabetical order of their names (`max`
/// before `min`).
final class FieldProblemMapper {
  private FieldProblemMapper() {}

  static List<FieldProblem> of(Errors errors) {
    var all = new ArrayList<FieldProblem>();
    for (FieldError error : errors.getFieldErrors()) {
      all.add(problem(error.getField(), error));
    }
    errors.getGlobalErrors().forEach(error -> all.add(problem("", error)));
    return all;
  }

  static List<FieldProblem> of(HandlerMethodValidationException e) {
    var all = new ArrayList<FieldProblem>();
    for (ParameterValidationResult result : e.getParameterValidationResults()) {
      if (result instanceof ParameterErrors errors) {
        all.addAll(of((Errors) errors));
      } else {
        String name = result.getMethodParameter().getParameterName();
        for (MessageSourceResolvable error : result.getResolvableErrors()) {
          all.add(problem(name == null ? "" : name, error));
        }
      }
    }
    return all;
  }

  /// A value that is not of the field's type.
  static Problem ofType(String field, Class<?> type) {
    if (type.isEnum()) {
      return Problem.invalid(
          field,
          "choice",
          Arrays.stream(type.getEnumConstants())
              .map(String::valueOf)
              .collect(Collectors.joining(", ")));
    }
    if (type == Instant.class) {
      return Problem.invalid(field, "instant");
    }
    if (type == LocalDate.class) {
      return Problem.invalid(field, "date");
    }
    if (type == UUID.class) {
      return Problem.invalid(field, "identifier");
    }
    if (Map.class.isAssignableFrom(type)) {
      return Problem.invalid(field, "type", "object");
    }
    return Problem.invalid(field, "type", type.getSimpleName().toLowerCase(Locale.ROOT));
  }

  private static FieldProblem problem(String field, MessageSourceResolvable error) {
    String[] codes = error.getCodes();
    String rule = codes == null || codes.length == 0 ? "value" : codes[codes.length - 1];
    return new FieldProblem(field, code(rule), arguments(error.getArguments()));
  }

  private static String code(String rule) {
    return switch (rule) {
      case "NotNull", "NotBlank", "NotEmpty" -> "required";
      default -> rule.replaceAll("(?<=[a-z])([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    };
  }

  /// Spring puts the field itself first.
  private static List<Object> arguments(@Nullable Object @Nullable [] arguments) {
    if (arguments == null) {
      return List.of();
    }
    return Arrays.stream(arguments).skip(1).filter(Objects::nonNull).toList();
  }
}
