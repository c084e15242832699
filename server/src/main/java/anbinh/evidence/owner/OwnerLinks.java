package anbinh.evidence.owner;

import anbinh.evidence.EvidenceProblem;
import anbinh.identity.Attempts;
import anbinh.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// Leads from the link that a call carries to its ask. A link that is wrong, used up, taken back or
/// over is answered alike, so that nothing can be learnt from the answer. Safe for many threads.
@Component
public class OwnerLinks {
  /// Carries the link's secret.
  public static final String HEADER = "X-Anbinh-Link";

  private static final int MAX_TRIES = 30;
  private static final Duration WINDOW = Duration.ofMinutes(10);

  private final OwnerRequests ownerRequests;
  private final Attempts tries;

  OwnerLinks(OwnerRequests ownerRequests, InstantSource clock) {
    this.ownerRequests = ownerRequests;
    this.tries = new Attempts(clock, MAX_TRIES, WINDOW);
  }

  /// The open ask of the link in the call.
  ///
  /// @throws Problem when there is none, or after too many wrong ones from the same address
  public OwnerRequest require(HttpServletRequest call) {
    return require(call, ownerRequests::findByLink);
  }

  /// The same, and for some time afterwards what was given by the link, to see it and its receipt.
  public OwnerRequest requireGiven(HttpServletRequest call) {
    return require(call, ownerRequests::findGiven);
  }

  private OwnerRequest require(
      HttpServletRequest call, Function<LinkSecret, Optional<OwnerRequest>> find) {
    String text = call.getHeader(HEADER);
    LinkSecret secret =
        Optional.ofNullable(text)
            .flatMap(LinkSecret::find)
            .orElseThrow(() -> Problem.of(EvidenceProblem.NO_SUCH_LINK));
    String address = call.getRemoteAddr();
    tries
        .begin(address)
        .ifPresent(wait -> {
          throw Problem.of(EvidenceProblem.TOO_MANY_TRIES).after(wait);
        });
    OwnerRequest ask =
        find.apply(secret).orElseThrow(() -> Problem.of(EvidenceProblem.NO_SUCH_LINK));
    tries.undo(address);
    return ask;
  }
}
