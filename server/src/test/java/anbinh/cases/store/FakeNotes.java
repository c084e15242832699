package anbinh.cases.store;

import anbinh.cases.CaseNote;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Notes of one case, in memory; CasesIT writes real ones.
public final class FakeNotes extends Notes {
  private final List<CaseNote> notes = new ArrayList<>();

  @SuppressWarnings("NullAway") // there is no database
  public FakeNotes() {
    super(null, null, null, null);
  }

  public void add(CaseNote note) {
    notes.add(note);
  }

  @Override
  public List<CaseNote> list(UUID caseId) {
    return List.copyOf(notes);
  }
}
