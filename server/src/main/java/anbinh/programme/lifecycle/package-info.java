/// Programmes from proposal to end: their texts, areas, partners and decisions.
@NullMarked
package anbinh.programme.lifecycle;

import org.jspecify.annotations.NullMarked;
