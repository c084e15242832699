package anbinh.situation.resident;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What may come in from people and systems without an account. Many telephones share one address,
/// so what one address may send is generous.
///
/// @param reportsPerAddress within an hour
/// @param reportsPerCommune within an hour, from all addresses and Open311 together
/// @param wrongCodesPerAddress within ten minutes
/// @param messagesPerReport what a follow-up code may send within an hour
/// @param reportsPerKey what another system may send by Open311 within an hour
/// @param readingsPerKey how often another system may ask within an hour how its requests stand
@Validated
@ConfigurationProperties("anbinh.situation.resident")
record ResidentSettings(
    @DefaultValue("60") @Min(1) int reportsPerAddress,
    @DefaultValue("300") @Min(1) int reportsPerCommune,
    @DefaultValue("20") @Min(1) int wrongCodesPerAddress,
    @DefaultValue("30") @Min(1) int messagesPerReport,
    @DefaultValue("200") @Min(1) int reportsPerKey,
    @DefaultValue("3600") @Min(1) int readingsPerKey) {}
