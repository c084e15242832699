/// Figures of legal measures, all that anybody learns of them who neither keeps one nor helps.
@NullMarked
package anbinh.measure.figures;

import org.jspecify.annotations.NullMarked;
