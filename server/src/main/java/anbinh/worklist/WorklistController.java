package anbinh.worklist;

import anbinh.identity.session.Access;
import anbinh.platform.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/api/worklist`: what waits for the signed-in person, as counts that name nobody.
@RestController
@RequestMapping("/api/worklist")
class WorklistController {
  private final Access access;
  private final Worklists worklists;

  WorklistController(Access access, Worklists worklists) {
    this.access = access;
    this.worklists = worklists;
  }

  @GetMapping
  Page<WorklistEntry> list() {
    return Page.all(worklists.list(access.person()));
  }
}
