package anbinh.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An answer other than the one asked for, on its way to the person who asked.
///
/// It is shown as `application/problem+json` (RFC 9457) in the reader's language. The arguments and
/// extensions reach the reader, so they never hold a secret, a file path or SQL; the cause does not
/// reach the reader.
public final class Problem extends RuntimeException {
  private final transient ProblemCode code;
  private final transient List<Object> arguments;
  private final transient Map<String, Object> extensions = new LinkedHashMap<>();
  private final transient List<FieldProblem> fields = new ArrayList<>();
  private @Nullable Duration retryAfter;

  private Problem(ProblemCode code, List<Object> arguments, List<FieldProblem> fields) {
    super(code.code() + (arguments.isEmpty() ? "" : " " + arguments));
    this.code = code;
    this.arguments = arguments;
    this.fields.addAll(fields);
  }

  /// A problem whose detail uses `arguments`.
  public static Problem of(ProblemCode code, Object... arguments) {
    return new Problem(code, List.of(arguments), List.of());
  }

  /// A body that does not validate; names all fields at once.
  public static Problem invalid(List<FieldProblem> fields) {
    return new Problem(PlatformProblem.INVALID, List.of(), fields);
  }

  public static Problem invalid(String field, String code, Object... arguments) {
    return invalid(List.of(new FieldProblem(field, code, List.of(arguments))));
  }

  /// Says which field or parameter it is about and returns this problem.
  public Problem field(FieldProblem field) {
    fields.add(field);
    return this;
  }

  /// Adds a member to the problem's JSON and returns this problem.
  public Problem with(String name, Object value) {
    extensions.put(name, value);
    return this;
  }

  /// Tells the client when asking again may succeed and returns this problem.
  public Problem after(Duration wait) {
    this.retryAfter = wait;
    return this;
  }

  /// Keeps what led here for the log and returns this problem.
  public Problem because(Throwable cause) {
    initCause(cause);
    return this;
  }

  public ProblemCode code() {
    return code;
  }

  public List<Object> arguments() {
    return arguments;
  }

  public Map<String, Object> extensions() {
    return Map.copyOf(extensions);
  }

  public List<FieldProblem> fields() {
    return List.copyOf(fields);
  }

  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
