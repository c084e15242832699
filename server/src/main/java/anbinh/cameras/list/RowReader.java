package anbinh.cameras.list;

import anbinh.areas.Area;
import anbinh.cameras.Camera;
import anbinh.cameras.CameraKind;
import anbinh.cameras.ConsentStatement;
import anbinh.cameras.ConsentStatement.Form;
import anbinh.cameras.OwnerContact;
import anbinh.cameras.OwnerKind;
import anbinh.cameras.register.StreamAddress;
import anbinh.platform.FieldProblem;
import anbinh.platform.Inbound;
import anbinh.platform.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the cells of a row by all rules and names everything that is wrong.
///
/// Numbers may have a comma for a point and digits of any script; days are `2026-11-24` or
/// `24/11/2026`.
final class RowReader {
  private static final int LONGEST_TEXT = 120;
  private static final int LONGEST_REFERENCE = 60;
  private static final int LONGEST_DOCUMENT = 200;
  private static final int LONGEST_ADDRESS = 500;
  private static final int MOST_KEEP_DAYS = 3_650;
  private static final int MOST_RANGE_METRES = 2_000;
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,4}(\\.[0-9]{1,15})?");
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,6}");
  private static final DateTimeFormatter DAY_FIRST =
      DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

  private final ListWords words;
  private final Function<String, Optional<Area>> areas;
  private final LocalDate today;
  private final CsvRows.Row row;
  private final Consumer<RowError> errors;
  private boolean wrong;

  /// @param areas an area by what the list says; by nothing, the reader's own
  RowReader(
      ListWords words,
      Function<String, Optional<Area>> areas,
      LocalDate today,
      CsvRows.Row row,
      Consumer<RowError> errors) {
    this.words = words;
    this.areas = areas;
    this.today = today;
    this.row = row;
    this.errors = errors;
  }

  /// The row; empty when something is wrong with it.
  Optional<ListRow> read() {
    if (row.overfull()) {
      reject(null, "list-row-overfull");
    }
    String reference = text(ListColumn.REFERENCE, LONGEST_REFERENCE);
    String name = text(ListColumn.NAME, LONGEST_TEXT);
    Area area = area();
    CameraKind kind = choice(ListColumn.KIND, CameraKind.class);
    OwnerKind ownerKind = choice(ListColumn.OWNER_KIND, OwnerKind.class);
    Integer keepDays = whole(ListColumn.KEEP_DAYS, 1, MOST_KEEP_DAYS);
    Camera.Place place = place();
    OwnerContact contact = contact();
    ConsentStatement.New consent = consent(ownerKind);
    boolean connected = kind == CameraKind.CONNECTED;
    StreamAddress stream = stream(connected);
    ListColumn.Answer recording = choice(ListColumn.RECORDING, ListColumn.Answer.class);
    if (recording == ListColumn.Answer.YES && !connected) {
      reject(ListColumn.RECORDING, "only-connected");
    }
    if (wrong
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
    String code = text(ListColumn.AREA, LONGEST_TEXT);
    Optional<Area> area = areas.apply(code == null ? "" : code);
    if (area.isEmpty()) {
      reject(ListColumn.AREA, code == null ? "required" : "unknown-area");
    }
    return area.orElse(null);
  }

  private Camera.@Nullable Place place() {
    Double latitude = number(ListColumn.LATITUDE, 90);
    Double longitude = number(ListColumn.LONGITUDE, 180);
    Integer direction = whole(ListColumn.DIRECTION, 0, 360);
    Integer angle = whole(ListColumn.ANGLE, 1, 360);
    Integer range = whole(ListColumn.RANGE, 1, MOST_RANGE_METRES);
    if (latitude == null || longitude == null) {
      boolean one = has(ListColumn.LATITUDE) || has(ListColumn.LONGITUDE);
      if (one && !has(ListColumn.LATITUDE)) {
        reject(ListColumn.LATITUDE, "required");
      } else if (one && !has(ListColumn.LONGITUDE)) {
        reject(ListColumn.LONGITUDE, "required");
      } else if (direction != null || angle != null || range != null) {
        reject(ListColumn.LATITUDE, "required");
      }
      return null;
    }
    return new Camera.Place(
        latitude, longitude, direction == null ? null : direction % 360, angle, range);
  }

  private @Nullable OwnerContact contact() {
    String name = text(ListColumn.OWNER_NAME, OwnerContact.LONGEST_NAME);
    String phone = text(ListColumn.OWNER_PHONE, OwnerContact.LONGEST_PHONE);
    String address = text(ListColumn.OWNER_ADDRESS, OwnerContact.LONGEST_ADDRESS);
    String email = text(ListColumn.OWNER_EMAIL, OwnerContact.LONGEST_EMAIL);
    if (email != null && !OwnerContact.isEmail(email)) {
      reject(ListColumn.OWNER_EMAIL, "email");
    }
    if (name == null) {
      if (phone != null || address != null || email != null) {
        reject(ListColumn.OWNER_NAME, "required");
      }
      return null;
    }
    return new OwnerContact(name, phone, address, email);
  }

  private ConsentStatement.@Nullable New consent(@Nullable OwnerKind ownerKind) {
    LocalDate on = day(ListColumn.CONSENT_ON);
    LocalDate until = day(ListColumn.CONSENT_UNTIL);
    Form form = choice(ListColumn.CONSENT_FORM, Form.class);
    String document = text(ListColumn.CONSENT_DOCUMENT, LONGEST_DOCUMENT);
    if (on == null && form == null && until == null && document == null) {
      return null;
    }
    if (!has(ListColumn.CONSENT_ON)) {
      reject(ListColumn.CONSENT_ON, "required");
    }
    if (!has(ListColumn.CONSENT_FORM)) {
      reject(ListColumn.CONSENT_FORM, "required");
    }
    if (ownerKind != null && !ownerKind.needsConsent()) {
      reject(ListColumn.CONSENT_ON, "consent-not-needed");
    }
    if (on == null || form == null) {
      return null;
    }
    if (on.isAfter(today)) {
      reject(ListColumn.CONSENT_ON, "past-or-present");
    }
    if (until != null && until.isBefore(on)) {
      reject(ListColumn.CONSENT_UNTIL, "consent-until");
    }
    return new ConsentStatement.New(ConsentStatement.What.GIVEN, form, on, until, document);
  }

  private @Nullable StreamAddress stream(boolean connected) {
    String address = text(ListColumn.ADDRESS, LONGEST_ADDRESS);
    if (address == null) {
      if (connected) {
        reject(ListColumn.ADDRESS, "required");
      }
      return null;
    }
    if (!connected) {
      reject(ListColumn.ADDRESS, "only-connected");
      return null;
    }
    try {
      return StreamAddress.parse(address);
    } catch (Problem unreadable) {
      unreadable.fields().stream()
          .map(FieldProblem::code)
          .forEach(code -> reject(ListColumn.ADDRESS, code));
      return null;
    }
  }

  private boolean has(ListColumn column) {
    return !row.cell(column).isEmpty();
  }

  private @Nullable String text(ListColumn column, int longest) {
    String cell = row.cell(column);
    if (cell.isEmpty()) {
      if (column.required()) {
        reject(column, "required");
      }
      return null;
    }
    if (cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0) {
      // Mostly a quotation mark that is not closed, so that the rows behind it ended up in the
      // cell.
      reject(column, "list-line-break");
      return null;
    }
    if (!Inbound.isPlain(cell)) {
      reject(column, "characters");
      return null;
    }
    if (cell.length() > longest) {
      reject(column, "list-too-long", longest);
      return null;
    }
    return cell;
  }

  private @Nullable Integer whole(ListColumn column, int least, int most) {
    String cell = text(column, LONGEST_TEXT);
    if (cell == null) {
      return null;
    }
    String digits = plainDigits(cell);
    if (WHOLE.matcher(digits).matches()) {
      int value = Integer.parseInt(digits);
      if (value >= least && value <= most) {
        return value;
      }
    }
    reject(column, "list-whole", least, most);
    return null;
  }

  private @Nullable Double number(ListColumn column, int most) {
    String cell = text(column, LONGEST_TEXT);
    if (cell == null) {
      return null;
    }
    String digits = plainDigits(cell).replace(',', '.');
    if (NUMBER.matcher(digits).matches()) {
      double value = Double.parseDouble(digits);
      if (Math.abs(value) <= most) {
        return value;
      }
    }
    reject(column, "list-number", -most, most);
    return null;
  }

  private @Nullable LocalDate day(ListColumn column) {
    String cell = text(column, LONGEST_TEXT);
    if (cell == null) {
      return null;
    }
    String digits = plainDigits(cell);
    try {
      Optional<LocalDate> day =
          Inbound.date(
              digits.contains("/") ? LocalDate.parse(digits, DAY_FIRST).toString() : digits);
      if (day.isPresent()) {
        return day.get();
      }
    } catch (DateTimeException unreadable) {
      // Said below.
    }
    reject(column, "list-date");
    return null;
  }

  private <E extends Enum<E>> @Nullable E choice(ListColumn column, Class<E> type) {
    String cell = text(column, LONGEST_TEXT);
    if (cell == null) {
      return null;
    }
    Optional<E> choice = words.findChoice(column, cell).map(type::cast);
    if (choice.isEmpty()) {
      reject(column, "choice", String.join(", ", words.words(column)));
    }
    return choice.orElse(null);
  }

  private static String plainDigits(String text) {
    var plain = new StringBuilder();
    text.codePoints()
        .forEach(point ->
            plain.appendCodePoint(
                Character.isDigit(point) ? '0' + Character.digit(point, 10) : point));
    return plain.toString();
  }

  private void reject(@Nullable ListColumn column, String code, Object... arguments) {
    wrong = true;
    errors.accept(new RowError(row.number(), column, code, List.of(arguments)));
  }
}
