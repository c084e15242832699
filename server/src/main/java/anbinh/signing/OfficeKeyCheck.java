package anbinh.signing;

import anbinh.platform.OnlyWhenServing;
import org.springframework.stereotype.Component;

/// Reads and tries the office's key when it is made, which nothing asks for: so that is done with
/// the parts that are left for right after the start, and a key that is no good ends the server.
@Component
@OnlyWhenServing
class OfficeKeyCheck {
  OfficeKeyCheck(OfficeSigner signer) {
    var _ = signer.key();
  }
}
