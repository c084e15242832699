/// Decodes clips into pictures.
@NullMarked
package anbinh.vision.clip;

import org.jspecify.annotations.NullMarked;
