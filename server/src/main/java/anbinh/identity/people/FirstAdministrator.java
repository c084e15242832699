package anbinh.identity.people;

import anbinh.identity.NewPerson;
import anbinh.identity.People;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.platform.DataFolder;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/// Makes the person `admin` when there is nobody yet, before the server answers anybody.
///
/// The password is random, stands in a file that only the server's user may read, is never logged,
/// and must be changed at the first sign-in; the file goes at the next start. A demonstration makes
/// its own people.
@Component
@OnlyWhenServing
class FirstAdministrator implements SmartInitializingSingleton {
  static final String USERNAME = "admin";
  private static final String FILE = "first-administrator-password";

  private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int LENGTH = 20;

  private final People people;
  private final PersonTable table;
  private final DataFolder data;
  private final Site site;

  FirstAdministrator(People people, PersonTable table, DataFolder data, Site site) {
    this.people = people;
    this.table = table;
    this.data = data;
    this.site = site;
  }

  @Override
  public void afterSingletonsInstantiated() {
    if (site.demonstration()) {
      return;
    }
    Path file = data.root().resolve(FILE);
    try {
      if (table.empty()) {
        String password = password();
        DataFolder.writeSecret(file, password + "\n");
        people.create(
            new NewPerson(
                USERNAME, "Administrator", password, Set.of(Role.ADMINISTRATOR), null, true),
            null);
      }
      if (people.find(USERNAME).filter(Person::mustChangePassword).isPresent()) {
        LOG.info("sign in as {} with the password in {}", USERNAME, file);
      } else {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private static String password() {
    var random = new SecureRandom();
    return random
        .ints(LENGTH, 0, LETTERS.length())
        .mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
        .collect(Collectors.joining());
  }
}
