/// What the officers responsible for a commune see and do.
@NullMarked
package anbinh.community.situation.desk;

import org.jspecify.annotations.NullMarked;
