package anbinh.testing;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.AnBinh;
import anbinh.audit.event.AuditLog;
import anbinh.evidence.collect.FakeFootage;
import anbinh.evidence.collect.footage.FootageSource;
import anbinh.identity.NewPerson;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.account.WrittenAccounts;
import anbinh.identity.people.Passwords;
import anbinh.identity.people.People;
import anbinh.identity.people.QuickPasswords;
import anbinh.identity.session.StoredTimes;
import anbinh.signing.SharedOfficeKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// The whole server on a free port, with a database and a data folder of its own, for one test
/// class:
///
/// ```java
/// @RegisterExtension static final TestServer SERVER = new TestServer();
/// ```
public final class TestServer implements BeforeAllCallback, AfterAllCallback {
  public static final String PASSWORD = "ba con mèo ngủ";

  /// In place of a setting: passwords take as long as they do in service.
  public static final String REAL_PASSWORDS = "real passwords";

  /// In place of a setting: footage is made up (see [FakeFootage]).
  public static final String FAKE_FOOTAGE = "fake footage";

  /// In place of a setting: the server goes by a [TestClock].
  public static final String TEST_CLOCK = "test clock";

  private static final Set<String> OWN = Set.of(REAL_PASSWORDS, FAKE_FOOTAGE, TEST_CLOCK);

  private final List<String> settings;
  private @Nullable TestDatabase database;
  private @Nullable ConfigurableApplicationContext context;
  private @Nullable Path data;

  /// @param settings as on the command line, without the dashes: `anbinh.identity.idle=1m`
  public TestServer(String... settings) {
    this.settings = List.of(settings);
  }

  @Override
  public void beforeAll(ExtensionContext test) {
    start();
  }

  @Override
  public void afterAll(ExtensionContext test) {
    stop();
    if (database != null) {
      database.close();
    }
  }

  /// Starts, also again after [#stop] with the same database and folder.
  public void start() {
    if (database == null) {
      database = TestDatabase.create();
      data = folder();
    }
    var arguments = new ArrayList<String>();
    arguments.add("--server.port=0");
    arguments.add("--anbinh.data=" + data);
    arguments.add("--anbinh.database.url=" + database.url());
    arguments.add("--anbinh.database.username=" + database.username());
    arguments.add("--anbinh.database.password=" + database.password());
    arguments.add("--anbinh.database.owner-username=" + database.ownerUsername());
    arguments.add("--anbinh.database.owner-password=" + database.ownerPassword());
    arguments.add("--logging.level.anbinh=warn");
    if (settings.stream().noneMatch(s -> s.startsWith("anbinh.cameras.allowed-addresses="))) {
      arguments.add("--anbinh.cameras.allowed-addresses=127.0.0.0/8"); // simulated ones
    }
    // People of a test confirm when it is about that, not when the machine is slow.
    arguments.add("--anbinh.identity.confirmation=12h");
    arguments.add("--anbinh.audit.release=1s");
    arguments.add("--anbinh.audit.first-check=1d"); // tests break the log for a moment and mend it
    if (settings.stream().noneMatch(s -> s.startsWith("anbinh.signing.certificate."))) {
      arguments.add("--anbinh.signing.certificate.file=" + officeKey());
    }
    settings.stream().filter(s -> !OWN.contains(s)).forEach(s -> arguments.add("--" + s));
    SpringApplication application = application();
    application.addInitializers(this::putInPlace);
    context = application.run(arguments.toArray(String[]::new));
  }

  /// The server as it is started for use: which parts it has was worked out when it was built.
  public static SpringApplication application() {
    var application = new SpringApplication(AnBinh.class);
    application.setMainApplicationClass(AnBinh.class);
    return application;
  }

