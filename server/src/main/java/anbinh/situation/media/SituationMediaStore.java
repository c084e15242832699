package anbinh.situation.media;

import anbinh.platform.Problem;
import anbinh.platform.malware.Judgement;
import anbinh.platform.malware.MalwareCheck;
import anbinh.platform.malware.MalwareCheckFailure;
import anbinh.seal.tree.Hash;
import anbinh.situation.SituationProblem;
import anbinh.situation.report.SituationMediaKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Takes the bytes of files that were announced: checked against what was announced, for malware
/// where a checker is set up, cleaned, encrypted. Safe for many threads.
@Component
public class SituationMediaStore {
  private static final Duration RETRY = Duration.ofMinutes(5);

  private final SituationMediaTable table;
  private final MalwareCheck malware;

  SituationMediaStore(SituationMediaTable table, MalwareCheck malware) {
    this.table = table;
    this.malware = malware;
  }

  /// Bytes that may be kept.
  public static final class Accepted {
    private final CleanedMedia cleaned;
    private final boolean checked;

    private Accepted(CleanedMedia cleaned, boolean checked) {
      this.cleaned = cleaned;
      this.checked = checked;
    }
  }

  public SituationMedium get(UUID id) {
    return table.find(id).orElseThrow(() -> Problem.of(SituationProblem.NO_SUCH_SITUATION_MEDIA));
  }

  /// Judges what was sent; nothing is held meanwhile.
  public Accepted accept(SituationMedium announced, byte[] bytes) {
    SituationMediaKind kind = announced.kind();
    if (bytes.length > kind.mostBytes()) {
      throw Problem.of(
          SituationProblem.SITUATION_MEDIA_TOO_LARGE, kind.mostBytes() / (1024 * 1024));
    }
    if (!Hash.sha256(bytes).hex().equals(announced.announcedSha256())) {
      throw Problem.of(SituationProblem.SITUATION_MEDIA_OTHER);
    }
    CleanedMedia cleaned =
        MediaCleaner.clean(kind, bytes, announced.keepPosition())
            .orElseThrow(() -> Problem.of(SituationProblem.SITUATION_MEDIA_TYPE));
    return new Accepted(cleaned, isChecked(bytes));
  }

  private boolean isChecked(byte[] bytes) {
    try {
      Optional<Judgement> judgement = malware.judge(bytes);
      if (judgement.filter(Judgement::infected).isPresent()) {
        throw Problem.of(SituationProblem.SITUATION_MEDIA_MALWARE);
      }
      return judgement.filter(each -> each.result() == Judgement.Result.CLEAN).isPresent();
    } catch (MalwareCheckFailure away) {
      throw Problem.of(SituationProblem.SITUATION_MEDIA_UNCHECKED).after(RETRY).because(away);
    }
  }

  /// Keeps them, in the caller's transaction.
  public void keep(SituationMedium announced, Accepted accepted, Instant now) {
    CleanedMedia cleaned = accepted.cleaned;
    table.arrived(
        announced.id(), now, cleaned, Hash.sha256(cleaned.bytes()).hex(), accepted.checked);
  }

  /// Notes that it does not come, in the caller's transaction.
  public void withdraw(SituationMedium announced, Instant now) {
    table.withdraw(announced.id(), now);
  }

  /// Empty before they arrive and once they are erased.
  public Optional<byte[]> findBytes(UUID id) {
    return table.findBytes(id);
  }
}
