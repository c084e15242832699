package anbinh.evidence.upload;

import anbinh.evidence.EvidenceProblem;
import anbinh.evidence.owner.OwnerLinks;
import anbinh.evidence.owner.OwnerRequest;
import anbinh.evidence.owner.OwnerSettings;
import anbinh.platform.PlatformProblem;
import anbinh.platform.Problem;
import anbinh.platform.http.LargeBody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/owner/files`: an owner's uploads by tus 1.0.
@RestController
@RequestMapping("/api/owner/files")
class TusController {
  private static final String VERSION = "1.0.0";
  private static final String EXTENSIONS = "creation,termination,checksum,expiration";
  private static final String PIECE = "application/offset+octet-stream";
  private static final int CHECKSUM_MISMATCH = 460;

  private final OwnerLinks links;
  private final Uploads uploads;
  private final Receiving receiving;
  private final OwnerSettings settings;
  private final InstantSource clock;

  TusController(
      OwnerLinks links,
      Uploads uploads,
      Receiving receiving,
      OwnerSettings settings,
      InstantSource clock) {
    this.links = links;
    this.uploads = uploads;
    this.receiving = receiving;
    this.settings = settings;
    this.clock = clock;
  }

  @Operation(hidden = true)
  @RequestMapping(method = RequestMethod.OPTIONS)
  ResponseEntity<Void> options() {
    return ResponseEntity.noContent()
        .header("Tus-Resumable", VERSION)
        .header("Tus-Version", VERSION)
        .header("Tus-Extension", EXTENSIONS)
        .header("Tus-Max-Size", Long.toString(settings.mostBytes().toBytes()))
        .header("Tus-Checksum-Algorithm", String.join(",", UploadChecksum.ALGORITHMS))
        .build();
  }

  @PostMapping
  ResponseEntity<Void> begin(
      @Parameter(hidden = true) HttpServletRequest call,
      @Parameter(hidden = true) HttpServletResponse answer)
      throws IOException {
    OwnerRequest ask = ask(call, answer);
    if (call.getHeader("Upload-Defer-Length") != null) {
      // The extension creation-defer-length is not offered, and with both lengths none counts.
      throw Problem.invalid("Upload-Defer-Length", "no-defer-length");
    }
    long bytes = number(call, "Upload-Length");
    if (bytes < 1) {
      throw Problem.invalid("Upload-Length", "min", 1);
    }
    UploadMetadata what = UploadMetadata.parse(header(call, "Upload-Metadata"));
    Upload upload = uploads.begin(ask, what, bytes);
    return ResponseEntity.created(URI.create("/api/owner/files/" + upload.id()))
        .header("Upload-Expires", expires(ask))
        .build();
  }

  @Operation(hidden = true)
  @RequestMapping(path = "/{id}", method = RequestMethod.HEAD)
  ResponseEntity<Void> offset(
      @PathVariable UUID id,
      @Parameter(hidden = true) HttpServletRequest call,
      @Parameter(hidden = true) HttpServletResponse answer)
      throws IOException {
    OwnerRequest ask = ask(call, answer);
    Upload upload = uploads.get(ask, id);
    return ResponseEntity.ok()
        .header("Cache-Control", "no-store")
        .header("Upload-Offset", Long.toString(receiving.offset(upload)))
        .header("Upload-Length", Long.toString(upload.bytes()))
        .header("Upload-Expires", expires(ask))
        .build();
  }

  @PatchMapping("/{id}")
  ResponseEntity<Void> append(
      @PathVariable UUID id,
      @Parameter(hidden = true) HttpServletRequest call,
      @Parameter(hidden = true) HttpServletResponse answer)
      throws IOException {
    OwnerRequest ask = ask(call, answer);
    Upload upload = uploads.get(ask, id);
    if (!PIECE.equals(call.getContentType())) {
      throw Problem.of(PlatformProblem.UNSUPPORTED_MEDIA_TYPE);
    }
    if (!ask.openAt(clock.instant())) {
      throw Problem.of(EvidenceProblem.ASK_ENDED);
    }
    String checksum = call.getHeader("Upload-Checksum");
    Receiving.Piece piece =
        receiving.append(
            upload,
            number(call, "Upload-Offset"),
            call.getInputStream(),
            checksum == null ? null : UploadChecksum.parse(checksum));
    return piece.checksumHolds()
        ? ResponseEntity.noContent()
            .header("Upload-Offset", Long.toString(piece.offset()))
            .header("Upload-Expires", expires(ask))
            .build()
        : ResponseEntity.status(CHECKSUM_MISMATCH).build();
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void discard(
      @PathVariable UUID id,
      @Parameter(hidden = true) HttpServletRequest call,
      @Parameter(hidden = true) HttpServletResponse answer) {
    uploads.discard(ask(call, answer), id);
  }

  /// The ask of the link, for a client that speaks this version.
  private OwnerRequest ask(HttpServletRequest call, HttpServletResponse answer) {
    answer.setHeader("Tus-Resumable", VERSION);
    OwnerRequest ask = links.require(call);
    if (!VERSION.equals(call.getHeader("Tus-Resumable"))) {
      answer.setHeader("Tus-Version", VERSION);
      throw Problem.of(EvidenceProblem.TUS_VERSION, VERSION);
    }
    return ask;
  }

  private static String expires(OwnerRequest ask) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(ask.openUntil().atZone(ZoneOffset.UTC));
  }

  private static long number(HttpServletRequest call, String name) {
    String text = header(call, name);
    try {
      long number = Long.parseLong(text);
      if (number >= 0 && text.equals(Long.toString(number))) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw Problem.invalid(name, "pattern").because(e);
    }
    throw Problem.invalid(name, "pattern");
  }

  private static String header(HttpServletRequest call, String name) {
    String text = call.getHeader(name);
    if (text == null || text.isBlank()) {
      throw Problem.invalid(name, "required");
    }
    return text;
  }

  @Bean
  static LargeBody pieceOfAFile(OwnerSettings settings) {
    return new LargeBody("/api/owner/files/*", settings.mostBytes().toBytes());
  }
}
