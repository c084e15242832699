package anbinh.platform.http;

/// A path whose callers show a key of theirs in each call and no cookie, so that no other page can
/// have a browser call it in somebody's name and no token against forgery is needed; a feature
/// declares one as a bean.
///
/// @param pattern as Spring's `PathPattern`, such as `/open311/**`
public record KeyedPath(String pattern) {}
