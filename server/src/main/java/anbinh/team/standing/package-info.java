/// Whether who serves in a team still may: age, health and residence at every day, and not on the
/// first one only; how many serve; and what stands by them, insurance and benefits.
@NullMarked
package anbinh.team.standing;

import org.jspecify.annotations.NullMarked;
