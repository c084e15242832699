package anbinh.platform.http;

/// A path that answers without a session; a feature declares one as a bean.
///
/// @param pattern as Spring's `PathPattern`, such as `/log/**`
public record OpenPath(String pattern) {}
