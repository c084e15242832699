package anbinh.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/// What the server asks of its database to answer requests, but not for what works by itself at the
/// time.
public final class Statements {
  private Statements() {}

  /// Of requests.
  public static List<String> of(Runnable done) {
    return of(done, thread -> thread.startsWith("tomcat"));
  }

  /// Of what is done here.
  public static List<String> here(Runnable done) {
    return of(done, Thread.currentThread().getName()::equals);
  }

  private static List<String> of(Runnable done, Predicate<String> thread) {
    var log = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
    var lines = new ListAppender<ILoggingEvent>();
    Level before = log.getLevel();
    log.setLevel(Level.DEBUG);
    lines.start();
    log.addAppender(lines);
    try {
      done.run();
    } finally {
      log.detachAppender(lines);
      log.setLevel(before);
    }
    return lines.list.stream()
        .filter(each -> thread.test(each.getThreadName()))
        .map(ILoggingEvent::getFormattedMessage)
        .filter(line -> line.contains("["))
        .toList();
  }
}
