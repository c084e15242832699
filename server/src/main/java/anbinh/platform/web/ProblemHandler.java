package anbinh.platform.web;

import anbinh.platform.PlatformProblem;
import anbinh.platform.Problem;
import anbinh.platform.http.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/// Turns every exception that leaves a controller into a [Problem].
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemHandler {
  private static final Logger LOG = LoggerFactory.getLogger("anbinh.problem");

  /// Classes of SQLSTATE: connection, resources, operator's intervention, system.
  private static final Set<String> DATABASE_DOWN = Set.of("08", "53", "57", "58");

  private final ProblemWriter writer;

  ProblemHandler(ProblemWriter writer) {
    this.writer = writer;
  }

  /// Security's own filter answers these; it knows whether anybody is signed in.
  @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
  void security(RuntimeException e) {
    throw e;
  }

  /// The client went away in the middle of the answer: nobody is left to tell.
  @ExceptionHandler(AsyncRequestNotUsableException.class)
  void gone(AsyncRequestNotUsableException e) {
    LOG.debug("client went away", e);
  }

  @ExceptionHandler(Exception.class)
  void handle(Exception e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (e instanceof HttpRequestMethodNotSupportedException wrong) {
      String[] supported = wrong.getSupportedMethods();
      if (supported != null) {
        response.setHeader(HttpHeaders.ALLOW, String.join(", ", supported));
      }
    }
    writer.write(request, response, problem(e));
  }

  static Problem problem(Exception e) {
    return switch (e) {
      case Problem problem -> problem;
      case HttpMessageNotReadableException unreadable -> BodyProblems.of(unreadable);
      case MethodArgumentNotValidException invalid ->
          Problem.invalid(FieldProblemMapper.of(invalid.getBindingResult()));
      case HandlerMethodValidationException invalid ->
          Problem.invalid(FieldProblemMapper.of(invalid));
      case MethodArgumentTypeMismatchException mismatch -> mismatch(mismatch);
      case MissingServletRequestParameterException missing ->
          Problem.invalid(missing.getParameterName(), "required");
      case MissingRequestValueException missing ->
          Problem.of(PlatformProblem.BAD_ADDRESS).because(missing);
      case HttpRequestMethodNotSupportedException wrong ->
          Problem.of(PlatformProblem.METHOD_NOT_ALLOWED, wrong.getMethod());
      case HttpMediaTypeNotSupportedException wrong ->
          Problem.of(PlatformProblem.UNSUPPORTED_MEDIA_TYPE).because(wrong);
      case HttpMediaTypeNotAcceptableException wrong ->
          Problem.of(PlatformProblem.NOT_ACCEPTABLE).because(wrong);
      case NoResourceFoundException absent -> Problem.of(PlatformProblem.NOT_FOUND).because(absent);
      case NoHandlerFoundException absent -> Problem.of(PlatformProblem.NOT_FOUND).because(absent);
      case MaxUploadSizeExceededException large ->
          Problem.of(PlatformProblem.TOO_LARGE).because(large);
      case DuplicateKeyException twice -> Problem.of(PlatformProblem.CONFLICT).because(twice);
      case OptimisticLockingFailureException late ->
          Problem.of(PlatformProblem.CONFLICT).because(late);
      case DataAccessResourceFailureException down -> unavailable(down);
      case CannotCreateTransactionException down -> unavailable(down);
      case RuntimeException failed when isDatabaseDown(failed) -> unavailable(failed);
      default -> Problem.of(PlatformProblem.INTERNAL).because(e);
    };
  }

  /// Whether the database was at fault and not what it was asked. The pool gives no SQLSTATE when a
  /// connection broke meanwhile.
  private static boolean isDatabaseDown(Throwable e) {
    Throwable cause = e;
    while (cause != null && !(cause instanceof SQLException)) {
      cause = cause.getCause();
    }
    return cause instanceof SQLException failure
        && (failure.getSQLState() == null
            || DATABASE_DOWN.stream().anyMatch(failure.getSQLState()::startsWith));
  }

  private static Problem unavailable(RuntimeException e) {
    LOG.warn("the database does not answer: {}", e.getClass().getSimpleName());
    return Problem.of(PlatformProblem.UNAVAILABLE).after(Duration.ofSeconds(5)).because(e);
  }

  private static Problem mismatch(MethodArgumentTypeMismatchException e) {
    Class<?> type = e.getRequiredType();
    return FieldProblemMapper.ofType(e.getName(), type == null ? String.class : type);
  }
}
