package anbinh.campaign;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.campaign.CampaignParts.Unchecked;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.background.PollingWorker;
import anbinh.platform.malware.Judgement;
import anbinh.platform.malware.MalwareCheck;
import anbinh.platform.malware.MalwareCheckFailure;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Has the checker for malware look at materials that were added while there was none, each once.
/// Until then nobody saves them; what is infected loses its content.
@Component
@OnlyWhenServing
class MaterialChecker extends PollingWorker {
  private static final Duration BETWEEN = Duration.ofHours(1);
  private static final Duration WHILE_AWAY = Duration.ofMinutes(5);
  private static final Logger LOG = LoggerFactory.getLogger(MaterialChecker.class);

  private final CampaignParts parts;
  private final CampaignTable campaigns;
  private final MalwareCheck malware;
  private final AuditLog log;
  private final TransactionTemplate transaction;

  MaterialChecker(
      CampaignParts parts,
      CampaignTable campaigns,
      MalwareCheck malware,
      AuditLog log,
      TransactionTemplate transaction) {
    super("materials of campaigns", WHILE_AWAY);
    this.parts = parts;
    this.campaigns = campaigns;
    this.malware = malware;
    this.log = log;
    this.transaction = transaction;
  }

  @Override
  protected Duration round() {
    return lookAtAll() ? BETWEEN : WHILE_AWAY;
  }

  /// One that the checker cannot judge waits for the next round and holds up none behind it.
  ///
  /// @return whether none has to wait
  boolean lookAtAll() {
    if (!malware.isSetUp()) {
      return true;
    }
    int waiting = 0;
    String reason = null;
    for (Unchecked one : parts.listUnchecked()) {
      if (isRunning()) {
        try {
          look(one);
        } catch (MalwareCheckFailure away) {
          waiting++;
          reason = away.getMessage();
        }
      }
    }
    if (waiting > 0) {
      LOG.warn("{} materials of campaigns wait: the checker for malware: {}", waiting, reason);
    }
    return waiting == 0;
  }

  private void look(Unchecked one) throws MalwareCheckFailure {
    Judgement judgement = malware.judge(parts.content(one.id())).orElse(null);
    if (judgement != null) {
      transaction.executeWithoutResult(_ -> note(one, judgement));
    }
  }

  private void note(Unchecked one, Judgement judgement) {
    // Where it was taken away meanwhile there is nothing to say.
    if (!parts.judge(one.id(), judgement.result())) {
      return;
    }
    Campaign campaign = campaigns.find(one.campaignId()).orElseThrow();
    if (judgement.infected()) {
      parts.erase(one.id());
    }
    log.record(
        Event.of(
                judgement.infected()
                    ? CampaignEvent.MATERIAL_INFECTED
                    : CampaignEvent.MATERIAL_CHECKED)
            .about("campaign", campaign.id(), campaign.code())
            .fact("material", one.id())
            .fact("sha256", one.sha256())
            .fact("result", judgement.result().name())
            .detail("checker", judgement.by()));
  }
}
