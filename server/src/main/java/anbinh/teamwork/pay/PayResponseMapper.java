package anbinh.teamwork.pay;

import anbinh.areas.unit.Areas;
import anbinh.identity.PersonName;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.platform.Ids;
import anbinh.team.Member;
import anbinh.team.Paper;
import anbinh.team.Position;
import anbinh.team.Team;
import anbinh.team.member.TeamMembership;
import anbinh.team.unit.TeamCommunes;
import anbinh.teamwork.pay.PayTable.Sheet;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Sheets as their readers see them; it records nothing. Safe for many threads.
@Component
class PayResponseMapper {
  private final PayTable table;
  private final PayRuleTable rules;
  private final TeamMembership membership;
  private final Areas areas;
  private final People people;
  private final Access access;

  PayResponseMapper(
      PayTable table,
      PayRuleTable rules,
      TeamMembership membership,
      Areas areas,
      People people,
      Access access) {
    this.table = table;
    this.rules = rules;
    this.membership = membership;
    this.areas = areas;
    this.people = people;
    this.access = access;
  }

  /// @param people of how many it is missing
  record MissingView(PayRule.Kind kind, PayLine.Missing missing, int people) {}

  /// A sheet in figures; money is whole dong.
  ///
  /// @param sums by kind, corrections apart
  /// @param missing what has no amount, which is not counted as zero
  /// @param unchecked on how many rules it rests that nobody compared with the paper itself
  /// @param replacedBy the sheet that is decided in its place, of a commune that took this one over
  /// @param calculateIn the commune in which it is calculated again; another one where its own is
  ///   no more
  /// @param mayDecide whether the reader may decide now, as far as the account says
  record SheetView(
      UUID id,
      UUID communeId,
      String communeName,
      String month,
      int version,
      int people,
      BigDecimal sum,
      Map<PayRule.Kind, BigDecimal> sums,
      BigDecimal corrections,
      List<MissingView> missing,
      int unchecked,
      PersonName calculatedBy,
      Instant calculatedAt,
      @Nullable PersonName decidedBy,
      @Nullable Instant decidedAt,
      @Nullable Paper paper,
      @Nullable UUID replacedBy,
      UUID calculateIn,
      String calculateInName,
      boolean mayCalculate,
      boolean mayDecide) {
    SheetView {
      sums = Map.copyOf(sums);
      missing = List.copyOf(missing);
    }
  }

  /// @param month as `2026-11`
  record LineView(
      PayRule.Kind kind,
      String month,
      boolean correction,
      @Nullable Position position,
      @Nullable Integer villageType,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      @Nullable Integer days,
      @Nullable Integer monthDays,
      @Nullable Long minutes,
      @Nullable BigDecimal base,
      @Nullable BigDecimal value,
      PayRule.@Nullable Unit unit,
      @Nullable BigDecimal due,
      @Nullable BigDecimal paid,
      @Nullable BigDecimal amount,
      PayLine.@Nullable Missing missing) {}

  /// Somebody in a sheet.
  ///
  /// @param name null once erased
  /// @param sum of what has an amount
  record PaidView(
      UUID memberId,
      @Nullable String name,
      UUID teamId,
      String teamCode,
      String teamName,
      BigDecimal sum,
      List<LineView> lines) {
    PaidView {
      lines = List.copyOf(lines);
    }
  }

  SheetView view(Sheet sheet, TeamCommunes.On on) {
    return views(List.of(sheet), on).getFirst();
  }

  List<SheetView> views(List<Sheet> sheets, TeamCommunes.On on) {
    Map<UUID, List<PayLine>> lines = table.lines(sheets.stream().map(Sheet::id).toList());
    List<PayRule> all = rules.list();
    Map<UUID, String> names =
        people.displayNames(Ids.of(sheets, Sheet::calculatedBy, Sheet::decidedBy));
    Map<UUID, String> communes = areas.names(Ids.of(sheets, Sheet::communeId));
    return sheets.stream()
        .map(each ->
            view(
                each,
                on,
                lines.getOrDefault(each.id(), List.of()),
                all,
                names,
                communes.getOrDefault(each.communeId(), "")))
        .toList();
  }

