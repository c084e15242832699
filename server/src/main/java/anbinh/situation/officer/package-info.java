/// What the officers responsible for a commune see and do.
@NullMarked
package anbinh.situation.officer;

import org.jspecify.annotations.NullMarked;
