-- A person is never deleted; a role is given or taken away and not changed.
revoke update on identity.role_grant from ${program};
revoke delete on identity.person, identity.emergency_access from ${program};
