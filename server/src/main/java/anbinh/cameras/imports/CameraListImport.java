package anbinh.cameras.imports;

import anbinh.cameras.Camera;
import anbinh.cameras.CameraCredentials;
import anbinh.cameras.Consent;
import anbinh.cameras.ConsentStatement;
import anbinh.cameras.OwnerContact;
import anbinh.cameras.owner.OwnerTable;
import anbinh.cameras.store.CameraTable;
import anbinh.cameras.store.StreamAddress;
import anbinh.platform.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Puts the rows of a list into the tables, a thousand at a time. Not thread-safe.
final class CameraListImport {
  private static final int BATCH = 1_000;

  private final CameraTable table;
  private final OwnerTable owners;
  private final Ids ids;
  private final Iterator<String> codes;
  private final Instant now;
  private final UUID personId;
  private final List<CameraTable.New> cameras = new ArrayList<>();
  private final Map<UUID, OwnerContact> contacts = new HashMap<>();
  private final List<ConsentStatement> statements = new ArrayList<>();
  private final List<UUID> added = new ArrayList<>();
  private final List<UUID> toRecord = new ArrayList<>();

  /// @param codes one for each row that will be added
  CameraListImport(
      CameraTable table,
      OwnerTable owners,
      Ids ids,
      Iterator<String> codes,
      Instant now,
      UUID personId) {
    this.table = table;
    this.owners = owners;
    this.ids = ids;
    this.codes = codes;
    this.now = now;
    this.personId = personId;
  }

  void add(ListRow row) {
    Camera camera = camera(row);
    StreamAddress stream = row.stream();
    cameras.add(
        new CameraTable.New(camera, stream == null ? null : stream.credentials().password()));
    added.add(camera.id());
    OwnerContact contact = row.contact();
    if (contact != null) {
      contacts.put(camera.id(), contact);
    }
    ConsentStatement.New consent = row.consent();
    if (consent != null) {
      statements.add(statement(camera, consent));
    }
    if (camera.recording()) {
      toRecord.add(camera.id());
    }
    if (cameras.size() == BATCH) {
      flush();
    }
  }

  /// Writes what is left.
  void flush() {
    table.insert(cameras, now);
    owners.putContacts(contacts);
    owners.add(statements);
    cameras.clear();
    contacts.clear();
    statements.clear();
  }

  /// All cameras of the list.
  List<UUID> added() {
    return List.copyOf(added);
  }

  /// The cameras that are to be recorded from now on.
  List<UUID> toRecord() {
    return List.copyOf(toRecord);
  }

  private Camera camera(ListRow row) {
    @Nullable StreamAddress stream = row.stream();
    CameraCredentials credentials =
        stream == null ? new CameraCredentials(null, null) : stream.credentials();
    ConsentStatement.New consent = row.consent();
    return new Camera(
        ids.next(),
        codes.next(),
        row.kind(),
        row.reference(),
        row.name(),
        row.area().id(),
        row.ownerKind(),
        consent == null ? Consent.NONE : new Consent(Consent.State.GIVEN, consent.until()),
        stream == null ? null : stream.uri(),
        credentials.username(),
        false,
        row.recording(),
        row.keepDays(),
        row.place(),
        false);
  }

  private ConsentStatement statement(Camera camera, ConsentStatement.New stated) {
    return new ConsentStatement(
        ids.next(),
        camera.id(),
        stated.what(),
        stated.form(),
        stated.on(),
        stated.until(),
        stated.document(),
        now,
        personId);
  }
}
