package anbinh.programme.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The assessment of a programme, or of a commune's part of it, for a year.
///
/// @param communeId whose part it is about; null of the commune that keeps the programme, whose
///   conclusion acts on it
/// @param version the text whose criteria were answered
/// @param answers one to each criterion, in their order
/// @param partnersAsked how many partner organisations were asked for their view
/// @param partnersAgreed how many of them agree with the conclusion
/// @param verdict null while nobody decided
public record ProgrammeAssessment(
    UUID id,
    UUID programmeId,
    @Nullable UUID communeId,
    int year,
    int version,
    List<Answer> answers,
    Conclusion conclusion,
    String words,
    int partnersAsked,
    int partnersAgreed,
    State state,
    UUID madeBy,
    Instant madeAt,
    @Nullable Verdict verdict) {
  public ProgrammeAssessment {
    answers = List.copyOf(answers);
  }

  /// Whether what it concludes is done to the programme.
  public boolean acts() {
    return communeId == null;
  }

  public enum State {
    SENT,
    CONFIRMED,
    RETURNED
  }

  public enum Result {
    MET,
    NOT_MET,
    NOT_APPLICABLE
  }

  /// What is to come of the programme.
  public enum Conclusion {
    CONTINUE,
    /// Its text is to be written anew.
    CHANGE,
    REST,
    END,
    /// It continues, and is recommended for copying.
    RECOMMEND;

    /// Whether it stops the programme, for which there is a paper.
    public boolean stops() {
      return this == REST || this == END;
    }
  }

  /// @param words needed where it is not met
  public record Answer(Result result, @Nullable String words) {}

  /// What another person decided of it.
  public record Verdict(
      UUID by,
      Instant at,
      @Nullable String reason,
      @Nullable String number,
      @Nullable LocalDate on) {}
}
