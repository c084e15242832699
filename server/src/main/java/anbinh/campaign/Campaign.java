package anbinh.campaign;

import anbinh.platform.malware.Judgement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A campaign.
///
/// @param code what people call it, for example `CD-2026-0001`
/// @param areaId of whoever keeps it: a commune or a province
/// @param villages where it is; empty for all of the area
/// @param partners organisations that take part
/// @param endedOn its last day, as it was
/// @param version how often it was changed
public record Campaign(
    UUID id,
    String code,
    UUID areaId,
    String title,
    String aim,
    LocalDate from,
    LocalDate until,
    List<UUID> villages,
    List<String> partners,
    State state,
    UUID proposedBy,
    Instant proposedAt,
    @Nullable Decision decision,
    @Nullable LocalDate endedOn,
    int version) {
  enum State {
    PLANNED,
    REFUSED,
    RUNNING,
    ENDED,
    REPORTED
  }

  /// @param number of the paper; null where it was refused
  record Decision(
      UUID by,
      Instant at,
      @Nullable String reason,
      @Nullable String number,
      @Nullable LocalDate on,
      @Nullable String signer) {}

  /// A language in which messages are.
  public enum Language {
    VI,
    EN,
    AR
  }

  /// How what was said or added after the approval stands; what came before it is decided with the
  /// plan.
  enum Standing {
    WAITING,
    ACCEPTED,
    REFUSED
  }

  record Message(Language language, int version, String words, UUID by, Instant at) {}

  /// @param sizeBytes of the content, which is read by itself
  /// @param judgement of the checker for malware; null where none was asked
  record Material(
      UUID id,
      String title,
      MaterialType type,
      String sha256,
      long sizeBytes,
      Standing standing,
      Judgement.@Nullable Result judgement,
      UUID by,
      Instant at) {}

  /// What was said or added once, whatever came of it.
  ///
  /// @param key tells it from others of the same moment
  /// @param language and `version`: of a message only
  /// @param text of a message, or the title of a material
  /// @param counts whether it is what readers see
  /// @param decided what the chair said of it; null of what was decided with the plan, or waits
  /// @param removed when a material was taken away, and by whom
  record Said(
      String key,
      @Nullable Language language,
      int version,
      String text,
      Standing standing,
      boolean counts,
      UUID by,
      Instant at,
      @Nullable Verdict decided,
      @Nullable Removal removed) {}

  record Verdict(UUID by, Instant at, @Nullable String reason) {}

  record Removal(UUID by, Instant at) {}

  /// @param withdrawn why it counts no more; null while it does
  public record Activity(
      UUID id,
      Kind kind,
      LocalDate on,
      String place,
      @Nullable String words,
      int attended,
      int households,
      int leaflets,
      UUID by,
      Instant at,
      @Nullable String withdrawn) {
    public enum Kind {
      MEETING,
      BROADCAST,
      VISIT,
      DISTRIBUTION,
      CONTEST,
      OTHER
    }
  }

  /// @param commitments households and units that signed one
  /// @param models ways of doing it that were taken up elsewhere
  record Report(
      int version,
      String words,
      @Nullable String lessons,
      int commitments,
      int models,
      UUID by,
      Instant at) {}

  /// @param name null once erased
  /// @param withdrawn why it counts no more; null while it does
  record Commendation(
      UUID id,
      Whom whom,
      @Nullable String name,
      String form,
      String authority,
      String number,
      LocalDate on,
      @Nullable String signer,
      UUID by,
      Instant at,
      @Nullable String withdrawn) {
    enum Whom {
      UNIT,
      PERSON
    }

    @Override
    public String toString() {
      return "Commendation[" + id + "]";
    }
  }

  public Campaign {
    villages = List.copyOf(villages);
    partners = List.copyOf(partners);
  }
}
