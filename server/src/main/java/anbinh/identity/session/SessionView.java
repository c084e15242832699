package anbinh.identity.session;

import anbinh.identity.Role;
import anbinh.identity.factor.Method;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A session as its browser sees it.
///
/// @param user null when nobody is signed in (yet)
/// @param secondFactor what may follow the password that was right; null when nothing is awaited
public record SessionView(@Nullable UserView user, @Nullable Awaited secondFactor) {
  /// @param methods the strongest first
  record Awaited(List<Method> methods) {
    Awaited {
      methods = List.copyOf(methods);
    }
  }

  /// @param area null for the whole site
  /// @param operations what their roles let them ask for, as `GET /api/cameras`: somewhere, which
  ///   says nothing of this camera or that
  /// @param mustAddSecondFactor whether nothing else is allowed before they have one
  record UserView(
      UUID id,
      String username,
      String displayName,
      List<Role> roles,
      List<String> operations,
      @Nullable AreaView area,
      String language,
      boolean mustChangePassword,
      boolean mustAddSecondFactor) {
    UserView {
      roles = List.copyOf(roles);
      operations = List.copyOf(operations);
    }
  }

  record AreaView(UUID id, String name) {}
}
