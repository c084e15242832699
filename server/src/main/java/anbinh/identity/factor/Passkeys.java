package anbinh.identity.factor;

import anbinh.identity.OwnAddress;
import anbinh.identity.Person;
import anbinh.identity.people.People;
import anbinh.platform.Site;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The ceremonies of passkeys (WebAuthn Level 3 §7), by Spring Security and webauthn4j.
///
/// Everything but the challenge is the same each time, so a session keeps the challenge alone and
/// the options are made again from it. A passkey belongs to the address that people use
/// (`anbinh.identity.address`), never to a name that the request itself brings.
@Component
class Passkeys {
  private static final Logger LOG = LoggerFactory.getLogger(Passkeys.class);
  private static final TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>
      ATTESTATION = new TypeReference<>() {};
  private static final TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>
      ASSERTION = new TypeReference<>() {};
  private static final TypeReference<Map<String, @Nullable Object>> OBJECT =
      new TypeReference<>() {};

  private final JsonMapper json =
      JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

  private final PasskeyTable table;
  private final PublicKeyCredentialUserEntityRepository owners;
  private final Site site;
  private final OwnAddress ownAddress;

  Passkeys(PasskeyTable table, People people, Site site, OwnAddress ownAddress) {
    this.table = table;
    this.owners = new Owners(people);
    this.site = site;
    this.ownAddress = ownAddress;
  }

  static String newChallenge() {
    return Bytes.random().toBase64UrlString();
  }

  /// What the browser's `navigator.credentials.create` needs.
  Map<String, @Nullable Object> creationOptions(Person person, String challenge) {
    return json.convertValue(creation(operations(challenge), person), OBJECT);
  }

  /// Keeps a new passkey; false when the browser's answer does not fit the challenge.
  boolean add(
      Person person, String challenge, String name, Map<String, @Nullable Object> credential) {
    return ceremony(
        BrowserAnswer.created(json.valueToTree(credential)),
        answer -> {
          Webauthn4JRelyingPartyOperations operations = operations(challenge);
          operations.registerCredential(
              new ImmutableRelyingPartyRegistrationRequest(
                  creation(operations, person),
                  new RelyingPartyPublicKey(json.convertValue(answer, ATTESTATION), name)));
          return true;
        });
  }

  /// What the browser's `navigator.credentials.get` needs.
  Map<String, @Nullable Object> requestOptions(Person person, String challenge) {
    return json.convertValue(request(operations(challenge), person), OBJECT);
  }

  /// Whether a passkey of this very person signed the challenge.
  boolean accepts(Person person, String challenge, Map<String, @Nullable Object> credential) {
    return ceremony(
        BrowserAnswer.signed(json.valueToTree(credential)),
        answer -> {
          var signed = json.convertValue(answer, ASSERTION);
          if (!owns(person, signed.getRawId())) {
            return false;
          }
          Webauthn4JRelyingPartyOperations operations = operations(challenge);
          operations.authenticate(
              new RelyingPartyAuthenticationRequest(request(operations, person), signed));
          return true;
        });
  }

  private boolean owns(Person person, Bytes passkey) {
    CredentialRecord known = table.findByCredentialId(passkey);
    return known != null && known.getUserEntityUserId().equals(PasskeyTable.handle(person.id()));
  }

  List<Passkey> list(UUID person) {
    return table.list(person);
  }

  private static PublicKeyCredentialCreationOptions creation(
      Webauthn4JRelyingPartyOperations operations, Person person) {
    return operations.createPublicKeyCredentialCreationOptions(
        new ImmutablePublicKeyCredentialCreationOptionsRequest(authentication(person)));
  }

  private static PublicKeyCredentialRequestOptions request(
      Webauthn4JRelyingPartyOperations operations, Person person) {
    return operations.createCredentialRequestOptions(
        new ImmutablePublicKeyCredentialRequestOptionsRequest(authentication(person)));
  }

  /// To make them takes longer than a ceremony does.
  private Webauthn4JRelyingPartyOperations operations(String challenge) {
    URI address = ownAddress.get();
    var party =
        PublicKeyCredentialRpEntity.builder().id(address.getHost()).name(site.name()).build();
    var operations =
        new Webauthn4JRelyingPartyOperations(owners, table, party, Set.of(origin(address)));
    Bytes bytes = Bytes.fromBase64(challenge);
    // Keys that store nothing are welcome: who it is, the password has said already.
    operations.setCustomizeCreationOptions(options ->
        options
            .challenge(bytes)
            .authenticatorSelection(
                AuthenticatorSelectionCriteria.builder()
                    .residentKey(ResidentKeyRequirement.PREFERRED)
                    .userVerification(UserVerificationRequirement.PREFERRED)
                    .build()));
    operations.setCustomizeRequestOptions(options -> options.challenge(bytes));
    return operations;
  }

  private static String origin(URI address) {
    return address.getScheme() + "://" + address.getAuthority();
  }

  private static Authentication authentication(Person person) {
    return UsernamePasswordAuthenticationToken.authenticated(
        person.id().toString(), null, List.of());
  }

  /// The libraries say in exceptions of every kind, down to failed casts, that an answer is no
  /// good; all mean no. Only the database's own are about something else.
  private static boolean ceremony(Optional<ObjectNode> answer, Predicate<ObjectNode> step) {
    try {
      return answer.filter(step).isPresent();
    } catch (DataAccessException | TransactionException unreachable) {
      throw unreachable;
    } catch (RuntimeException e) {
      LOG.info("a passkey was not accepted: {}", e.getClass().getSimpleName());
      return false;
    }
  }

  /// People as authenticators know them.
  private record Owners(People people) implements PublicKeyCredentialUserEntityRepository {
    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
      return entity(people.find(PasskeyTable.person(handle)));
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String id) {
      return entity(people.find(UUID.fromString(id)));
    }

    @Override
    public void save(PublicKeyCredentialUserEntity entity) {
      throw new UnsupportedOperationException("people are made by administrators");
    }

    @Override
    public void delete(Bytes handle) {
      throw new UnsupportedOperationException("people are never deleted");
    }

    private static @Nullable PublicKeyCredentialUserEntity entity(Optional<Person> person) {
      return person
          .map(known ->
              ImmutablePublicKeyCredentialUserEntity.builder()
                  .id(PasskeyTable.handle(known.id()))
                  .name(known.username())
                  .displayName(known.displayName())
                  .build())
          .orElse(null);
    }
  }
}
