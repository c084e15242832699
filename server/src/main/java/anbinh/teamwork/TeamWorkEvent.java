package anbinh.teamwork;

import anbinh.audit.Disclosure;
import anbinh.audit.EventType;

/// What is recorded of the work of teams: never who, nor any words.
public enum TeamWorkEvent implements EventType {
  DRILL_PLANNED("team.drill-planned"),
  DRILL_HELD("team.drill-held"),
  DRILL_CORRECTED("team.drill-corrected"),
  DRILL_CANCELLED("team.drill-cancelled"),
  /// Who was there, or who was at none this year, was read by name.
  DRILLS_READ("team.drills-read"),
  SHIFT_PLANNED("team.shift-planned"),
  SHIFT_CANCELLED("team.shift-cancelled"),
  SHIFTS_COPIED("team.shifts-copied"),
  PLAN_READ("team.plan-read"),
  PATROL_RECORDED("team.patrol-recorded"),
  PATROL_CORRECTED("team.patrol-corrected"),
  PATROL_ANNULLED("team.patrol-annulled"),
  PATROLS_READ("team.patrols-read"),
  /// The words of old patrols: the certificate of deletion.
  PATROLS_ERASED("team.patrols-erased"),
  EQUIPMENT_RECEIVED("team.equipment-received"),
  EQUIPMENT_MOVED("team.equipment-moved"),
  EQUIPMENT_READ("team.equipment-read"),
  STOCK_TAKEN("team.stock-taken"),
  PAY_RULE_ADDED("team.pay-rule-added"),
  PAY_RULE_ENDED("team.pay-rule-ended"),
  /// With which day it ends was said.
  PAY_RULE_LIMITED("team.pay-rule-limited"),
  VILLAGE_TYPE_SET("team.village-type-set"),
  PAY_CALCULATED("team.pay-calculated"),
  PAY_DECIDED("team.pay-decided"),
  PAY_READ("team.pay-read"),
  PAY_TAKEN_OUT("team.pay-taken-out"),
  MERIT_NOTED("team.merit-noted"),
  MERIT_WITHDRAWN("team.merit-withdrawn"),
  /// Somebody read who was disciplined.
  DISCIPLINE_READ("team.discipline-read"),
  /// The words of old discipline: the certificate of deletion.
  MERIT_WORDS_ERASED("team.merit-words-erased"),
  /// Somebody read what is kept of their own work.
  OWN_RECORD_READ("team.own-record-read"),
  GROUP_NOTED("team.group-noted"),
  /// What a list of groups would do was looked at.
  GROUP_LIST_CHECKED("team.group-list-checked"),
  GROUPS_IMPORTED("team.groups-imported"),
  GROUP_CHANGED("team.group-changed"),
  GROUP_LEADER_NOTED("team.group-leader-noted"),
  GROUP_LEADER_CORRECTED("team.group-leader-corrected"),
  GROUP_LEADER_ENDED("team.group-leader-ended"),
  GROUP_ENDED("team.group-ended"),
  GROUP_READ("team.group-read"),
  GROUP_LEADERS_ERASED("team.group-leaders-erased");

  private final String code;

  TeamWorkEvent(String code) {
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
