package anbinh.sightings.source;

import anbinh.platform.FieldProblem;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What came of one source since the server started, and what of it was refused and why. Safe for
/// many threads.
public final class SourceActivity {
  private static final Logger LOG = LoggerFactory.getLogger(SourceActivity.class);

  /// More reasons than these are counted without being told apart.
  private static final int MAX_REASONS = 100;

  private static final int MAX_NAME = 100;

  private final Map<Reason, Refusal> refusals = new HashMap<>();
  private long refusedCount;
  private long passedOverCount;
  private @Nullable Instant lastReceivedAt;
  private final Map<String, SourceConnection> connections = new TreeMap<>();

  private record Reason(String camera, FieldProblem problem) {}

  /// How often rows of a camera were refused for one reason.
  ///
  /// @param camera as the source calls it; empty where it does not say
  record Refusal(String camera, FieldProblem problem, long count, Instant lastAt) {}

  /// @param refusedCount how many rows were refused
  /// @param passedOverCount how much was told that is of no vehicle
  /// @param refusals why, the latest first
  /// @param connections by their names; none where the source connects to us
  record Snapshot(
      @Nullable Instant lastReceivedAt,
      long refusedCount,
      long passedOverCount,
      List<Refusal> refusals,
      List<SourceConnection> connections) {
    Snapshot {
      connections = List.copyOf(connections);
      refusals = List.copyOf(refusals);
    }
  }

  synchronized void received(Instant now) {
    lastReceivedAt = now;
  }

  /// @param camera as the source calls it; empty where it does not say
  public synchronized void refused(String camera, List<FieldProblem> problems, Instant now) {
    refusedCount++;
    problems.forEach(each -> count(new Reason(printable(camera), printable(each)), now));
  }

  /// Counts what is of no vehicle, such as notifications of motion.
  public synchronized void passedOver(long more) {
    passedOverCount += more;
  }

  private void count(Reason reason, Instant now) {
    Refusal before = refusals.get(reason);
    if (before == null && refusals.size() >= MAX_REASONS) {
      return;
    }
    long count = before == null ? 1 : before.count() + 1;
    refusals.put(reason, new Refusal(reason.camera(), reason.problem(), count, now));
    if (before == null) {
      LOG.warn(
          "a source tells of a pass that cannot be stored: camera \"{}\", field \"{}\", {}",
          reason.camera(),
          reason.problem().field(),
          reason.problem().code());
    }
  }

  private static FieldProblem printable(FieldProblem problem) {
    return new FieldProblem(printable(problem.field()), problem.code(), problem.arguments());
  }

  /// The names come from outside, and go into the program's own log.
  private static String printable(String text) {
    return text.substring(0, Math.min(text.length(), MAX_NAME)).replaceAll("\\p{Cntrl}", "?");
  }

  public synchronized void connection(SourceConnection changed) {
    connections.put(changed.name(), changed);
  }

  /// Forgets a connection that is wanted no more.
  public synchronized void disconnected(String name) {
    connections.remove(name);
  }

  public synchronized Optional<SourceConnection> findConnection(String name) {
    return Optional.ofNullable(connections.get(name));
  }

  synchronized Snapshot snapshot() {
    return new Snapshot(
        lastReceivedAt,
        refusedCount,
        passedOverCount,
        refusals.values().stream()
            .sorted(Comparator.comparing(Refusal::lastAt).reversed())
            .toList(),
        List.copyOf(connections.values()));
  }
}
