package anbinh.media.record;

import java.time.InstantSource;
import java.util.function.Supplier;

/// What one track's writer works with.
///
/// @param names unique parts of file names: eight hexadecimal digits each
record TrackContext(
    String cameraKey,
    StorageRoot root,
    RecorderOptions options,
    DiskGate gate,
    EndedSegments ended,
    DiskThread disk,
    SegmentLogWriter log,
    TrackCounters counters,
    QueueMemory queueMemory,
    InstantSource clock,
    Supplier<String> names) {}
