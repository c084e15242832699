package anbinh.audit;

import anbinh.seal.note.SignedCheckpoint;
import java.util.function.BiConsumer;

/// Signed heads of the log that are kept outside of it, such as in sealed packages: the log must
/// for ever agree with each of them, whatever became of those that the database remembers.
public interface HeadArchive {
  /// Hands over each head that is kept, with where it is: `EXT-2026-000123.zip`.
  void forEach(BiConsumer<String, SignedCheckpoint> action);
}
