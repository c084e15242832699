/// Programmes that are made up, for demonstrations.
@NullMarked
package anbinh.community.programme.filling;

import org.jspecify.annotations.NullMarked;
