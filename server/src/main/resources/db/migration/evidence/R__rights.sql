-- What was asked, decided, confirmed, taken, handed over and deleted stays; its history is added to.
revoke update, delete on evidence.history, evidence.confirmation, evidence.download,
  evidence.extraction_file from ${program};
revoke delete on evidence.request, evidence.request_camera, evidence.extraction,
  evidence.secured_footage, evidence.stamp, evidence.owner_request, evidence.handover,
  evidence.hold, evidence.deletion, evidence.copy,
  evidence.player_copy from ${program};
