package anbinh.identity.people;

import anbinh.identity.Role;
import anbinh.platform.FieldProblem;
import anbinh.platform.FieldProblems;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The last days of roles that end by themselves: nothing runs when one does; whoever is asked
/// about afterwards does not hold it.
public final class RoleEnds {
  private RoleEnds() {}

  /// Those of the roles that end.
  ///
  /// @param days one for each role, null where it does not end
  public static Map<Role, LocalDate> lastDays(
      List<Role> roles, List<? extends @Nullable LocalDate> days) {
    Map<Role, LocalDate> lastDays = new EnumMap<>(Role.class);
    for (int n = 0; n < roles.size(); n++) {
      LocalDate day = days.get(n);
      if (day != null) {
        lastDays.put(roles.get(n), day);
      }
    }
    return lastDays;
  }

  /// Those of the granted roles that are held on a day.
  public static Set<Role> held(Set<Role> granted, Map<Role, LocalDate> lastDays, LocalDate day) {
    return granted.stream()
        .filter(role -> {
          LocalDate last = lastDays.get(role);
          return last == null || !day.isAfter(last);
        })
        .collect(Collectors.toUnmodifiableSet());
  }

  public static List<FieldProblem> problems(
      Set<Role> roles, Map<Role, LocalDate> lastDays, LocalDate today) {
    var problems = new FieldProblems();
    if (!roles.containsAll(lastDays.keySet())) {
      problems.reject("roleEnds", "role-not-granted");
    }
    if (lastDays.values().stream().anyMatch(day -> !day.isAfter(today))) {
      problems.reject("roleEnds", "future");
    }
    LocalDate approver = lastDays.get(Role.APPROVER);
    LocalDate senior = lastDays.get(Role.SENIOR_APPROVER);
    if (roles.contains(Role.SENIOR_APPROVER)
        && approver != null
        && (senior == null || senior.isAfter(approver))) {
      problems.reject("roleEnds", "senior-is-approver");
    }
    return problems;
  }

  /// As the log has them.
  public static Map<String, String> names(Map<Role, LocalDate> lastDays) {
    Map<String, String> names = new TreeMap<>();
    lastDays.forEach((role, day) -> names.put(role.name(), day.toString()));
    return names;
  }
}
