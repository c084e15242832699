package anbinh.setup;

import anbinh.identity.Role;
import java.util.List;
import java.util.Set;

/// What makes an installation ready, in the order in which it is best done.
enum SetupStep {
  /// The name that people see in place of the program's.
  SITE_NAME,
  AREAS,
  /// Another human being who administers the whole site: without one nobody confirms roles.
  SECOND_ADMINISTRATOR,
  /// Whoever watches, requests, decides and supervises.
  PEOPLE,
  /// People are told of work outside of the console as well.
  MESSAGES,
  CAMERAS,
  WITNESS;

  /// Held by somebody each before the main job can be done from its beginning to its end.
  private static final List<Role> ROLES =
      List.of(Role.DUTY_OFFICER, Role.INVESTIGATOR, Role.APPROVER, Role.AUDITOR);

  /// The state of an installation as far as steps go by it.
  ///
  /// @param named whether the site has a name of its own
  /// @param held roles that somebody active holds
  /// @param messages whether messages go out by e-mail, text or push
  record Facts(
      boolean named,
      boolean areas,
      boolean secondAdministrator,
      Set<Role> held,
      boolean messages,
      boolean cameras,
      boolean witness) {
    Facts {
      held = Set.copyOf(held);
    }

    /// Roles that somebody should hold and nobody does.
    List<Role> missingRoles() {
      return ROLES.stream().filter(role -> !held.contains(role)).toList();
    }
  }

  boolean isDone(Facts facts) {
    return switch (this) {
      case SITE_NAME -> facts.named();
      case AREAS -> facts.areas();
      case SECOND_ADMINISTRATOR -> facts.secondAdministrator();
      case PEOPLE -> facts.missingRoles().isEmpty();
      case MESSAGES -> facts.messages();
      case CAMERAS -> facts.cameras();
      case WITNESS -> facts.witness();
    };
  }

  /// Whether there are offices that do without.
  boolean isSkippable() {
    return this != SECOND_ADMINISTRATOR;
  }
}
