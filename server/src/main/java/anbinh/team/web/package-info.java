/// The paths of teams and of their members, and what of them who may read.
@NullMarked
package anbinh.team.web;

import org.jspecify.annotations.NullMarked;
