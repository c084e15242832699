package anbinh.cases.incident;

import anbinh.cases.Incident;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Incidents of one case, in memory; IncidentTests run the real ones.
public final class FakeIncidents extends Incidents {
  private final List<Incident> incidents = new ArrayList<>();

  @SuppressWarnings("NullAway") // there is no table
  public FakeIncidents() {
    super(null, null);
  }

  public void add(Incident incident) {
    incidents.add(incident);
  }

  @Override
  public List<Incident> list(UUID caseId) {
    return List.copyOf(incidents);
  }
}
