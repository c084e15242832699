/// Making videos out of videos: player copies, court copies, redacted copies.
///
/// A [TranscodingJob] names a source, a target and what becomes of pictures and sound; pictures
/// that are not copied go through a filter graph in libavfilter's own language, which is kept with
/// what was made, so that anybody can make it again. libav runs in a child process for each job
/// ([TranscoderProcess]) as the looking at uploads does: only demultiplexers of the containers that
/// we know, no protocol but files, little priority, and an end when it takes too long, takes too
/// much memory or the server stops. What it makes is an MP4 of H.264 and AAC without any metadata.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "platform :: http"})
package anbinh.video;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
