package anbinh.platform.command;

import anbinh.platform.ConsistencyCheck;
import anbinh.platform.Finding;
import anbinh.platform.FindingArchive;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Runs every [ConsistencyCheck], prints the findings, and makes the exit code of them: 0 for none,
/// 1 for some, 2 when a check could not run. What must suspend a server is kept for it, so that one
/// beside this command learns of it.
@Component
@ConditionalOnProperty(name = "anbinh.command", havingValue = "check")
class CheckCommand implements CommandLineRunner, ExitCodeGenerator {
  private final List<ConsistencyCheck> checks;
  private final FindingArchive archive;
  private final PrintStream out;
  private int exitCode;

  @Autowired
  CheckCommand(List<ConsistencyCheck> checks, FindingArchive archive) {
    this(checks, archive, System.out);
  }

  CheckCommand(List<ConsistencyCheck> checks, FindingArchive archive, PrintStream out) {
    this.checks = List.copyOf(checks);
    this.archive = archive;
    this.out = out;
  }

  @Override
  public void run(String... arguments) {
    for (ConsistencyCheck check : checks) {
      run(check);
    }
  }

  @Override
  public int getExitCode() {
    return exitCode;
  }

  private void run(ConsistencyCheck check) {
    var found = new AtomicLong();
    var suspending = new ArrayList<Finding>();
    try {
      long looked =
          check.run(finding -> {
            report(check, finding, found);
            if (finding.suspends()) {
              suspending.add(finding);
            }
          });
      archive.keep(Finding.confirmed(suspending, List.of(check)));
      out.println(
          check.subject()
              + ": "
              + (found.get() == 0 ? "sound" : found + " findings")
              + " ("
              + looked
              + " looked at)");
      exitCode = Math.max(exitCode, found.get() == 0 ? 0 : 1);
    } catch (RuntimeException e) {
      out.println(check.subject() + ": could not be checked: " + e.getMessage());
      exitCode = 2;
    }
  }

  private void report(ConsistencyCheck check, Finding finding, AtomicLong found) {
    found.incrementAndGet();
    out.println(check.subject() + ": " + finding.subject() + ": " + finding.what());
  }
}
