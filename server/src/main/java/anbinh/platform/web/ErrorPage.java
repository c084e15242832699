package anbinh.platform.web;

import anbinh.platform.PlatformProblem;
import anbinh.platform.Problem;
import anbinh.platform.http.ProblemWriter;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// What the servlet container shows for failures outside of any controller: a problem, too.
@Controller
class ErrorPage implements ErrorController {
  private final ProblemWriter writer;

  ErrorPage(ProblemWriter writer) {
    this.writer = writer;
  }

  @RequestMapping("/error")
  void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
    PolicyHeaders.addTo(response);
    writer.write(request, response, problem(request));
  }

  private static Problem problem(HttpServletRequest request) {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    if (failure instanceof IOException brokenOff) {
      // The container's own note that the sender went away in the middle of the body.
      return Problem.of(PlatformProblem.MALFORMED, 1, 1).because(brokenOff);
    }
    if (failure instanceof Exception e) {
      return ProblemHandler.problem(e);
    }
    return switch (status instanceof Integer code ? code : 404) {
      case 400 -> Problem.of(PlatformProblem.BAD_ADDRESS);
      case 401 -> Problem.of(PlatformProblem.NOT_SIGNED_IN);
      case 403 -> Problem.of(PlatformProblem.NOT_ALLOWED);
      case 404 -> Problem.of(PlatformProblem.NOT_FOUND);
      case 405 -> Problem.of(PlatformProblem.METHOD_NOT_ALLOWED, request.getMethod());
      case 413 -> Problem.of(PlatformProblem.TOO_LARGE);
      default -> Problem.of(PlatformProblem.INTERNAL);
    };
  }
}
