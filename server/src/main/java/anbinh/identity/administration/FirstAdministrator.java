package anbinh.identity.administration;

import anbinh.identity.NewPerson;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.grant.FirstSteps;
import anbinh.identity.people.People;
import anbinh.identity.people.PersonTable;
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
import org.springframework.transaction.support.TransactionTemplate;

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
  private static final String AGAIN = "appoint-second-administrator";

  private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int LENGTH = 20;

  private final People people;
  private final PersonTable table;
  private final DataFolder data;
  private final Site site;
  private final FirstSteps firstSteps;
  private final TransactionTemplate transactions;

  FirstAdministrator(
      People people,
      PersonTable table,
      DataFolder data,
      Site site,
      FirstSteps firstSteps,
      TransactionTemplate transactions) {
    this.people = people;
    this.table = table;
    this.data = data;
    this.site = site;
    this.firstSteps = firstSteps;
    this.transactions = transactions;
  }

  @Override
  public void afterSingletonsInstantiated() {
    if (site.demonstration()) {
      return;
    }
    Path file = data.root().resolve(FILE);
    try {
      beginAgain();
      if (table.empty()) {
        String password = password();
        DataFolder.writeSecret(file, password + "\n");
        transactions.executeWithoutResult(_ -> makeAdministrator(password));
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

  private void makeAdministrator(String password) {
    people.create(
        new NewPerson(USERNAME, "Administrator", password, Set.of(Role.ADMINISTRATOR), null, true),
        null);
    firstSteps.begin();
  }

  /// Whoever keeps the machine may let the last administrator appoint a second one without a
  /// confirmation, by a file that is good once.
  private void beginAgain() throws IOException {
    Path file = data.root().resolve(AGAIN);
    if (!Files.exists(file)) {
      return;
    }
    boolean again = Boolean.TRUE.equals(transactions.execute(_ -> firstSteps.beginAgain()));
    LOG.info(
        again
            ? "{}: the last administrator may appoint a second one"
            : "{}: nothing to do, there are two administrators of the whole site",
        AGAIN);
    Files.delete(file);
  }

  private static String password() {
    var random = new SecureRandom();
    return random
        .ints(LENGTH, 0, LETTERS.length())
        .mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
        .collect(Collectors.joining());
  }
}
