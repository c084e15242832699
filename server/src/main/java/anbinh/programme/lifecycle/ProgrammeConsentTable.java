package anbinh.programme.lifecycle;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of consents of communes in which a part of a programme lies. Safe for many threads.
@Repository
public class ProgrammeConsentTable {
  private final JdbcClient database;

  ProgrammeConsentTable(JdbcClient database) {
    this.database = database;
  }

  /// The consent of a commune to a text.
  public record Consent(
      UUID communeId, UUID by, Instant at, String number, LocalDate on, @Nullable String signer) {}

  public List<Consent> list(UUID programmeId, int version) {
    return database
        .sql(
            """
            select commune_id, consented_by, consented_at, paper_number, paper_on, paper_signer
            from programme.consent where programme_id = ? and version = ?
            order by consented_at, commune_id
            """)
        .params(programmeId, version)
        .query((row, number) ->
            new Consent(
                row.getObject("commune_id", UUID.class),
                row.getObject("consented_by", UUID.class),
                row.getTimestamp("consented_at").toInstant(),
                row.getString("paper_number"),
                row.getObject("paper_on", LocalDate.class),
                row.getString("paper_signer")))
        .list();
  }

  void insert(UUID programmeId, int version, Consent consent) {
    database
        .sql(
            """
            insert into programme.consent (programme_id, version, commune_id, consented_by,
              consented_at, paper_number, paper_on, paper_signer) values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(programmeId)
        .param(version)
        .param(consent.communeId())
        .param(consent.by())
        .param(Timestamp.from(consent.at()))
        .param(consent.number())
        .param(consent.on())
        .param(consent.signer())
        .update();
  }
}
