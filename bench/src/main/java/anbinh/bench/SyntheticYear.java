package anbinh.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import anbinh.platform.Ids;
import anbinh.seal.bag.PayloadFile;
import anbinh.seal.json.Json;
import anbinh.seal.log.Commitment;
import anbinh.seal.log.EventRecord;
import anbinh.seal.log.LogReader;
import anbinh.seal.log.TlogProof;
import anbinh.seal.note.Checkpoint;
import anbinh.seal.note.SignedCheckpoint;
import anbinh.seal.note.SigningKey;
import anbinh.seal.pack.EventProof;
import anbinh.seal.pack.PackageWriter;
import anbinh.seal.pack.Seal;
import anbinh.seal.tree.Hash;
import anbinh.seal.tree.TileNodes;
import anbinh.seal.tree.TilePath;
import anbinh.seal.tree.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A made-up year of an office: requests, decisions, sealed packages, downloads, and for the rest
/// of the log segments of recordings that were closed and, when their time was over, deleted.
///
/// Events go into the log by the running server. Packages are written by the product's own
/// [PackageWriter] with proofs from that log, each under a head of its own; they are small, and say
/// in their labels that they are synthetic.
final class SyntheticYear {
  private static final int MONTHS = 12;
  private static final Duration MONTH = Duration.ofDays(30);
  private static final int OF_A_PACKAGE = 4;
  private static final int PAYLOAD_BYTES = 4_096;
  private static final long SEED = 20_261_130;

  private final Path data;
  private final Connection database;
  private final LoggedEvents events;
  private final LoggedEvents.Person requester;
  private final LoggedEvents.Person decider;
  private final Random random = new Random(SEED);
  private final Instant begin =
      Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(MONTH.multipliedBy(13));
  private final Ids ids;
  private final UUID camera;
  private final UUID area;
  private Instant now = begin;

  SyntheticYear(Path data, Connection database) throws SQLException {
    this.data = data;
    this.database = database;
    this.events = new LoggedEvents(data, database);
    this.ids = new Ids(InstantSource.system(), random);
    this.requester = person("duty_officer");
    this.decider = person("admin");
    this.camera = ids.next();
    this.area = ids.next();
  }

  private LoggedEvents.Person person(String username) throws SQLException {
    try (PreparedStatement select =
        database.prepareStatement("select id, pseudonym from identity.person where username = ?")) {
      select.setString(1, username);
      try (ResultSet found = select.executeQuery()) {
        found.next();
        return new LoggedEvents.Person(
            found.getObject(1, UUID.class), found.getObject(2, UUID.class));
      }
    }
  }

  /// A package on its way.
  private record Sealing(
      UUID request,
      String code,
      String extraction,
      UUID requested,
      UUID decided,
      UUID sealed,
      EventRecord requestRecord,
      EventRecord decisionRecord,
      Instant at) {}

  /// One whose bag is written.
  private record Bagged(Sealing sealing, Seal seal, PackageWriter writer) {}

  /// Fills the server's database, its log and its folder of packages.
  void fill(int packages, long entries) throws IOException, SQLException, InterruptedException {
    long begun = System.nanoTime();
    long pairs = Math.max(0, (entries - (long) OF_A_PACKAGE * packages) / 2);
    int made = 0;
    List<Bagged> bagged = List.of();
    for (int month = 0; month < MONTHS; month++) {
      now = begin.plus(MONTH.multipliedBy(month));
      int until = (int) ((long) packages * (month + 1) / MONTHS);
      List<Sealing> sealings = new ArrayList<>();
      while (made < until) {
        sealings.add(request(++made));
      }
      segments(pairs * (month + 1) / MONTHS - pairs * month / MONTHS);
      events.await(); // with the seals of the month before
      finish(bagged);
      bagged = bag(sealings);
      System.out.printf(
          Locale.ROOT,
          "  month %d of %d: %d packages, %.0f s%n",
          month + 1,
          MONTHS,
          made,
          (System.nanoTime() - begun) / 1e9);
    }
    events.await();
    finish(bagged);
    events.await();
    events.close();
  }

  private Instant later() {
    now = now.plusMillis(500);
    return now;
  }

