/// The catalogue of kinds of programmes: those that come with the system, and free ones.
@NullMarked
package anbinh.programme.kind;

import org.jspecify.annotations.NullMarked;
