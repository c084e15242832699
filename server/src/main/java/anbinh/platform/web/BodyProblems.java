package anbinh.platform.web;

import anbinh.platform.PlatformProblem;
import anbinh.platform.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// What is wrong with a body that Jackson cannot read, by field where it is a field.
final class BodyProblems {
  private BodyProblems() {}

  static Problem of(HttpMessageNotReadableException e) {
    return e.getCause() instanceof JacksonException cause
        ? of(cause).because(e)
        : Problem.of(PlatformProblem.MALFORMED, 1, 1).because(e);
  }

  private static Problem of(JacksonException e) {
    String field = path(e.getPath());
    if (!(e instanceof DatabindException) || field.isEmpty()) {
      TokenStreamLocation at = e.getLocation();
      return Problem.of(
          PlatformProblem.MALFORMED,
          at == null ? 1 : Math.max(1, at.getLineNr()),
          at == null ? 1 : Math.max(1, at.getColumnNr()));
    }
    return switch (e) {
      case UnrecognizedPropertyException unknown -> Problem.invalid(field, "unknown-field");
      case InvalidNullException absent -> Problem.invalid(field, "required");
      case InvalidFormatException wrong when wrong.getTargetType() == String.class ->
          Problem.invalid(field, "characters");
      case MismatchedInputException wrong -> mismatch(field, wrong.getTargetType());
      default -> Problem.invalid(field, "value");
    };
  }

  private static Problem mismatch(String field, @Nullable Class<?> type) {
    if (type == null) {
      return Problem.invalid(field, "value");
    }
    return FieldProblemMapper.ofType(field, type);
  }

  private static String path(List<JacksonException.Reference> references) {
    var path = new StringBuilder();
    for (JacksonException.Reference reference : references) {
      if (reference.getPropertyName() == null) {
        path.append('[').append(reference.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
      }
    }
    return path.toString();
  }
}
