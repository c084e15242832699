package anbinh.identity.people;

/// The same hashes with little memory and one pass, for tests that make and sign in many people.
public class QuickPasswords extends Passwords {
  public QuickPasswords() {
    super(64, 1);
  }
}
