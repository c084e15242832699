package anbinh.platform.indicator;

import anbinh.platform.Messages;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// A feature's counts of its own records. Rights and small numbers are the caller's to see to. Safe
/// for many threads.
public interface IndicatorSource {
  /// What it counts, in the order in which it is told.
  List<IndicatorDefinition> definitions();

  /// The features in whose tables all is that it counts, by their schemas; their triggers note each
  /// change of it ([RecordChanges]). Empty where its counts cannot be kept, such as those of what
  /// is only known of this moment.
  default Set<String> schemas() {
    return Set.of();
  }

  /// Its [IndicatorDefinition.Kind#EVENTS] by month, where there was something: by one statement
  /// over all areas, never area by area.
  List<IndicatorCount> events(IndicatorSpan span);

  /// Its states at the end of the last day of a span, where there is something.
  List<IndicatorCount> states(IndicatorSpan span);

  /// Whether the signed-in person may open the single records that one of its indicators counts in
  /// an area, as the feature's own lists allow it.
  default boolean opens(IndicatorDefinition indicator, UUID areaId) {
    return false;
  }

  /// The records that an indicator counts, by the rows that it counts them by, newest first. The
  /// caller asked [#opens].
  default List<IndicatorRecord> records(IndicatorQuery query) {
    return List.of();
  }

  /// Which of these are kept from the signed-in person, who has a part in them, by their ids.
  default Set<UUID> withheld(Collection<IndicatorRecord> records) {
    return Set.of();
  }

  /// The parts that an indicator may have, in the order in which they are told. Of a guarded one it
  /// has to be all, so that a list of them does not tell of which there was any.
  default List<String> parts(String indicator) {
    return List.copyOf(partNames(indicator, Messages.VIETNAMESE).keySet());
  }

  /// The names of the parts of an indicator by their codes, in the order in which they are told;
  /// empty where the messages `indicator-part.<code>` have them.
  default Map<String, String> partNames(String indicator, Locale language) {
    return Map.of();
  }
}
