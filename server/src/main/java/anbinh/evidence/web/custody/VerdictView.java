package anbinh.evidence.web.custody;

import anbinh.seal.verify.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A verdict on a package, in the reader's language.
///
/// @param verdict `INTACT`, `ALTERED`, `INCOMPLETE`, `UNKNOWN_KEY`, `UNWITNESSED` or `MALFORMED`
record VerdictView(String verdict, String sentence, List<VerdictLine> lines, Instant checkedAt) {
  VerdictView {
    lines = List.copyOf(lines);
  }

  /// @param topic `FILES`, `SEAL`, `TIME`, `LOG`, `HANDED_OVER`, `WITNESSES` or `NOT_CHECKED`
  /// @param ok null when nothing can be said
  record VerdictLine(String topic, @Nullable Boolean ok, String text) {}

  static String word(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Intact _ -> "INTACT";
      case Verdict.Altered _ -> "ALTERED";
      case Verdict.Incomplete _ -> "INCOMPLETE";
      case Verdict.UnknownKey _ -> "UNKNOWN_KEY";
      case Verdict.Unwitnessed _ -> "UNWITNESSED";
      case Verdict.Malformed _ -> "MALFORMED";
    };
  }
}
