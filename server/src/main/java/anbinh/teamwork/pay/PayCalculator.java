package anbinh.teamwork.pay;

import anbinh.team.Position;
import anbinh.team.ServicePeriods;
import anbinh.team.ServicePeriods.ServicePeriod;
import anbinh.teamwork.pay.PayLine.Missing;
import anbinh.teamwork.pay.PayLine.Part;
import anbinh.teamwork.pay.PayRule.Kind;
import anbinh.teamwork.pay.PayRule.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Calculates a month from who served when, day by day: days on which all is alike are one line. A
/// part of a month is its days over the days of the month. Each line is rounded once, half up, to
/// whole dong. Without state but what it is given.
final class PayCalculator {
  private static final BigDecimal MINUTES_PER_HOUR = BigDecimal.valueOf(60);

  private final List<PayRule> rules;
  private final BiFunction<UUID, LocalDate, TypeOn> types;

  /// The type of a team's villages on a day, or what is missing of it.
  record TypeOn(@Nullable Integer type, @Nullable Missing missing) {}

  /// @param types of a team on a day
  PayCalculator(List<PayRule> rules, BiFunction<UUID, LocalDate, TypeOn> types) {
    this.rules = List.copyOf(rules);
    this.types = types;
  }

  /// What holds for somebody on a day.
  private record Holds(
      Position position,
      @Nullable Integer type,
      @Nullable PayRule rule,
      @Nullable BigDecimal base,
      @Nullable Missing missing) {}

  /// @param minutes on patrol in the month, by member and by the day on which a patrol began
  List<PayLine> month(
      YearMonth month, List<ServicePeriod> stints, Map<UUID, Map<LocalDate, Long>> minutes) {
    List<PayLine> lines = new ArrayList<>();
    List<UUID> members = stints.stream().map(ServicePeriod::memberId).distinct().sorted().toList();
    for (UUID member : members) {
      List<ServicePeriod> own =
          stints.stream().filter(each -> each.memberId().equals(member)).toList();
      for (Kind kind : List.of(Kind.MONTHLY, Kind.SOCIAL_INSURANCE, Kind.HEALTH_INSURANCE)) {
        lines.addAll(byDays(kind, month, own));
      }
      lines.addAll(duty(month, own, minutes.getOrDefault(member, Map.of())));
    }
    return lines;
  }

  private List<PayLine> byDays(Kind kind, YearMonth month, List<ServicePeriod> own) {
    List<PayLine> lines = new ArrayList<>();
    ServicePeriods.@Nullable ServicePeriod before = null;
    @Nullable Holds previous = null;
    LocalDate from = month.atDay(1);
    for (LocalDate day = month.atDay(1);
        !day.isAfter(month.atEndOfMonth());
        day = day.plusDays(1)) {
      ServicePeriods.@Nullable ServicePeriod stint = on(own, day);
      @Nullable Holds holds = stint == null ? null : holds(kind, stint, day);
      if (!Objects.equals(previous, holds)
          || (before != null && stint != null && !before.teamId().equals(stint.teamId()))) {
        if (before != null && previous != null) {
          lines.add(line(kind, before, previous, from, day.minusDays(1)));
        }
        from = day;
      }
      before = stint;
      previous = holds;
    }
    if (before != null && previous != null) {
      lines.add(line(kind, before, previous, from, month.atEndOfMonth()));
    }
    return lines;
  }

  private static ServicePeriods.@Nullable ServicePeriod on(List<ServicePeriod> own, LocalDate day) {
    return own.stream()
        .filter(each -> !day.isBefore(each.from()) && !day.isAfter(each.until()))
        .findFirst()
        .orElse(null);
  }

