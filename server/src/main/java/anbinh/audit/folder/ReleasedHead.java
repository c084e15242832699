package anbinh.audit.folder;

import anbinh.audit.HeadArchive;
import anbinh.seal.FormatProblem;
import anbinh.seal.note.SignedCheckpoint;
import anbinh.seal.note.VerifierKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;

/// The head that left the office last, in a file of the log's folder: what may be shown of the log
/// until the next one leaves, also after a crash, which leaves a newer head on the disk that did
/// not.
@Component
public class ReleasedHead implements HeadArchive {
  private static final String FILE = "released";

  private final LogFolder folder;

  ReleasedHead(LogFolder folder) {
    this.folder = folder;
  }

  public void save(SignedCheckpoint head) {
    Path file = folder.folder().resolve(FILE);
    Path fresh = folder.folder().resolve(FILE + ".new");
    try {
      Files.writeString(fresh, head.write());
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("the released head of the log cannot be stored", e);
    }
  }

  /// Empty where there is none that this key signed.
  public Optional<SignedCheckpoint> find(VerifierKey key) {
    return read()
        .filter(head ->
            head.checkpoint().origin().equals(key.name())
                && key.check(head.note()) == VerifierKey.Answer.SIGNED);
  }

  /// Whoever has the disk may have written what is not a head at all.
  private Optional<SignedCheckpoint> read() {
    try {
      return Optional.of(SignedCheckpoint.parse(Files.readAllBytes(folder.folder().resolve(FILE))));
    } catch (IOException | FormatProblem e) {
      return Optional.empty();
    }
  }

  @Override
  public void forEach(BiConsumer<String, SignedCheckpoint> action) {
    read().ifPresent(head -> action.accept("released head", head));
  }
}
