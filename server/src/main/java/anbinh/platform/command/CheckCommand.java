package anbinh.platform.command;

import anbinh.platform.ConsistencyCheck;
import anbinh.platform.Finding;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Runs every [ConsistencyCheck], prints the findings, and makes the exit code of them: 0 for none,
/// 1 for some, 2 when a check could not run.
@Component
@ConditionalOnProperty(name = "anbinh.command", havingValue = "check")
class CheckCommand implements CommandLineRunner, ExitCodeGenerator {
  private final List<ConsistencyCheck> checks;
  private final PrintStream out;
  private int exitCode;

  @Autowired
  CheckCommand(List<ConsistencyCheck> checks) {
    this(checks, System.out);
  }

  CheckCommand(List<ConsistencyCheck> checks, PrintStream out) {
    this.checks = List.copyOf(checks);
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
    try {
      long looked = check.run(finding -> report(check, finding, found));
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
