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
/// was sealed with; or deleted, with a certificate in the log that names its hash and no file.
/// Reads every byte.
@Component
class PackagesCheck implements ConsistencyCheck {
  private final ExtractionTable extractions;
  private final DeletionCertificates certificates;
  private final Staging staging;

  PackagesCheck(ExtractionTable extractions, DeletionCertificates certificates, Staging staging) {
    this.extractions = extractions;
    this.certificates = certificates;
    this.staging = staging;
  }

  @Override
  public String subject() {
    return "packages against their rows";
  }

  @Override
  public long run(Consumer<Finding> findings) {
    DeletionCertificates.Read certified = certificates.read();
    long checked = 0;
    for (Extraction extraction : extractions.list()) {
      findProblem(extraction, certified)
          .ifPresent(what -> findings.accept(new Finding(extraction.code(), what)));
      checked++;
    }
    return checked;
  }

  private Optional<String> findProblem(Extraction extraction, DeletionCertificates.Read certified) {
    if (extraction.deletedAt() != null) {
      return findLeft(extraction, certified);
    }
    Path file = staging.packageFile(extraction);
    if (!Files.isRegularFile(file)) {
      // It may have been deleted since its row was read.
      Extraction now = extractions.find(extraction.requestId()).orElse(extraction);
      return now.deletedAt() == null
          ? Optional.of("the package file is gone")
          : findLeft(now, certified);
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

  /// A certificate comes after the files are gone.
  private Optional<String> findLeft(Extraction deleted, DeletionCertificates.Read certified) {
    if (!certified.name(deleted.requestId(), deleted.sha256())) {
      return Optional.of("was deleted without a certificate in the log");
    }
    return staging.packageFiles(deleted).stream().anyMatch(Files::exists)
        ? Optional.of("was deleted, and a file of it is there")
        : Optional.empty();
  }
}
