package anbinh.seal.policy;

import anbinh.seal.note.WitnessKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the witnesses of a policy say of one checkpoint.
///
/// @param statements one for each witness of the policy, in its order
/// @param have how many members of the quorum have seen it
/// @param needed how many must have; 0 when the policy asks for none
/// @param members how many members the quorum has
public record Witnessing(List<Statement> statements, int have, int needed, int members) {
  /// Copies the statements.
  public Witnessing {
    statements = List.copyOf(statements);
  }

  /// What one witness says.
  ///
  /// @param witness as the policy names it
  /// @param answer cosigned, absent or forged
  public record Statement(Policy.Witness witness, WitnessKey.Answer answer) {
    /// When the witness cosigned, if it did.
    public Optional<Instant> findTime() {
      return answer instanceof WitnessKey.Answer.Cosigned cosigned
          ? Optional.of(cosigned.time())
          : Optional.empty();
    }
  }

  /// Whether the quorum is reached.
  public boolean reached() {
    return have >= needed;
  }

  /// Witnesses whose key is named by a signature line that does not fit.
  public List<Policy.Witness> forged() {
    return statements.stream()
        .filter(statement -> statement.answer() instanceof WitnessKey.Answer.Forged)
        .map(Statement::witness)
        .toList();
  }
}
