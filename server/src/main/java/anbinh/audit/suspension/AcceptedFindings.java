package anbinh.audit.suspension;

import anbinh.platform.CheckReport;
import anbinh.platform.ConsistencyCheck;
import anbinh.platform.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Names for ever over which findings the log went on: that somebody accepted one does not make it
/// untrue, and the file that showed it may be gone.
@Component
public class AcceptedFindings implements ConsistencyCheck {
  private final Resumptions resumptions;

  AcceptedFindings(Resumptions resumptions) {
    this.resumptions = resumptions;
  }

  @Override
  public String subject() {
    return "accepted findings of the log";
  }

  @Override
  public String unit() {
    return "accepted findings";
  }

  @Override
  public long run(CheckReport findings) {
    List<Resumptions.Accepted> accepted = resumptions.listAccepted();
    accepted.forEach(each ->
        findings.accept(
            new Finding(
                each.finding().subject(),
                each.finding().what() + "; accepted at " + each.at() + place(each.index()))));
    return accepted.size();
  }

  private static String place(@Nullable Long index) {
    return index == null ? "" : " (log entry " + index + ")";
  }
}
