package anbinh.platform.http;

/// A path whose body may be larger than that of others; a feature declares one as a bean.
///
/// @param path the whole of it, which stands for the check of a list (`/check` behind it), too;
///   `/*` at its end stands for one more part
public record LargeBody(String path, long mostBytes) {
  private static final String ANY = "/*";
  private static final String CHECK = "/check";

  /// Whether a request's path is meant.
  public boolean covers(String requested) {
    if (!path.endsWith(ANY)) {
      return requested.equals(path) || requested.equals(path + CHECK);
    }
    int folder = path.length() - 1;
    return requested.length() > folder
        && requested.startsWith(path.substring(0, folder))
        && requested.indexOf('/', folder) < 0;
  }
}
