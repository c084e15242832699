package anbinh.demo.seed;

import anbinh.demo.Script;
import anbinh.identity.Role;
import anbinh.platform.PlatformProblem;
import anbinh.platform.Problem;
import anbinh.platform.Site;
import anbinh.platform.http.OpenPaths;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// `GET /api/demo`: who can sign in to a demonstration. There is nothing there in any other
/// installation.
@RestController
class DemoController {
  private final Site site;

  DemoController(Site site) {
    this.site = site;
  }

  @Bean
  static OpenPaths demoIsOpen() {
    return OpenPaths.of("/api/demo");
  }

  record DemoView(List<DemoPerson> people) {
    DemoView {
      people = List.copyOf(people);
    }
  }

  record DemoPerson(String username, String password, String displayName, Set<Role> roles) {
    DemoPerson {
      roles = Set.copyOf(roles);
    }
  }

  @GetMapping("/api/demo")
  DemoView demo() {
    if (!site.demonstration()) {
      throw Problem.of(PlatformProblem.NOT_FOUND);
    }
    Script script = Script.get();
    return new DemoView(
        script.people().stream()
            .map(person ->
                new DemoPerson(
                    person.username(), script.password(), person.displayName(), person.roles()))
            .toList());
  }
}
