package anbinh.cameras.imports;

import anbinh.areas.Area;
import anbinh.cameras.Camera;
import anbinh.cameras.CameraKind;
import anbinh.cameras.CameraNetwork;
import anbinh.cameras.ConsentStatement;
import anbinh.cameras.ConsentStatement.Form;
import anbinh.cameras.OwnerContact;
import anbinh.cameras.OwnerKind;
import anbinh.cameras.store.StreamAddress;
import anbinh.platform.EmailAddress;
import anbinh.platform.FieldProblem;
import anbinh.platform.Problem;
import anbinh.platform.sheet.SheetCells;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads the cells of a row by all rules and names everything that is wrong.
final class RowReader {
  private static final int MAX_TEXT = 120;
  private static final int MAX_REFERENCE = 60;
  private static final int MAX_DOCUMENT = 200;
  private static final int MAX_ADDRESS = 500;
  private static final int MAX_KEEP_DAYS = 3_650;
  private static final int MAX_RANGE_METRES = 2_000;

  private final CameraNetwork network;
  private final Function<String, Optional<Area>> areas;
  private final LocalDate today;
  private final SheetCells<ListColumn> cells;

  /// @param network where cameras may be
  /// @param areas an area by what the list says; by nothing, the reader's own
  RowReader(
      CameraNetwork network,
      Function<String, Optional<Area>> areas,
      LocalDate today,
      SheetCells<ListColumn> cells) {
    this.network = network;
    this.areas = areas;
    this.today = today;
    this.cells = cells;
  }

  /// The row; empty when something is wrong with it.
  Optional<ListRow> read() {
    String reference = cells.text(ListColumn.REFERENCE, MAX_REFERENCE);
    String name = cells.name(ListColumn.NAME, MAX_TEXT);
    Area area = area();
    CameraKind kind = cells.choice(ListColumn.KIND, CameraKind.class);
    OwnerKind ownerKind = cells.choice(ListColumn.OWNER_KIND, OwnerKind.class);
    Integer keepDays = cells.whole(ListColumn.KEEP_DAYS, 1, MAX_KEEP_DAYS);
    Camera.Place place = place();
    OwnerContact contact = contact();
    ConsentStatement.New consent = consent(ownerKind);
    boolean connected = kind == CameraKind.CONNECTED;
    StreamAddress stream = stream(connected);
    ListColumn.Answer recording = cells.choice(ListColumn.RECORDING, ListColumn.Answer.class);
    if (recording == ListColumn.Answer.YES && !connected) {
      cells.reject(ListColumn.RECORDING, "only-connected");
    }
    if (cells.wrong()
        || reference == null
        || name == null
        || area == null
        || ownerKind == null
        || keepDays == null) {
      return Optional.empty();
    }
    return Optional.of(
        new ListRow(
            reference,
            name,
            area,
            connected ? CameraKind.CONNECTED : CameraKind.COMMUNITY,
            ownerKind,
            keepDays,
            place,
            contact,
            consent,
            stream,
            recording == ListColumn.Answer.YES));
  }

  private @Nullable Area area() {
    String code = cells.text(ListColumn.AREA, MAX_TEXT);
    Optional<Area> area = areas.apply(code == null ? "" : code);
    if (area.isEmpty()) {
      cells.reject(ListColumn.AREA, code == null ? "required" : "unknown-area");
    }
    return area.orElse(null);
  }

  private Camera.@Nullable Place place() {
    Double latitude = cells.number(ListColumn.LATITUDE, 90);
    Double longitude = cells.number(ListColumn.LONGITUDE, 180);
    Integer direction = cells.whole(ListColumn.DIRECTION, 0, 360);
    Integer angle = cells.whole(ListColumn.ANGLE, 1, 360);
    Integer range = cells.whole(ListColumn.RANGE, 1, MAX_RANGE_METRES);
    if (latitude == null || longitude == null) {
      boolean one = cells.has(ListColumn.LATITUDE) || cells.has(ListColumn.LONGITUDE);
      if (one && !cells.has(ListColumn.LATITUDE)) {
        cells.reject(ListColumn.LATITUDE, "required");
      } else if (one && !cells.has(ListColumn.LONGITUDE)) {
        cells.reject(ListColumn.LONGITUDE, "required");
      } else if (direction != null || angle != null || range != null) {
        cells.reject(ListColumn.LATITUDE, "required");
      }
      return null;
    }
    return new Camera.Place(
        latitude, longitude, direction == null ? null : direction % 360, angle, range);
  }

  private @Nullable OwnerContact contact() {
    String name = cells.name(ListColumn.OWNER_NAME, OwnerContact.MAX_NAME);
    String phone = cells.text(ListColumn.OWNER_PHONE, OwnerContact.MAX_PHONE);
    String address = cells.text(ListColumn.OWNER_ADDRESS, OwnerContact.MAX_ADDRESS);
    String email = cells.text(ListColumn.OWNER_EMAIL, EmailAddress.MAX_LENGTH);
    if (email != null && !EmailAddress.is(email)) {
      cells.reject(ListColumn.OWNER_EMAIL, "email");
    }
    if (name == null) {
      if (phone != null || address != null || email != null) {
        cells.reject(ListColumn.OWNER_NAME, "required");
      }
      return null;
    }
    return new OwnerContact(name, phone, address, email);
  }

  private ConsentStatement.@Nullable New consent(@Nullable OwnerKind ownerKind) {
    LocalDate on = cells.day(ListColumn.CONSENT_ON);
    LocalDate until = cells.day(ListColumn.CONSENT_UNTIL);
    Form form = cells.choice(ListColumn.CONSENT_FORM, Form.class);
    String document = cells.text(ListColumn.CONSENT_DOCUMENT, MAX_DOCUMENT);
    if (on == null && form == null && until == null && document == null) {
      return null;
    }
    if (!cells.has(ListColumn.CONSENT_ON)) {
      cells.reject(ListColumn.CONSENT_ON, "required");
    }
    if (!cells.has(ListColumn.CONSENT_FORM)) {
      cells.reject(ListColumn.CONSENT_FORM, "required");
    }
    if (ownerKind != null && !ownerKind.needsConsent()) {
      cells.reject(ListColumn.CONSENT_ON, "consent-not-needed");
    }
    if (on == null || form == null) {
      return null;
    }
    if (on.isAfter(today)) {
      cells.reject(ListColumn.CONSENT_ON, "past-or-present");
    }
    if (until != null && until.isBefore(on)) {
      cells.reject(ListColumn.CONSENT_UNTIL, "consent-until");
    }
    return new ConsentStatement.New(ConsentStatement.What.GIVEN, form, on, until, document);
  }

  private @Nullable StreamAddress stream(boolean connected) {
    String address = cells.text(ListColumn.ADDRESS, MAX_ADDRESS);
    if (address == null) {
      if (connected) {
        cells.reject(ListColumn.ADDRESS, "required");
      }
      return null;
    }
    if (!connected) {
      cells.reject(ListColumn.ADDRESS, "only-connected");
      return null;
    }
    try {
      StreamAddress stream = StreamAddress.parse(address);
      network.require(stream.uri());
      return stream;
    } catch (Problem unreadable) {
      unreadable.fields().stream()
          .map(FieldProblem::code)
          .forEach(code -> cells.reject(ListColumn.ADDRESS, code));
      return null;
    }
  }
}
