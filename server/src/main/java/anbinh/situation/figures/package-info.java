/// Figures of reports by area, kind and time.
@NullMarked
package anbinh.situation.figures;

import org.jspecify.annotations.NullMarked;
