package anbinh.identity.grant;

import anbinh.identity.Role;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Why one person holds no two roles together where their areas overlap.
///
/// The table stands in `docs/design/identity.md`, and a test holds it against this one.
public enum RoleConflict {
  /// Who grants roles uses none of those that they would grant themself by another's hand.
  GRANTS("conflict-grants"),
  /// Who asks for footage does not decide about such requests.
  ASKS("conflict-asks"),
  /// Who proposes does not decide about proposals.
  PROPOSES("conflict-proposes"),
  /// Who reads what everybody does, does nothing that is read there.
  AUDITS("conflict-audits"),
  OMBUDSMAN("ombudsman-alone");

  private static final Set<Role> APPROVERS = EnumSet.of(Role.APPROVER, Role.SENIOR_APPROVER);
  private static final Set<Role> PROPOSERS =
      EnumSet.of(Role.COMMUNITY_OFFICER, Role.TEAM_LEADER, Role.TEAM_MEMBER, Role.VILLAGE_HEAD);

  private final String text;

  RoleConflict(String text) {
    this.text = text;
  }

  /// The code of the sentence that tells it.
  public String text() {
    return text;
  }

  /// Why one person does not hold both roles; empty where they may.
  public static Optional<RoleConflict> between(Role one, Role other) {
    if (one == other) {
      return Optional.empty();
    }
    return directed(one, other).or(() -> directed(other, one));
  }

  private static Optional<RoleConflict> directed(Role one, Role other) {
    return switch (one) {
      case OMBUDSMAN -> Optional.of(OMBUDSMAN);
      case AUDITOR ->
          other == Role.ANALYST || other == Role.OMBUDSMAN ? Optional.empty() : Optional.of(AUDITS);
      case ADMINISTRATOR ->
          APPROVERS.contains(other) || other == Role.INVESTIGATOR || other == Role.CHAIR
              ? Optional.of(GRANTS)
              : Optional.empty();
      case INVESTIGATOR -> APPROVERS.contains(other) ? Optional.of(ASKS) : Optional.empty();
      case CHAIR -> PROPOSERS.contains(other) ? Optional.of(PROPOSES) : Optional.empty();
      case DUTY_OFFICER,
          APPROVER,
          SENIOR_APPROVER,
          COMMUNITY_OFFICER,
          TEAM_LEADER,
          TEAM_MEMBER,
          MEDIATOR,
          VILLAGE_HEAD,
          PARTNER,
          ANALYST ->
          Optional.empty();
    };
  }

  /// Why nobody holds all of these roles; the first reason there is.
  static Optional<RoleConflict> among(Set<Role> some, Set<Role> others) {
    return some.stream()
        .sorted()
        .flatMap(one -> others.stream().sorted().flatMap(other -> between(one, other).stream()))
        .findFirst();
  }
}
