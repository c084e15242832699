/// The figures of a year: requests, extractions and what they clarified, counted from the records
/// of cases and requests, never typed in.
@NullMarked
package anbinh.evidence.figures;

import org.jspecify.annotations.NullMarked;
