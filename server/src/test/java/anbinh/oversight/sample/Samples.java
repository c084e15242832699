package anbinh.oversight.sample;

import anbinh.platform.Finding;
import anbinh.testing.TestServer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Draws and checks at the time that a test wants.
public final class Samples {
  private Samples() {}

  public static void drawBefore(TestServer server, LocalDate day) {
    server.bean(SamplingJob.class).drawBefore(day);
  }

  public static List<Finding> check(TestServer server) {
    List<Finding> findings = new ArrayList<>();
    server.bean(SampleAgainstLog.class).run(findings::add);
    return findings;
  }
}
