/// What the demonstration's small commune begins with: a few records of each kind, made through the
/// features themselves.
@NullMarked
package anbinh.demo.seed;

import org.jspecify.annotations.NullMarked;