  private SheetView view(
      Sheet sheet,
      TeamCommunes.On on,
      List<PayLine> lines,
      List<PayRule> all,
      Map<UUID, String> names,
      String communeName) {
    Map<PayRule.Kind, BigDecimal> sums = new EnumMap<>(PayRule.Kind.class);
    BigDecimal corrections = BigDecimal.ZERO;
    Map<MissingView, Set<UUID>> missing = new LinkedHashMap<>();
    for (PayLine line : lines) {
      BigDecimal amount = line.amount();
      PayLine.Missing what = line.missing();
      if (what != null) {
        missing
            .computeIfAbsent(new MissingView(line.kind(), what, 0), _ -> new LinkedHashSet<>())
            .add(line.memberId());
      }
      if (amount != null && line.correction()) {
        corrections = corrections.add(amount);
      } else if (amount != null) {
        sums.merge(line.kind(), amount, BigDecimal::add);
      }
    }
    UUID decider = sheet.decidedBy();
    // Where its commune was divided, whoever works for more than a part chooses one first.
    boolean open =
        !sheet.decided()
            && sheet.replacedBy() == null
            && areas.findPresent(on.communeId()).isPresent();
    boolean chair = access.may(on.person(), on.communeId(), Role.CHAIR);
    return new SheetView(
        sheet.id(),
        sheet.communeId(),
        communeName,
        sheet.month().toString(),
        sheet.version(),
        (int) lines.stream().map(PayLine::memberId).distinct().count(),
        PaySheets.sum(lines),
        sums,
        corrections,
        missing.entrySet().stream()
            .map(each ->
                new MissingView(
                    each.getKey().kind(), each.getKey().missing(), each.getValue().size()))
            .toList(),
        unchecked(lines, all),
        PersonName.of(sheet.calculatedBy(), names),
        sheet.calculatedAt(),
        decider == null ? null : PersonName.of(decider, names),
        sheet.decidedAt(),
        sheet.paper(),
        sheet.replacedBy(),
        on.communeId(),
        on.name(),
        open && access.may(on.person(), on.communeId(), Role.COMMUNITY_OFFICER),
        open && chair && !people.maybeSame(on.person(), sheet.calculatedBy()));
  }

  /// The base salary is known by its value: a line does not say which rule it came from.
  private static int unchecked(List<PayLine> lines, List<PayRule> all) {
    return (int)
        all.stream()
            .filter(rule -> !rule.checked())
            .filter(rule ->
                lines.stream()
                    .anyMatch(line ->
                        rule.id().equals(line.ruleId())
                            || (rule.kind() == PayRule.Kind.BASE_SALARY
                                && line.base() != null
                                && rule.value().compareTo(line.base()) == 0)))
            .count();
  }

  /// Whoever is in a sheet, by team.
  List<PaidView> paid(Sheet sheet) {
    Map<UUID, List<PayLine>> byMember = new LinkedHashMap<>();
    for (PayLine line : table.lines(sheet.id())) {
      byMember.computeIfAbsent(line.memberId(), _ -> new ArrayList<>()).add(line);
    }
    Map<UUID, Member> found = new HashMap<>();
    membership
        .listMembers(List.copyOf(byMember.keySet()))
        .forEach(member -> found.put(member.id(), member));
    Map<UUID, Team> of = new HashMap<>();
    membership
        .listTeams(Ids.of(byMember.values(), each -> each.getLast().teamId()))
        .forEach(team -> of.put(team.id(), team));
    List<PaidView> all = new ArrayList<>();
    byMember.forEach((id, lines) -> {
      Team team = of.get(lines.getLast().teamId());
      Member member = found.get(id);
      all.add(
          new PaidView(
              id,
              member == null ? null : member.name(),
              lines.getLast().teamId(),
              team == null ? "" : team.code(),
              team == null ? "" : team.name(),
              PaySheets.sum(lines),
              lines.stream().map(PayResponseMapper::line).toList()));
    });
    all.sort(
        Comparator.comparing(PaidView::teamCode).thenComparing(each -> each.memberId().toString()));
    return all;
  }

  private static LineView line(PayLine line) {
    PayLine.Part part = line.part();
    return new LineView(
        line.kind(),
        line.month().toString(),
        line.correction(),
        line.position(),
        line.villageType(),
        part == null ? null : part.from(),
        part == null ? null : part.until(),
        part == null ? null : part.days(),
        part == null ? null : part.monthDays(),
        line.minutes(),
        line.base(),
        line.value(),
        line.unit(),
        line.due(),
        line.paid(),
        line.amount(),
        line.missing());
  }
}
