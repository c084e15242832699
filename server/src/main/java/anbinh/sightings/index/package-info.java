/// An index of sightings, whatever engine it is: what is kept of each, what can be asked, and how
/// what is found is ranked. Every engine gives the same answer.
@NullMarked
package anbinh.sightings.index;

import org.jspecify.annotations.NullMarked;
