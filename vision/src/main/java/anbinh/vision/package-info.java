/// The words for what is seen in pictures.
@NullMarked
package anbinh.vision;

import org.jspecify.annotations.NullMarked;
