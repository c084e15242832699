package anbinh.audit;

import anbinh.platform.Problem;
import anbinh.platform.ProblemCode;
import java.util.UUID;

/// Who decides whether a log that failed its check goes on; the feature `identity` above answers.
public interface LogAdministrators {
  /// Requires that the signed-in person administers the whole site.
  Actor require();

  /// Requires an administrator or auditor of the whole site, who see what was found.
  Actor requireReader();

  /// Requires that they showed a short while ago that it is them.
  void requireConfirmed();

  /// Whether somebody administers the whole site by now.
  boolean isAdministrator(UUID person);

  /// Whether the first is another human being than the second, and neither owes the other an
  /// account.
  boolean isIndependent(UUID one, UUID other);

  /// Whether the first may confirm what the second proposed: another administrator, who is
  /// independent if anybody is.
  boolean mayConfirm(UUID one, UUID other);

  /// Whether there is no other administrator who could confirm what this one proposes.
  boolean isAlone(UUID administrator);

  /// Records that the signed-in person was refused, and returns the problem.
  Problem refuse(ProblemCode code);

  /// What somebody is called.
  String name(UUID person);
}
