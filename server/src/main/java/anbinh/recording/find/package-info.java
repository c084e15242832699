/// Which cameras could have seen a place at a time, and whether their footage still exists.
@NullMarked
package anbinh.recording.find;

import org.jspecify.annotations.NullMarked;
