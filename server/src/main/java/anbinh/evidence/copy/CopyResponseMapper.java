package anbinh.evidence.copy;

import anbinh.evidence.EvidenceProblem;
import anbinh.evidence.collect.Extraction;
import anbinh.evidence.copy.CopiesView.ArchiveView;
import anbinh.evidence.copy.CopiesView.CopyView;
import anbinh.evidence.copy.CopiesView.MasterView;
import anbinh.evidence.copy.CopiesView.ReviewView;
import anbinh.evidence.playback.PackagedVideos;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.evidence.web.RequestAccess;
import anbinh.identity.Person;
import anbinh.identity.PersonName;
import anbinh.identity.people.People;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.ProblemCode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts names, addresses and rights to copies. Safe for many threads.
@Component
@OnlyWhenServing
class CopyResponseMapper {
  private final CopyTable table;
  private final PackagedVideos videos;
  private final RequestAccess access;
  private final People people;

  CopyResponseMapper(CopyTable table, PackagedVideos videos, RequestAccess access, People people) {
    this.table = table;
    this.videos = videos;
    this.access = access;
    this.people = people;
  }

  CopiesView of(EvidenceRequest request, Person reader) {
    Extraction extraction = videos.extraction(request.id());
    List<Copy> copies = table.list(request.id());
    boolean watches = access.watches(reader, request);
    return new CopiesView(
        videos.masters(extraction).stream()
            .map(master -> master(request, extraction, copies, master, watches))
            .toList(),
        copies.stream().map(copy -> view(request, extraction, copy, reader)).toList(),
        watches,
        request.madeBy(reader.id()));
  }

  CopyView of(EvidenceRequest request, Copy copy, Person reader) {
    return view(request, videos.extraction(request.id()), copy, reader);
  }

  private MasterView master(
      EvidenceRequest request,
      Extraction extraction,
      List<Copy> copies,
      Extraction.File master,
      boolean watches) {
    Optional<String> player =
        videos
            .findPlayer(extraction, master)
            .map(file -> PackagedVideos.url(PackagedVideos.requestPath(request.id()), file.name()))
            .or(() ->
                copies.stream()
                    .filter(copy -> playsEverywhere(copy, master))
                    .findFirst()
                    .map(copy -> url(request, copy) + "/video.mp4"));
    return new MasterView(
        master.name(),
        master.sha256(),
        master.bytes(),
        master.name().startsWith("data/given/"),
        watches
            ? player.orElseGet(
                () -> PackagedVideos.url(PackagedVideos.requestPath(request.id()), master.name()))
            : null,
        player.isEmpty());
  }

  private static boolean playsEverywhere(Copy copy, Extraction.File master) {
    Copy.Made made = copy.made();
    return copy.order().kind() == Copy.Kind.COURT
        && copy.order().master().equals(master.name())
        && copy.state() != Copy.State.REFUSED
        && made != null
        && made.method() == Copy.Method.ENCODED;
  }

  private CopyView view(EvidenceRequest request, Extraction extraction, Copy copy, Person reader) {
    Copy.Order order = copy.order();
    Copy.Made made = copy.made();
    Copy.Review review = copy.review();
    Copy.Archive archive = copy.archive();
    Set<UUID> persons = new HashSet<>(Set.of(order.by()));
    if (review != null) {
      persons.add(review.by());
    }
    Map<UUID, String> names = people.displayNames(persons);
    boolean there = made != null && copy.state() != Copy.State.REFUSED;
    Optional<ProblemCode> whyNot = whyNotReview(reader, request, copy);
    return new CopyView(
        copy.id(),
        copy.code(extraction.code()),
        order.kind(),
        copy.state(),
        copy.percent(),
        order.master(),
        order.masterSha256(),
        order.reasons(),
        order.covering(),
        order.keepsSound(),
        order.words(),
        PersonName.of(order.by(), names),
        order.at(),
        made == null ? null : made.method(),
        made == null ? null : made.bytes(),
        made == null ? null : made.sha256(),
        copy.why(),
        review == null
            ? null
            : new ReviewView(PersonName.of(review.by(), names), review.at(), review.words()),
        there && access.watches(reader, request) ? url(request, copy) + "/video.mp4" : null,
        whyNot.isEmpty(),
        whyNot.map(ProblemCode::code).orElse(null),
        archive == null
            ? null
            : new ArchiveView(archive.bytes(), archive.sha256(), archive.logIndex()),
        packageUrl(request, copy, reader));
  }

  private static @Nullable String packageUrl(EvidenceRequest request, Copy copy, Person reader) {
    return copy.archive() != null && request.madeBy(reader.id())
        ? url(request, copy) + "/package.zip"
        : null;
  }

  private Optional<ProblemCode> whyNotReview(Person reader, EvidenceRequest request, Copy copy) {
    return access
        .whyNoReviewer(reader, request, copy.order().by())
        .or(() ->
            copy.state() == Copy.State.MADE
                ? Optional.empty()
                : Optional.of(EvidenceProblem.COPY_ENDED));
  }

  private static String url(EvidenceRequest request, Copy copy) {
    return "/api/requests/" + request.id() + "/copies/" + copy.id();
  }
}
