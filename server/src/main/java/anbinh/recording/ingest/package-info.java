/// Ingest: which cameras are connected, what is recorded of them, and their health.
@NullMarked
package anbinh.recording.ingest;

import org.jspecify.annotations.NullMarked;
