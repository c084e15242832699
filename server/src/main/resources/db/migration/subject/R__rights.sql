revoke delete on subject.request from ${program};
