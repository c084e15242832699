package anbinh.situation.deadlines;

import anbinh.platform.OnlyWhenServing;
import anbinh.platform.background.PollingWorker;
import anbinh.situation.SituationEvent;
import anbinh.situation.report.Situation;
import anbinh.situation.report.Situation.Due;
import anbinh.situation.report.SituationState.Next;
import anbinh.situation.report.SituationTable;
import anbinh.situation.report.SituationTrail;
import anbinh.situation.report.SituationsAbove;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells the next one up of what was not done in time, by the minute: once for each thing that is
/// due. Who is above sees it as a count; in the commune another officer may take it over. What is
/// urgent and was received by nobody, and whatever nobody does in a second term either, is from
/// then on also for the officers above, who act where the commune has nobody at work.
@Component
@OnlyWhenServing
public class SituationEscalation extends PollingWorker {
  private static final Duration BETWEEN = Duration.ofMinutes(1);
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);
  private static final int SOME = 200;

  private final SituationTable table;
  private final SituationsAbove above;
  private final SituationTrail trail;
  private final SituationService keeper;
  private final SituationDeadlines clock;
  private final TransactionTemplate transaction;

  SituationEscalation(
      SituationTable table,
      SituationsAbove above,
      SituationTrail trail,
      SituationService keeper,
      SituationDeadlines clock,
      TransactionTemplate transaction) {
    super("situation-escalation", AFTER_FAILURE);
    this.table = table;
    this.above = above;
    this.trail = trail;
    this.keeper = keeper;
    this.clock = clock;
    this.transaction = transaction;
  }

  @Override
  protected Duration round() {
    int done = SOME;
    while (isRunning() && done >= SOME) {
      done = escalate();
    }
    return BETWEEN;
  }

  /// Does some of what is due.
  ///
  /// @return how much that was
  public int escalate() {
    Integer done = transaction.execute(_ -> escalateSome() + passUpSome());
    return done == null ? 0 : done;
  }

  private int escalateSome() {
    List<Situation> overdue = table.listOverdue(clock.now(), SOME);
    for (Situation each : overdue) {
      Due due = each.due();
      table.save(each.with(new Due(due.what(), due.at(), clock.now())));
      trail.setAboveAt(each.id(), clock.now().plus(clock.term(each)));
      keeper.note(SituationEvent.ESCALATED, each, null, null);
      if (due.what() == Next.ACKNOWLEDGE && each.nature().urgent()) {
        keeper.passUp(each);
      }
    }
    return overdue.size();
  }

  private int passUpSome() {
    List<Situation> left = above.listLeft(clock.now(), SOME);
    left.forEach(keeper::passUp);
    return left.size();
  }
}
