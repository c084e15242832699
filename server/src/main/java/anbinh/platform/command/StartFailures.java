package anbinh.platform.command;

import anbinh.platform.StartFailure;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Shows a [StartFailure] as two sentences instead of a stack.
final class StartFailures extends AbstractFailureAnalyzer<StartFailure> {
  @Override
  protected FailureAnalysis analyze(Throwable root, StartFailure failure) {
    return new FailureAnalysis(failure.getMessage(), failure.remedy(), root);
  }
}
