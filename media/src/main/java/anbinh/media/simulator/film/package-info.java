/// Films that cameras loop: reads the pictures of an MP4 ([Mp4VideoReader]), whole or in fragments,
/// and plays them as its edit list shows them.
@NullMarked
package anbinh.media.simulator.film;

import org.jspecify.annotations.NullMarked;
