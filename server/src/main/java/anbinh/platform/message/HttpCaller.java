package anbinh.platform.message;

import anbinh.platform.WholeAnswer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/// Calls a program elsewhere over HTTP to hand it a message: one timeout for all of a call, no
/// redirect followed, nothing read but the status, and what a status or a failure means. Safe for
/// many threads.
public final class HttpCaller implements AutoCloseable {
  private static final int OK = 200;
  private static final int REDIRECTS = 300;
  private static final int FAULTS = 500;

  private final String called;
  private final Duration timeout;
  private final HttpClient http;

  /// @param called who is called, as failures name it, such as `the gateway`
  public HttpCaller(String called, Duration timeout) {
    this.called = called;
    this.timeout = timeout;
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(timeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /// The status of the answer.
  public int call(HttpRequest.Builder request) throws SendFailure, InterruptedException {
    try {
      return WholeAnswer.within(
              timeout,
              http.sendAsync(
                  request.timeout(timeout).build(), HttpResponse.BodyHandlers.discarding()))
          .statusCode();
    } catch (TimeoutException e) {
      throw new SendFailure(Failure.UNREACHABLE, called + " does not answer in time");
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new SendFailure(
          cause instanceof SSLException ? Failure.NOT_ACCEPTED : Failure.UNREACHABLE,
          called + ": " + cause.getClass().getSimpleName());
    }
  }

  /// Requires that a status says that the message was taken.
  public void requireTaken(int status) throws SendFailure {
    if (status >= OK && status < REDIRECTS) {
      return;
    }
    Failure failure =
        switch (status) {
          case 401, 403 -> Failure.NOT_ACCEPTED;
          case 408, 425, 429 -> Failure.BUSY;
          default -> status >= FAULTS ? Failure.BUSY : Failure.REFUSED;
        };
    throw new SendFailure(failure, called + " answers " + status);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
