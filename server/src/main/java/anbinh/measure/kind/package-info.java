/// Kinds of legal measure and the rules that hold for each from a day on.
@NullMarked
package anbinh.measure.kind;

import org.jspecify.annotations.NullMarked;
