package anbinh.sightings.analysis;

import anbinh.recording.FootageFile;
import anbinh.vision.protocol.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// In which steps of which files a process has ended, so that those are left out next time. It is
/// kept of the latest files, and in memory: the next server may meet such a step once more. For one
/// thread at a time.
final class Crashes {
  /// So many steps of a file are left out. One that ends the process once more is given up.
  static final int MAX = 3;

  private static final int MAX_FILES = 256;

  private final Map<UUID, OfFile> files = new LinkedHashMap<>();

  private static final class OfFile {
    private final List<Step> steps = new ArrayList<>();
    private int count;
  }

  /// What of a file is to be left out.
  List<Step> leftOut(FootageFile file) {
    OfFile known = files.get(file.id());
    return known == null ? List.of() : List.copyOf(known.steps);
  }

  /// A process has ended while it analysed a file.
  ///
  /// @param step in which it ended; null where it had begun none
  /// @return whether the file is to be tried again
  boolean add(FootageFile file, @Nullable Step step) {
    if (!files.containsKey(file.id()) && files.size() == MAX_FILES) {
      files.remove(files.keySet().iterator().next());
    }
    OfFile known = files.computeIfAbsent(file.id(), _ -> new OfFile());
    known.count++;
    if (known.count > MAX) {
      return false;
    }
    if (step != null) {
      known.steps.add(step);
    }
    return true;
  }
}
