/// Results of the yearly standard from years before this program kept them: only what was decided,
/// with its paper, and no answers. They stand beside the assessments and are never counted as one.
@NullMarked
package anbinh.standard.past;

import org.jspecify.annotations.NullMarked;
