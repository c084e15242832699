/// An Bình: one server, built of features; see `ARCHITECTURE.md`.
@NullMarked
package anbinh;

import org.jspecify.annotations.NullMarked;
