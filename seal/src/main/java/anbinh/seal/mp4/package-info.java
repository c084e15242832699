/// Signatures inside MP4 files, as the ONVIF Export File Format (26.06) puts them there: read while
/// a file streams by, without keeping it.
@NullMarked
package anbinh.seal.mp4;

import org.jspecify.annotations.NullMarked;
