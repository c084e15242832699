package anbinh.platform.indicator;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What an indicator counts and how it may be shown. Its name, what it counts and from which record
/// stand in the messages `indicator.<code>.name`, `.says` and `.source`.
///
/// @param code small words joined by `_`; never given another meaning once released
/// @param byPart whether it is also told by the parts of a closed list, such as types of case
/// @param smallest the smallest unit of which it may be told
/// @param guarded whether 1 to 4 could point to people, so that it is hidden from who does not see
///   the single records
/// @param of the indicator of whose count this one is a part, if any: small is then also what is
///   left of it
/// @param law the law or document that asks for it, as it is cited
/// @param from the first day for which it may be counted
/// @param to the last one; null while it is in force
public record IndicatorDefinition(
    String code,
    IndicatorTopic topic,
    Kind kind,
    boolean byPart,
    Level smallest,
    boolean guarded,
    @Nullable String of,
    @Nullable String numerator,
    String law,
    LocalDate from,
    @Nullable LocalDate to) {
  /// The day on which the force for security at the grass roots began (Law 30/2023/QH15).
  private static final LocalDate FORCE = LocalDate.of(2024, 7, 1);

  /// How its number comes about.
  public enum Kind {
    /// What happened within the period.
    EVENTS,
    /// What there was at the end of the period, or is today while the period runs.
    STATE,
    /// What is only known of this moment, so it has no past.
    NOW,
    /// `numerator` of a hundred of `of`.
    SHARE
  }

  /// A level of units.
  public enum Level {
    VILLAGE,
    COMMUNE
  }

  /// A count of what happened.
  public static IndicatorDefinition events(String code, IndicatorTopic topic, String law) {
    return new IndicatorDefinition(
        code, topic, Kind.EVENTS, false, Level.COMMUNE, false, null, null, law, FORCE, null);
  }

  /// A count of what there is.
  public static IndicatorDefinition state(String code, IndicatorTopic topic, String law) {
    return new IndicatorDefinition(
        code, topic, Kind.STATE, false, Level.COMMUNE, false, null, null, law, FORCE, null);
  }

  /// A share of two others, in percent.
  public static IndicatorDefinition share(
      String code, IndicatorTopic topic, String numerator, String of, String law) {
    return new IndicatorDefinition(
        code, topic, Kind.SHARE, false, Level.COMMUNE, false, of, numerator, law, FORCE, null);
  }

  public IndicatorDefinition parted() {
    return new IndicatorDefinition(
        code, topic, kind, true, smallest, guarded, of, numerator, law, from, to);
  }

  public IndicatorDefinition byVillage() {
    return new IndicatorDefinition(
        code, topic, kind, byPart, Level.VILLAGE, guarded, of, numerator, law, from, to);
  }

  public IndicatorDefinition hidingSmall() {
    return new IndicatorDefinition(
        code, topic, kind, byPart, smallest, true, of, numerator, law, from, to);
  }

  public IndicatorDefinition partOf(String whole) {
    return new IndicatorDefinition(
        code, topic, kind, byPart, smallest, guarded, whole, numerator, law, from, to);
  }

  public IndicatorDefinition onlyNow() {
    return new IndicatorDefinition(
        code, topic, Kind.NOW, byPart, smallest, guarded, of, numerator, law, from, to);
  }

  /// Whether it is in force on some day from one to another.
  public boolean inForce(LocalDate first, LocalDate last) {
    return !from.isAfter(last) && (to == null || !to.isBefore(first));
  }
}
