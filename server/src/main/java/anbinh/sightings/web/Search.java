package anbinh.sightings.web;

import anbinh.sightings.dictionary.PlatePattern;
import anbinh.sightings.index.Hit;
import anbinh.sightings.index.PassQuery;
import anbinh.sightings.web.SearchView.Understood;
import org.jspecify.annotations.Nullable;

/// What somebody asks, understood.
///
/// @param pattern null where no plate is remembered
/// @param misreading what a plate may cost
/// @param everything the query without its plates, from its beginning
record Search(
    Understood understood, @Nullable PlatePattern pattern, int misreading, PassQuery everything) {

  /// @param after the last hit that was seen; null at the start
  PassQuery query(@Nullable Hit after, int rows) {
    return everything.page(after, rows);
  }
}
