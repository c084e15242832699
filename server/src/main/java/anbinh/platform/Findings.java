package anbinh.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import anbinh.seal.tree.Hash;
import java.util.ArrayList;
import java.util.List;

/// What checks found: counted, and of much only the first thousand kept, since whoever altered
/// every row of a large table must not exhaust the memory of whoever checks it. Those that suspend
/// have places of their own, so that no number of others hides them, and one more finding stands
/// for all of them that have no place: it is another one when they are others. For one thread.
public final class Findings implements CheckReport {
  /// How many are kept, of all and once more of those that suspend.
  public static final int MAX_KEPT = 1_000;

  private final List<Finding> first = new ArrayList<>();
  private final List<Finding> suspending = new ArrayList<>();
  private Hash rest = Hash.sha256();
  private long more;
  private long count;

  @Override
  public void accept(Finding finding) {
    count++;
    if (first.size() < MAX_KEPT) {
      first.add(finding);
    }
    if (finding.suspends()) {
      keep(finding);
    }
  }

  private void keep(Finding finding) {
    if (suspending.size() < MAX_KEPT) {
      suspending.add(finding);
      return;
    }
    more++;
    String text = finding.subject() + "\n" + finding.what() + "\n";
    rest = Hash.sha256(rest.bytes(), text.getBytes(UTF_8));
  }

  public long count() {
    return count;
  }

  /// The first of all.
  public List<Finding> first() {
    return List.copyOf(first);
  }

  /// The first of those that suspend, and what stands for the rest of them.
  public List<Finding> suspending() {
    List<Finding> all = new ArrayList<>(suspending);
    if (more > 0) {
      String what = more + " more were found, which together have the SHA-256 " + rest.hex();
      all.add(new Finding("log", what, true));
    }
    return List.copyOf(all);
  }
}
