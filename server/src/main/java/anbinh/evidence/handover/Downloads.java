package anbinh.evidence.handover;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.evidence.collect.Extraction;
import anbinh.evidence.request.EvidenceEvent;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.evidence.request.Requests;
import anbinh.identity.Person;
import anbinh.platform.http.ByteRange;
import anbinh.platform.sql.SqlClient;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who got which bytes of which package: as events of the log and, for the list of who had a
/// package, in a table. Safe for many threads.
@Component
public class Downloads {
  private final SqlClient database;
  private final AuditLog log;
  private final Requests requests;

  Downloads(SqlClient database, AuditLog log, Requests requests) {
    this.database = database;
    this.log = log;
    this.requests = requests;
  }

  /// Bytes of a package that went out to somebody.
  ///
  /// @param to the byte after the last one
  public record Download(UUID eventId, Instant at, UUID who, long from, long to, long of) {
    public boolean whole() {
      return from == 0 && to == of;
    }
  }

  /// Notes that a part or the whole of a package went out.
  @Transactional
  public void note(
      EvidenceRequest request, Extraction extraction, ByteRange range, Person receiver) {
    UUID event =
        log.record(
            Event.of(EvidenceEvent.DOWNLOADED)
                .by(receiver.actor())
                .about("request", request.id(), request.code())
                .fact("extraction", extraction.code())
                .fact("from", range.start())
                .fact("to", range.end())
                .fact("of", extraction.bytes()));
    database.update(
        """
        insert into evidence.download
          (event_id, request_id, at, who, from_byte, to_byte, of_bytes)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        event,
        request.id(),
        requests.now(),
        receiver.id(),
        range.start(),
        range.end(),
        extraction.bytes());
  }

  /// The latest of a package, newest first.
  public List<Download> list(UUID requestId, int most) {
    return database.list(
        Download.class,
        """
        select event_id, at, who, from_byte as "from", to_byte as "to", of_bytes as "of"
        from evidence.download
        where request_id = ? order by at desc, event_id desc limit ?
        """,
        requestId,
        most);
  }
}
