package anbinh.situation;

import anbinh.audit.Disclosure;
import anbinh.audit.EventType;

/// What is recorded of situations: never of what kind one is, who reported it, who is named in it,
/// nor why something was done. What a reporter does is recorded without saying who did it: the log
/// would otherwise tell who reported.
public enum SituationEvent implements EventType {
  SUBMITTED("situation.submitted"),
  /// By who reported, before an officer had received it.
  CHANGED("situation.changed"),
  /// A change that came when an officer had it: kept beside, for the officer to decide.
  CHANGED_BESIDE("situation.changed-beside"),
  ADDED("situation.added"),
  /// An officer asked who reported, who reads it by their follow-up code.
  ASKED("situation.asked"),
  ANSWERED("situation.answered"),
  MEDIA_ARRIVED("situation.media-arrived"),
  /// Its sender does not send a file any more that was announced.
  MEDIA_WITHDRAWN("situation.media-withdrawn"),
  RETRACTION_ASKED("situation.retraction-asked"),
  LISTED("situation.listed"),
  /// How the reports of a team stand, by its leader: as counts.
  TEAM_LISTED("situation.team-listed"),
  READ("situation.read"),
  /// Who reported was opened.
  REPORTER_READ("situation.reporter-read"),
  MEDIA_READ("situation.media-read"),
  ACKNOWLEDGED("situation.acknowledged"),
  /// Kind, danger or injury were said anew.
  CLASSIFIED("situation.classified"),
  NOTED("situation.noted"),
  CORRECTED("situation.corrected"),
  VERSION_DECIDED("situation.version-decided"),
  /// The written report went to the next one up.
  WRITTEN("situation.written"),
  /// It was read by an officer above.
  WRITTEN_READ("situation.written-read"),
  WRITTEN_LISTED("situation.written-listed"),
  REFERRED("situation.referred"),
  RESOLVED("situation.resolved"),
  CLOSED("situation.closed"),
  REOPENED("situation.reopened"),
  RETRACTION_DECIDED("situation.retraction-decided"),
  /// An officer has, or may have, a part in it.
  STEPPED_ASIDE("situation.stepped-aside"),
  /// What came in after the end was looked at.
  LOOKED("situation.looked"),
  DUPLICATES_SOUGHT("situation.duplicates-sought"),
  MERGED("situation.merged"),
  /// A merging was taken back.
  SEPARATED("situation.separated"),
  /// Something was not done in time: told to the next one up.
  ESCALATED("situation.escalated"),
  /// Is for the officers above too from now on: somebody is in danger, or nobody did what was due
  /// in a second term either.
  PASSED_UP("situation.passed-up"),
  OVERDUE_LISTED("situation.overdue-listed"),
  /// Reports of a commune were sought in an emergency.
  EMERGENCY_SOUGHT("situation.emergency-sought"),
  /// What was written was read in an emergency.
  EMERGENCY_READ("situation.emergency-read"),
  /// One reporter named one person again and again.
  FLAGGED("situation.flagged"),
  FLAG_OPENED("situation.flag-opened"),
  /// Another system was let in to report by Open311.
  KEY_MADE("situation.key-made"),
  KEY_REVOKED("situation.key-revoked"),
  KEYS_LISTED("situation.keys-listed"),
  /// The certificate of deletion.
  ERASED("situation.erased");

  private final String code;

  SituationEvent(String code) {
    this.code = code;
  }

  @Override
  public Disclosure disclosure() {
    return switch (this) {
      case LISTED,
          READ,
          REPORTER_READ,
          MEDIA_READ,
          WRITTEN_READ,
          WRITTEN_LISTED,
          OVERDUE_LISTED,
          EMERGENCY_SOUGHT,
          EMERGENCY_READ ->
          Disclosure.DAY;
      default -> Disclosure.COUNT;
    };
  }

  @Override
  public String code() {
    return code;
  }
}
