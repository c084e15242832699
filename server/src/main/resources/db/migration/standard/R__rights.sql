-- What was done with an assessment is added to it, and the assessment itself stays.
revoke update, delete on standard.step, standard.minutes, standard.review from ${program};
revoke delete on standard.assessment, standard.exemption from ${program};
