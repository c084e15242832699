package anbinh.teamwork.merit;

import anbinh.team.Paper;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a paper said about the work of a team or of somebody in it.
///
/// @param memberId whom it is about; null for the whole team
/// @param year of a rating
/// @param authority whose paper it is
/// @param words why; of discipline encrypted, and null once erased
/// @param withdrawn why it counts no more
record Merit(
    UUID id,
    UUID teamId,
    @Nullable UUID memberId,
    Kind kind,
    Form form,
    @Nullable Integer year,
    Paper paper,
    String authority,
    @Nullable String words,
    UUID notedBy,
    Instant notedAt,
    @Nullable String withdrawn) {
  public enum Kind {
    COMMENDATION,
    DISCIPLINE,
    RATING
  }

  public enum Form {
    LETTER_OF_COMMENDATION(Kind.COMMENDATION),
    CERTIFICATE_OF_MERIT(Kind.COMMENDATION),
    CITATION_OF_MERIT(Kind.COMMENDATION),
    BONUS(Kind.COMMENDATION),
    REPRIMAND(Kind.DISCIPLINE),
    WARNING(Kind.DISCIPLINE),
    REMOVAL(Kind.DISCIPLINE),
    TASK_DONE_EXCELLENTLY(Kind.RATING),
    TASK_DONE_WELL(Kind.RATING),
    TASK_DONE(Kind.RATING),
    TASK_NOT_DONE(Kind.RATING);

    private final Kind kind;

    Form(Kind kind) {
      this.kind = kind;
    }

    public Kind kind() {
      return kind;
    }
  }

  @Override
  public String toString() {
    return "Merit[" + id + "]";
  }
}
