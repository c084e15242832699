package anbinh.programme.lifecycle;

import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The rows of consents of communes in which a part of a programme lies. Safe for many threads.
@Repository
public class ProgrammeConsentTable {
  private final SqlClient database;

  ProgrammeConsentTable(SqlClient database) {
    this.database = database;
  }

  /// The consent of a commune to a text.
  public record Consent(
      UUID communeId, UUID by, Instant at, String number, LocalDate on, @Nullable String signer) {}

  public List<Consent> list(UUID programmeId, int version) {
    return database.list(
        Consent.class,
        """
        select commune_id, consented_by as by, consented_at as at, paper_number as number,
          paper_on as "on", paper_signer as signer
        from programme.consent where programme_id = ? and version = ?
        order by consented_at, commune_id
        """,
        programmeId,
        version);
  }

  /// That a commune consented to a text of a programme.
  public record Consenting(UUID programmeId, int version, UUID communeId) {}

  /// Of all texts of some programmes.
  public List<Consenting> list(Collection<UUID> programmes) {
    return database.list(
        Consenting.class,
        "select programme_id, version, commune_id from programme.consent"
            + " where programme_id = any (?)",
        programmes);
  }

  void insert(UUID programmeId, int version, Consent consent) {
    database.update(
        """
        insert into programme.consent (programme_id, version, commune_id, consented_by,
          consented_at, paper_number, paper_on, paper_signer)
        values (:programmeId, :version, :communeId, :by, :at, :number, :on, :signer)
        """,
        Values.of(consent).and("programmeId", programmeId).and("version", version));
  }
}
