package anbinh.identity.provider;

import anbinh.identity.account.Accounts;
import anbinh.platform.sql.SqlClient;
import anbinh.seal.tree.Hash;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Which account belongs to which subject of the provider, and who is invited to link theirs.
///
/// An invitation is 128 random bits, good once and for a time; SHA-256 of it is kept. Nothing here
/// is recorded: callers do.
@Component
public class ProviderLinks {
  private static final int SECRET_BYTES = 16;

  private final SqlClient database;
  private final InstantSource clock;
  private final ProviderSettings settings;
  private final Accounts accounts;
  private final SecureRandom random = new SecureRandom();

  ProviderLinks(
      SqlClient database, InstantSource clock, ProviderSettings settings, Accounts accounts) {
    this.database = database;
    this.clock = clock;
    this.settings = settings;
    this.accounts = accounts;
  }

  /// @param secret shown this once
  public record Invitation(String secret, Instant until) {
    @Override
    public String toString() {
      return "Invitation[until=" + until + "]";
    }
  }

  /// The account of a subject of the present issuer.
  public Optional<UUID> find(String subject) {
    return database.find(
        UUID.class,
        "select person_id from identity.provider_link where issuer = ? and subject = ?",
        issuer(),
        subject);
  }

  /// Those of the people who are linked.
  public Set<UUID> linked(Collection<UUID> people) {
    return people.isEmpty()
        ? Set.of()
        : new HashSet<>(
            database.list(
                UUID.class,
                "select person_id from identity.provider_link where person_id = any(?)",
                people));
  }

  /// Invites somebody, in the place of an invitation that they may have.
  @Transactional
  public Invitation invite(UUID person, UUID by) {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Instant until = clock.instant().plus(settings.invitation());
    accounts.touch(person);
    database.update(
        """
        insert into identity.provider_invitation (person_id, hash, until, invited_by)
        values (?, ?, ?, ?)
        on conflict (person_id) do update set hash = excluded.hash, until = excluded.until,
          invited_by = excluded.invited_by
        """,
        person,
        hash(secret),
        until,
        by);
    return new Invitation(secret, until);
  }

  /// @param invitedBy the administrator who could have opened the link as well
  public record Accepted(UUID person, UUID invitedBy) {}

  /// Uses an invitation up and links its account with the subject; empty when the invitation is no
  /// longer good.
  @Transactional
  public Optional<Accepted> accept(String secret, String subject) {
    Instant now = clock.instant();
    database
        .find(
            UUID.class,
            "select person_id from identity.provider_invitation where hash = ?",
            hash(secret))
        .ifPresent(accounts::touch);
    Optional<Accepted> accepted =
        database.find(
            Accepted.class,
            """
            delete from identity.provider_invitation where hash = ? and until > ?
            returning person_id as person, invited_by
            """,
            hash(secret),
            now);
    accepted.ifPresent(each ->
        database.update(
            """
            insert into identity.provider_link (person_id, issuer, subject, linked_at)
            values (?, ?, ?, ?)
            on conflict (person_id) do update
            set issuer = excluded.issuer, subject = excluded.subject,
              linked_at = excluded.linked_at
            """,
            each.person(),
            issuer(),
            subject,
            now));
    return accepted;
  }

  /// Takes the link and any invitation away; false when there was neither.
  @Transactional
  public boolean remove(UUID person) {
    accounts.touch(person);
    int invitations =
        database.update("delete from identity.provider_invitation where person_id = ?", person);
    int links = database.update("delete from identity.provider_link where person_id = ?", person);
    return invitations + links > 0;
  }

  private String issuer() {
    return String.valueOf(settings.issuer());
  }

  private static byte[] hash(String secret) {
    return Hash.sha256(secret.getBytes(StandardCharsets.UTF_8)).bytes();
  }
}
