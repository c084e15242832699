package anbinh.situation.resident;

import anbinh.areas.unit.Areas;
import anbinh.platform.Problem;
import anbinh.situation.SituationProblem;
import anbinh.situation.deadlines.SituationDeadlines;
import anbinh.situation.deadlines.SituationService;
import anbinh.situation.followup.FollowCode;
import anbinh.situation.followup.FollowCodes;
import anbinh.situation.followup.FollowCodes.Followed;
import anbinh.situation.intake.SituationIntake;
import anbinh.situation.intake.SituationIntake.Source;
import anbinh.situation.intake.SituationReceipt;
import anbinh.situation.report.Situation;
import anbinh.situation.report.SituationChannel;
import anbinh.situation.report.SituationTable;
import anbinh.situation.resident.FollowView.FollowMessage;
import anbinh.situation.resident.FollowView.FollowState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes residents' reports, and lets their reporters follow them by their codes. Nothing of where
/// a call comes from is known here. Safe for many threads.
@Component
class ResidentReports {
  /// A page that had no answer asks again soon; after that the code is not told any more.
  private static final Duration SHOWN_AGAIN = Duration.ofHours(1);

  private final SituationIntake intake;
  private final SituationTable table;
  private final SituationService keeper;
  private final SituationDeadlines clock;
  private final FollowCodes codes;
  private final Areas areas;

  ResidentReports(
      SituationIntake intake,
      SituationTable table,
      SituationService keeper,
      SituationDeadlines clock,
      FollowCodes codes,
      Areas areas) {
    this.intake = intake;
    this.table = table;
    this.keeper = keeper;
    this.clock = clock;
    this.codes = codes;
    this.areas = areas;
  }

  /// What a resident is given for a report. The report's own identifier and code are not in it:
  /// with them, who sees the receipt could tell which report at the desk it is.
  ///
  /// @param code shown this once
  record ResidentReceipt(String code, Instant receivedAt, String communeName, List<UUID> waiting) {
    ResidentReceipt {
      waiting = List.copyOf(waiting);
    }

    @Override
    public String toString() {
      return "ResidentReceipt[…]";
    }
  }

  /// Whether a report of this ticket is there, which is then neither counted nor refused for
  /// others.
  boolean knows(UUID ticket) {
    return codes.find(codes.draw(ticket)).isPresent();
  }

  /// Takes a report; the same again is the same report and the same code. Something else with its
  /// ticket, of somebody who had no answer and changed it, is refused: what stands is never in
  /// doubt.
  @Transactional
  ResidentReceipt take(NewResidentReport sent) {
    table.holdId(sent.ticket());
    FollowCode code = codes.draw(sent.ticket());
    Followed known = codes.find(code).orElse(null);
    if (known != null) {
      return again(known, code, sent);
    }
    UUID id = UUID.randomUUID();
    Instant now = clock.now();
    var channel = sent.reporter() == null ? SituationChannel.ANONYMOUS : SituationChannel.RESIDENT;
    SituationReceipt made =
        intake.take(id, sent.report(now), Source.without(channel, sent.identity(), sent.guarded()));
    codes.insert(id, code, sent.whole(), now);
    return receipt(keeper.get(id), code, made.waiting());
  }

  private ResidentReceipt again(Followed known, FollowCode code, NewResidentReport sent) {
    if (known.since().plus(SHOWN_AGAIN).isBefore(clock.now())) {
      throw Problem.of(SituationProblem.REPORT_CAME_IN);
    }
    if (!codes.isSame(known.situation(), sent.whole())) {
      throw Problem.of(SituationProblem.REPORT_CAME_IN_OTHERWISE);
    }
    return receipt(keeper.get(known.situation()), code, intake.listWaiting(known.situation()));
  }

  private ResidentReceipt receipt(Situation one, FollowCode code, List<UUID> waiting) {
    UUID commune = one.place().communeId();
    return new ResidentReceipt(
        code.shown(),
        one.times().receivedAt(),
        areas.names(List.of(commune)).getOrDefault(commune, ""),
        waiting);
  }

  /// The report of a code.
  Optional<UUID> find(FollowCode code) {
    return codes.find(code).map(Followed::situation);
  }

  /// How it stands; of one that goes on with another one, whether that one is in hand or over. When
  /// it was received and who took it back is its own, since the other one's would tell that
  /// somebody else reported, and when.
  @Transactional(readOnly = true)
  FollowView view(UUID id) {
    Situation one = keeper.get(id);
    UUID into = one.mergedInto();
    Situation main = into == null || one.state().over() ? one : table.find(into).orElse(one);
    FollowState state = FollowState.of(main);
    var content = keeper.content(one);
    return new FollowView(
        !main.id().equals(one.id()) && state == FollowState.WITHDRAWN ? FollowState.ENDED : state,
        one.times().receivedAt(),
        one.conduct().acknowledgedAt(),
        main.conduct().closedAt(),
        one.marks().retractionAskedAt() != null,
        content.isAsked(),
        FollowMessage.of(content.notes()),
        intake.listWaiting(id));
  }
}
