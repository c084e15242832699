/// What the recorder tells whoever keeps account of it: which files it began and closed, when their
/// pictures were taken and how well that is known, and what is missing and why.
@NullMarked
package anbinh.media.record.log;

import org.jspecify.annotations.NullMarked;
