package anbinh.sightings.source;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import anbinh.seal.tree.Hash;
import anbinh.sightings.SightingEvent;
import anbinh.sightings.SightingProblem;
import anbinh.sightings.source.SightingSource.Kind;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The sources of sightings, and the systems that may send them. Rights are the caller's to check.
/// Safe for many threads.
@Component
public class SightingSources {
  private static final int KEY_BYTES = 32;

  private final SourceTable table;
  private final AuditLog log;
  private final Ids ids;
  private final SiteClock clock;
  private final SecureRandom random = new SecureRandom();

  SightingSources(SourceTable table, AuditLog log, Ids ids, SiteClock clock) {
    this.table = table;
    this.log = log;
    this.ids = ids;
    this.clock = clock;
  }

  /// @param key by which it sends; it is told this once and kept nowhere
  record Added(SightingSource source, String key) {}

  @Transactional
  Added add(String name, Person by) {
    byte[] bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    String key = HexFormat.of().formatHex(bytes);
    var source = new SightingSource(ids.next(), Kind.HTTP, name, by.id(), clock.now(), null);
    if (!table.insert(source, hash(key))) {
      throw Problem.of(SightingProblem.SIGHTING_SOURCE_NAME_TAKEN, name);
    }
    log.record(
        Event.of(SightingEvent.SOURCE_ADDED)
            .by(by.actor())
            .about("sighting-source", source.id(), null)
            .detail("name", name));
    return new Added(source, key);
  }

  List<SightingSource> list() {
    return table.list();
  }

  /// The source of a kind that comes with the program.
  public UUID get(Kind kind) {
    return table.get(kind);
  }

  /// Takes its key away. Of one whose key is gone already, and of those that come with the program,
  /// which have none, nothing is changed.
  @Transactional
  SightingSource revoke(UUID id, Person by) {
    if (table.revoke(id, clock.now())) {
      log.record(
          Event.of(SightingEvent.SOURCE_REVOKED).by(by.actor()).about("sighting-source", id, null));
    }
    return table.find(id).orElseThrow(() -> Problem.of(SightingProblem.NO_SUCH_SIGHTING_SOURCE));
  }

  /// The source that a key is of.
  ///
  /// @throws Problem where it is of none that may send
  UUID requireSending(String key) {
    return table
        .findSending(hash(key))
        .orElseThrow(() -> Problem.of(SightingProblem.UNKNOWN_SOURCE_KEY));
  }

  private static byte[] hash(String key) {
    return Hash.sha256(key.getBytes(StandardCharsets.UTF_8)).bytes();
  }
}
