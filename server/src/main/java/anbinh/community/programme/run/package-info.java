/// Programmes from proposal to end: their texts, areas, partners and decisions.
@NullMarked
package anbinh.community.programme.run;

import org.jspecify.annotations.NullMarked;
