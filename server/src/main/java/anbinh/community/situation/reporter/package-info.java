/// Who reported, apart from what they reported: encrypted under a key of its own.
@NullMarked
package anbinh.community.situation.reporter;

import org.jspecify.annotations.NullMarked;
