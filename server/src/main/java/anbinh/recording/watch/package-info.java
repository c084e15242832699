/// Watching: the HTTP and WebSocket paths of footage, each view checked and logged.
@NullMarked
package anbinh.recording.watch;

import org.jspecify.annotations.NullMarked;
