/// The store: tables of segments, gaps and holds, and what they say together.
@NullMarked
package anbinh.recording.store;

import org.jspecify.annotations.NullMarked;
