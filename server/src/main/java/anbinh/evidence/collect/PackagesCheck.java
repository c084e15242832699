package anbinh.evidence.collect;

import anbinh.evidence.collect.DeletionCertificates.Deleted;
import anbinh.evidence.collect.footage.FileHash;
import anbinh.platform.CheckReport;
import anbinh.platform.ConsistencyCheck;
import anbinh.platform.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Compares every sealed package's row with its file: there, and of the size and the hash that it
/// was sealed with; or deleted, with a certificate in the log that names its hash and no file.
/// Reads every byte.
@Component
class PackagesCheck implements ConsistencyCheck {
  private static final int PAGE = 200;

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
  public String unit() {
    return "packages";
  }

  @Override
  public long run(CheckReport report) {
    long checked = 0;
    List<StoredPackage> page = extractions.listStoredAfter(new UUID(0, 0), PAGE);
    while (!page.isEmpty()) {
      check(page, report);
      checked += page.size();
      page = extractions.listStoredAfter(page.getLast().requestId(), PAGE);
    }
    return checked;
  }

  private void check(List<StoredPackage> page, CheckReport report) {
    List<StoredPackage> deleted = new ArrayList<>();
    for (StoredPackage each : page) {
      if (each.deletedAt() != null) {
        deleted.add(each);
      } else if (Files.isRegularFile(file(each))) {
        findProblem(each).ifPresent(what -> report.accept(new Finding(each.code(), what)));
      } else {
        // It may have been deleted since its row was read.
        StoredPackage now = extractions.findStored(each.requestId()).orElse(each);
        if (now.deletedAt() == null) {
          report.accept(new Finding(each.code(), "the package file is gone"));
        } else {
          deleted.add(now);
        }
      }
      report.looked(1);
    }
    checkDeleted(deleted, report);
  }

  /// A certificate comes after the files are gone.
  private void checkDeleted(List<StoredPackage> deleted, CheckReport report) {
    Set<Deleted> uncertified =
        certificates.uncertified(
            deleted.stream().flatMap(each -> each.findDeleted(each.sha256()).stream()).toList());
    for (StoredPackage each : deleted) {
      if (each.findDeleted(each.sha256()).filter(uncertified::contains).isPresent()) {
        report.accept(new Finding(each.code(), "was deleted without a certificate in the log"));
      } else if (staging.packageFiles(each.code(), each.additions()).stream()
          .anyMatch(Files::exists)) {
        report.accept(new Finding(each.code(), "was deleted, and a file of it is there"));
      }
    }
  }

  private Path file(StoredPackage stored) {
    return staging.packageFile(stored.code(), stored.additions());
  }

  private Optional<String> findProblem(StoredPackage stored) {
    try {
      FileHash digest = FileHash.of(file(stored));
      if (digest.bytes() != stored.bytes()) {
        return Optional.of("has " + digest.bytes() + " bytes instead of " + stored.bytes());
      }
      return digest.sha256().equals(stored.sha256())
          ? Optional.empty()
          : Optional.of("was altered: its SHA-256 differs");
    } catch (IOException e) {
      return Optional.of("cannot be read: " + e.getMessage());
    }
  }
}
