package anbinh.teamwork.pay;

import anbinh.areas.Area;
import anbinh.areas.unit.Areas;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.team.Team;
import anbinh.team.member.TeamMembership;
import anbinh.team.unit.TeamCommunes;
import anbinh.teamwork.pay.PayTable.Sheet;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The months that a commune which was divided left undecided, with what each of its parts has done
/// about them since. Each part calculates for its own teams, and this is what tells all of them
/// which ones have not. It says which communes, and nothing of what anybody is paid. Safe for many
/// threads.
@Component
class PayParts {
  /// How far back from its last month; as far as a sheet corrects.
  private static final int MONTHS_BACK = 12;

  private final PayTable table;
  private final TeamMembership membership;
  private final TeamCommunes communes;
  private final Areas areas;
  private final Access access;

  PayParts(
      PayTable table,
      TeamMembership membership,
      TeamCommunes communes,
      Areas areas,
      Access access) {
    this.table = table;
    this.membership = membership;
    this.communes = communes;
    this.areas = areas;
    this.access = access;
  }

  /// A month of a commune that was divided, of which some part has no sheet.
  ///
  /// @param former the commune that is no more
  /// @param lastDay of it
  /// @param month as `2026-11`
  record DividedMonth(
      UUID formerId, String former, LocalDate lastDay, String month, List<DividedPart> parts) {
    DividedMonth {
      parts = List.copyOf(parts);
    }
  }

  /// How far a part is with a month.
  enum PartState {
    /// Its officer has to calculate it.
    MISSING,
    /// Its chair has to decide it.
    CALCULATED,
    DECIDED
  }

  /// The commune in which some teams of a divided one lie.
  ///
  /// @param teams how many there were in that month
  /// @param mayCalculate whether the reader does, in that commune
  record DividedPart(
      UUID communeId, String name, int teams, PartState state, boolean mayCalculate) {}

  /// Of all communes of which a part lies in one, the latest month first. Only months are told in
  /// which a part has nothing yet.
  List<DividedMonth> list(TeamCommunes.On on) {
    List<DividedMonth> months = new ArrayList<>();
    for (UUID former : on.within()) {
      LocalDate lastDay = areas.findLastDay(former).orElse(null);
      Area area = areas.find(former).orElse(null);
      if (lastDay != null && area != null && area.kind().isCommune()) {
        months.addAll(months(area, lastDay, on));
      }
    }
    months.sort(
        Comparator.comparing(DividedMonth::month).reversed().thenComparing(DividedMonth::former));
    return months;
  }

  private List<DividedMonth> months(Area former, LocalDate lastDay, TeamCommunes.On on) {
    Map<UUID, List<Team>> parts =
        membership.listRegistered(Set.of(former.id())).stream()
            .collect(Collectors.groupingBy(communes::communeOf));
    parts.keySet().removeIf(each -> !communes.isPresent(each));
    if (parts.size() < 2) {
      return List.of();
    }
    Set<UUID> all = new HashSet<>(parts.keySet());
    all.add(former.id());
    YearMonth last = YearMonth.from(lastDay);
    Map<YearMonth, Map<UUID, Sheet>> sheets = new TreeMap<>();
    for (Sheet each : table.list(all, last.minusMonths(MONTHS_BACK), last)) {
      sheets.computeIfAbsent(each.month(), _ -> new HashMap<>()).put(each.communeId(), each);
    }
    List<DividedMonth> months = new ArrayList<>();
    sheets.forEach((month, made) -> {
      Sheet left = made.get(former.id());
      if (left != null && left.decided()) {
        return;
      }
      List<DividedPart> some = parts(parts, month, made, on);
      if (some.size() > 1 && some.stream().anyMatch(each -> each.state() == PartState.MISSING)) {
        months.add(new DividedMonth(former.id(), former.name(), lastDay, month.toString(), some));
      }
    });
    return months;
  }

  private List<DividedPart> parts(
      Map<UUID, List<Team>> parts, YearMonth month, Map<UUID, Sheet> made, TeamCommunes.On on) {
    Map<UUID, String> names = areas.names(parts.keySet());
    List<DividedPart> some = new ArrayList<>();
    parts.forEach((commune, teams) -> {
      int there = (int) teams.stream().filter(each -> wasThere(each, month)).count();
      if (there > 0) {
        some.add(
            new DividedPart(
                commune,
                names.getOrDefault(commune, ""),
                there,
                state(made.get(commune)),
                access.may(on.person(), commune, Role.COMMUNITY_OFFICER)));
      }
    });
    some.sort(Comparator.comparing(DividedPart::name).thenComparing(DividedPart::communeId));
    return some;
  }

  private static boolean wasThere(Team team, YearMonth month) {
    LocalDate from = team.establishedOn();
    LocalDate until = team.dissolvedOn();
    return from != null
        && !from.isAfter(month.atEndOfMonth())
        && (until == null || until.isAfter(month.atDay(1)));
  }

  private static PartState state(@Nullable Sheet sheet) {
    if (sheet == null) {
      return PartState.MISSING;
    }
    return sheet.decided() ? PartState.DECIDED : PartState.CALCULATED;
  }
}
