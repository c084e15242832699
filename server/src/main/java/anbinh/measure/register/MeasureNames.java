package anbinh.measure.register;

import anbinh.platform.FoldedText;

/// Whether somebody bears the name of who a measure is about, and may be them: accents and capitals
/// do not count, nor what stands in brackets. A namesake who is somebody else loses one task;
/// somebody who keeps or confirms their own measure would decide about themselves.
public final class MeasureNames {
  private MeasureNames() {}

  public static boolean same(String one, String other) {
    String name = words(one);
    return !name.isEmpty() && name.equals(words(other));
  }

  private static String words(String name) {
    return FoldedText.words(name.replaceAll("\\([^)]*\\)", " "));
  }
}
