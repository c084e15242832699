package anbinh.evidence.upload;

import anbinh.platform.malware.Judgement;
import anbinh.platform.sql.SqlClient;
import anbinh.video.Container;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The table of uploaded files. Safe for many threads.
@Component
public class UploadTable {
  private static final String SELECT =
      """
      select u.id, u.request_id, u.camera_id, u.kind, u.name, u.bytes, u.state, u.begun_at,
        u.received_at, u.sha256, u.sha512, u.container, u.probe, u.rejection,
        u.malware as "malware.result", u.malware_by as "malware.by",
        u.malware_name as "malware.name"
      from evidence.upload u
      """;

  /// Names a lock that nothing else in the database takes.
  private static final long ROOM = 0x75706c6f6164L;

  private final SqlClient database;

  UploadTable(SqlClient database) {
    this.database = database;
  }

  void insert(Upload upload) {
    database.update(
        """
        insert into evidence.upload
          (id, request_id, camera_id, kind, name, bytes, state, begun_at)
        values (:id, :requestId, :cameraId, :kind, :name, :bytes, :state, :begunAt)
        """,
        upload);
  }

  Optional<Upload> find(UUID id) {
    return database.find(Upload.class, SELECT + "where id = ?", id);
  }

  /// The files of an ask, in the order in which they were begun.
  public List<Upload> list(UUID requestId, UUID cameraId) {
    return database.list(
        Upload.class,
        SELECT + "where request_id = ? and camera_id = ? order by ordinal",
        requestId,
        cameraId);
  }

  /// The files of requests.
  public Map<UUID, List<Upload>> find(Collection<UUID> requestIds) {
    return database
        .list(Upload.class, SELECT + "where request_id = any (?) order by ordinal", requestIds)
        .stream()
        .collect(Collectors.groupingBy(Upload::requestId));
  }

  List<Upload> listReceived() {
    return database.list(
        Upload.class, SELECT + "where state = 'RECEIVED' order by ordinal limit 100");
  }

  /// Files whose content has to be in the quarantine: those of asks that are not in a package yet.
  Set<UUID> listKept() {
    return listUnsealed().stream().map(Upload::id).collect(Collectors.toUnmodifiableSet());
  }

  /// Whoever else asks for room waits until the transaction has ended, so that none is promised
  /// twice.
  void holdRoom() {
    var _ = database.list(String.class, "select pg_advisory_xact_lock(?)", ROOM);
  }

  /// Files that are not in a package yet, or not even whole.
  List<Upload> listUnsealed() {
    return database.list(
        Upload.class,
        SELECT
            + """
            join evidence.request r on r.id = u.request_id
            where u.state <> 'REJECTED' and r.state in ('APPROVED', 'COLLECTING')
            """);
  }

  boolean setReceived(UUID id, Instant at) {
    return database.update(
            """
            update evidence.upload set state = 'RECEIVED', received_at = ?
            where id = ? and state = 'RECEIVING'
            """,
            at,
            id)
        == 1;
  }

  /// Infected files.
  Set<UUID> listInfected() {
    return Set.copyOf(
        database.list(UUID.class, "select id from evidence.upload where rejection = 'INFECTED'"));
  }

  boolean setAccepted(
      UUID id,
      FileDigests digests,
      Container container,
      @Nullable String probe,
      @Nullable Judgement malware) {
    return database.update(
            """
            update evidence.upload set state = 'ACCEPTED', sha256 = ?, sha512 = ?,
              container = ?, probe = ?, malware = ?, malware_by = ?
            where id = ? and state = 'RECEIVED'
            """,
            digests.sha256(),
            digests.sha512(),
            container,
            probe,
            malware == null ? null : malware.result(),
            malware == null ? null : malware.by(),
            id)
        == 1;
  }

  boolean setRejected(UUID id, FileDigests digests, Rejection why, @Nullable Judgement malware) {
    return database.update(
            """
            update evidence.upload set state = 'REJECTED', sha256 = ?, sha512 = ?,
              rejection = ?, malware = ?, malware_by = ?, malware_name = ?
            where id = ? and state = 'RECEIVED'
            """,
            digests.sha256(),
            digests.sha512(),
            why,
            malware == null ? null : malware.result(),
            malware == null ? null : malware.by(),
            malware == null ? null : malware.name(),
            id)
        == 1;
  }

  boolean delete(UUID id) {
    return database.update("delete from evidence.upload where id = ?", id) == 1;
  }
}
