package anbinh.bench;

/// Nanoseconds to the first byte and to the last.
record Timing(long first, long whole, long bytes) {}
