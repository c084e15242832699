package anbinh.situation;

import anbinh.platform.ProblemCode;
import anbinh.platform.ProblemKind;

/// What can go wrong with reports of situations.
public enum SituationProblem implements ProblemCode {
  NO_SUCH_SITUATION(ProblemKind.NOT_FOUND),
  /// Open to the officers responsible for its commune; what is guarded, to who received it.
  NOT_YOUR_SITUATION(ProblemKind.FORBIDDEN),
  /// The identifier is of another report.
  SITUATION_ID_TAKEN(ProblemKind.CONFLICT),
  /// It is not at the step that this needs.
  SITUATION_ELSEWHERE(ProblemKind.CONFLICT),
  /// Opens to the one officer who received it first.
  REPORTER_CLOSED(ProblemKind.FORBIDDEN),
  /// Not to be mediated: violence, children, or by an answer of the scope check.
  SITUATION_NOT_MEDIABLE(ProblemKind.CONFLICT),
  /// Is part of another one, where it goes on.
  SITUATION_MERGED(ProblemKind.CONFLICT),
  /// Two that cannot be merged.
  SITUATION_MERGE(ProblemKind.CONFLICT),
  SITUATION_ERASED(ProblemKind.CONFLICT),
  /// As many as one emergency access allows were made.
  SITUATION_SEARCHES_OVER(ProblemKind.TOO_MANY),
  /// Nothing was announced with this identifier.
  NO_SUCH_SITUATION_MEDIA(ProblemKind.NOT_FOUND),
  /// It is there, and what is there is not withdrawn.
  SITUATION_MEDIA_ARRIVED(ProblemKind.CONFLICT),
  /// Other bytes than those that were announced.
  SITUATION_MEDIA_OTHER(ProblemKind.CONFLICT),
  /// Not a kind of file that can be cleaned of what it says of itself.
  SITUATION_MEDIA_TYPE(ProblemKind.UNSUPPORTED_MEDIA_TYPE),
  SITUATION_MEDIA_TOO_LARGE(ProblemKind.TOO_LARGE),
  SITUATION_MEDIA_MALWARE(ProblemKind.BAD_REQUEST),
  /// The check for malware is away.
  SITUATION_MEDIA_UNCHECKED(ProblemKind.UNAVAILABLE),
  NO_SUCH_SITUATION_FLAG(ProblemKind.NOT_FOUND),
  /// Of nothing that there is: there never was one, or it was erased.
  NO_SUCH_FOLLOW_CODE(ProblemKind.NOT_FOUND),
  /// From one address, or for one commune.
  TOO_MANY_REPORTS(ProblemKind.TOO_MANY),
  TOO_MANY_CODES(ProblemKind.TOO_MANY),
  TOO_MANY_MESSAGES_OF_CODE(ProblemKind.TOO_MANY),
  TOO_MANY_TRIES_OF_PHOTO(ProblemKind.TOO_MANY),
  /// It came in some time ago, and its code is shown once.
  REPORT_CAME_IN(ProblemKind.CONFLICT),
  /// It came in with other content, which stands.
  REPORT_CAME_IN_OTHERWISE(ProblemKind.CONFLICT),
  NO_SUCH_OPEN311_KEY(ProblemKind.NOT_FOUND);

  private final ProblemKind kind;

  SituationProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
