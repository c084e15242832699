package anbinh.evidence.collect;

import anbinh.evidence.collect.footage.FileHash;
import anbinh.platform.ConsistencyCheck;
import anbinh.platform.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// Compares every sealed package's row with its file: there, and of the size and the hash that it
/// was sealed with. Reads every byte.
@Component
class PackagesCheck implements ConsistencyCheck {
  private final ExtractionTable extractions;
  private final Staging staging;

  PackagesCheck(ExtractionTable extractions, Staging staging) {
    this.extractions = extractions;
    this.staging = staging;
  }

  @Override
  public String subject() {
    return "packages against their rows";
  }

  @Override
  public long run(Consumer<Finding> findings) {
    long checked = 0;
    for (Extraction extraction : extractions.list()) {
      findProblem(extraction)
          .ifPresent(what -> findings.accept(new Finding(extraction.code(), what)));
      checked++;
    }
    return checked;
  }

  private Optional<String> findProblem(Extraction extraction) {
    Path file = staging.packageFile(extraction);
    if (!Files.isRegularFile(file)) {
      return Optional.of("the package file is gone");
    }
    try {
      FileHash digest = FileHash.of(file);
      if (digest.bytes() != extraction.bytes()) {
        return Optional.of("has " + digest.bytes() + " bytes instead of " + extraction.bytes());
      }
      return digest.sha256().equals(extraction.sha256())
          ? Optional.empty()
          : Optional.of("was altered: its SHA-256 differs");
    } catch (IOException e) {
      return Optional.of("cannot be read: " + e.getMessage());
    }
  }
}
