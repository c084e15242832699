package anbinh.situation.deadlines;

import anbinh.platform.SiteClock;
import anbinh.situation.kind.SituationKinds;
import anbinh.situation.kind.SituationTerms;
import anbinh.situation.report.Situation;
import anbinh.situation.report.Situation.Due;
import anbinh.situation.report.SituationState;
import anbinh.situation.report.SituationState.Next;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What is due of a report next, and when: always something, as long as it is not over or something
/// came in after its end. Safe for many threads.
@Component
public class SituationDeadlines {
  private final SituationKinds kinds;
  private final SiteClock clock;

  SituationDeadlines(SituationKinds kinds, SiteClock clock) {
    this.kinds = kinds;
    this.clock = clock;
  }

  public Instant now() {
    return clock.now();
  }

  public ZoneId zone() {
    return clock.zone();
  }

  public LocalDate today() {
    return clock.today();
  }

  /// The same with what is due now; whoever was told of the same already is not told again.
  public Situation timed(Situation one) {
    Due next = due(one, kinds.terms(one.nature().kind(), one.nature().urgent(), today()));
    boolean same = next.what() == one.due().what() && Objects.equals(next.at(), one.due().at());
    return same ? one : one.with(next);
  }

  /// Whether a written report is to be made and was not yet, whatever else is due before it.
  public boolean isUnwritten(Situation one) {
    SituationTerms terms = kinds.terms(one.nature().kind(), one.nature().urgent(), today());
    return terms.write() != null && one.conduct().writtenAt() == null;
  }

  /// How long somebody has for what is due.
  public Duration term(Situation one) {
    SituationTerms terms = kinds.terms(one.nature().kind(), one.nature().urgent(), today());
    return term(one.due().what(), terms);
  }

  static Duration term(@Nullable Next what, SituationTerms terms) {
    return switch (what) {
      case WRITE -> terms.write() == null ? terms.acknowledge() : terms.write();
      case DECIDE -> terms.decide();
      case CLOSE -> terms.close();
      case ACKNOWLEDGE, LOOK -> terms.acknowledge();
      case null -> terms.acknowledge();
    };
  }

  static Due due(Situation one, SituationTerms terms) {
    if (one.mergedInto() != null) {
      return Due.NOTHING;
    }
    Instant attention = one.marks().attentionAt();
    Due look = attention == null ? null : at(Next.LOOK, attention, terms.acknowledge());
    if (one.state().over()) {
      return look == null ? Due.NOTHING : look;
    }
    Instant asked = one.marks().retractionAskedAt();
    Due retraction = asked == null ? null : at(Next.DECIDE, asked, terms.decide());
    Due step =
        earlier(step(one, terms), one.state() == SituationState.SUBMITTED ? null : retraction);
    return earlier(step, one.state().decided() ? look : null);
  }

  private static Due step(Situation one, SituationTerms terms) {
    Situation.Conduct conduct = one.conduct();
    Instant received = conduct.acknowledgedAt();
    if (one.state() == SituationState.SUBMITTED || received == null) {
      return at(Next.ACKNOWLEDGE, since(one, conduct.waitingSince()), terms.acknowledge());
    }
    Duration write = terms.write();
    if (write != null && conduct.writtenAt() == null) {
      return at(Next.WRITE, since(one, received), write);
    }
    Instant decided = conduct.decidedAt();
    return one.state() == SituationState.ACKNOWLEDGED || decided == null
        ? at(Next.DECIDE, since(one, received), terms.decide())
        : at(Next.CLOSE, decided, terms.close());
  }

  /// From a step on, or from when it became urgent after it.
  private static Instant since(Situation one, Instant step) {
    Instant raised = one.nature().raisedAt();
    return raised != null && raised.isAfter(step) ? raised : step;
  }

  private static Due at(Next what, Instant from, Duration term) {
    return new Due(what, from.plus(term), null);
  }

  private static Due earlier(Due one, @Nullable Due other) {
    return other != null && other.at() != null && one.at() != null && other.at().isBefore(one.at())
        ? other
        : one;
  }

  /// How pressing something due is; the groups of a list.
  public enum Pressure {
    CRITICAL,
    OVERDUE,
    SOON,
    LATER
  }

  private static final Duration SOON_URGENT = Duration.ofMinutes(30);
  private static final Duration SOON = Duration.ofHours(24);
  private static final Duration CRITICAL = Duration.ofHours(24);

  /// What is urgent is critical as soon as it is overdue.
  public static Pressure pressure(Situation one, Instant now) {
    Instant at = one.due().at();
    if (at == null) {
      return Pressure.LATER;
    }
    boolean urgent = one.nature().urgent();
    if (at.isBefore(now)) {
      return urgent || at.isBefore(now.minus(CRITICAL)) ? Pressure.CRITICAL : Pressure.OVERDUE;
    }
    return at.isAfter(now.plus(urgent ? SOON_URGENT : SOON)) ? Pressure.LATER : Pressure.SOON;
  }
}
