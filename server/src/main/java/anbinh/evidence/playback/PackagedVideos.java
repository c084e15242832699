package anbinh.evidence.playback;

import anbinh.evidence.EvidenceProblem;
import anbinh.evidence.collect.Extraction;
import anbinh.evidence.collect.ExtractionTable;
import anbinh.evidence.collect.SealedFiles;
import anbinh.evidence.upload.Upload;
import anbinh.evidence.upload.UploadKind;
import anbinh.evidence.upload.UploadTable;
import anbinh.platform.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The videos in sealed packages: clips, and what owners gave. Safe for many threads.
@Component
public class PackagedVideos {
  private static final String GIVEN = "data/given/";
  private static final String PLAYER = "data/player/";

  private final ExtractionTable extractions;
  private final SealedFiles sealed;
  private final UploadTable uploads;

  public PackagedVideos(ExtractionTable extractions, SealedFiles sealed, UploadTable uploads) {
    this.extractions = extractions;
    this.sealed = sealed;
    this.uploads = uploads;
  }

  /// The package of a request, which is kept.
  public Extraction extraction(UUID request) {
    return extractions.getKept(request);
  }

  /// The same, and nobody else orders or reviews copies of it, or deletes it, until the caller's
  /// transaction ends.
  public Extraction lockForUpdate(UUID request) {
    return extractions.lockForUpdate(request);
  }

  /// Whether it is there no more.
  public boolean deleted(UUID request) {
    return extractions.find(request).map(Extraction::deletedAt).isPresent();
  }

  /// What copies can be made of; pictures of clocks that owners gave are not videos.
  public List<Extraction.File> masters(Extraction extraction) {
    Set<String> videos =
        uploads
            .find(List.of(extraction.requestId()))
            .getOrDefault(extraction.requestId(), List.of())
            .stream()
            .filter(upload -> upload.kind() == UploadKind.VIDEO && upload.sha256() != null)
            .map(Upload::sha256)
            .collect(Collectors.toSet());
    return extraction.files().stream()
        .filter(file ->
            file.name().startsWith(Extraction.CLIPS)
                || (file.name().startsWith(GIVEN) && videos.contains(file.sha256())))
        .toList();
  }

  public Extraction.File master(Extraction extraction, String name) {
    return masters(extraction).stream()
        .filter(file -> file.name().equals(name))
        .findFirst()
        .orElseThrow(() -> Problem.of(EvidenceProblem.NO_SUCH_VIDEO));
  }

  /// The copy for looking at that stands beside an owner's video.
  public Optional<Extraction.File> findPlayer(Extraction extraction, Extraction.File master) {
    String name = master.name().replaceFirst("^" + GIVEN, PLAYER) + ".mp4";
    return extraction.files().stream().filter(file -> file.name().equals(name)).findFirst();
  }

  /// A video in a package that can be looked at.
  Extraction.File watchable(Extraction extraction, String name) {
    return extraction.files().stream()
        .filter(file -> file.name().equals(name) && name.startsWith(PLAYER))
        .findFirst()
        .orElseGet(() -> master(extraction, name));
  }

  /// Below which the videos of a package are looked at by whoever may see its request.
  public static String requestPath(UUID id) {
    return "/api/requests/" + id;
  }

  /// Below which they are looked at by whom the package is handed over to.
  static String handoverPath(UUID id) {
    return "/api/handovers/" + id;
  }

  /// Where a video of a package is looked at, by its name below the bag.
  ///
  /// @param path of the request or the hand-over
  public static String url(String path, String name) {
    return path + "/videos/video.mp4?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
  }

  public InputStream open(UUID request, Extraction.File video) throws IOException {
    return sealed.open(request, video);
  }
}
