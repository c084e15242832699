package anbinh.evidence.collect;

import anbinh.evidence.EvidenceProblem;
import anbinh.platform.Problem;
import anbinh.platform.sql.SqlClient;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The tables of sealed packages. Safe for many threads.
@Component
public class ExtractionTable {
  private static final String STORED =
      """
      select request_id, code, bytes, sha256, additions, deleted_at from evidence.extraction
      """;

  private final SqlClient database;

  ExtractionTable(SqlClient database) {
    this.database = database;
  }

  void insert(Extraction sealed) {
    database.update(
        """
        insert into evidence.extraction
          (request_id, code, sealed_at, bytes, sha256, leaf_index, coverage)
        values (:requestId, :code, :sealedAt, :bytes, :sha256, :logIndex, :coverage)
        """,
        sealed);
    for (Extraction.File file : sealed.files()) {
      database.update(
          """
          insert into evidence.extraction_file (request_id, name, bytes, sha256)
          values (?, ?, ?, ?)
          """,
          sealed.requestId(),
          file.name(),
          file.bytes(),
          file.sha256());
    }
  }

  /// Notes that the package is in a new file, with more beside its seal.
  ///
  /// @return false when it was deleted meanwhile
  boolean replaceFile(UUID requestId, int additions, long bytes, String sha256) {
    return database.update(
            """
            update evidence.extraction set additions = ?, bytes = ?, sha256 = ?
            where request_id = ? and deleted_at is null
            """,
            additions,
            bytes,
            sha256,
            requestId)
        > 0;
  }

  /// Notes that the package is deleted: nothing hands it out, adds to it or copies of it any more.
  public void setDeleted(UUID requestId, Instant at) {
    database.update(
        "update evidence.extraction set deleted_at = ? where request_id = ?", at, requestId);
  }

  /// A package that is kept, of which nobody else changes what is made of it, or how long it is
  /// kept, until the caller's transaction ends.
  ///
  /// @throws Problem as [#getKept] does
  public Extraction lockForUpdate(UUID requestId) {
    var _ =
        database.find(
            String.class,
            "select code from evidence.extraction where request_id = ? for update",
            requestId);
    return getKept(requestId);
  }

  /// A package that is kept.
  ///
  /// @throws Problem when there is none (yet), or when it was deleted
  public Extraction getKept(UUID requestId) {
    Extraction found = find(requestId).orElseThrow(() -> Problem.of(EvidenceProblem.NOT_SEALED));
    Instant deleted = found.deletedAt();
    if (deleted != null) {
      throw Problem.of(EvidenceProblem.PACKAGE_DELETED, found.code()).with("deletedAt", deleted);
    }
    return found;
  }

  public Optional<Extraction> find(UUID requestId) {
    return Optional.ofNullable(find(List.of(requestId)).get(requestId));
  }

  /// The packages of those requests that have one.
  public Map<UUID, Extraction> find(Collection<UUID> requestIds) {
    Map<UUID, List<Extraction.File>> files =
        database.groups(
            UUID.class,
            Extraction.File.class,
            """
            select request_id, name, bytes, sha256 from evidence.extraction_file
            where request_id = any (?) order by request_id, name
            """,
            requestIds);
    return database
        .list(
            Extraction.class,
            """
            select request_id, code, sealed_at, bytes, sha256, leaf_index as log_index, coverage,
              additions, '{}'::text[] as files, deleted_at
            from evidence.extraction where request_id = any (?)
            """,
            requestIds)
        .stream()
        .map(row -> row.withFiles(files.getOrDefault(row.requestId(), List.of())))
        .collect(Collectors.toMap(Extraction::requestId, found -> found));
  }

  /// What the rows say of the files of packages after one, by their requests' identifiers.
  List<StoredPackage> listStoredAfter(UUID requestId, int rows) {
    return database.list(
        StoredPackage.class,
        STORED + "where request_id > ? order by request_id limit ?",
        requestId,
        rows);
  }

  public Optional<StoredPackage> findStored(UUID requestId) {
    return Optional.ofNullable(stored(List.of(requestId)).get(requestId));
  }

  /// The same of the packages of some requests, by request.
  public Map<UUID, StoredPackage> stored(Collection<UUID> requestIds) {
    return database.map(
        UUID.class, StoredPackage.class, STORED + "where request_id = any (?)", requestIds);
  }
}
