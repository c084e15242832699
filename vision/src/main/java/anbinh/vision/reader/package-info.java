/// Reads the text of one plate from a picture of it.
///
/// Words. A *slot* is the place of one character in the text, counted from 0; a net says of each
/// slot how likely each character stands there, or none. A *reading* is one text that follows from
/// it.
@NullMarked
package anbinh.vision.reader;

import org.jspecify.annotations.NullMarked;
