/// The seal: what is written so that anyone can later check that nothing was altered.
@NullMarked
package anbinh.seal;

import org.jspecify.annotations.NullMarked;
