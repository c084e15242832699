/// What the parts of the media module share: video formats, access units, stream positions.
@NullMarked
package anbinh.media;

import org.jspecify.annotations.NullMarked;
