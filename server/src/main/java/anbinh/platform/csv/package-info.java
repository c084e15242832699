/// Lists that come in as CSV: read by all rules before anything is taken, so that all mistakes are
/// named at once by row and column. What the columns are is the feature's.
///
/// A named interface of the platform: a feature that uses it says `platform :: csv`.
@NamedInterface("csv")
@NullMarked
package anbinh.platform.csv;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
