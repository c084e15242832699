package anbinh.evidence.collect;

import anbinh.evidence.EvidenceProblem;
import anbinh.platform.Problem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.springframework.stereotype.Component;

/// The files in sealed packages, each as it is stored. Safe for many threads.
@Component
public class SealedFiles {
  private final ExtractionTable extractions;
  private final Staging staging;

  SealedFiles(ExtractionTable extractions, Staging staging) {
    this.extractions = extractions;
    this.staging = staging;
  }

  /// A file of a package; the package may be written anew meanwhile with something beside its seal,
  /// then it is looked for once more.
  public InputStream open(UUID request, Extraction.File file) throws IOException {
    Extraction extraction = extractions.getKept(request);
    try {
      return open(staging.packageFile(extraction), extraction.code(), file);
    } catch (NoSuchFileException e) {
      Extraction again = extractions.getKept(request);
      return open(staging.packageFile(again), again.code(), file);
    }
  }

  /// @param code the package's name, under which its files are
  public static InputStream open(Path archive, String code, Extraction.File file)
      throws IOException {
    ZipFile zip = new ZipFile(archive.toFile());
    ZipEntry entry = zip.getEntry(code + "/bag/" + file.name());
    if (entry == null || entry.getSize() != file.bytes()) {
      zip.close();
      throw Problem.of(EvidenceProblem.PACKAGE_LOST);
    }
    return new FilterInputStream(zip.getInputStream(entry)) {
      @Override
      public void close() throws IOException {
        zip.close();
      }
    };
  }
}
