package anbinh.cases.register;

import anbinh.cases.CaseFile;
import anbinh.cases.CaseNote;
import anbinh.cases.CaseProblem;
import anbinh.cases.store.CaseTable;
import anbinh.cases.store.Notes;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/cases/{id}/notes`: investigators of the area add notes, to closed cases as well; nobody
/// changes one. They are read in the case's time line.
@RestController
@RequestMapping("/api/cases/{id}/notes")
class NotesController {
  private final CaseTable table;
  private final Notes notes;
  private final Access access;

  NotesController(CaseTable table, Notes notes, Access access) {
    this.table = table;
    this.notes = notes;
    this.access = access;
  }

  record NewNote(@NotBlank @Size(max = 4000) String words) {}

  record NoteView(UUID id, Instant at, String words) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  NoteView add(@PathVariable UUID id, @Valid @RequestBody NewNote requested) {
    access.require(Role.INVESTIGATOR);
    CaseFile found = table.find(id).orElseThrow(() -> Problem.of(CaseProblem.NO_SUCH_CASE));
    Person by = access.require(found.areaId(), Role.INVESTIGATOR);
    CaseNote added = notes.add(found, requested.words().strip(), by);
    return new NoteView(added.id(), added.at(), added.words());
  }
}
