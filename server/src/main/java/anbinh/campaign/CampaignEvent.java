package anbinh.campaign;

import anbinh.audit.Disclosure;
import anbinh.audit.EventType;

/// What is recorded of campaigns: never words, nor who was commended.
enum CampaignEvent implements EventType {
  PROPOSED("campaign.proposed"),
  APPROVED("campaign.approved"),
  NOT_APPROVED("campaign.not-approved"),
  CHANGES_APPROVED("campaign.changes-approved"),
  CHANGES_NOT_APPROVED("campaign.changes-not-approved"),
  MESSAGE_SAID("campaign.message-said"),
  MATERIAL_ADDED("campaign.material-added"),
  MATERIAL_REMOVED("campaign.material-removed"),
  /// It was added before there was a checker for malware, which looked at it since.
  MATERIAL_CHECKED("campaign.material-checked"),
  /// The same, and its content was erased.
  MATERIAL_INFECTED("campaign.material-infected"),
  ACTIVITY_NOTED("campaign.activity-noted"),
  ACTIVITY_WITHDRAWN("campaign.activity-withdrawn"),
  ENDED("campaign.ended"),
  REPORTED("campaign.reported"),
  COMMENDED("campaign.commended"),
  COMMENDATION_WITHDRAWN("campaign.commendation-withdrawn"),
  /// Names of people who were commended long ago: the certificate of deletion.
  NAMES_ERASED("campaign.names-erased");

  private final String code;

  CampaignEvent(String code) {
    this.code = code;
  }

  @Override
  public Disclosure disclosure() {
    return Disclosure.DAY;
  }

  @Override
  public String code() {
    return code;
  }
}
