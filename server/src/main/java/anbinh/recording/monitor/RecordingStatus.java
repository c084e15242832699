package anbinh.recording.monitor;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How recording is as a whole, at one moment.
///
/// @param cameras connected cameras that are in use, without those that programs pretend to be and
///   that are switched off
/// @param requested those that should be recorded
/// @param recording those that are
/// @param noneSince since when cameras should be recorded and none is; null while one is
/// @param fullIn when the footage disk will be full; null when there is room for all that is kept
/// @param lostFiles files of footage that are gone, or are not what they were
/// @param alerts how many alerts stand
record RecordingStatus(
    Instant at,
    FootageDisk.Look disk,
    boolean failing,
    int cameras,
    int requested,
    int recording,
    @Nullable Instant noneSince,
    @Nullable Duration fullIn,
    long lostFiles,
    int alerts) {}
