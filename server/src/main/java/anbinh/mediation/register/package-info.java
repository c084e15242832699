/// Mediation on paper: the village's book (article 21.4) and the written record of an agreement
/// (article 24.2).
@NullMarked
package anbinh.mediation.register;

import org.jspecify.annotations.NullMarked;
