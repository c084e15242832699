package anbinh.identity.grant;

import anbinh.identity.IdentityProblem;
import anbinh.platform.FieldProblem;
import anbinh.platform.Problem;
import java.util.function.Function;

/// How a conflict of roles is told.
public final class ConflictProblem {
  private ConflictProblem() {}

  /// @param refuse records the refusal and makes the problem
  public static Problem of(Grants.Found found, Function<IdentityProblem, Problem> refuse) {
    Problem problem =
        refuse
            .apply(IdentityProblem.CONFLICTING_ROLES)
            .field(new FieldProblem("roles", found.conflict().text()));
    return found.namesake()
        ? problem.field(new FieldProblem("displayName", "conflict-namesake"))
        : problem;
  }
}
