/// How much passed a camera when, without what it was.
@NullMarked
package anbinh.sightings.activity;

import org.jspecify.annotations.NullMarked;
