/// Figures of reports by area, kind and time.
@NullMarked
package anbinh.community.situation.figures;

import org.jspecify.annotations.NullMarked;
