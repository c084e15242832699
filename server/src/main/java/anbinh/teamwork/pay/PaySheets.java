package anbinh.teamwork.pay;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.platform.FieldProblems;
import anbinh.platform.FoldedText;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.Site;
import anbinh.platform.SiteClock;
import anbinh.team.Member;
import anbinh.team.Paper;
import anbinh.team.ServicePeriods;
import anbinh.team.Team;
import anbinh.team.TeamCover;
import anbinh.team.member.TeamMembership;
import anbinh.team.unit.TeamCommunes;
import anbinh.teamwork.TeamWorkEvent;
import anbinh.teamwork.TeamWorkProblem;
import anbinh.teamwork.duty.PatrolTable;
import anbinh.teamwork.pay.PayCalculator.TypeOn;
import anbinh.teamwork.pay.PayForms.SheetDecision;
import anbinh.teamwork.pay.PayLine.Missing;
import anbinh.teamwork.pay.PayTable.Sheet;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Calculates the sheets of support pay and has them decided by another person; rights are the
/// caller's to check. Safe for many threads.
///
/// What a sheet adds for earlier months is what they come to today less what was decided for them:
/// so a rule that was missing, a patrol written down late and a leaving noted late are made good in
/// the next month. Where communes became one, what any of them decided for a month is not paid
/// again; where one was divided, each part goes on from what was decided for its own teams. What a
/// commune that is no more left undecided is decided where all of its teams lie now; else each part
/// calculates the month anew, and its sheet takes the place of that one.
@Component
public class PaySheets {
  /// How far back a sheet corrects.
  private static final int MONTHS_BACK = 12;

  private final PayTable table;
  private final PayRuleTable rules;
  private final TeamCommunes communes;
  private final PatrolTable patrols;
  private final TeamMembership membership;
  private final SiteClock clock;
  private final Site site;
  private final People people;
  private final Access access;
  private final Ids ids;
  private final AuditLog log;

  PaySheets(
      PayTable table,
      PayRuleTable rules,
      TeamCommunes communes,
      PatrolTable patrols,
      TeamMembership membership,
      SiteClock clock,
      Site site,
      People people,
      Access access,
      Ids ids,
      AuditLog log) {
    this.table = table;
    this.rules = rules;
    this.communes = communes;
    this.patrols = patrols;
    this.membership = membership;
    this.clock = clock;
    this.site = site;
    this.people = people;
    this.access = access;
    this.ids = ids;
    this.log = log;
  }

  Sheet get(UUID id) {
    return table.find(id).orElseThrow(() -> Problem.of(TeamWorkProblem.NO_SUCH_PAY_SHEET));
  }

  /// Calculates a month, or calculates it again, until it is decided.
  @Transactional
  public Sheet calculate(TeamCommunes.On on, YearMonth month) {
    if (month.isAfter(YearMonth.from(clock.today()))) {
      throw Problem.invalid("month", "pay-month-to-come");
    }
    table.lockForUpdate(on.communeId());
    Instant now = clock.now();
    UUID by = on.person().id();
    Sheet there = table.find(on.communeId(), month).orElse(null);
    if (there != null && there.decided()) {
      throw Problem.of(TeamWorkProblem.PAY_SHEET_DECIDED, month);
    }
    UUID id = there == null ? ids.next() : there.id();
    if (there == null) {
      table.insert(id, on.communeId(), month, by, now);
    } else {
      table.recalculate(id, by, now);
    }
    List<PayLine> lines = lines(on, communes.teams(on), month);
    table.insert(id, lines);
    Set<UUID> ended = new HashSet<>(on.within());
    ended.remove(on.communeId());
    List<UUID> replaced = table.replace(ended, month, id);
    Event event =
        Event.of(TeamWorkEvent.PAY_CALCULATED)
            .by(on.person().actor())
            .about("pay-sheet", id, null)
            .fact("month", month.toString())
            .fact("lines", lines.size())
            .fact("sum", sum(lines).toPlainString());
    log.record(replaced.isEmpty() ? event : event.fact("replaces", replaced));
    return get(id);
  }