  /// Puts a test's parts in the place of the server's.
  private void putInPlace(ConfigurableApplicationContext context) {
    var beans = (GenericApplicationContext) context;
    if (!settings.contains(REAL_PASSWORDS)) {
      replace(beans, Passwords.class, QuickPasswords.class);
    }
    if (settings.contains(FAKE_FOOTAGE)) {
      replace(beans, FootageSource.class, FakeFootage.class);
    }
    if (settings.contains(TEST_CLOCK)) {
      replace(beans, InstantSource.class, TestClock.class);
    }
  }

  /// Under the name of the server's part.
  private static <T> void replace(
      GenericApplicationContext beans, Class<T> part, Class<? extends T> other) {
    String[] names = beans.getDefaultListableBeanFactory().getBeanNamesForType(part, true, false);
    assertThat(names).as("the only " + part.getSimpleName()).hasSize(1);
    beans.removeBeanDefinition(names[0]);
    beans.registerBean(names[0], other);
  }

  public void stop() {
    if (context != null) {
      context.close();
      context = null;
    }
  }

  public TestDatabase database() {
    return required(database);
  }

  /// What the log has of an object, by the order of its entries: type, leaf and details.
  public List<String> leaves(String objectId) {
    return database()
        .client()
        .sql(
            """
            select type || ' ' || convert_from(record, 'UTF8') || coalesce(detail, '')
            from audit.event where object_id = ? order by seq
            """)
        .param(objectId)
        .query((row, number) -> row.getString(1))
        .list();
  }

  /// Waits until all that was recorded is in the log.
  ///
  /// @return the place of the last entry
  public long awaitLog() throws InterruptedException {
    long last =
        database().client().sql("select max(seq) from audit.event").query(Long.class).single();
    Await.until("a log that has every event up to now", () -> waiting(last) == 0);
    return bean(AuditLog.class).nextIndex() - 1;
  }

  private long waiting(long last) {
    return database()
        .client()
        .sql("select count(*) from audit.event where seq <= ? and leaf_index is null")
        .param(last)
        .query(Long.class)
        .single();
  }

  public Path data() {
    return required(data);
  }

  public <T> T bean(Class<T> type) {
    return required(context).getBean(type);
  }

  public <T> Collection<T> beans(Class<T> type) {
    return required(context).getBeansOfType(type).values();
  }

  public <T> T bean(String name, Class<T> type) {
    return required(context).getBean(name, type);
  }

  public URI uri(String path) {
    var web = (ServletWebServerApplicationContext) required(context);
    return URI.create("http://127.0.0.1:" + required(web.getWebServer()).getPort() + path);
  }

  /// A client that nobody is signed in to.
  public TestClient client() {
    return new TestClient(this::uri);
  }

  /// Makes a person with [#PASSWORD].
  public Person person(String username, @Nullable UUID areaId, Role... roles) {
    return namedPerson(username, "Người " + username, areaId, roles);
  }

  /// The same by another name.
  public Person namedPerson(
      String username, String displayName, @Nullable UUID areaId, Role... roles) {
    return bean(People.class)
        .create(
            new NewPerson(
                username, displayName, PASSWORD, Set.copyOf(Arrays.asList(roles)), areaId, false),
            null);
  }

  /// A client that a person made by [#person] is signed in to.
  public TestClient signedIn(String username) {
    TestClient client = client();
    client.signIn(username, PASSWORD);
    return client;
  }

  /// Makes it long ago that anybody signed in now showed that it is them.
  public void forgetConfirmations() {
    database()
        .client()
        .sql("delete from identity.spring_session_attributes where attribute_name = 'confirmed'")
        .update();
  }

  /// Sets a moment that sessions keep, in all that have it.
  public void setSessionMillis(String attribute, Instant moment) {
    StoredTimes.set(this, attribute, moment);
  }

  /// Makes accounts the server's own that a test wrote into the database, which it refuses else.
  public void acceptAccounts() {
    WrittenAccounts.accept(this);
  }

  private static <T> T required(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("the test server does not run");
    }
    return value;
  }

  private static Path officeKey() {
    try {
      return SharedOfficeKey.file();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("anbinh-test-data");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
