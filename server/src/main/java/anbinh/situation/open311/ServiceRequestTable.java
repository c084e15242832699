package anbinh.situation.open311;

import anbinh.platform.DataFolder;
import anbinh.platform.secret.KeyedHash;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// Which report came by which key, and under which identifier the other system knows it. Safe for
/// many threads.
@Repository
public class ServiceRequestTable {
  private static final String COLUMNS =
      """
      select r.id, r.situation_id, r.service_code, r.commune_id, r.at,
        case when m.id is null then s.closed_at else m.closed_at end as closed_at
      from situation.open311_request r
      join situation.situation s on s.id = r.situation_id
      left join situation.situation m on m.id = s.merged_into
      """;

  private final SqlClient database;
  private final KeyedHash hash;

  ServiceRequestTable(SqlClient database, DataFolder data) {
    this.database = database;
    this.hash = new KeyedHash(data.folder("situation").resolve("open311-form-hash.key"));
  }

  /// A request as its own system is shown it.
  ///
  /// @param id what the other system knows it by, and nobody at the desk does
  /// @param serviceCode as it was sent, whatever it was classified as since
  /// @param communeId as it was sent
  /// @param closedAt null while it is open
  record ServiceRequest(
      UUID id, String serviceCode, UUID communeId, Instant at, @Nullable Instant closedAt) {
    boolean open() {
      return closedAt == null;
    }
  }

  /// What a system asks for of its own.
  record WantedRequests(
      UUID keyId,
      @Nullable List<UUID> ids,
      @Nullable List<String> serviceCodes,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable Boolean open) {}

  void insert(
      UUID id,
      UUID situation,
      UUID keyId,
      UUID communeId,
      String serviceCode,
      String form,
      Instant now) {
    database.update(
        """
        insert into situation.open311_request
          (id, situation_id, key_id, commune_id, service_code, form_hash, at)
        values (:id, :situation, :keyId, :communeId, :serviceCode, :formHash, :now)
        """,
        Values.of("id", id)
            .and("situation", situation)
            .and("keyId", keyId)
            .and("communeId", communeId)
            .and("serviceCode", serviceCode)
            .and("formHash", hash.of(form))
            .and("now", now));
  }

  /// The same form of the same key since a moment: it was sent twice. Of two at once, the second
  /// waits.
  Optional<UUID> findSame(UUID keyId, String form, Instant since) {
    database.list(
        String.class, "select pg_advisory_xact_lock(hashtextextended(?, 311))", keyId.toString());
    return database.find(
        UUID.class,
        """
        select id from situation.open311_request
        where key_id = ? and form_hash = ? and at > ? order by at desc limit 1
        """,
        keyId,
        hash.of(form),
        since);
  }

  /// The newest first.
  List<ServiceRequest> list(WantedRequests requested, int most) {
    return database.list(
        ServiceRequest.class,
        COLUMNS
            + """
            where r.key_id = :keyId
              and (cast(:ids as uuid[]) is null or r.id = any (:ids))
              and (cast(:serviceCodes as text[]) is null or r.service_code = any (:serviceCodes))
              and (cast(:from as timestamptz) is null or r.at >= :from)
              and (cast(:to as timestamptz) is null or r.at <= :to)
              and (cast(:open as boolean) is null
                or (case when m.id is null then s.closed_at else m.closed_at end is null) = :open)
            order by r.at desc, r.id limit :most
            """,
        Values.of(requested).and("most", most));
  }

  public void erase(UUID situation) {
    database.update("delete from situation.open311_request where situation_id = ?", situation);
  }
}
