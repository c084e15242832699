package anbinh.cases;

import anbinh.identity.Person;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/// Which requests for footage a reader of their case may open: whoever reads a case learns that
/// there are requests, but not everybody may read each of them.
public interface ReadableRequests {
  /// @return the identifiers of those in some cases
  Set<UUID> listReadable(Person reader, Collection<UUID> caseIds);
}
