package anbinh.platform.http;

/// A path whose body may be larger than that of others; a feature declares one as a bean.
///
/// @param path the whole of it; `/*` at its end stands for one more part
public record LargeBody(String path, long mostBytes) {
  private static final String ANY = "/*";

  /// Whether a request's path is meant.
  public boolean covers(String requested) {
    if (!path.endsWith(ANY)) {
      return requested.equals(path);
    }
    int folder = path.length() - 1;
    return requested.length() > folder
        && requested.startsWith(path.substring(0, folder))
        && requested.indexOf('/', folder) < 0;
  }
}
