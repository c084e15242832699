/// Lists of units that come in from files, all of a file or nothing.
@NullMarked
package anbinh.areas.imports;

import org.jspecify.annotations.NullMarked;
