package anbinh.measure.kind;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the law says of a kind of measure from a day on, until a later rule takes its place.
///
/// @param law by which it is decided, as it is cited
/// @param longestMonths null where it is as long as the decision says
/// @param longestMonthsMinor of minors; null where it is as of adults
/// @param checked whether somebody compared it with the text of the law
/// @param addedAt null for what came with the program
public record MeasureRule(
    UUID id,
    MeasureKind kind,
    LocalDate from,
    String law,
    Decider decidedBy,
    @Nullable Integer longestMonths,
    @Nullable Integer longestMonthsMinor,
    Minors minors,
    Publishing publishing,
    boolean checked,
    @Nullable UUID addedBy,
    @Nullable Instant addedAt) {
  /// Whose paper it is.
  public enum Decider {
    COMMUNE_CHAIR,
    COURT,
    /// The certificate of a prison.
    PRISON,
    /// An investigating body, the procuracy or the court, by the stage that a case is at.
    PROCEEDINGS_BODY
  }

  /// Whether it can be about somebody who is not eighteen yet.
  public enum Minors {
    NONE,
    POSSIBLE,
    ONLY
  }

  /// Whether the law forbids to make it known. What An Bình holds it makes known of nobody.
  public enum Publishing {
    FORBIDDEN,
    FORBIDDEN_OF_MINORS,
    NOT_FORBIDDEN
  }

  /// The one that holds on a day: the last to begin, of those the last that was added.
  public static Optional<MeasureRule> find(
      Collection<MeasureRule> all, MeasureKind kind, LocalDate day) {
    return all.stream()
        .filter(rule -> rule.kind == kind && !rule.from.isAfter(day))
        .max(
            Comparator.comparing(MeasureRule::from)
                .thenComparing(
                    MeasureRule::addedAt, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(rule -> rule.id.toString()));
  }

  /// The last day on which a measure of this kind may end.
  ///
  /// @param otherwise months, where it has no longest length
  public LocalDate longest(LocalDate start, boolean minor, int otherwise) {
    return start.plusMonths(longestMonths(minor, otherwise));
  }

  private int longestMonths(boolean minor, int otherwise) {
    Integer own = minor && longestMonthsMinor != null ? longestMonthsMinor : longestMonths;
    return own == null ? otherwise : own;
  }

  /// Whether it lets a measure of anybody be longer than another one does.
  ///
  /// @param other null for none, where every measure is as long as `otherwise` at the most
  boolean isLongerThan(@Nullable MeasureRule other, int otherwise) {
    return Stream.of(false, true)
        .anyMatch(minor ->
            longestMonths(minor, otherwise)
                > (other == null ? otherwise : other.longestMonths(minor, otherwise)));
  }

  public boolean takes(boolean minor) {
    return switch (minors) {
      case NONE -> !minor;
      case POSSIBLE -> true;
      case ONLY -> minor;
    };
  }
}
