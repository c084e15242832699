/// Searches of sightings by HTTP: rights, what was understood, and why each hit was found.
@NullMarked
package anbinh.sightings.web;

import org.jspecify.annotations.NullMarked;
