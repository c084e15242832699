package anbinh.recording.still;

import anbinh.media.Bytes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The previews that were made last, in memory and nowhere else, up to a number of bytes. Safe for
/// many threads.
final class Previews {
  /// About two thousand pictures.
  static final int MAX_BYTES = 24 << 20;

  private final Map<Place, Bytes> kept = new LinkedHashMap<>(64, 0.75f, true);
  private long bytes;

  private record Place(String segment, int sample) {}

  synchronized Optional<Bytes> find(String segment, int sample) {
    return Optional.ofNullable(kept.get(new Place(segment, sample)));
  }

  synchronized void keep(String segment, int sample, Bytes jpeg) {
    Bytes before = kept.put(new Place(segment, sample), jpeg);
    bytes += jpeg.size() - (before == null ? 0 : before.size());
    var oldest = kept.values().iterator();
    while (bytes > MAX_BYTES) {
      bytes -= oldest.next().size();
      oldest.remove();
    }
  }

  synchronized long bytes() {
    return bytes;
  }
}
