/// Monitoring: how recording is as a whole, told to whoever watches the server.
///
/// Words. A *trouble* is what a person must look at: a footage disk that is full, read-only, gone
/// or soon full, no camera recording, one camera not recording, files that are lost. An *alert* is
/// a trouble that lasted; it is raised once and cleared once the trouble has been gone for a while,
/// so that what comes and goes tells nobody every minute.
@NullMarked
package anbinh.recording.monitor;

import org.jspecify.annotations.NullMarked;
