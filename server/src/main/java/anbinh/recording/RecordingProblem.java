package anbinh.recording;

import anbinh.platform.ProblemCode;
import anbinh.platform.ProblemKind;

/// What can go wrong with asking for footage.
public enum RecordingProblem implements ProblemCode {
  /// Nothing of the asked time is recorded; names the nearest that is.
  NOT_RECORDED(ProblemKind.NOT_FOUND),
  /// The camera has no recording at all.
  NOTHING_RECORDED(ProblemKind.NOT_FOUND),
  /// More time than one answer may hold.
  SPAN_TOO_LONG(ProblemKind.BAD_REQUEST),
  /// A row's file is gone or not what it was.
  FOOTAGE_LOST(ProblemKind.DATA_LOSS),
  /// The picture cannot be decoded here.
  UNDECODABLE(ProblemKind.UNAVAILABLE),
  /// Another picture is being made; previews do not queue.
  PREVIEWS_BUSY(ProblemKind.UNAVAILABLE),
  /// The recorder does not run yet.
  PROBE_BUSY(ProblemKind.UNAVAILABLE),
  /// Somebody tried so many addresses within a while.
  TOO_MANY_PROBES(ProblemKind.TOO_MANY),
  NO_REFERRAL(ProblemKind.NOT_FOUND),
  /// Footage was referred to or by somebody else, or its cameras are of another area by now.
  NOT_YOUR_REFERRAL(ProblemKind.FORBIDDEN),
  /// It was answered or withdrawn before, or lapsed.
  REFERRAL_ENDED(ProblemKind.CONFLICT),
  /// So many of one sender wait for an answer.
  TOO_MANY_REFERRALS(ProblemKind.CONFLICT);

  private final ProblemKind kind;

  RecordingProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
