/// The ground of maps: roads, water and landmarks out of a file that the office sets.
@NullMarked
package anbinh.areas.map;

import org.jspecify.annotations.NullMarked;
