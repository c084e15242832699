/// Repeated accusations of one person by one reporter, found without a name.
@NullMarked
package anbinh.situation.flag;

import org.jspecify.annotations.NullMarked;
