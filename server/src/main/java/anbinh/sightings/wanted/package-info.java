/// The list of wanted vehicles: who asks for an entry, who decides it, and how long it holds.
///
/// An entry names one plate without unknown characters, the document that orders the search, and a
/// reason; it is decided by another person and holds for thirty days at most. It never looks back:
/// what passed before it was approved is found by a search alone.
@NullMarked
package anbinh.sightings.wanted;

import org.jspecify.annotations.NullMarked;
