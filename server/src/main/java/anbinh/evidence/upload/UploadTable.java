package anbinh.evidence.upload;

import anbinh.platform.malware.Judgement;
import anbinh.video.Container;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The table of uploaded files. Safe for many threads.
@Component
public class UploadTable {
  private static final String SELECT = "select * from evidence.upload ";

  /// Names a lock that nothing else in the database takes.
  private static final long ROOM = 0x75706c6f6164L;

  private final JdbcClient database;

  UploadTable(JdbcClient database) {
    this.database = database;
  }

  void insert(Upload upload) {
    database
        .sql(
            """
            insert into evidence.upload
              (id, request_id, camera_id, kind, name, bytes, state, begun_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            upload.id(),
            upload.requestId(),
            upload.cameraId(),
            upload.kind().name(),
            upload.name(),
            upload.bytes(),
            upload.state().name(),
            Timestamp.from(upload.begunAt()))
        .update();
  }

  Optional<Upload> find(UUID id) {
    return database.sql(SELECT + "where id = ?").param(id).query(UploadTable::read).optional();
  }

  /// The files of an ask, in the order in which they were begun.
  public List<Upload> list(UUID requestId, UUID cameraId) {
    return database
        .sql(SELECT + "where request_id = ? and camera_id = ? order by ordinal")
        .params(requestId, cameraId)
        .query(UploadTable::read)
        .list();
  }

  /// The files of requests.
  public Map<UUID, List<Upload>> find(Collection<UUID> requestIds) {
    return database
        .sql(SELECT + "where request_id = any (?) order by ordinal")
        .param(requestIds.toArray(UUID[]::new))
        .query(UploadTable::read)
        .list()
        .stream()
        .collect(Collectors.groupingBy(Upload::requestId));
  }

  List<Upload> listReceived() {
    return database
        .sql(SELECT + "where state = 'RECEIVED' order by ordinal limit 100")
        .query(UploadTable::read)
        .list();
  }

  /// Files whose content has to be in the quarantine: those of asks that are not in a package yet.
  Set<UUID> listKept() {
    return listUnsealed().stream().map(Upload::id).collect(Collectors.toUnmodifiableSet());
  }

  /// Whoever else asks for room waits until the transaction has ended, so that none is promised
  /// twice.
  void holdRoom() {
    database.sql("select pg_advisory_xact_lock(?)").param(ROOM).query(row -> {});
  }

  /// Files that are not in a package yet, or not even whole.
  List<Upload> listUnsealed() {
    return database
        .sql(
            """
            select u.* from evidence.upload u
            join evidence.request r on r.id = u.request_id
            where u.state <> 'REJECTED' and r.state in ('APPROVED', 'COLLECTING')
            """)
        .query(UploadTable::read)
        .list();
  }

  boolean setReceived(UUID id, Instant at) {
    return database
            .sql(
                """
                update evidence.upload set state = 'RECEIVED', received_at = ?
                where id = ? and state = 'RECEIVING'
                """)
            .params(Timestamp.from(at), id)
            .update()
        == 1;
  }

  /// Infected files.
  Set<UUID> listInfected() {
    return Set.copyOf(
        database
            .sql("select id from evidence.upload where rejection = 'INFECTED'")
            .query((row, number) -> row.getObject(1, UUID.class))
            .list());
  }

  boolean setAccepted(
      UUID id,
      FileDigests digests,
      Container container,
      @Nullable String probe,
      @Nullable Judgement malware) {
    return database
            .sql(
                """
                update evidence.upload set state = 'ACCEPTED', sha256 = ?, sha512 = ?,
                  container = ?, probe = ?, malware = ?, malware_by = ?
                where id = ? and state = 'RECEIVED'
                """)
            .param(digests.sha256())
            .param(digests.sha512())
            .param(container.name())
            .param(probe)
            .param(malware == null ? null : malware.result().name())
            .param(malware == null ? null : malware.by())
            .param(id)
            .update()
        == 1;
  }

  boolean setRejected(UUID id, FileDigests digests, Rejection why, @Nullable Judgement malware) {
    return database
            .sql(
                """
                update evidence.upload set state = 'REJECTED', sha256 = ?, sha512 = ?,
                  rejection = ?, malware = ?, malware_by = ?, malware_name = ?
                where id = ? and state = 'RECEIVED'
                """)
            .param(digests.sha256())
            .param(digests.sha512())
            .param(why.name())
            .param(malware == null ? null : malware.result().name())
            .param(malware == null ? null : malware.by())
            .param(malware == null ? null : malware.name())
            .param(id)
            .update()
        == 1;
  }

  boolean delete(UUID id) {
    return database.sql("delete from evidence.upload where id = ?").param(id).update() == 1;
  }

  private static Upload read(ResultSet row, int number) throws SQLException {
    Timestamp received = row.getTimestamp("received_at");
    String container = row.getString("container");
    String rejection = row.getString("rejection");
    return new Upload(
        row.getObject("id", UUID.class),
        row.getObject("request_id", UUID.class),
        row.getObject("camera_id", UUID.class),
        UploadKind.valueOf(row.getString("kind")),
        row.getString("name"),
        row.getLong("bytes"),
        UploadState.valueOf(row.getString("state")),
        row.getTimestamp("begun_at").toInstant(),
        received == null ? null : received.toInstant(),
        row.getString("sha256"),
        row.getString("sha512"),
        container == null ? null : Container.valueOf(container),
        row.getString("probe"),
        rejection == null ? null : Rejection.valueOf(rejection),
        malware(row));
  }

  private static @Nullable Judgement malware(ResultSet row) throws SQLException {
    String result = row.getString("malware");
    return result == null
        ? null
        : new Judgement(
            Judgement.Result.valueOf(result),
            row.getString("malware_by"),
            row.getString("malware_name"));
  }
}
