package anbinh.seal.verify;

import java.util.Comparator;
import java.util.List;

/// The answer to "is this package as it was sealed?". The gravest answer wins: malformed, altered,
/// incomplete, unknown key, unwitnessed, intact.
public sealed interface Verdict {
  /// What was read.
  Facts facts();

  /// Everything that is not as it should be, the gravest first; empty for [Intact].
  List<Finding> findings();

  /// Nothing has changed since the package was sealed in the log whose key the reader gave.
  ///
  /// @param facts what was read
  record Intact(Facts facts) implements Verdict {
    @Override
    public List<Finding> findings() {
      return List.of();
    }
  }

  /// Something was changed after sealing.
  ///
  /// @param facts what was read
  /// @param findings which files and how
  record Altered(Facts facts, List<Finding> findings) implements Verdict {
    /// Copies the findings.
    public Altered {
      findings = List.copyOf(findings);
    }
  }

  /// Something that was sealed is not there, so the rest cannot be vouched for.
  ///
  /// @param facts what was read
  /// @param findings which files
  record Incomplete(Facts facts, List<Finding> findings) implements Verdict {
    /// Copies the findings.
    public Incomplete {
      findings = List.copyOf(findings);
    }
  }

  /// Nothing has changed since somebody sealed the package; whether it was the office it should be
  /// is open, because the reader gave no key or another one. Not a sign of forgery: anyone can seal
  /// anything with a key of their own, so the key must be compared with one from elsewhere.
  ///
  /// @param facts what was read
  /// @param findings which key it was
  record UnknownKey(Facts facts, List<Finding> findings) implements Verdict {
    /// Copies the findings.
    public UnknownKey {
      findings = List.copyOf(findings);
    }
  }

  /// Nothing has changed since the package was sealed in the log whose key the reader gave, and
  /// fewer witnesses than the reader's policy asks for saw the log's head. The log's operator could
  /// show others another history.
  ///
  /// @param facts what was read
  /// @param findings what the policy misses
  record Unwitnessed(Facts facts, List<Finding> findings) implements Verdict {
    /// Copies the findings.
    public Unwitnessed {
      findings = List.copyOf(findings);
    }
  }

  /// This is not a package, or one that two programs could read in two ways.
  ///
  /// @param facts what was read
  /// @param findings where and why
  record Malformed(Facts facts, List<Finding> findings) implements Verdict {
    /// Copies the findings.
    public Malformed {
      findings = List.copyOf(findings);
    }
  }

  /// The answer that the findings lead to.
  static Verdict of(Facts facts, List<Finding> findings) {
    List<Finding> sorted =
        findings.stream().sorted(Comparator.comparing((Finding f) -> f.reason().kind())).toList();
    if (sorted.isEmpty()) {
      return new Intact(facts);
    }
    return switch (sorted.getFirst().reason().kind()) {
      case MALFORMED -> new Malformed(facts, sorted);
      case ALTERED -> new Altered(facts, sorted);
      case INCOMPLETE -> new Incomplete(facts, sorted);
      case UNKNOWN_KEY -> new UnknownKey(facts, sorted);
      case UNWITNESSED -> new Unwitnessed(facts, sorted);
    };
  }
}
