/// Finds which cameras see a place.
@NullMarked
package anbinh.cameras.view;

import org.jspecify.annotations.NullMarked;
