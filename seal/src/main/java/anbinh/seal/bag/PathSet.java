package anbinh.seal.bag;

import anbinh.seal.FormatProblem;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Collects the paths of files and refuses every one that cannot stand beside the others on some
/// file system: the same path twice, two that differ in case or in Unicode form only, a file and a
/// folder of one name, one folder in two spellings.
///
/// Not thread-safe.
public final class PathSet {
  private final Map<String, String> files = new HashMap<>();
  private final Map<String, String> folders = new HashMap<>();

  /// Makes an empty set.
  public PathSet() {}

  /// Adds a file's path after checking it; throws [FormatProblem].
  public void addFile(String path) {
    BagPath.require(path);
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      addFolder(path.substring(0, slash));
    }
    String key = BagPath.collisionKey(path);
    if (folders.containsKey(key)) {
      throw clash(path, folders.get(key));
    }
    String other = files.putIfAbsent(key, path);
    if (other != null) {
      throw clash(path, other);
    }
  }

  /// Adds a folder's path; adding it again is no mistake.
  public void addFolder(String path) {
    BagPath.require(path);
    String key = BagPath.collisionKey(path);
    if (files.containsKey(key)) {
      throw clash(path, files.get(key));
    }
    String other = folders.putIfAbsent(key, path);
    if (other != null && !other.equals(path)) {
      throw clash(path, other);
    }
  }

  private static FormatProblem clash(String path, @Nullable String other) {
    return new FormatProblem(
        path.equals(other)
            ? "the path stands twice: " + path
            : "some systems take these for one: " + other + " and " + path);
  }
}
