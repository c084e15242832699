/// Asking owners over HTTP: what the requester does about them
/// (`/api/requests/{id}/owner-requests`), what they do themselves behind their link (`/api/owner`),
/// and what is printed for them.
@NullMarked
package anbinh.evidence.web.owner;

import org.jspecify.annotations.NullMarked;
