package anbinh.situation.retention;

import anbinh.audit.event.AuditLog;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.background.HourlyJob;
import anbinh.seal.tree.Hash;
import anbinh.situation.SituationEvent;
import anbinh.situation.SituationSettings;
import anbinh.situation.deadlines.SituationDeadlines;
import anbinh.situation.deadlines.SituationService;
import anbinh.situation.flag.SituationFlags;
import anbinh.situation.followup.FollowCodes;
import anbinh.situation.media.SituationMediaTable;
import anbinh.situation.open311.ServiceRequestTable;
import anbinh.situation.report.Situation;
import anbinh.situation.report.SituationTable;
import anbinh.situation.reporter.ReporterStore;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Erases what was written in reports that ended long ago, who made them, and their files, with a
/// certificate for each; figures stay.
@Component
@OnlyWhenServing
public class SituationRetention extends HourlyJob {
  private final SituationTable table;
  private final SituationMediaTable media;
  private final ReporterStore reporters;
  private final FollowCodes codes;
  private final ServiceRequestTable requests;
  private final SituationFlags flags;
  private final SituationSettings settings;
  private final SituationDeadlines clock;
  private final TransactionTemplate transaction;
  private final AuditLog log;

  SituationRetention(
      SituationTable table,
      SituationMediaTable media,
      ReporterStore reporters,
      FollowCodes codes,
      ServiceRequestTable requests,
      SituationFlags flags,
      SituationSettings settings,
      SituationDeadlines clock,
      TransactionTemplate transaction,
      AuditLog log) {
    super("situations");
    this.table = table;
    this.media = media;
    this.reporters = reporters;
    this.codes = codes;
    this.requests = requests;
    this.flags = flags;
    this.settings = settings;
    this.clock = clock;
    this.transaction = transaction;
    this.log = log;
  }

  @Override
  public int some() {
    Integer done = transaction.execute(_ -> eraseSome());
    return done == null ? 0 : done;
  }

  private int eraseSome() {
    List<Situation> old = table.listClosedBefore(clock.now().minus(settings.keep()));
    for (Situation each : old) {
      table.listMergedInto(each.id()).forEach(this::erase);
      erase(each);
    }
    return old.size();
  }

  private void erase(Situation one) {
    byte[] erased = table.findCipher(one.id()).orElse(null);
    if (erased == null) {
      return;
    }
    table.erase(one.id(), clock.now());
    media.erase(one.id(), clock.now());
    reporters.erase(one.id());
    codes.erase(one.id());
    requests.erase(one.id());
    flags.erase(one.id());
    log.record(
        SituationService.event(SituationEvent.ERASED, one, null)
            .fact("sha256", Hash.sha256(erased).hex()));
  }
}
