package anbinh.oversight.transparency;

import anbinh.platform.Finding;
import anbinh.testing.TestServer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Publishes and checks at the time that a test wants.
public final class Publications {
  private Publications() {}

  public static void publish(TestServer server, LocalDate through) {
    server.bean(Publishing.class).publish(through);
  }

  public static List<Finding> check(TestServer server) {
    List<Finding> findings = new ArrayList<>();
    server.bean(FiguresAgainstLog.class).run(findings::add);
    return findings;
  }
}
