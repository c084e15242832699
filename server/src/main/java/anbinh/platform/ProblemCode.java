package anbinh.platform;

import java.util.Locale;

/// One thing that can go wrong; every feature has an enum of its own.
///
/// The texts are `problem.<code>.title`, `.detail` and `.advice` in the feature's messages, in each
/// language; `detail` may use the problem's arguments as `{0}`, `{1}`.
public interface ProblemCode {
  String name();

  ProblemKind kind();

  /// The code as clients see it: `NOT_YOUR_AREA` is `not-your-area`.
  default String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
