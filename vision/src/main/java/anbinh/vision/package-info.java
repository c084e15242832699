/// What is seen in pictures: the program around it.
@NullMarked
package anbinh.vision;

import org.jspecify.annotations.NullMarked;
