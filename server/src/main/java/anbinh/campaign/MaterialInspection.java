package anbinh.campaign;

import anbinh.campaign.CampaignForms.NewMaterial;
import anbinh.platform.Problem;
import anbinh.platform.malware.Judgement;
import anbinh.platform.malware.MalwareCheck;
import anbinh.platform.malware.MalwareCheckFailure;
import anbinh.seal.tree.Hash;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Judges what is to be added to campaigns before anything is held: its sort by its content, its
/// size, and whether a checker for malware, where one is set up, lets it in. Safe for many threads.
@Component
class MaterialInspection {
  private static final Duration RETRY = Duration.ofMinutes(5);

  private final MalwareCheck malware;

  MaterialInspection(MalwareCheck malware) {
    this.malware = malware;
  }

  /// Content that may be kept.
  static final class Accepted {
    private final MaterialType type;
    private final byte[] content;
    private final String sha256;
    private final Judgement.@Nullable Result judgement;

    private Accepted(MaterialType type, byte[] content, Judgement.@Nullable Result judgement) {
      this.type = type;
      this.content = content;
      this.sha256 = Hash.sha256(content).hex();
      this.judgement = judgement;
    }

    MaterialType type() {
      return type;
    }

    byte[] content() {
      return content;
    }

    String sha256() {
      return sha256;
    }

    /// What the checker said of it; null where there is none.
    Judgement.@Nullable Result judgement() {
      return judgement;
    }
  }

  /// @throws Problem where it is of another sort, too large, infected, or cannot be checked now
  Accepted accept(NewMaterial requested) {
    byte[] content = decoded(requested.content());
    MaterialType type =
        MaterialType.of(content).orElseThrow(() -> Problem.invalid("content", "campaign-file"));
    if (type.isTooLarge(content.length)) {
      throw Problem.invalid("content", "campaign-file-large", type.megabytes());
    }
    return new Accepted(type, content, judged(content));
  }

  private Judgement.@Nullable Result judged(byte[] content) {
    try {
      Optional<Judgement> judgement = malware.judge(content);
      if (judgement.filter(Judgement::infected).isPresent()) {
        throw Problem.of(CampaignProblem.CAMPAIGN_MATERIAL_MALWARE);
      }
      return judgement.map(Judgement::result).orElse(null);
    } catch (MalwareCheckFailure away) {
      throw Problem.of(CampaignProblem.CAMPAIGN_MATERIAL_UNCHECKED).after(RETRY).because(away);
    }
  }

  private static byte[] decoded(String content) {
    try {
      return Base64.getDecoder().decode(content.strip());
    } catch (IllegalArgumentException e) {
      throw Problem.invalid("content", "campaign-file").because(e);
    }
  }
}
