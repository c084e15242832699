package anbinh.platform.settings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.file.Path;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The settings of the installation as a whole.
///
/// @param data folder of everything that is kept
/// @param command `serve`, or `check` to check the installation and exit
/// @param demonstration whether this is a demonstration with made-up cameras and people
/// @param tlsElsewhere whether something else, such as a proxy on another machine, has TLS where
///   the server listens on the network without; otherwise it refuses to start so
@ConfigurationProperties("anbinh")
public record PlatformSettings(
    @DefaultValue("./anbinh-data") Path data,
    @DefaultValue("serve") @Pattern(regexp = "serve|check") String command,
    @DefaultValue("false") boolean demonstration,
    @DefaultValue("false") boolean tlsElsewhere,
    @DefaultValue @Valid SiteSettings site,
    @DefaultValue @Valid DatabaseSettings database,
    @DefaultValue @Valid PostgresSettings postgres) {

  /// @param name of the place served, as people see it
  /// @param zone in which people read times
  /// @param contact where one asks about one's own data, as the public page and the signs at
  ///   cameras say it: an address, a telephone number; none: the office
  /// @param address under which anybody reaches the public page, such as `https://anbinh.xa.vn`,
  ///   for the QR code of signs; none: the one that their printer's browser uses
  public record SiteSettings(
      @DefaultValue("An Bình") @NotBlank String name,
      @DefaultValue("Asia/Ho_Chi_Minh") ZoneId zone,
      @Nullable @Size(max = 200) String contact,
      @Nullable @Pattern(regexp = "https?://[A-Za-z0-9.:\\[\\]-]+") String address) {}

  /// @param url of a PostgreSQL of 15 or newer (`jdbc:postgresql:…`); none: the embedded one
  /// @param username the role of the running program, which owns nothing
  /// @param ownerUsername the role that owns the database, for migrations; none: only a start that
  ///   has none to run is possible
  /// @param connections at most this many at once
  public record DatabaseSettings(
      @Nullable
          @Pattern(regexp = "jdbc:postgresql:.*", message = "must start with jdbc:postgresql:")
          String url,
      @DefaultValue("anbinh") String username,
      @Nullable String password,
      @Nullable String ownerUsername,
      @Nullable String ownerPassword,
      @DefaultValue("20") @Min(4) int connections) {
    @Override
    public String toString() {
      return "DatabaseSettings[username=" + username + "]";
    }
  }

  /// @param binaries folder of the unpacked embedded PostgreSQL, which several installations may
  ///   share; none: inside the data folder
  public record PostgresSettings(@Nullable Path binaries) {}
}
