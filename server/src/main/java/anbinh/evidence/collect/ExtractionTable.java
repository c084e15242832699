package anbinh.evidence.collect;

import anbinh.evidence.EvidenceProblem;
import anbinh.platform.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The tables of sealed packages. Safe for many threads.
@Component
public class ExtractionTable {
  private static final String STORED =
      """
      select request_id, code, bytes, sha256, additions, deleted_at from evidence.extraction
      """;

  private final JdbcClient database;

  ExtractionTable(JdbcClient database) {
    this.database = database;
  }

  void insert(Extraction sealed) {
    database
        .sql(
            """
            insert into evidence.extraction
              (request_id, code, sealed_at, bytes, sha256, leaf_index, coverage)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .param(sealed.requestId())
        .param(sealed.code())
        .param(Timestamp.from(sealed.sealedAt()))
        .param(sealed.bytes())
        .param(sealed.sha256())
        .param(sealed.logIndex())
        .param(sealed.coverage())
        .update();
    for (Extraction.File file : sealed.files()) {
      database
          .sql(
              """
              insert into evidence.extraction_file (request_id, name, bytes, sha256)
              values (?, ?, ?, ?)
              """)
          .params(sealed.requestId(), file.name(), file.bytes(), file.sha256())
          .update();
    }
  }

  /// Notes that the package is in a new file, with more beside its seal.
  ///
  /// @return false when it was deleted meanwhile
  boolean replaceFile(UUID requestId, int additions, long bytes, String sha256) {
    return database
            .sql(
                """
                update evidence.extraction set additions = ?, bytes = ?, sha256 = ?
                where request_id = ? and deleted_at is null
                """)
            .params(additions, bytes, sha256, requestId)
            .update()
        > 0;
  }

  /// Notes that the package is deleted: nothing hands it out, adds to it or copies of it any more.
  public void setDeleted(UUID requestId, Instant at) {
    database
        .sql("update evidence.extraction set deleted_at = ? where request_id = ?")
        .params(Timestamp.from(at), requestId)
        .update();
  }

  /// A package that is kept, of which nobody else changes what is made of it, or how long it is
  /// kept, until the caller's transaction ends.
  ///
  /// @throws Problem as [#getKept] does
  public Extraction lockForUpdate(UUID requestId) {
    var _ =
        database
            .sql("select code from evidence.extraction where request_id = ? for update")
            .param(requestId)
            .query(String.class)
            .optional();
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
    UUID[] parameter = requestIds.toArray(UUID[]::new);
    record Line(UUID requestId, Extraction.File file) {}
    Map<UUID, List<Extraction.File>> files =
        database
            .sql(
                """
                select request_id, name, bytes, sha256 from evidence.extraction_file
                where request_id = any (?) order by request_id, name
                """)
            .param(parameter)
            .query((row, number) ->
                new Line(
                    row.getObject("request_id", UUID.class),
                    new Extraction.File(
                        row.getString("name"), row.getLong("bytes"), row.getString("sha256"))))
            .list()
            .stream()
            .collect(
                Collectors.groupingBy(
                    Line::requestId,
                    HashMap::new,
                    Collectors.mapping(Line::file, Collectors.toUnmodifiableList())));
    return database
        .sql(
            """
            select request_id, code, sealed_at, bytes, sha256, leaf_index, coverage, additions,
              deleted_at
            from evidence.extraction where request_id = any (?)
            """)
        .param(parameter)
        .query((row, number) -> extraction(row, files))
        .list()
        .stream()
        .collect(Collectors.toMap(Extraction::requestId, found -> found));
  }

  /// What the rows say of the files of packages after one, by their requests' identifiers.
  List<StoredPackage> listStoredAfter(UUID requestId, int rows) {
    return database
        .sql(STORED + "where request_id > ? order by request_id limit ?")
        .params(requestId, rows)
        .query(ExtractionTable::stored)
        .list();
  }

  public Optional<StoredPackage> findStored(UUID requestId) {
    return Optional.ofNullable(stored(List.of(requestId)).get(requestId));
  }

  /// The same of the packages of some requests, by request.
  public Map<UUID, StoredPackage> stored(Collection<UUID> requestIds) {
    return database
        .sql(STORED + "where request_id = any (?)")
        .param(requestIds.toArray(UUID[]::new))
        .query(ExtractionTable::stored)
        .list()
        .stream()
        .collect(Collectors.toMap(StoredPackage::requestId, found -> found));
  }

  private static StoredPackage stored(ResultSet row, int number) throws SQLException {
    @Nullable Timestamp deleted = row.getTimestamp("deleted_at");
    return new StoredPackage(
        row.getObject("request_id", UUID.class),
        row.getString("code"),
        row.getLong("bytes"),
        row.getString("sha256"),
        row.getInt("additions"),
        deleted == null ? null : deleted.toInstant());
  }

  private static Extraction extraction(ResultSet row, Map<UUID, List<Extraction.File>> files)
      throws SQLException {
    UUID id = row.getObject("request_id", UUID.class);
    @Nullable Timestamp deleted = row.getTimestamp("deleted_at");
    return new Extraction(
        id,
        row.getString("code"),
        row.getTimestamp("sealed_at").toInstant(),
        row.getLong("bytes"),
        row.getString("sha256"),
        row.getLong("leaf_index"),
        row.getString("coverage"),
        row.getInt("additions"),
        files.getOrDefault(id, List.of()),
        deleted == null ? null : deleted.toInstant());
  }
}
