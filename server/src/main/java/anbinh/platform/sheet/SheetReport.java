package anbinh.platform.sheet;

/// What a list holds, what applying it would do, and what is wrong with it. Each sort of list has a
/// record of its own, as the console shows it.
public interface SheetReport {
  /// Of the file, so that what is applied can be held against what was checked.
  String sha256();

  /// Of all errors, be they told or not.
  int errorCount();
}
