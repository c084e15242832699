package anbinh.sightings.opensearch;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What the indices of one installation are called.
///
/// @param prefix of all of them
record IndexNames(String prefix) {
  String state() {
    return prefix + "-state";
  }

  /// What the index of each week is made by.
  String template() {
    return prefix + "-passes";
  }

  private String beforeWeek() {
    return template() + "-";
  }

  /// Of every week.
  String passes() {
    return beforeWeek() + "*";
  }

  String week(long week) {
    return beforeWeek() + week;
  }

  /// Of several weeks, as a path has them.
  String weeks(Collection<Long> weeks) {
    return weeks.stream().map(this::week).collect(Collectors.joining(","));
  }

  /// Which weeks names are of.
  SortedSet<Long> weeksOf(Collection<String> names) {
    return names.stream()
        .map(name -> Long.valueOf(name.substring(beforeWeek().length())))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
