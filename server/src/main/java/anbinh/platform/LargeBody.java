package anbinh.platform;

/// A path whose body may be larger than that of others; a feature declares one as a bean.
///
/// @param path the whole of it
public record LargeBody(String path, int mostBytes) {}
