package anbinh.situation.officer;

import anbinh.situation.SituationEvent;
import anbinh.situation.deadlines.SituationDeadlines;
import anbinh.situation.deadlines.SituationOfficers;
import anbinh.situation.deadlines.SituationService;
import anbinh.situation.report.Situation;
import anbinh.situation.report.Situation.Nature;
import anbinh.situation.report.SituationState;
import anbinh.situation.report.SituationTable;
import anbinh.situation.report.SituationTrail;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Reports that go on together: what protects, what presses, and who has a part in it is the same
/// for all of them. One that is by itself is a group of one. Safe for many threads.
@Component
public class SituationGroups {
  private final SituationService keeper;
  private final SituationTable table;
  private final SituationTrail trail;
  private final SituationOfficers officers;
  private final SituationDeadlines clock;

  SituationGroups(
      SituationService keeper,
      SituationTable table,
      SituationTrail trail,
      SituationOfficers officers,
      SituationDeadlines clock) {
    this.keeper = keeper;
    this.table = table;
    this.trail = trail;
    this.officers = officers;
    this.clock = clock;
  }

  /// Brings danger, injury and urgency of the one that changed to all, and the guard of any of
  /// them; where one is for the officers above too, all are.
  @Transactional(propagation = Propagation.MANDATORY)
  public void level(Situation changed) {
    List<Situation> group = lockForUpdate(changed);
    boolean guarded = group.stream().anyMatch(each -> each.nature().ownGuarded());
    for (Situation each : group) {
      Nature next = raised(each.nature().guardedWith(guarded), changed.nature());
      if (!next.equals(each.nature())) {
        keeper.keep(each.with(next).awayFromMediation());
      }
    }
    if (group.stream().anyMatch(each -> trail.isAbove(each.id()))) {
      group.forEach(keeper::passUp);
    }
  }

  private Nature raised(Nature own, Nature other) {
    boolean urgent = own.urgent() || other.urgent();
    return new Nature(
        own.kind(),
        own.danger() || other.danger(),
        own.injured() || other.injured(),
        urgent,
        own.ownGuarded(),
        own.guarded(),
        urgent && !own.urgent() ? clock.now() : own.raisedAt());
  }

  /// Who has a part in one has it in all. Whoever has one of them all the same gives it up, so that
  /// somebody else receives it; what is over stays so.
  @Transactional(propagation = Propagation.MANDATORY)
  public void shareParts(Situation changed) {
    List<Situation> group = lockForUpdate(changed);
    Set<UUID> parts = new HashSet<>();
    group.forEach(each -> parts.addAll(trail.conflicts(each.id())));
    for (Situation each : group) {
      parts.forEach(part -> trail.addConflict(each.id(), part));
      officers.noteAbove(each.id(), each.place().communeId());
      UUID receiver = each.conduct().receiverId();
      if (receiver != null && parts.contains(receiver) && !each.state().over()) {
        Situation kept =
            keeper.keep(each.with(SituationState.SUBMITTED, each.conduct().givenUp(clock.now())));
        keeper.note(SituationEvent.STEPPED_ASIDE, kept, null, null);
      }
    }
  }

  /// Who receives the one on which others go on receives those that nobody has, or that the same
  /// officer had before.
  ///
  /// @param first whether those who reported open to them where they open to nobody yet
  @Transactional(propagation = Propagation.MANDATORY)
  void received(Situation main, UUID by, boolean first, @Nullable UUID before) {
    for (Situation each : table.holdMergedInto(main.id())) {
      UUID receiver = each.conduct().receiverId();
      if (!each.state().over() && (receiver == null || receiver.equals(before))) {
        SituationState next =
            each.state() == SituationState.SUBMITTED ? SituationState.ACKNOWLEDGED : each.state();
        keeper.keep(each.with(next, each.conduct().received(by, first, clock.now())));
      }
    }
  }

  /// The one on which the others go on first, as everywhere, so that nobody waits in a circle.
  private List<Situation> lockForUpdate(Situation one) {
    UUID into = one.mergedInto();
    Situation main = keeper.lockForUpdate(into == null ? one.id() : into);
    var group = new ArrayList<>(List.of(main));
    group.addAll(table.holdMergedInto(main.id()));
    return group;
  }
}
