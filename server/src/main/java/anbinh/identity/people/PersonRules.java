package anbinh.identity.people;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.platform.FieldProblem;
import java.util.List;
import java.util.Set;

/// What is wrong with the name or the roles that a person is to have, and how the log names roles.
public final class PersonRules {
  private static final int MAX_NAME = 120;

  private PersonRules() {}

  public static List<FieldProblem> nameProblems(String displayName) {
    String name = displayName.strip();
    return name.isEmpty() || name.length() > MAX_NAME
        ? List.of(new FieldProblem("displayName", "size", List.of(MAX_NAME, 1)))
        : List.of();
  }

  public static List<FieldProblem> roleProblems(Set<Role> roles) {
    if (roles.isEmpty()) {
      return List.of(new FieldProblem("roles", "required"));
    }
    if (roles.contains(Role.OMBUDSMAN) && roles.size() > 1) {
      return List.of(new FieldProblem("roles", "ombudsman-alone"));
    }
    return roles.contains(Role.SENIOR_APPROVER) && !roles.contains(Role.APPROVER)
        ? List.of(new FieldProblem("roles", "senior-is-approver"))
        : List.of();
  }

  public static List<String> roleNames(Person person) {
    return person.roles().stream().map(Role::name).sorted().toList();
  }
}
