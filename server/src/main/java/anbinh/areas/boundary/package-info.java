/// Boundaries: read from GeoJSON, kept, and handed out.
@NullMarked
package anbinh.areas.boundary;

import org.jspecify.annotations.NullMarked;