  private Holds holds(Kind kind, ServicePeriod stint, LocalDate day) {
    @Nullable Integer type = null;
    if (kind == Kind.MONTHLY) {
      TypeOn found = types.apply(stint.teamId(), day);
      type = found.type();
      if (found.missing() != null) {
        return new Holds(stint.position(), null, null, null, found.missing());
      }
    }
    Optional<PayRule> rule = PayRule.find(rules, kind, type, stint.position(), day);
    if (rule.isEmpty()) {
      return new Holds(stint.position(), type, null, null, Missing.RULE);
    }
    if (rule.get().unit() == Unit.VND) {
      return new Holds(stint.position(), type, rule.get(), null, null);
    }
    Optional<PayRule> base = PayRule.find(rules, Kind.BASE_SALARY, null, null, day);
    return new Holds(
        stint.position(),
        type,
        rule.get(),
        base.map(PayRule::value).orElse(null),
        base.isEmpty() ? Missing.BASE_SALARY : null);
  }

  private static PayLine line(
      Kind kind, ServicePeriod stint, Holds holds, LocalDate from, LocalDate until) {
    YearMonth month = YearMonth.from(from);
    var part =
        new Part(
            from, until, until.getDayOfMonth() - from.getDayOfMonth() + 1, month.lengthOfMonth());
    PayRule rule = holds.rule();
    BigDecimal base = holds.base();
    @Nullable BigDecimal amount = null;
    if (rule != null && holds.missing() == null) {
      BigDecimal whole = base == null ? rule.value() : rule.value().multiply(base);
      amount = rounded(whole.multiply(BigDecimal.valueOf(part.days())), part.monthDays());
    }
    return new PayLine(
        stint.memberId(),
        stint.teamId(),
        kind,
        month,
        false,
        holds.position(),
        holds.type(),
        part,
        null,
        base,
        rule == null ? null : rule.value(),
        rule == null ? null : rule.unit(),
        rule == null ? null : rule.id(),
        null,
        null,
        amount,
        holds.missing());
  }

  /// Under what hours are counted together; without a position, of days on which they did not
  /// serve.
  private record Hours(
      UUID teamId, @Nullable Position position, @Nullable PayRule rule, boolean serving) {}

  /// Each day's hours by the rule that holds on it, a line for each rule; of days on which they did
  /// not serve, as where a leaving was noted later, it is said.
  private List<PayLine> duty(
      YearMonth month, List<ServicePeriod> own, Map<LocalDate, Long> minutes) {
    Map<Hours, Long> sums = new LinkedHashMap<>();
    new TreeMap<>(minutes)
        .forEach((day, done) -> {
          ServicePeriods.@Nullable ServicePeriod stint = on(own, day);
          Hours hours =
              stint == null
                  ? new Hours(own.getLast().teamId(), null, null, false)
                  : new Hours(
                      stint.teamId(),
                      stint.position(),
                      PayRule.find(rules, Kind.DUTY_HOUR, null, stint.position(), day).orElse(null),
                      true);
          sums.merge(hours, done, Long::sum);
        });
    UUID member = own.getLast().memberId();
    return sums.entrySet().stream()
        .filter(each -> each.getValue() > 0)
        .map(each -> hours(member, month, each.getKey(), each.getValue()))
        .toList();
  }

  private static PayLine hours(UUID member, YearMonth month, Hours hours, long minutes) {
    PayRule rule = hours.rule();
    @Nullable Missing missing =
        !hours.serving() ? Missing.NOT_SERVING : rule == null ? Missing.RULE : null;
    return new PayLine(
        member,
        hours.teamId(),
        Kind.DUTY_HOUR,
        month,
        false,
        hours.position(),
        null,
        null,
        minutes,
        null,
        rule == null ? null : rule.value(),
        rule == null ? null : rule.unit(),
        rule == null ? null : rule.id(),
        null,
        null,
        rule == null
            ? null
            : rule.value()
                .multiply(BigDecimal.valueOf(minutes))
                .divide(MINUTES_PER_HOUR, 0, RoundingMode.HALF_UP),
        missing);
  }

  private static BigDecimal rounded(BigDecimal amount, int parts) {
    return amount.divide(BigDecimal.valueOf(parts), 0, RoundingMode.HALF_UP);
  }
}
