package anbinh.evidence;

import anbinh.platform.ProblemCode;
import anbinh.platform.ProblemKind;

/// What can go wrong with requests and packages.
public enum EvidenceProblem implements ProblemCode {
  NO_SUCH_REQUEST(ProblemKind.NOT_FOUND),
  /// Nobody decides one's own request.
  OWN_REQUEST(ProblemKind.FORBIDDEN),
  /// Nobody ratifies what they marked urgent.
  OWN_URGENCY(ProblemKind.FORBIDDEN),
  /// More than an ordinary approver may grant.
  NEEDS_SENIOR(ProblemKind.FORBIDDEN),
  /// Only who made the request may do this.
  NOT_YOUR_REQUEST(ProblemKind.FORBIDDEN),
  /// Decided, cancelled or expired before.
  ALREADY_DECIDED(ProblemKind.CONFLICT),
  /// The act belongs to another state of the request.
  WRONG_STATE(ProblemKind.CONFLICT),
  /// The owner of this camera is not asked for this request.
  NOT_ASKED(ProblemKind.NOT_FOUND),
  /// The owner's answer is there, or its time is over.
  ASK_ENDED(ProblemKind.CONFLICT),
  /// The owner's link is wrong, used up, taken back or over.
  NO_SUCH_LINK(ProblemKind.NOT_FOUND),
  /// Too many wrong links from one address.
  TOO_MANY_TRIES(ProblemKind.TOO_MANY),
  /// No messages go by this way: it is not set up.
  CHANNEL_OFF(ProblemKind.CONFLICT),
  /// The contact of the owner has no address for this way.
  NO_ADDRESS(ProblemKind.CONFLICT),
  /// The owner of this camera was written to often enough for today.
  TOO_MANY_MESSAGES(ProblemKind.TOO_MANY),
  /// There is no file of this number among those of the owner.
  NO_SUCH_FILE(ProblemKind.NOT_FOUND),
  /// Nothing that can be given is there yet, or a file is still on its way or looked at.
  FILES_NOT_READY(ProblemKind.CONFLICT),
  TOO_MANY_FILES(ProblemKind.CONFLICT),
  FILE_TOO_LARGE(ProblemKind.TOO_LARGE),
  /// The server has no room for a file of this size.
  NO_ROOM(ProblemKind.EXHAUSTED),
  /// The client goes on at another place than where the file ends here.
  WRONG_OFFSET(ProblemKind.CONFLICT),
  /// The client speaks another version of the tus protocol.
  TUS_VERSION(ProblemKind.PRECONDITION_FAILED),
  NO_SUCH_HANDOVER(ProblemKind.NOT_FOUND),
  /// The package was handed over to somebody else.
  NOT_YOUR_HANDOVER(ProblemKind.FORBIDDEN),
  /// Confirmed, withdrawn or lapsed before.
  HANDOVER_ENDED(ProblemKind.CONFLICT),
  /// Whoever has an account confirms by it, and signs no paper.
  HANDOVER_BY_ACCOUNT(ProblemKind.CONFLICT),
  TOO_MANY_HANDOVERS(ProblemKind.CONFLICT),
  /// The package holds no video of this name.
  NO_SUCH_VIDEO(ProblemKind.NOT_FOUND),
  NO_SUCH_COPY(ProblemKind.NOT_FOUND),
  /// Nobody confirms the copy that they ordered.
  OWN_COPY(ProblemKind.FORBIDDEN),
  /// Confirmed or refused before, or not made.
  COPY_ENDED(ProblemKind.CONFLICT),
  /// Not made, not confirmed or not sealed yet.
  COPY_NOT_READY(ProblemKind.CONFLICT),
  TOO_MANY_COPIES(ProblemKind.CONFLICT),
  /// There is no package (yet).
  NOT_SEALED(ProblemKind.CONFLICT),
  /// Its end has come: it was deleted, as an entry of the log certifies.
  PACKAGE_DELETED(ProblemKind.GONE),
  /// They neither work on the case nor approve in its area, and are no auditor.
  NOT_YOUR_PACKAGE(ProblemKind.FORBIDDEN),
  NO_SUCH_HOLD(ProblemKind.NOT_FOUND),
  /// Only who placed it, or an approver of the area, says how long it is still needed.
  NOT_YOUR_HOLD(ProblemKind.FORBIDDEN),
  HOLD_LIFTED(ProblemKind.CONFLICT),
  TOO_MANY_HOLDS(ProblemKind.CONFLICT),
  /// Somebody asked to lift it already, and nobody has decided.
  LIFTING_PENDING(ProblemKind.CONFLICT),
  NO_SUCH_LIFTING(ProblemKind.NOT_FOUND),
  /// They asked for it: somebody else decides.
  OWN_LIFTING(ProblemKind.FORBIDDEN),
  /// The stored package is gone or is no longer the one that was sealed.
  PACKAGE_LOST(ProblemKind.DATA_LOSS);

  private final ProblemKind kind;

  EvidenceProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
