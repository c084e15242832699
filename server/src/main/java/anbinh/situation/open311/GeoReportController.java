package anbinh.situation.open311;

import anbinh.platform.FieldProblem;
import anbinh.platform.Inbound;
import anbinh.platform.PlatformProblem;
import anbinh.platform.Problem;
import anbinh.platform.Site;
import anbinh.platform.http.KeyedPath;
import anbinh.platform.http.OpenPaths;
import anbinh.situation.SituationProblem;
import anbinh.situation.deadlines.SituationDeadlines;
import anbinh.situation.open311.ServiceKeys.ServiceKey;
import anbinh.situation.open311.ServiceRequestTable.ServiceRequest;
import anbinh.situation.open311.ServiceRequestTable.WantedRequests;
import anbinh.situation.resident.CallerKeys;
import anbinh.situation.resident.ResidentLimits;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/open311/v2`: GeoReport v2 (<https://wiki.open311.org/GeoReport_v2/>). What it answers, errors
/// too, has the standard's forms and not the house's. The parameters are the standard's.
@RestController
@RequestMapping("/open311/v2")
class GeoReportController {
  /// As the standard has it where nothing is said: the last ninety days, a thousand requests.
  private static final Duration SPAN = Duration.ofDays(90);

  private static final int MAX = 1000;
  private static final int MAX_CODES = 100;
  private static final String FORMAT = ".{format:json|xml}";

  private final ServiceRequests requests;
  private final ServiceRequestTable table;
  private final ServiceKeys keys;
  private final GeoReportDocuments documents;
  private final ResidentLimits limits;
  private final CallerKeys callers;
  private final SituationDeadlines clock;
  private final Site site;

  GeoReportController(
      ServiceRequests requests,
      ServiceRequestTable table,
      ServiceKeys keys,
      GeoReportDocuments documents,
      ResidentLimits limits,
      CallerKeys callers,
      SituationDeadlines clock,
      Site site) {
    this.requests = requests;
    this.table = table;
    this.keys = keys;
    this.documents = documents;
    this.limits = limits;
    this.callers = callers;
    this.clock = clock;
    this.site = site;
  }

  /// Where this endpoint is, and where to go with what it does not take.
  @GetMapping("/discovery" + FORMAT)
  ResponseEntity<byte[]> discovery(
      @PathVariable String format, @Parameter(hidden = true) HttpServletRequest call) {
    return answer(format, 200, () -> documents.discovery(address(call)));
  }

  @GetMapping("/services" + FORMAT)
  ResponseEntity<byte[]> services(@PathVariable String format) {
    return answer(format, 200, () -> documents.services(requests.services()));
  }

  /// What a service asks for beside a place and words.
  @GetMapping("/services/{code}" + FORMAT)
  ResponseEntity<byte[]> definition(@PathVariable String code, @PathVariable String format) {
    return answer(
        format, 200, () -> documents.definition(requests.service(code), requests.communes()));
  }

  /// Takes a request, as a form.
  @PostMapping("/requests" + FORMAT)
  ResponseEntity<byte[]> send(
      @PathVariable String format, @Parameter(hidden = true) HttpServletRequest call) {
    return answer(
        format,
        201,
        () -> {
          ServiceRequestForm form = form(call);
          ServiceKey key = key(form, call);
          UUID communeId = requests.communeId(form);
          return documents.taken(
              limits.request(
                  key.id(),
                  communeId,
                  requests.isPressing(form),
                  () -> requests.take(form, communeId, key)));
        });
  }

  /// The key's own requests; of nobody else's is anything shown.
  @GetMapping("/requests" + FORMAT)
  ResponseEntity<byte[]> list(
      @PathVariable String format, @Parameter(hidden = true) HttpServletRequest call) {
    return answer(format, 200, () -> documents.requests(table.list(requested(call), MAX)));
  }

  @GetMapping("/requests/{id}" + FORMAT)
  ResponseEntity<byte[]> read(
      @PathVariable String id,
      @PathVariable String format,
      @Parameter(hidden = true) HttpServletRequest call) {
    return answer(format, 200, () -> documents.requests(List.of(own(id, call))));
  }

  /// Requests get their identifiers at once, so a token is one.
  @GetMapping("/tokens/{id}" + FORMAT)
  ResponseEntity<byte[]> token(
      @PathVariable String id,
      @PathVariable String format,
      @Parameter(hidden = true) HttpServletRequest call) {
    return answer(format, 200, () -> documents.token(own(id, call).id()));
  }

  private ServiceRequest own(String id, HttpServletRequest call) {
    ServiceKey key = reading(ServiceRequestForm.of(call), call);
    return Inbound.id(id)
        .flatMap(each ->
            table
                .list(new WantedRequests(key.id(), List.of(each), null, null, null, null), 1)
                .stream()
                .findFirst())
        .orElseThrow(() ->
            new GeoReportRefusal(GeoReportRefusal.NOT_FOUND, "service_request_id was not found."));
  }

  /// What is sent; a key in the address, which proxies keep, is turned away.
  private static ServiceRequestForm form(HttpServletRequest call) {
    String query = call.getQueryString();
    if (query != null && query.contains("api_key")) {
      throw GeoReportRefusal.bad("api_key belongs in the form and not in the address.");
    }
    return ServiceRequestForm.of(call);
  }

  private ServiceKey key(ServiceRequestForm form, HttpServletRequest call) {
    return form.find("api_key")
        .flatMap(each -> limits.guessKey(callers.of(call), () -> keys.find(each)))
        .orElseThrow(() ->
            new GeoReportRefusal(
                GeoReportRefusal.FORBIDDEN, "api_key is missing, unknown, over or revoked."));
  }

  /// The key of who asks how requests stand, which may be done so often.
  private ServiceKey reading(ServiceRequestForm form, HttpServletRequest call) {
    ServiceKey key = key(form, call);
    limits.reading(key.id());
    return key;
  }

  private WantedRequests requested(HttpServletRequest call) {
    ServiceRequestForm form = ServiceRequestForm.of(call);
    ServiceKey key = reading(form, call);
    List<UUID> ids = form.ids("service_request_id").orElse(null);
    if (ids != null) {
      // The standard: it overrides all others.
      return new WantedRequests(key.id(), ids, null, null, null, null);
    }
    Instant to = form.find("end_date").map(ServiceRequestForm::instant).orElse(clock.now());
    Instant from = form.find("start_date").map(ServiceRequestForm::instant).orElse(to.minus(SPAN));
    if (from.plus(SPAN).isBefore(to)) {
      throw GeoReportRefusal.bad("start_date and end_date may be 90 days apart.");
    }
    return new WantedRequests(
        key.id(),
        null,
        form.find("service_code").map(each -> List.of(each.split(",", MAX_CODES))).orElse(null),
        from,
        to,
        form.find("status").map(GeoReportController::open).orElse(null));
  }

  private static @Nullable Boolean open(String status) {
    return switch (status) {
      case "open" -> Boolean.TRUE;
      case "closed" -> Boolean.FALSE;
      case "open,closed", "closed,open" -> null;
      default -> throw GeoReportRefusal.bad("status must be open or closed.");
    };
  }

  private String address(HttpServletRequest call) {
    String said = site.address();
    String base =
        said == null
            ? call.getRequestURL().substring(0, call.getRequestURL().indexOf("/open311/"))
            : said;
    return base + "/open311/v2";
  }

  private static ResponseEntity<byte[]> answer(
      String format, int status, Supplier<GeoReportDocument> document) {
    GeoReportFormat as = GeoReportFormat.of(format);
    try {
      return answer(as, status, document.get(), null);
    } catch (GeoReportRefusal refusal) {
      return answer(as, refusal);
    } catch (Problem problem) {
      return answer(as, refusal(problem));
    }
  }

  private static ResponseEntity<byte[]> answer(GeoReportFormat as, GeoReportRefusal refusal) {
    return answer(
        as,
        refusal.status(),
        GeoReportDocuments.errors(refusal.status(), refusal.description()),
        refusal.retryAfter());
  }

  private static ResponseEntity<byte[]> answer(
      GeoReportFormat as, int status, GeoReportDocument document, @Nullable Duration wait) {
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(status).contentType(as.type()).cacheControl(CacheControl.noStore());
    if (wait != null) {
      answer.header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds() + 1)));
    }
    return answer.body(document.write(as));
  }

  /// What the house refuses, in the standard's form; what is nobody's mistake stays the house's.
  private static GeoReportRefusal refusal(Problem problem) {
    if (problem.code() == SituationProblem.TOO_MANY_REPORTS
        || problem.code() == SituationProblem.TOO_MANY_CODES) {
      return GeoReportRefusal.tooMany(problem.retryAfter().orElse(Duration.ofMinutes(1)));
    }
    if (problem.code() == PlatformProblem.INVALID) {
      return GeoReportRefusal.bad(
          problem.fields().stream()
              .map(FieldProblem::field)
              .collect(Collectors.joining(", ", "Not as it must be: ", ".")));
    }
    throw problem;
  }

  @Bean
  static OpenPaths open311IsOpen() {
    return OpenPaths.of("/open311/**");
  }

  @Bean
  static KeyedPath open311IsKeyed() {
    return new KeyedPath("/open311/**");
  }
}
