package anbinh.evidence.copy;

import anbinh.evidence.collect.DeletionCertificates;
import anbinh.evidence.collect.DeletionCertificates.Deleted;
import anbinh.evidence.collect.ExtractionTable;
import anbinh.evidence.collect.StoredPackage;
import anbinh.evidence.upload.FileDigests;
import anbinh.platform.CheckReport;
import anbinh.platform.ConsistencyCheck;
import anbinh.platform.Finding;
import anbinh.platform.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Compares the row of every copy that is sealed with its package: there, and of the hash that it
/// was finished with; or deleted with the package that it was made of, with a certificate in the
/// log that names its hash and no file. Reads every byte.
@Component
class CopiesCheck implements ConsistencyCheck {
  private static final int PAGE = 200;

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
  public String unit() {
    return "copies";
  }

  @Override
  public long run(CheckReport report) {
    long checked = 0;
    List<CopyTable.Sealed> page = table.listSealedAfter(new UUID(0, 0), PAGE);
    while (!page.isEmpty()) {
      check(page, report);
      checked += page.size();
      page = table.listSealedAfter(page.getLast().id(), PAGE);
    }
    return checked;
  }

  private void check(List<CopyTable.Sealed> page, CheckReport report) {
    Map<UUID, StoredPackage> packages =
        extractions.stored(Ids.of(page, CopyTable.Sealed::requestId));
    Map<CopyTable.Sealed, Deleted> deleted = new HashMap<>();
    for (CopyTable.Sealed copy : page) {
      StoredPackage stored = packages.get(copy.requestId());
      if (stored != null) {
        String code = code(copy, packages);
        Path file = folder.packageFile(code);
        if (stored.deletedAt() == null && !Files.isRegularFile(file)) {
          // It may have been deleted since its row was read.
          stored = extractions.findStored(copy.requestId()).orElse(stored);
        }
        Optional<Deleted> gone = stored.findDeleted(copy.sha256());
        if (gone.isPresent()) {
          deleted.put(copy, gone.get());
        } else {
          findProblem(file, copy.sha256())
              .ifPresent(what -> report.accept(new Finding(code, what)));
        }
      }
      report.looked(1);
    }
    Set<Deleted> uncertified = certificates.uncertified(new HashSet<>(deleted.values()));
    deleted.forEach((copy, gone) -> {
      String code = code(copy, packages);
      if (uncertified.contains(gone)) {
        report.accept(new Finding(code, "was deleted without a certificate in the log"));
      } else if (Files.exists(folder.packageFile(code))) {
        report.accept(new Finding(code, "was deleted, and a file of it is there"));
      }
    });
  }

  private static String code(CopyTable.Sealed copy, Map<UUID, StoredPackage> packages) {
    StoredPackage stored = packages.get(copy.requestId());
    return stored == null ? "" : Copy.code(stored.code(), copy.number());
  }

  private static Optional<String> findProblem(Path file, String sha256) {
    if (!Files.isRegularFile(file)) {
      return Optional.of("the package file is gone");
    }
    try {
      return FileDigests.of(file).sha256().equals(sha256)
          ? Optional.empty()
          : Optional.of("was altered: its SHA-256 differs");
    } catch (IOException e) {
      return Optional.of("cannot be read: " + e.getMessage());
    }
  }
}
