package anbinh.evidence.owner;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How owners of community cameras are asked.
///
/// @param answerWithin an owner who did not answer within this time after the approval is not
///   waited for any longer; sooner when the camera's keep-time ends
/// @param thinkAgain how long an owner may take back what was given before it is taken
/// @param receiptFor how long after what was given was taken the link still gives the receipt
/// @param address under which owners reach this server, such as `https://camera.example.vn`; none:
///   a sheet names the one that its printer's browser uses, and no messages are sent
/// @param phone to call with questions, on the owner's page, on sheets and in messages; none:
///   sheets have a blank for it
/// @param mostBytes of one file
/// @param mostFiles that one owner may upload for one request
/// @param keepFree bytes of the disk that uploads never use
@ConfigurationProperties("anbinh.evidence.owner")
public record OwnerSettings(
    @DefaultValue("14d") @DurationMin(minutes = 1) Duration answerWithin,
    @DefaultValue("10m") @DurationMin(seconds = 0) Duration thinkAgain,
    @DefaultValue("30d") @DurationMin(seconds = 0) Duration receiptFor,
    @Nullable @Pattern(regexp = "https?://[A-Za-z0-9.:\\[\\]-]+(/[A-Za-z0-9._~/-]*)?")
        String address,
    @Nullable @Size(max = 40) String phone,
    @DefaultValue("20GB") DataSize mostBytes,
    @DefaultValue("20") @Min(1) @Max(100) int mostFiles,
    @DefaultValue("5GB") DataSize keepFree) {}
