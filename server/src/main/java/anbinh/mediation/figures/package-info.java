/// Figures of mediation, by village or commune, as the yearly report has them (article 15.5).
@NullMarked
package anbinh.mediation.figures;

import org.jspecify.annotations.NullMarked;
