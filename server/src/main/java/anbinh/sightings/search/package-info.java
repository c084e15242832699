/// Finding a vehicle: the dictionary of plates says which plates it may be, the index says which of
/// them passed where and when.
@NullMarked
package anbinh.sightings.search;

import org.jspecify.annotations.NullMarked;
