package anbinh.demo;

import anbinh.identity.Role;
import anbinh.platform.OpenPath;
import java.util.List;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// `GET /api/demo`: who can sign in to a demonstration. Exists in a demonstration only.
@RestController
@ConditionalOnProperty("anbinh.demonstration")
class DemoController {
  private final Script script = Script.read();

  @Bean
  static OpenPath demoIsOpen() {
    return new OpenPath("/api/demo");
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
    return new DemoView(
        script.people().stream()
            .map(person ->
                new DemoPerson(
                    person.username(), script.password(), person.displayName(), person.roles()))
            .toList());
  }
}
