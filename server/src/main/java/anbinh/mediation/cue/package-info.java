/// Words that tell of violence, in what people write in Vietnamese, and in English and Arabic as
/// far as it is entered. A dated list, kept as data (`violence-cues.txt`), asks for a second look
/// by another person; it finds nothing out and decides nothing.
@NullMarked
package anbinh.mediation.cue;

import org.jspecify.annotations.NullMarked;