  private Sealing request(int number) throws SQLException {
    UUID request = ids.next();
    UUID relatedCase = ids.next();
    String code = "REQ-SYN-%06d".formatted(number);
    var subject = new LoggedEvents.Subject("request", request, code);
    Instant asked = later();
    Instant from = asked.minus(Duration.ofHours(2));
    Instant to = from.plus(Duration.ofMinutes(10));
    Map<String, Json> granted = new HashMap<>();
    granted.put("from", Json.of(EventRecord.formatTime(from)));
    granted.put("to", Json.of(EventRecord.formatTime(to)));
    granted.put("cameras", new Json.Arr(List.of(Json.of(camera.toString()))));
    Map<String, Json> facts = new HashMap<>(granted);
    facts.put("case", Json.of(relatedCase.toString()));
    facts.put("purpose", Json.of("ESTABLISH_FACTS"));
    facts.put("legalBasis", Json.of("CPC_2015_ART_145"));
    facts.put("offence", Json.of("THEFT"));
    facts.put("urgent", new Json.Bool(false));
    UUID requested = ids.next();
    EventRecord requestRecord =
        events.add(requested, "extraction.requested", asked, requester, subject, facts);
    Instant decidedAt = later();
    granted.put("outcome", Json.of("APPROVE"));
    granted.put("reasonCode", Json.of("JUSTIFIED"));
    granted.put("confirmedAt", Json.of(EventRecord.formatTime(asked)));
    granted.put("confirmedBy", Json.of("PASSWORD"));
    UUID decided = ids.next();
    EventRecord decisionRecord =
        events.add(decided, "extraction.decided", decidedAt, decider, subject, granted);
    Instant sealedAt = later();
    insertRequest(request, code, relatedCase, from, to, asked, decidedAt, sealedAt);
    UUID sealed = ids.next();
    insertHistory(request, "REQUESTED", asked, requester.id(), requested);
    insertHistory(request, "APPROVED", decidedAt, decider.id(), decided);
    insertHistory(request, "SEALED", sealedAt, null, sealed);
    return new Sealing(
        request,
        code,
        "EXT-SYN-%06d".formatted(number),
        requested,
        decided,
        sealed,
        requestRecord,
        decisionRecord,
        sealedAt);
  }

  private void insertRequest(
      UUID id,
      String code,
      UUID relatedCase,
      Instant from,
      Instant to,
      Instant asked,
      Instant decided,
      Instant sealed)
      throws SQLException {
    update(
        """
        insert into evidence.request (id, code, case_id, area_id, from_at, to_at, purpose,
          legal_basis, offence, necessity, urgent, requested_by, requested_at, expires_at, state,
          decided_by, decided_at, decision, reason_code, reason, granted_from, granted_to, sealed_at)
        values (?, ?, ?, ?, ?, ?, 'ESTABLISH_FACTS', 'CPC_2015_ART_145', 'THEFT',
          'Synthetic, to measure the check.', false, ?, ?, ?, 'SEALED', ?, ?, 'APPROVE', 'JUSTIFIED',
          'Synthetic, to measure the check.', ?, ?, ?)
        """,
        id,
        code,
        relatedCase,
        area,
        from,
        to,
        requester.id(),
        asked,
        asked.plus(Duration.ofDays(1)),
        decider.id(),
        decided,
        from,
        to,
        sealed);
    update(
        """
        insert into evidence.request_camera (request_id, ordinal, camera_id, area_id, granted)
        values (?, 0, ?, ?, true)
        """,
        id,
        camera,
        area);
    update("insert into evidence.confirmation values (?, ?, 'PASSWORD')", id, asked);
  }

  private void insertHistory(UUID request, String what, Instant at, @Nullable UUID who, UUID event)
      throws SQLException {
    update(
        "insert into evidence.history (request_id, at, what, who, event_id) values (?, ?, ?, ?, ?)",
        request,
        at,
        what,
        who,
        event);
  }

  /// Segments that were closed and deleted: two entries each.
  private void segments(long count) throws SQLException {
    try (PreparedStatement insert =
        database.prepareStatement(
            """
            insert into recording.deleted_segment
              (id, camera_id, start_at, end_at, sha256, deleted_at)
            values (?, ?, ?, ?, ?, ?)
            """)) {
      for (long n = 1; n <= count; n++) {
        UUID id = ids.next();
        Instant at = later();
        Hash hash = Hash.sha256(id.toString().getBytes(UTF_8));
        var subject = new LoggedEvents.Subject("segment", id, null);
        Map<String, Json> facts = Map.of("sha256", Json.of(hash.hex()));
        events.add(ids.next(), "segment.closed", at, null, subject, facts);
        events.add(ids.next(), "segment.deleted", at.plusMillis(1), null, subject, facts);
        insert.setObject(1, id);
        insert.setObject(2, camera);
        insert.setTimestamp(3, Timestamp.from(at.minusSeconds(60)));
        insert.setTimestamp(4, Timestamp.from(at));
        insert.setBytes(5, hash.bytes());
        insert.setTimestamp(6, Timestamp.from(at));
        insert.addBatch();
        if (n % 1_000 == 0 || n == count) {
          insert.executeBatch();
        }
      }
    }
  }

