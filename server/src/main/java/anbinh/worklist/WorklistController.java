package anbinh.worklist;

import anbinh.identity.Person;
import anbinh.identity.session.Access;
import anbinh.platform.Page;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/api/worklist`: what waits for the signed-in person, as counts that name nobody.
@RestController
@RequestMapping("/api/worklist")
class WorklistController {
  private final Access access;
  private final List<WorklistSource> sources;

  WorklistController(Access access, List<WorklistSource> sources) {
    this.access = access;
    this.sources = List.copyOf(sources);
  }

  @GetMapping
  Page<WorklistEntry> list() {
    Person person = access.person();
    return Page.all(
        sources.stream()
            .flatMap(source -> source.list(person).stream())
            .filter(entry -> entry.count() > 0)
            .sorted((one, other) -> one.kind().compareTo(other.kind()))
            .toList());
  }
}
