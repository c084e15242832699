/// What becomes of a sealed package over HTTP: it is downloaded, verified, and handed over, and
/// whose hands it went through can be seen (`/api/requests/{id}/package.zip`, `…/verification`,
/// `…/custody`, `/api/handovers`).
@NullMarked
package anbinh.evidence.web.custody;

import org.jspecify.annotations.NullMarked;
