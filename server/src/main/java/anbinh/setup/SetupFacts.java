package anbinh.setup;

import anbinh.areas.unit.Areas;
import anbinh.audit.witness.Witnesses;
import anbinh.cameras.store.Cameras;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.notification.NotificationSettings;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Site;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Finds out how far an installation is. Safe for many threads.
@Component
@OnlyWhenServing
class SetupFacts {
  private static final String PROGRAM = "An Bình";

  private final Site site;
  private final Areas areas;
  private final People people;
  private final NotificationSettings messages;
  private final Cameras cameras;
  private final Witnesses witnesses;

  SetupFacts(
      Site site,
      Areas areas,
      People people,
      NotificationSettings messages,
      Cameras cameras,
      Witnesses witnesses) {
    this.site = site;
    this.areas = areas;
    this.people = people;
    this.messages = messages;
    this.cameras = cameras;
    this.witnesses = witnesses;
  }

  SetupStep.Facts find() {
    return new SetupStep.Facts(
        !site.name().equals(PROGRAM),
        areas.isAny(),
        isSecondAdministrator(),
        Arrays.stream(Role.values())
            .filter(role -> !people.listActive(role).isEmpty())
            .collect(Collectors.toUnmodifiableSet()),
        messages.mail().host() != null
            || messages.webhook().url() != null
            || messages.push().contact() != null,
        cameras.countInUse() > 0,
        witnesses.findPolicy().isPresent());
  }

  private boolean isSecondAdministrator() {
    List<Person> administrators =
        people.listActive(Role.ADMINISTRATOR).stream()
            .filter(person -> person.areaId() == null)
            .toList();
    return administrators.stream()
        .anyMatch(
            one -> administrators.stream().anyMatch(other -> !people.maybeSame(one, other.id())));
  }
}
