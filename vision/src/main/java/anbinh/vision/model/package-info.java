/// Nets in files, and what is known about each.
@NullMarked
package anbinh.vision.model;

import org.jspecify.annotations.NullMarked;
