/// Finds vehicles and persons in a picture.
@NullMarked
package anbinh.vision.detector;

import org.jspecify.annotations.NullMarked;
