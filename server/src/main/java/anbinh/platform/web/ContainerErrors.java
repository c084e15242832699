package anbinh.platform.web;

import anbinh.platform.PlatformProblem;
import anbinh.platform.Problem;
import anbinh.platform.http.ProblemWriter;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the servlet container says by itself, to requests that come to no filter of ours because
/// they are no HTTP that it can read: a problem, too, with the headers of every answer.
final class ContainerErrors extends ErrorReportValve {
  private static final Logger LOG = LoggerFactory.getLogger(ContainerErrors.class);
  private static final int FAULT = 500;
  private static final int NOT_IMPLEMENTED = 501;
  private static final int HTTP_VERSION = 505;

  private final ProblemWriter writer;

  ContainerErrors(ProblemWriter writer) {
    this.writer = writer;
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    PolicyHeaders.addTo(response);
    try {
      writer.write(request, response, problem(status));
      response.finishResponse();
    } catch (IOException gone) {
      LOG.debug("nobody waits for the answer", gone);
    }
  }

  private static Problem problem(int status) {
    boolean ours = status >= FAULT && status != NOT_IMPLEMENTED && status != HTTP_VERSION;
    return Problem.of(ours ? PlatformProblem.INTERNAL : PlatformProblem.NOT_HTTP);
  }
}
