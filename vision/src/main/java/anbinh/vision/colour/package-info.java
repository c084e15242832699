/// Tells the colours of plates and vehicles, by hue and saturation, as far as there is light.
@NullMarked
package anbinh.vision.colour;

import org.jspecify.annotations.NullMarked;
