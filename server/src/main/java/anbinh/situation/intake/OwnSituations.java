package anbinh.situation.intake;

import anbinh.identity.Person;
import anbinh.platform.Problem;
import anbinh.situation.media.SituationMediaTable;
import anbinh.situation.report.Situation;
import anbinh.situation.report.SituationState;
import anbinh.situation.report.SituationTable;
import anbinh.situation.reporter.ReporterStore;
import anbinh.situation.reporter.ReporterStore.Own;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How somebody's own reports stand: what a phone that was off for a week asks for. All look alike,
/// so that whoever takes the phone learns from the answer of no kind; so what an officer wrote at
/// the end of one is in none. Safe for many threads.
@Component
class OwnSituations {
  private static final int MAX = 200;
  private static final int USUAL = 100;

  private final ReporterStore reporters;
  private final SituationTable table;
  private final SituationMediaTable media;

  OwnSituations(ReporterStore reporters, SituationTable table, SituationMediaTable media) {
    this.reporters = reporters;
    this.table = table;
    this.media = media;
  }

  /// @param cursor to send as `since` the next time
  /// @param more whether there is more since the cursor already
  record OwnSituationsView(List<OwnSituation> items, long cursor, boolean more) {
    OwnSituationsView {
      items = List.copyOf(items);
    }
  }

  /// One's own report: its number, the official state, and what is still to be sent.
  ///
  /// @param state where it goes on with another one, that one's
  /// @param retractionAsked whether an officer is to decide about taking it back
  /// @param waiting the files that were announced and have not arrived
  record OwnSituation(
      UUID id,
      String code,
      SituationState state,
      @Nullable SituationState outcome,
      int revision,
      Instant receivedAt,
      @Nullable Instant acknowledgedAt,
      @Nullable Instant closedAt,
      boolean retractionAsked,
      List<UUID> waiting) {
    OwnSituation {
      waiting = List.copyOf(waiting);
    }

    @Override
    public String toString() {
      return "OwnSituation[" + code + "]";
    }
  }

  OwnSituationsView list(Person by, @Nullable Long since, @Nullable Integer limit) {
    int most = limit == null ? USUAL : limit;
    if (most < 1 || most > MAX) {
      throw Problem.invalid("limit", "range", 1, MAX);
    }
    if (since != null && since < 0) {
      throw Problem.invalid("since", "cursor");
    }
    long from = since == null ? 0 : since;
    List<Own> found = reporters.listOf(by, from, most + 1);
    List<Own> shown = found.subList(0, Math.min(found.size(), most));
    return new OwnSituationsView(
        shown.stream()
            .flatMap(each -> table.find(each.situation()).stream())
            .map(this::view)
            .toList(),
        shown.isEmpty() ? from : shown.getLast().serial(),
        found.size() > most);
  }

  private OwnSituation view(Situation one) {
    UUID into = one.mergedInto();
    Situation main = into == null || one.state().over() ? one : table.find(into).orElse(one);
    // What another reporter took back has ended for this one.
    boolean others = !main.id().equals(one.id()) && main.state() == SituationState.RETRACTED;
    return new OwnSituation(
        one.id(),
        one.code(),
        others ? SituationState.CLOSED : main.state(),
        others ? null : main.conduct().outcome(),
        one.revision(),
        one.times().receivedAt(),
        // Its own, or it would tell when somebody else reported.
        one.conduct().acknowledgedAt(),
        main.conduct().closedAt(),
        one.marks().retractionAskedAt() != null,
        SituationReceipt.waiting(media.list(one.id())));
  }
}
