/// What a commune's teams were given: support tools, uniform, radios and the like (Decree
/// 40/2024/NĐ-CP), item by item.
///
/// Invariants: an item is in the store, with one member, in repair, or written off, by its last
/// move, which is only added to; what is received, issued and written off has a paper. Who leaves
/// with something issued is named until it is returned.
@NullMarked
package anbinh.teamwork.equipment;

import org.jspecify.annotations.NullMarked;
