/// Finds where text stands in a picture, and which of it may be a plate.
@NullMarked
package anbinh.vision.finder;

import org.jspecify.annotations.NullMarked;
