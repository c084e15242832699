package anbinh.team;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Who served in some teams, and as what, on which days: accepted terms, each until its last day or
/// until they left, and one that another took over from until then.
public record ServicePeriods(List<ServicePeriod> all, Map<UUID, String> names) {
  /// Days on which somebody was one thing in a team.
  ///
  /// @param until the last day
  public record ServicePeriod(
      UUID memberId, UUID teamId, Position position, LocalDate from, LocalDate until) {
    boolean covers(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(until);
    }
  }

  public ServicePeriods {
    all = List.copyOf(all);
    names = Map.copyOf(names);
  }

  public Optional<ServicePeriod> find(UUID memberId, LocalDate day) {
    return all.stream()
        .filter(each -> each.memberId().equals(memberId) && each.covers(day))
        .findFirst();
  }

  /// Who serves on a day, by position.
  public List<ServicePeriod> on(LocalDate day) {
    return all.stream()
        .filter(each -> each.covers(day))
        .sorted(
            Comparator.comparing(ServicePeriod::position)
                .thenComparing(each -> name(each.memberId())))
        .toList();
  }

  /// Empty of who was erased, or is not of these teams.
  public String name(UUID memberId) {
    return names.getOrDefault(memberId, "");
  }
}
