/// Draws licence plates to train and test a reader of plates with: all kinds of Vietnam's, those of
/// other countries, and what is taken for plates though it is none.
///
/// Everything is drawn from a seed: the same seed gives the same pictures on the same Java.
///
/// Words. A *design* is a plate's format, colours and furniture; its *lettering* is the shape of
/// its letters, of our own strokes or of a font; a *view* is where the camera stands; an *exposure*
/// is what light, lens, sensor and codec make of it.
@NullMarked
package anbinh.vision.draw;

import org.jspecify.annotations.NullMarked;
