/// What was done in a programme, with counts of who came.
@NullMarked
package anbinh.programme.activity;

import org.jspecify.annotations.NullMarked;
