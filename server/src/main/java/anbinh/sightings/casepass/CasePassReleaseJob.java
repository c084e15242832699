package anbinh.sightings.casepass;

import anbinh.cases.ending.CaseEnds;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.background.HourlyJob;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Lets passes be forgotten whose case is over for good, hourly.
@Component
@OnlyWhenServing
class CasePassReleaseJob extends HourlyJob {
  private final CasePassTable table;
  private final CaseEnds ends;

  CasePassReleaseJob(CasePassTable table, CaseEnds ends) {
    super("kept passes");
    this.table = table;
    this.ends = ends;
  }

  @Override
  protected int some() {
    List<UUID> ended =
        table.listHolding().stream().filter(each -> ends.find(each).isPresent()).toList();
    return table.release(ended);
  }
}
