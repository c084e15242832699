/// The units of a year and where they stand: lists, what the circular does not cover, the share of
/// a commune, figures.
@NullMarked
package anbinh.standard.unit;

import org.jspecify.annotations.NullMarked;
