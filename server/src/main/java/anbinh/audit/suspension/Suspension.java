package anbinh.audit.suspension;

import anbinh.platform.Finding;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.ReadOnlyMode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Whether the log may be gone on with. It may not before the check of the start is over, nor while
/// something is kept that was found of it and that administrators have not accepted
/// ([Resumptions]); then the whole server only reads. Safe for many threads.
@Component
@OnlyWhenServing
public class Suspension {
  private static final Logger LOG = LoggerFactory.getLogger(Suspension.class);

  private final LogFindingTable table;
  private final Resumptions resumptions;
  private final ReadOnlyMode mode;
  private final InstantSource clock;
  private final List<Finding> unkept = new ArrayList<>();
  private final Set<Finding> named = new HashSet<>();
  private volatile List<LogFindingTable.Row> open = List.of();
  private volatile boolean checked;
  private volatile @Nullable String trouble;
  private volatile Runnable changed = () -> {};
  private volatile BooleanSupplier continuable = () -> true;

  Suspension(
      LogFindingTable table, Resumptions resumptions, ReadOnlyMode mode, InstantSource clock) {
    this.table = table;
    this.resumptions = resumptions;
    this.mode = mode;
    this.clock = clock;
    refresh();
  }

  /// Tells who writes the log.
  ///
  /// @param wake called when it may or may not be written any more
  /// @param whole whether it could be gone on with as it lies there
  public void govern(Runnable wake, BooleanSupplier whole) {
    changed = wake;
    continuable = whole;
  }

  /// Whether entries may be appended and checkpoints signed.
  public boolean maySign() {
    return checked && !mode.isOn();
  }

  public boolean isOn() {
    return mode.isOn();
  }

  public Optional<Instant> findSince() {
    return mode.findSince();
  }

  /// Why the check of the start did not come to its end, or null.
  public @Nullable String trouble() {
    return trouble;
  }

  /// How much was found that nobody accepted.
  public int count() {
    return open.size();
  }

  /// The check of the start is over; what it found was reported before.
  public void startChecked() {
    trouble = null;
    checked = true;
    changed.run();
  }

  /// The check of the start could not be done; it is tried again.
  public void startNotChecked(String why) {
    trouble = why;
  }

  /// Suspends the log if one of the findings does ([Finding#suspends]) and was not accepted.
  public void report(Collection<Finding> findings) {
    synchronized (this) {
      findings.stream().filter(Finding::suspends).forEach(unkept::add);
    }
    refresh();
  }

  /// Looks again at what is kept, by whomever: a check by command runs in a process of its own.
  public void refresh() {
    boolean before = mode.isOn();
    synchronized (this) {
      try {
        table.keep(unkept);
        unkept.clear();
        Set<Finding> accepted =
            resumptions.listAccepted().stream()
                .map(Resumptions.Accepted::finding)
                .collect(Collectors.toSet());
        open = table.list().stream().filter(row -> !accepted.contains(row.finding())).toList();
      } catch (RuntimeException e) {
        if (!unkept.isEmpty()) {
          mode.begin(clock.instant());
        }
        throw e;
      }
      for (LogFindingTable.Row row : open) {
        if (named.add(row.finding())) {
          LOG.error("the log is suspended: {}: {}", row.subject(), row.what());
        }
      }
      if (open.isEmpty()) {
        mode.end();
      } else {
        mode.begin(open.getFirst().at());
      }
    }
    if (before != mode.isOn()) {
      changed.run();
    }
  }

  List<LogFindingTable.Row> listOpen() {
    return open;
  }

  boolean isContinuable() {
    return continuable.getAsBoolean();
  }
}