  /// Writes the bags and has the seals logged.
  private List<Bagged> bag(List<Sealing> sealings) throws IOException, SQLException {
    SigningKey key = SigningKey.load(data.resolve("keys").resolve("log.key"));
    Path folder = Files.createDirectories(data.resolve("evidence").resolve("packages"));
    List<Bagged> bagged = new ArrayList<>();
    for (Sealing each : sealings) {
      PackageWriter writer =
          PackageWriter.zip(
              folder.resolve(each.extraction() + ".zip"), each.extraction(), key.verifierKey());
      byte[] payload = new byte[PAYLOAD_BYTES];
      random.nextBytes(payload);
      PackageWriter.Packed packed =
          writer.writeBag(
              List.of(PayloadFile.of("clips/synthetic.bin", payload)),
              Map.of("External-Description", "Synthetic, to measure the check"));
      Seal seal =
          new Seal(
              each.at(),
              each.extraction(),
              each.request().toString(),
              null,
              null,
              Seal.Act.of(each.requestRecord(), index(each.requested())),
              Seal.Act.of(each.decisionRecord(), index(each.decided())),
              null,
              packed.contents(),
              List.of(),
              null,
              new Seal.Enclosed(List.of(), false),
              Commitment.salt());
      var subject = new LoggedEvents.Subject("request", each.request(), each.code());
      events.add(each.sealed(), "extraction.sealed", each.at(), null, subject, seal.canonical());
      bagged.add(new Bagged(each, seal, writer));
    }
    return bagged;
  }

  /// Finishes packages whose seals are in the log, each under the head right after its seal, and
  /// notes that each was downloaded.
  private void finish(List<Bagged> bagged) throws IOException, SQLException {
    SigningKey key = SigningKey.load(data.resolve("keys").resolve("log.key"));
    var proofs = new Heads(data.resolve("log"), key);
    for (Bagged next : bagged) {
      Sealing each = next.sealing();
      Seal seal = next.seal();
      try (PackageWriter writer = next.writer()) {
        long index = index(each.sealed());
        SignedCheckpoint head = proofs.head(index + 1);
        PackageWriter.Archive archive =
            writer
                .finish(
                    seal,
                    new PackageWriter.Proved(
                        proofs.prove(index, head),
                        new EventProof(
                            each.requestRecord(), proofs.prove(seal.requested().index(), head)),
                        new EventProof(
                            each.decisionRecord(), proofs.prove(seal.decided().index(), head)),
                        List.of()),
                    Map.of())
                .orElseThrow();
        update(
            """
            insert into evidence.extraction
              (request_id, code, sealed_at, bytes, sha256, leaf_index, coverage)
            values (?, ?, ?, ?, ?, ?, '{}')
            """,
            each.request(),
            each.extraction(),
            each.at(),
            archive.bytes(),
            archive.sha256(),
            index);
        download(each, archive.bytes());
      }
    }
    database.commit();
  }

  private void download(Sealing sealed, long bytes) throws SQLException {
    UUID event = ids.next();
    Instant at = later();
    events.add(
        event,
        "extraction.downloaded",
        at,
        requester,
        new LoggedEvents.Subject("request", sealed.request(), sealed.code()),
        Map.of("from", Json.of(0L), "to", Json.of(bytes)));
    update(
        """
        insert into evidence.download (event_id, request_id, at, who, from_byte, to_byte, of_bytes)
        values (?, ?, ?, ?, 0, ?, ?)
        """,
        event,
        sealed.request(),
        at,
        requester.id(),
        bytes,
        bytes);
  }

  private long index(UUID event) throws SQLException {
    try (PreparedStatement select =
        database.prepareStatement("select leaf_index from audit.event where id = ?")) {
      select.setObject(1, event);
      try (ResultSet found = select.executeQuery()) {
        found.next();
        return found.getLong(1);
      }
    }
  }

  private void update(String sql, @Nullable Object... values) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      for (int n = 0; n < values.length; n++) {
        Object value = values[n];
        statement.setObject(n + 1, value instanceof Instant at ? Timestamp.from(at) : value);
      }
      statement.executeUpdate();
    }
  }

  /// Signs any head that the log had, and proves entries under it.
  private static final class Heads {
    private final SigningKey key;
    private final LogReader log;
    private final TileNodes nodes;

    Heads(Path folder, SigningKey key) {
      this.key = key;
      this.log = LogReader.open(folder, key.verifierKey());
      Map<String, byte[]> tiles = new HashMap<>();
      this.nodes =
          new TileNodes((level, index) -> {
            int width =
                (int)
                    Math.min(
                        TilePath.WIDTH,
                        TilePath.hashes(level, log.size()) - index * TilePath.WIDTH);
            return tiles.computeIfAbsent(
                TilePath.tile(level, index, width), path -> read(folder.resolve(path)));
          });
    }

    private static byte[] read(Path file) {
      try {
        return Files.readAllBytes(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    SignedCheckpoint head(long size) {
      return SignedCheckpoint.sign(
          new Checkpoint(key.verifierKey().name(), size, Tree.root(size, nodes)), key);
    }

    TlogProof prove(long index, SignedCheckpoint head) {
      return new TlogProof(
          index, Tree.inclusionProof(index, head.checkpoint().size(), nodes), head);
    }
  }
}
