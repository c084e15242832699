/// Lists that come in from spreadsheets, as workbooks (XLSX) or as CSV: read by all rules before
/// anything is taken, so that all mistakes are named at once by row and cell. What the columns are
/// is the feature's.
///
/// A named interface of the platform: a feature that uses it says `platform :: sheet`.
@NamedInterface("sheet")
@NullMarked
package anbinh.platform.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
