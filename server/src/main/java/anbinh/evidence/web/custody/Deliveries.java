package anbinh.evidence.web.custody;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Which bytes of which packages have gone out since the server started, to know when the last
/// missing one has. A download that a restart interrupts counts from the start again: then one
/// whole answer is needed. Safe for many threads.
@Component
class Deliveries {
  private static final int REMEMBERED = 1_000;

  private final Map<UUID, NavigableMap<Long, Long>> sent =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, NavigableMap<Long, Long>> eldest) {
          return size() > REMEMBERED;
        }
      };

  /// Notes that the bytes from `start` to before `end` have gone out; returns whether all `size`
  /// bytes have.
  synchronized boolean add(UUID request, long start, long end, long size) {
    NavigableMap<Long, Long> runs = sent.computeIfAbsent(request, _ -> new TreeMap<>());
    long from = start;
    long to = end;
    Map.Entry<Long, Long> before = runs.floorEntry(from);
    if (before != null && before.getValue() >= from) {
      from = before.getKey();
      to = Math.max(to, before.getValue());
    }
    Map.Entry<Long, Long> after = runs.ceilingEntry(from);
    while (after != null && after.getKey() <= to) {
      to = Math.max(to, after.getValue());
      runs.remove(after.getKey());
      after = runs.ceilingEntry(from);
    }
    runs.put(from, to);
    boolean whole = from == 0 && to >= size;
    if (whole) {
      sent.remove(request);
    }
    return whole;
  }
}
