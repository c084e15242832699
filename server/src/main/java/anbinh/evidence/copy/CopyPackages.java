package anbinh.evidence.copy;

import anbinh.evidence.collect.Extraction;
import anbinh.platform.OnlyWhenServing;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The packages of copies, for whoever deletes them with the package that they were made of. Safe
/// for many threads.
@Component
@OnlyWhenServing
public class CopyPackages {
  private final CopyTable table;
  private final CopyWorker maker;

  CopyPackages(CopyTable table, CopyWorker maker) {
    this.table = table;
    this.maker = maker;
  }

  /// A sealed copy.
  ///
  /// @param code its name, `EXT-…-C<number>`
  public record CopyPackage(String code, long bytes, String sha256, long logIndex) {}

  /// Those that were made of a package and sealed, in their order.
  public List<CopyPackage> list(Extraction extraction) {
    return table.list(extraction.requestId()).reversed().stream()
        .flatMap(copy -> read(copy, extraction.code()))
        .toList();
  }

  private static Stream<CopyPackage> read(Copy copy, String extraction) {
    Copy.Archive archive = copy.archive();
    return archive == null
        ? Stream.empty()
        : Stream.of(
            new CopyPackage(
                copy.code(extraction), archive.bytes(), archive.sha256(), archive.logIndex()));
  }

  /// Erases all that lies on the disk of copies of a package that is deleted, whether they were
  /// sealed or not; may be repeated.
  ///
  /// @return false when a copy is being made at this moment: then it has to be asked again
  public boolean erase(UUID requestId, String extraction) throws IOException {
    return maker.erase(table.list(requestId), extraction);
  }
}
