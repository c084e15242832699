package anbinh.platform.http;

import java.util.List;

/// Paths that answer without a session; a feature declares them as a bean.
///
/// @param patterns as Spring's `PathPattern`, such as `/log/**`
public record OpenPaths(List<String> patterns) {
  public OpenPaths {
    patterns = List.copyOf(patterns);
  }

  public static OpenPaths of(String... patterns) {
    return new OpenPaths(List.of(patterns));
  }
}
