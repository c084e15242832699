package anbinh.evidence.copy;

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
/// was finished with. Reads every byte.
@Component
class CopiesCheck implements ConsistencyCheck {
  private final CopyTable table;
  private final ExtractionTable extractions;
  private final CopyFolder folder;

  CopiesCheck(CopyTable table, ExtractionTable extractions, CopyFolder folder) {
    this.table = table;
    this.extractions = extractions;
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
    for (Copy copy : sealed) {
      Extraction extraction = packages.get(copy.requestId());
      Copy.Archive archive = copy.archive();
      if (extraction != null && archive != null) {
        String code = copy.code(extraction.code());
        findProblem(folder.packageFile(code), archive)
            .ifPresent(what -> findings.accept(new Finding(code, what)));
      }
    }
    return sealed.size();
  }

  private static Optional<String> findProblem(Path file, Copy.Archive archive) {
    if (!Files.isRegularFile(file)) {
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
}
