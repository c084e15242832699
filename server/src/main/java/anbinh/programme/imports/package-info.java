/// Lists of programmes from a spreadsheet: checked first, then taken as a whole or not at all. What
/// a list says was decided on paper before; a programme takes the texts of its kind, which are
/// written anew like those of any other.
@NullMarked
package anbinh.programme.imports;

import org.jspecify.annotations.NullMarked;
