package anbinh.situation.intake;

import anbinh.identity.Person;
import anbinh.platform.Problem;
import anbinh.situation.SituationEvent;
import anbinh.situation.SituationProblem;
import anbinh.situation.deadlines.SituationDeadlines;
import anbinh.situation.deadlines.SituationService;
import anbinh.situation.media.SituationMediaStore;
import anbinh.situation.media.SituationMediaStore.Accepted;
import anbinh.situation.media.SituationMedium;
import anbinh.situation.report.Situation;
import anbinh.situation.report.SituationChannel;
import anbinh.situation.reporter.ReporterStore;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Lets a file arrive from who announced it: who reported, or the officer who took the report down.
/// Safe for many threads.
@Component
public class MediaArrival {
  private final SituationService keeper;
  private final SituationIntake intake;
  private final SituationMediaStore media;
  private final SituationDeadlines clock;
  private final ReporterStore reporters;

  MediaArrival(
      SituationService keeper,
      SituationIntake intake,
      SituationMediaStore media,
      SituationDeadlines clock,
      ReporterStore reporters) {
    this.keeper = keeper;
    this.intake = intake;
    this.media = media;
    this.clock = clock;
    this.reporters = reporters;
  }

  /// For others there is none.
  void requireSender(SituationMedium announced, Person by) {
    UUID id = announced.situationId();
    Situation one = keeper.get(id);
    boolean officers =
        one.channel() == SituationChannel.OFFICER && by.id().equals(one.conduct().receiverId());
    if (announced.erasedAt() != null || !(officers || reporters.isBy(id, by))) {
      throw Problem.of(SituationProblem.NO_SUCH_SITUATION_MEDIA);
    }
  }

  /// @return false where it had arrived meanwhile
  @Transactional
  boolean keep(SituationMedium announced, Accepted accepted, Person by) {
    Situation situation = keeper.lockForUpdate(announced.situationId());
    SituationMedium now = media.get(announced.id());
    requireSender(now, by);
    return keep(situation, now, accepted);
  }

  /// The same for who shows by other means that the report is theirs.
  @Transactional
  public boolean keep(SituationMedium announced, Accepted accepted) {
    Situation situation = keeper.lockForUpdate(announced.situationId());
    return keep(situation, media.get(announced.id()), accepted);
  }

  /// Its sender does not send it any more; what has arrived stays.
  @Transactional
  public void withdraw(SituationMedium announced) {
    Situation situation = keeper.lockForUpdate(announced.situationId());
    SituationMedium now = media.get(announced.id());
    if (now.arrivedAt() != null) {
      throw Problem.of(SituationProblem.SITUATION_MEDIA_ARRIVED);
    }
    if (now.withdrawnAt() == null) {
      media.withdraw(now, clock.now());
      keeper.note(SituationEvent.MEDIA_WITHDRAWN, keeper.keep(situation), null, null);
    }
  }

  private boolean keep(Situation situation, SituationMedium now, Accepted accepted) {
    // One that was withdrawn and comes all the same is there.
    if (now.erasedAt() != null) {
      throw Problem.of(SituationProblem.NO_SUCH_SITUATION_MEDIA);
    }
    if (now.arrivedAt() != null) {
      return false;
    }
    media.keep(now, accepted, clock.now());
    intake.mediaArrived(situation);
    return true;
  }
}
