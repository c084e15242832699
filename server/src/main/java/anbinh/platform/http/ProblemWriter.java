package anbinh.platform.http;

import anbinh.platform.FieldProblem;
import anbinh.platform.Languages;
import anbinh.platform.Messages;
import anbinh.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Writes a [Problem] as `application/problem+json` in the reader's language, and to the log: one
/// line for what is expected to happen, the stack for a fault of ours.
@Component
public class ProblemWriter {
  private static final Logger LOG = LoggerFactory.getLogger("anbinh.problem");

  private final Messages messages;
  private final JsonMapper json;

  ProblemWriter(Messages messages, JsonMapper json) {
    this.messages = messages;
    this.json = json;
  }

  public void write(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    log(request, problem);
    if (response.isCommitted()) {
      return;
    }
    Locale locale = Languages.of(request);
    response.resetBuffer();
    response.setStatus(problem.code().kind().status());
    response.setContentType("application/problem+json");
    response.setCharacterEncoding("UTF-8");
    response.setHeader(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    problem
        .retryAfter()
        .ifPresent(wait -> response.setHeader(HttpHeaders.RETRY_AFTER, seconds(wait)));
    json.writeValue(response.getOutputStream(), body(problem, locale, TraceFilter.id(request)));
  }

  private Map<String, Object> body(Problem problem, Locale locale, String trace) {
    String code = problem.code().code();
    Object[] arguments = problem.arguments().toArray();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "/problems/" + code);
    body.put("title", messages.find("problem." + code + ".title", locale).orElse(code));
    body.put("status", problem.code().kind().status());
    messages
        .find("problem." + code + ".detail", locale, arguments)
        .ifPresent(detail -> body.put("detail", detail));
    body.put("code", code);
    body.put("traceId", trace);
    if (!problem.fields().isEmpty()) {
      body.put("errors", problem.fields().stream().map(field -> error(field, locale)).toList());
    }
    problem.extensions().forEach(body::putIfAbsent);
    return body;
  }

  private Map<String, Object> error(FieldProblem field, Locale locale) {
    String message =
        messages
            .find("field." + field.code(), locale, field.arguments().toArray())
            .orElse(field.code());
    return Map.of("field", field.field(), "code", field.code(), "message", message);
  }

  private static void log(HttpServletRequest request, Problem problem) {
    String code = problem.code().code();
    if (problem.code().kind().fault()) {
      LOG.error("{} {}: {}", request.getMethod(), path(request), code, problem);
      return;
    }
    List<String> fields =
        problem.fields().stream().map(field -> field.field() + " " + field.code()).toList();
    LOG.info("{} {}: {} {}", request.getMethod(), path(request), code, fields);
  }

  /// The path with what could forge lines in the log taken out; of what is no HTTP there is none.
  private static String path(HttpServletRequest request) {
    return String.valueOf(request.getRequestURI()).replaceAll("\\p{Cntrl}", "?");
  }

  private static String seconds(Duration wait) {
    return Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()));
  }
}
