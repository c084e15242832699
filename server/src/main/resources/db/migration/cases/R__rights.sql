-- Notes, changes and what a case was ended by are added; nothing of a case is deleted but vehicles,
-- and people when their time is over.
revoke update, delete on cases.note, cases.change from ${program};
revoke delete on cases.case_file, cases.final_closure, cases.incident, cases.linked_request,
  cases.officer,
  cases.party from ${program};
