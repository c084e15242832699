package anbinh.sightings.source;

import anbinh.platform.sql.SqlClient;
import anbinh.sightings.source.SightingSource.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/// The rows of `sightings.source`; those of other kinds than HTTP come with the schema, one of
/// each.
@Repository
class SourceTable {
  private static final String SELECT =
      "select id, kind, name, added_by, added_at, revoked_at from sightings.source ";

  private final SqlClient database;

  SourceTable(SqlClient database) {
    this.database = database;
  }

  /// Whether it was stored: no other one of its name may send.
  boolean insert(SightingSource source, byte[] keyHash) {
    return database.update(
            """
            insert into sightings.source (id, name, key_hash, added_by, added_at)
            values (?, ?, ?, ?, ?)
            on conflict (lower(name)) where revoked_at is null do nothing
            """,
            source.id(),
            source.name(),
            keyHash,
            source.addedBy(),
            source.addedAt())
        > 0;
  }

  Optional<SightingSource> find(UUID id) {
    return database.find(SightingSource.class, SELECT + "where id = ?", id);
  }

  UUID get(Kind kind) {
    return database.get(UUID.class, "select id from sightings.source where kind = ?", kind);
  }

  /// The one that may send with a key.
  Optional<UUID> findSending(byte[] keyHash) {
    return database.find(
        UUID.class,
        "select id from sightings.source where key_hash = ? and revoked_at is null",
        keyHash);
  }

  /// Those that may send by their names, then those that no longer may.
  List<SightingSource> list() {
    return database.list(
        SightingSource.class, SELECT + "order by revoked_at desc nulls first, lower(name), id");
  }

  /// Whether it could send until now.
  boolean revoke(UUID id, Instant at) {
    return database.update(
            """
            update sightings.source set revoked_at = ?
            where id = ? and revoked_at is null and kind = 'HTTP'
            """,
            at,
            id)
        > 0;
  }
}
