package anbinh.evidence.web;

import anbinh.cases.ReadableRequests;
import anbinh.evidence.request.RequestTable;
import anbinh.identity.Person;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The requests of cases by [RequestAccess].
@Component
class CaseRequests implements ReadableRequests {
  private final RequestAccess access;
  private final RequestTable table;

  CaseRequests(RequestAccess access, RequestTable table) {
    this.access = access;
    this.table = table;
  }

  @Override
  public Set<UUID> listReadable(Person reader, Collection<UUID> caseIds) {
    return table.listIds(access.filter(reader, false, null), caseIds);
  }
}
