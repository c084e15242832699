package anbinh.situation.open311;

import anbinh.platform.Inbound;
import anbinh.situation.report.HappenedPrecision;
import anbinh.situation.report.NewSituation;
import anbinh.situation.report.NewSituation.NewReportPoint;
import anbinh.situation.reporter.ReporterIdentity;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The fields of a form as GeoReport v2 has them. What is of no use here is left unread: account
/// and device identifiers, which would tell who reports, and addresses of pictures, which the
/// server does not fetch. Never printed.
final class ServiceRequestForm {
  static final String COMMUNE = "COMMUNE";
  static final String DANGER = "DANGER";
  static final String INJURED = "INJURED";
  static final String HAPPENED = "HAPPENED";
  private static final int MAX_LENGTH = 4000;
  private static final int MAX_FIELD = 300;

  /// As the standard advises.
  private static final int MAX_IDS = 100;

  /// An identifier with its comma and a space.
  private static final int MAX_ID = 38;

  private final Map<String, String> fields;

  /// The parameters of a request.
  ///
  /// @throws GeoReportRefusal for those that nobody can read; it does not hold them
  static ServiceRequestForm of(HttpServletRequest call) {
    try {
      return new ServiceRequestForm(call.getParameterMap());
    } catch (IllegalStateException _) {
      throw GeoReportRefusal.bad(
          "The form cannot be read; it must be URL-encoded, with %25 for a percent sign.");
    }
  }

  /// @param sent by name; of a name that comes twice the first counts
  /// @throws GeoReportRefusal for a value that is no plain text
  ServiceRequestForm(Map<String, String[]> sent) {
    this.fields = new TreeMap<>();
    sent.forEach((name, values) -> {
      if (values.length > 0 && !values[0].isBlank()) {
        if (!Inbound.isPlain(name) || !Inbound.isPlain(values[0])) {
          throw GeoReportRefusal.bad("A field holds characters that are no text.");
        }
        fields.put(name, values[0].strip());
      }
    });
  }

  /// A field as it was sent.
  Optional<String> find(String name) {
    return find(name, MAX_FIELD);
  }

  /// Identifiers with commas between them; what is none is as one that is unknown.
  Optional<List<UUID>> ids(String name) {
    return find(name, MAX_IDS * MAX_ID)
        .map(each -> List.of(each.split(",", -1)))
        .map(each -> {
          if (each.size() > MAX_IDS) {
            throw GeoReportRefusal.bad(name + " holds more than " + MAX_IDS + " identifiers.");
          }
          return each.stream().flatMap(id -> Inbound.id(id.strip()).stream()).toList();
        });
  }

  /// Whether somebody is in danger or hurt.
  boolean isPressing() {
    return yes(DANGER) || yes(INJURED);
  }

  private Optional<String> find(String name, int longest) {
    Optional<String> found = Optional.ofNullable(fields.get(name));
    found
        .filter(each -> each.length() > longest)
        .ifPresent(_ -> {
          throw GeoReportRefusal.bad(name + " is longer than " + longest + " characters.");
        });
    return found;
  }

  String require(String name) {
    return find(name).orElseThrow(() -> GeoReportRefusal.bad(name + " was not provided."));
  }

  private Optional<String> attribute(String code) {
    return find("attribute[" + code + "]");
  }

  String communeCode() {
    return attribute(COMMUNE)
        .orElseThrow(() -> GeoReportRefusal.bad("attribute[" + COMMUNE + "] was not provided."));
  }

  /// As it is taken in.
  ///
  /// @throws GeoReportRefusal naming the field
  NewSituation report(UUID communeId, String serviceCode, Instant now) {
    NewReportPoint point = point();
    String place = find("address_string").or(() -> find("address_id")).orElse(null);
    if (point == null && place == null) {
      throw GeoReportRefusal.bad(
          "No location: lat and long, address_string or address_id must be provided.");
    }
    Instant happened = attribute(HAPPENED).map(ServiceRequestForm::instant).orElse(null);
    return new NewSituation(
        communeId,
        null,
        serviceCode,
        yes(DANGER),
        yes(INJURED),
        happened == null ? HappenedPrecision.UNKNOWN : HappenedPrecision.ABOUT,
        happened,
        now,
        null,
        find("description", MAX_LENGTH)
            .orElseThrow(() -> GeoReportRefusal.bad("description was not provided.")),
        null,
        null,
        place,
        point,
        List.of(),
        List.of());
  }

  private @Nullable NewReportPoint point() {
    Optional<String> latitude = find("lat");
    Optional<String> longitude = find("long");
    if (latitude.isEmpty() && longitude.isEmpty()) {
      return null;
    }
    if (latitude.isEmpty() || longitude.isEmpty()) {
      throw GeoReportRefusal.bad("lat and long must both be provided.");
    }
    return new NewReportPoint(
        degrees("lat", latitude.get(), 90), degrees("long", longitude.get(), 180), null);
  }

  private static double degrees(String name, String text, double most) {
    if (text.matches("-?\\d{1,3}(\\.\\d{1,15})?")) {
      double read = Double.parseDouble(text);
      if (Math.abs(read) <= most) {
        return read;
      }
    }
    throw GeoReportRefusal.bad(name + " must be degrees of WGS 84.");
  }

  static Instant instant(String text) {
    return Inbound.instant(text)
        .orElseThrow(
            () -> GeoReportRefusal.bad("A time must be ISO 8601 with its offset from UTC."));
  }

  private boolean yes(String code) {
    return switch (attribute(code).orElse("no")) {
      case "yes" -> true;
      case "no" -> false;
      default -> throw GeoReportRefusal.bad("attribute[" + code + "] must be yes or no.");
    };
  }

  /// Who reports, as the other system states it.
  ReporterIdentity reporter() {
    String name =
        List.of(find("first_name"), find("last_name")).stream()
            .flatMap(Optional::stream)
            .reduce((first, last) -> last + " " + first)
            .orElse(null);
    return new ReporterIdentity(null, name, find("phone").orElse(null), find("email").orElse(null));
  }

  /// All that was sent but the key, in one text, to know the same form again.
  String whole() {
    var lines = new ArrayList<String>();
    fields.forEach((name, value) -> {
      if (!name.equals("api_key")) {
        lines.add(name.length() + ":" + name + value.length() + ":" + value);
      }
    });
    return String.join("", lines);
  }

  @Override
  public String toString() {
    return "ServiceRequestForm[…]";
  }
}
