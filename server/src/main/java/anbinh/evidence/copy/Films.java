package anbinh.evidence.copy;

import anbinh.evidence.EvidenceProblem;
import anbinh.evidence.collect.Extraction;
import anbinh.evidence.collect.ExtractionTable;
import anbinh.evidence.collect.Staging;
import anbinh.evidence.upload.Upload;
import anbinh.evidence.upload.UploadKind;
import anbinh.evidence.upload.UploadTable;
import anbinh.platform.Problem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.springframework.stereotype.Component;

/// The films in sealed packages: clips, and what owners gave. Entries of a package are stored as
/// they are, so that a part of a film is reached without reading what is before it. Safe for many
/// threads.
@Component
class Films {
  private static final String CLIPS = "data/clips/";
  private static final String GIVEN = "data/given/";
  private static final String PLAYER = "data/player/";

  private final ExtractionTable extractions;
  private final Staging staging;
  private final UploadTable uploads;

  Films(ExtractionTable extractions, Staging staging, UploadTable uploads) {
    this.extractions = extractions;
    this.staging = staging;
    this.uploads = uploads;
  }

  /// The package of a request, which is kept.
  Extraction extraction(UUID request) {
    return extractions.getKept(request);
  }

  /// The same, and nobody else orders or reviews copies of it, or deletes it, until the caller's
  /// transaction ends.
  Extraction hold(UUID request) {
    return extractions.hold(request);
  }

  /// Whether it is there no more.
  boolean deleted(UUID request) {
    return extractions.find(request).map(Extraction::deletedAt).isPresent();
  }

  /// What copies can be made of; pictures of clocks that owners gave are not films.
  List<Extraction.File> masters(Extraction extraction) {
    Set<String> films =
        uploads
            .find(List.of(extraction.requestId()))
            .getOrDefault(extraction.requestId(), List.of())
            .stream()
            .filter(upload -> upload.kind() == UploadKind.VIDEO && upload.sha256() != null)
            .map(Upload::sha256)
            .collect(Collectors.toSet());
    return extraction.files().stream()
        .filter(file ->
            file.name().startsWith(CLIPS)
                || (file.name().startsWith(GIVEN) && films.contains(file.sha256())))
        .toList();
  }

  Extraction.File master(Extraction extraction, String name) {
    return masters(extraction).stream()
        .filter(file -> file.name().equals(name))
        .findFirst()
        .orElseThrow(() -> Problem.of(EvidenceProblem.NO_SUCH_FILM));
  }

  /// The copy for looking at that stands beside an owner's film.
  Optional<Extraction.File> findPlayer(Extraction extraction, Extraction.File master) {
    String name = master.name().replaceFirst("^" + GIVEN, PLAYER) + ".mp4";
    return extraction.files().stream().filter(file -> file.name().equals(name)).findFirst();
  }

  /// A film in a package that can be looked at.
  Extraction.File watchable(Extraction extraction, String name) {
    return extraction.files().stream()
        .filter(file -> file.name().equals(name) && name.startsWith(PLAYER))
        .findFirst()
        .orElseGet(() -> master(extraction, name));
  }

  /// A file of a package as it is stored; the package may be written anew meanwhile with something
  /// beside its seal, then it is looked for once more.
  InputStream open(UUID request, Extraction.File file) throws IOException {
    Extraction extraction = extraction(request);
    try {
      return open(staging.packageFile(extraction), extraction.code(), file);
    } catch (NoSuchFileException e) {
      Extraction again = extraction(request);
      return open(staging.packageFile(again), again.code(), file);
    }
  }

  /// @param code the package's name, under which its files are
  static InputStream open(Path archive, String code, Extraction.File file) throws IOException {
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
