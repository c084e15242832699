/// Places within communes by their names, streets and landmarks, as offices enter them; and where
/// something is by its name.
@NullMarked
package anbinh.areas.place;

import org.jspecify.annotations.NullMarked;
