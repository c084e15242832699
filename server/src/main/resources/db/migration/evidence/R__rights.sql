-- What was asked, decided, confirmed, taken, handed over and deleted stays; its history is added to.
revoke update, delete on evidence.history, evidence.confirmation, evidence.download,
  evidence.extraction_file from ${program};
revoke delete on evidence.request, evidence.request_camera, evidence.extraction, evidence.secured,
  evidence.stamp, evidence.ask, evidence.handover, evidence.hold, evidence.deletion, evidence.copy,
  evidence.player_copy from ${program};
