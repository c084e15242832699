/// Lists of cameras (CSV) that are taken into the register.
///
/// A list is checked as a whole and taken as a whole, or not at all. Its columns and the words in
/// them are those of [ListColumn], each known by its code and by its name in every language. A row
/// whose reference the register has in that area is left as it is, so a list that grew can be taken
/// again.
@NullMarked
package anbinh.cameras.imports;

import org.jspecify.annotations.NullMarked;
