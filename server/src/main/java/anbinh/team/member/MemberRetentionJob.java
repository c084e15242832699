package anbinh.team.member;

import anbinh.platform.OnlyWhenServing;
import anbinh.platform.background.PollingWorker;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Erases who members of teams were some time after they left, daily.
@Component
@OnlyWhenServing
class MemberRetentionJob extends PollingWorker {
  private static final Duration BETWEEN = Duration.ofDays(1);
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

  private final Members members;

  MemberRetentionJob(Members members) {
    super("members of teams", AFTER_FAILURE);
    this.members = members;
  }

  @Override
  protected Duration round() {
    boolean more = true;
    while (more && isRunning()) {
      more = members.eraseOld() > 0;
    }
    return BETWEEN;
  }
}
