package anbinh.notification;

import anbinh.platform.ProblemCode;
import anbinh.platform.ProblemKind;

/// What can go wrong with notifications.
public enum NotificationProblem implements ProblemCode {
  NO_SUCH_NOTIFICATION_ADDRESS(ProblemKind.NOT_FOUND),
  /// The office has not set it up.
  NOTIFICATION_CHANNEL_OFF(ProblemKind.CONFLICT),
  TOO_MANY_NOTIFICATION_ADDRESSES(ProblemKind.CONFLICT),
  NOTIFICATION_CODE_WRONG(ProblemKind.CONFLICT),
  /// Too late, or guessed at too often.
  NOTIFICATION_CODE_OVER(ProblemKind.CONFLICT),
  TOO_MANY_NOTIFICATION_MESSAGES(ProblemKind.TOO_MANY);

  private final ProblemKind kind;

  NotificationProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
