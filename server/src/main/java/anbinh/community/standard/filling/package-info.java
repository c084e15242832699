/// Years of the standard that are made up, for demonstrations.
@NullMarked
package anbinh.community.standard.filling;

import org.jspecify.annotations.NullMarked;
