package anbinh.situation.deadlines;

import anbinh.identity.Person;
import anbinh.mediation.dispute.MediationReviews;
import anbinh.situation.report.Situation;
import anbinh.situation.report.SituationState;
import anbinh.situation.report.SituationTable;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Has mediations of reports look again when a report says more: what tells of violence must not
/// stay with a mediator because it came later, or by another report that tells of the same. Safe
/// for many threads.
@Component
public class SituationDoubts {
  private final SituationService keeper;
  private final SituationTable table;
  private final MediationReviews reviews;

  SituationDoubts(SituationService keeper, SituationTable table, MediationReviews reviews) {
    this.keeper = keeper;
    this.table = table;
    this.reviews = reviews;
  }

  /// All that was written of a report, and of those that go on with it.
  public List<String> written(UUID id) {
    return Stream.concat(Stream.of(keeper.get(id)), table.listMergedInto(id).stream())
        .map(keeper::content)
        .flatMap(each -> each.texts().stream())
        .toList();
  }

  /// Stops the mediation of one that is not with mediators any more, since it became urgent or
  /// guarded.
  public void left(Situation before, Situation after, @Nullable Person by) {
    UUID mediation = before.conduct().mediationId();
    if (before.state() == SituationState.SENT_TO_MEDIATION
        && after.state() != SituationState.SENT_TO_MEDIATION
        && mediation != null) {
      reviews.stop(mediation, by);
    }
  }

  /// Tells what was written more of one.
  ///
  /// @param by null for who reported
  public void tell(Situation one, Collection<String> words, @Nullable Person by) {
    UUID into = one.mergedInto();
    Situation main = into == null ? one : keeper.get(into);
    UUID mediation = main.conduct().mediationId();
    if (main.state() == SituationState.SENT_TO_MEDIATION && mediation != null) {
      reviews.suspect(mediation, words, by);
    }
  }
}