  /// Has another person decide it, as it was seen and as it still comes out.
  @Transactional
  public Sheet decide(UUID id, SheetDecision requested, TeamCommunes.On on) {
    table.lockForUpdate(on.communeId());
    Sheet sheet =
        table.findForUpdate(id).orElseThrow(() -> Problem.of(TeamWorkProblem.NO_SUCH_PAY_SHEET));
    if (sheet.decided()) {
      throw Problem.of(TeamWorkProblem.PAY_SHEET_DECIDED, sheet.month());
    }
    if (sheet.replacedBy() != null) {
      throw Problem.of(TeamWorkProblem.PAY_SHEET_REPLACED, sheet.month());
    }
    List<PayLine> lines = table.lines(id);
    requireAnother(on.person(), sheet, lines);
    var problems = new FieldProblems();
    Paper paper = paper(requested, sheet.month(), clock.today(), problems);
    if (!problems.isEmpty() || paper == null) {
      throw Problem.invalid(problems);
    }
    if (sheet.version() != requested.version()
        || !lines.equals(lines(on, teams(on, sheet), sheet.month()))) {
      throw Problem.of(TeamWorkProblem.PAY_SHEET_CHANGED, sheet.month());
    }
    table.decide(id, on.person().id(), clock.now(), paper);
    log.record(
        Event.of(TeamWorkEvent.PAY_DECIDED)
            .by(on.person().actor())
            .about("pay-sheet", id, null)
            .fact("month", sheet.month().toString())
            .fact("version", sheet.version())
            .fact("sum", sum(lines).toPlainString())
            .fact("missing", lines.stream().filter(each -> each.missing() != null).count())
            .fact("paperOn", paper.on().toString())
            .detail("paper", paper.number()));
    return get(id);
  }

  /// The paper by which a month is decided, not before the month is over.
  static @Nullable Paper paper(
      SheetDecision requested, YearMonth month, LocalDate today, FieldProblems problems) {
    Paper paper =
        Paper.read(requested.number(), requested.on(), requested.signer(), today, null, problems);
    LocalDate end = month.atEndOfMonth();
    if (requested.on().isBefore(end)) {
      problems.reject("on", "pay-month-not-over", end);
    }
    return paper;
  }

  /// Neither who calculated it nor who is paid by it, by account and by name.
  private void requireAnother(Person by, Sheet sheet, List<PayLine> lines) {
    Set<UUID> own = people.accountsOf(by.id());
    String name = FoldedText.accentedWords(by.displayName());
    boolean paid =
        membership.listMembers(Ids.of(lines, PayLine::memberId)).stream()
            .anyMatch(member -> isSame(member, own, name));
    if (paid || people.maybeSame(by, sheet.calculatedBy())) {
      throw access.refuse(TeamWorkProblem.OWN_PAY_SHEET, "pay-sheet", sheet.id());
    }
  }

  static boolean isSame(Member member, Set<UUID> own, String name) {
    UUID account = member.personId();
    String called = member.name();
    return (account != null && own.contains(account))
        || (called != null && FoldedText.accentedWords(called).equals(name));
  }

  /// The teams that a sheet is about: of a commune that is no more, those that were its own.
  private List<Team> teams(TeamCommunes.On on, Sheet sheet) {
    List<Team> here = communes.teams(on);
    return sheet.communeId().equals(on.communeId())
        ? here
        : here.stream().filter(team -> team.communeId().equals(sheet.communeId())).toList();
  }

  /// What a sheet about some teams comes to today.
  private List<PayLine> lines(TeamCommunes.On on, List<Team> about, YearMonth month) {
    List<UUID> all = about.stream().map(Team::id).toList();
    ServicePeriods serving = membership.servicePeriods(all);
    var calculator = new PayCalculator(rules.list(), types(all)::on);
    List<PayLine> lines =
        new ArrayList<>(
            owed(month, month(calculator, all, serving, month), decided(on, all, month)));
    // Communes that became one may each have decided a month.
    List<YearMonth> earlier =
        table.decided(on.within(), month.minusMonths(MONTHS_BACK), month).stream()
            .map(Sheet::month)
            .distinct()
            .toList();
    for (YearMonth each : earlier) {
      lines.addAll(
          corrections(each, month(calculator, all, serving, each), decided(on, all, each)));
    }
    return lines;
  }

  /// What was decided for a month for these teams, whichever commune they lay in then.
  private List<PayLine> decided(TeamCommunes.On on, Collection<UUID> all, YearMonth month) {
    return table.decidedLines(on.within(), month).stream()
        .filter(line -> all.contains(line.teamId()))
        .toList();
  }

