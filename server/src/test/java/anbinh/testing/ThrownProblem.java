package anbinh.testing;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import anbinh.platform.Problem;
import anbinh.platform.ProblemCode;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// The problem that a call ends with, for assertions about it.
public final class ThrownProblem {
  private ThrownProblem() {}

  public static Problem of(ThrowingCallable call) {
    return Objects.requireNonNull(catchThrowableOfType(Problem.class, call), "nothing was refused");
  }

  public static ProblemCode code(ThrowingCallable call) {
    return of(call).code();
  }

  /// Each field with what is wrong with it, such as `number required`.
  public static List<String> fields(ThrowingCallable call) {
    return of(call).fields().stream().map(each -> each.field() + " " + each.code()).toList();
  }
}
