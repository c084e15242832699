package anbinh.recording;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What has to be said about recorded time: pictures in it are damaged, or their times come from
/// receipt, because the camera's timestamps are not to be believed.
///
/// @param damagedFrames pictures that came in part, or that may refer to one which did
/// @param timeByReceipt whether at least some pictures have times of receipt
/// @param uncertainty how far times may be off; null where nobody measured it
/// @param cameraRate at which the camera's timestamps ran; 1 as declared
public record Remark(
    Span span,
    int frames,
    int damagedFrames,
    boolean timeByReceipt,
    @Nullable Duration uncertainty,
    double cameraRate) {}