  /// A month's own lines; of what a commune before this one decided for it, only the difference.
  static List<PayLine> owed(YearMonth month, List<PayLine> due, List<PayLine> decided) {
    if (decided.isEmpty()) {
      return due;
    }
    Set<For> paid = by(decided).keySet();
    List<PayLine> lines =
        new ArrayList<>(
            due.stream()
                .filter(line -> !paid.contains(new For(line.memberId(), line.kind())))
                .toList());
    lines.addAll(
        corrections(
            month,
            due.stream()
                .filter(line -> paid.contains(new For(line.memberId(), line.kind())))
                .toList(),
            decided));
    return lines;
  }

  private List<PayLine> month(
      PayCalculator calculator, Collection<UUID> all, ServicePeriods serving, YearMonth month) {
    Map<UUID, Map<LocalDate, Long>> minutes = new HashMap<>();
    for (PatrolTable.DayOfHours each : patrols.days(all, month, site.zone())) {
      minutes
          .computeIfAbsent(each.memberId(), _ -> new HashMap<>())
          .merge(each.on(), each.minutes(), Long::sum);
    }
    return calculator.month(month, serving.all(), minutes);
  }

  /// One thing that somebody is paid for.
  private record For(UUID memberId, PayRule.Kind kind) {}

  static List<PayLine> corrections(YearMonth month, List<PayLine> due, List<PayLine> decided) {
    Map<For, List<PayLine>> byDue = by(due);
    Map<For, List<PayLine>> byPaid = by(decided);
    Set<For> all = new LinkedHashSet<>(byDue.keySet());
    all.addAll(byPaid.keySet());
    List<PayLine> lines = new ArrayList<>();
    for (For each : all) {
      // What was paid for hours of somebody who turned out not to serve is owed back.
      List<PayLine> now =
          byDue.getOrDefault(each, List.of()).stream()
              .filter(line -> line.missing() != Missing.NOT_SERVING)
              .toList();
      List<PayLine> then = byPaid.getOrDefault(each, List.of());
      BigDecimal sum = sum(now);
      BigDecimal paid = sum(then);
      if (sum.compareTo(paid) == 0 || now.stream().anyMatch(line -> line.missing() != null)) {
        continue;
      }
      lines.add(
          new PayLine(
              each.memberId(),
              (now.isEmpty() ? then : now).getLast().teamId(),
              each.kind(),
              month,
              true,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              sum,
              paid,
              sum.subtract(paid),
              null));
    }
    return lines;
  }

  private static Map<For, List<PayLine>> by(List<PayLine> lines) {
    Map<For, List<PayLine>> by = new LinkedHashMap<>();
    lines.forEach(line ->
        by.computeIfAbsent(new For(line.memberId(), line.kind()), _ -> new ArrayList<>())
            .add(line));
    return by;
  }

  static BigDecimal sum(List<PayLine> lines) {
    return lines.stream()
        .map(PayLine::amount)
        .filter(amount -> amount != null)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /// The types of the villages of some teams.
  private Types types(Collection<UUID> all) {
    List<TeamCover> covers = membership.covers(all);
    return new Types(covers, rules.types(Ids.of(covers, TeamCover::areaId)));
  }

  record Types(List<TeamCover> covers, List<PayRuleTable.TypeFrom> types) {
    TypeOn on(UUID teamId, LocalDate day) {
      Set<Integer> found = new LinkedHashSet<>();
      boolean unknown = true;
      for (TeamCover cover : covers) {
        if (cover.teamId().equals(teamId) && cover.on(day)) {
          unknown = false;
          Integer type =
              types.stream()
                  .filter(each -> each.areaId().equals(cover.areaId()) && !each.from().isAfter(day))
                  .findFirst()
                  .map(PayRuleTable.TypeFrom::type)
                  .orElse(null);
          if (type == null) {
            return new TypeOn(null, Missing.VILLAGE_TYPE);
          }
          found.add(type);
        }
      }
      if (unknown) {
        return new TypeOn(null, Missing.VILLAGE_TYPE);
      }
      return found.size() > 1
          ? new TypeOn(null, Missing.VILLAGE_TYPES_DIFFER)
          : new TypeOn(found.iterator().next(), null);
    }
  }
}
