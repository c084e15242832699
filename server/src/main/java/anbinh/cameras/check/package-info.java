/// What the check says of the register of cameras: each camera that differs from the log, by its
/// code.
@NullMarked
package anbinh.cameras.check;

import org.jspecify.annotations.NullMarked;
