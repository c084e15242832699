package anbinh.identity.people;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/// The same hashes with little memory and one pass, for tests that make and sign in many people.
@Component
@Primary
@ConditionalOnProperty("test.quick-passwords")
class QuickPasswords extends Passwords {
  QuickPasswords() {
    super(64, 1);
  }
}
