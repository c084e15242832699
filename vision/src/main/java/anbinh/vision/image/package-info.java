/// Pictures in memory, and places in them.
@NullMarked
package anbinh.vision.image;

import org.jspecify.annotations.NullMarked;
