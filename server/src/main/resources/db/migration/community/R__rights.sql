-- Steps, decisions and versions are added to what they are of.
revoke update, delete on community.mediation_step, community.situation_step, community.standard_step,
  community.standard_review, community.standard_minutes, community.campaign_change_decision,
  community.programme_consent, community.programme_version, community.programme_kind_version,
  community.equipment_move from ${program};
revoke delete on community.team_act, community.programme_act, community.standard_assessment,
  community.standard_exemption, community.patrol_version, community.team_merit from ${program};
