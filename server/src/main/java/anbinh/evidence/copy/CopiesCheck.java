package anbinh.evidence.copy;

import anbinh.evidence.collect.DeletionCertificates;
import anbinh.evidence.collect.Extraction;
import anbinh.evidence.collect.ExtractionTable;
import anbinh.evidence.upload.FileDigests;
import anbinh.platform.ConsistencyCheck;
import anbinh.platform.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// Compares the row of every copy that is sealed with its package: there, and of the hash that it
/// was finished with; or deleted with the package that it was made of, with a certificate in the
/// log that names its hash and no file. Reads every byte.
@Component
class CopiesCheck implements ConsistencyCheck {
  private final CopyTable table;
  private final ExtractionTable extractions;
  private final DeletionCertificates certificates;
  private final CopyFolder folder;

  CopiesCheck(
      CopyTable table,
      ExtractionTable extractions,
      DeletionCertificates certificates,
      CopyFolder folder) {
    this.table = table;
    this.extractions = extractions;
    this.certificates = certificates;
    this.folder = folder;
  }

  @Override
  public String subject() {
    return "packages of copies against their rows";
  }

  @Override
  public long run(Consumer<Finding> findings) {
    List<Copy> sealed = table.listSealed();
    Map<UUID, Extraction> packages =
        extractions.find(sealed.stream().map(Copy::requestId).distinct().toList());
    DeletionCertificates.Read certified = certificates.read();
    for (Copy copy : sealed) {
      Extraction extraction = packages.get(copy.requestId());
      Copy.Archive archive = copy.archive();
      if (extraction != null && archive != null) {
        String code = copy.code(extraction.code());
        findProblem(extraction, folder.packageFile(code), archive, certified)
            .ifPresent(what -> findings.accept(new Finding(code, what)));
      }
    }
    return sealed.size();
  }

  private Optional<String> findProblem(
      Extraction extraction, Path file, Copy.Archive archive, DeletionCertificates.Read certified) {
    boolean there = Files.isRegularFile(file);
    boolean deleted = extraction.deletedAt() != null;
    if (!there && !deleted) {
      // It may have been deleted since its row was read.
      deleted = extractions.find(extraction.requestId()).map(Extraction::deletedAt).isPresent();
    }
    if (deleted) {
      return findLeft(extraction.requestId(), file, archive, certified);
    }
    if (!there) {
      return Optional.of("the package file is gone");
    }
    try {
      return FileDigests.of(file).sha256().equals(archive.sha256())
          ? Optional.empty()
          : Optional.of("was altered: its SHA-256 differs");
    } catch (IOException e) {
      return Optional.of("cannot be read: " + e.getMessage());
    }
  }

  /// A certificate comes after the files are gone.
  private static Optional<String> findLeft(
      UUID request, Path file, Copy.Archive archive, DeletionCertificates.Read certified) {
    if (!certified.name(request, archive.sha256())) {
      return Optional.of("was deleted without a certificate in the log");
    }
    return Files.exists(file)
        ? Optional.of("was deleted, and a file of it is there")
        : Optional.empty();
  }
}
