package anbinh.platform.web;

import anbinh.platform.FieldProblem;
import anbinh.platform.Inbound;
import anbinh.platform.PlatformProblem;
import anbinh.platform.Problem;
import anbinh.platform.http.LargeBody;
import anbinh.platform.http.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Turns away what nothing behind it should have to read: a body larger than any that the API
/// takes, before it fills the memory, and parameters that are not text.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class ReadableRequests extends OncePerRequestFilter {
  /// The largest body that makes sense, a case with its description, is a tenth of it. What needs
  /// more says so ([LargeBody]).
  static final int MAX_BYTES = 256 * 1024;

  private final ProblemWriter problems;
  private final List<LargeBody> larger;

  ReadableRequests(ProblemWriter problems, List<LargeBody> larger) {
    this.problems = problems;
    this.larger = List.copyOf(larger);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long most = most(request);
    try {
      check(request, most);
    } catch (Problem unreadable) {
      problems.write(request, response, unreadable);
      return;
    }
    chain.doFilter(new Bounded(request, most), response);
  }

  private long most(HttpServletRequest request) {
    return larger.stream()
        .filter(body -> body.covers(request.getRequestURI()))
        .mapToLong(LargeBody::mostBytes)
        .findFirst()
        .orElse(MAX_BYTES);
  }

  private static void check(HttpServletRequest request, long most) {
    if (request.getContentLengthLong() > most) {
      throw Problem.of(PlatformProblem.TOO_LARGE);
    }
    if (request.getQueryString() == null) {
      return;
    }
    try {
      List<FieldProblem> wrong =
          request.getParameterMap().entrySet().stream()
              .filter(parameter ->
                  !Inbound.isPlain(parameter.getKey())
                      || !Arrays.stream(parameter.getValue()).allMatch(Inbound::isPlain))
              .map(parameter -> new FieldProblem(parameter.getKey(), "characters"))
              .toList();
      if (!wrong.isEmpty()) {
        throw Problem.invalid(wrong);
      }
    } catch (IllegalStateException undecodable) {
      throw Problem.of(PlatformProblem.BAD_ADDRESS).because(undecodable);
    }
  }

  /// A request whose body ends in a problem where it becomes too large, for those that do not say
  /// beforehand how large they are.
  private static final class Bounded extends HttpServletRequestWrapper {
    private final long most;

    Bounded(HttpServletRequest request, long most) {
      super(request);
      this.most = most;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new BoundedStream(super.getInputStream(), most);
    }
  }

  private static final class BoundedStream extends ServletInputStream {
    private final ServletInputStream body;
    private final long most;
    private long count;

    BoundedStream(ServletInputStream body, long most) {
      this.body = body;
      this.most = most;
    }

    @Override
    public int read() throws IOException {
      int next = body.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = body.read(into, offset, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int bytes) {
      count += bytes;
      if (count > most) {
        throw Problem.of(PlatformProblem.TOO_LARGE);
      }
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
