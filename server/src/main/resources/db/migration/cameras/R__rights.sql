revoke update, delete on cameras.consent from ${program};
revoke delete on cameras.camera from ${program};
