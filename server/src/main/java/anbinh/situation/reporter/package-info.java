/// Who reported, apart from what they reported: encrypted under a key of its own.
@NullMarked
package anbinh.situation.reporter;

import org.jspecify.annotations.NullMarked;
