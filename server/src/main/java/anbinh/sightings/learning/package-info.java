/// What is learned of how readers misread: from readings of one pass that disagree, and from what
/// investigators say of passes.
@NullMarked
package anbinh.sightings.learning;

import org.jspecify.annotations.NullMarked;
