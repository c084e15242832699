package anbinh.demo.province;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// A whole province in a demonstration.
///
/// @param years of which something is made up, this one the last; 0: no province
/// @param seed another one makes another province
/// @param communes so many of the province's, the first by their codes; 0: all 166
/// @param villages in all of these communes
/// @param situations reported in a whole year
/// @param mediations received in a whole year
/// @param cases opened in a whole year
@Validated
@ConfigurationProperties("anbinh.demo.province")
record ProvinceSettings(
    @DefaultValue("0") @Min(0) @Max(5) int years,
    @DefaultValue("2026") long seed,
    @DefaultValue("0") @Min(0) @Max(166) int communes,
    @DefaultValue("4351") @Min(1) @Max(10_000) int villages,
    @DefaultValue("100000") @Min(0) @Max(500_000) int situations,
    @DefaultValue("6500") @Min(0) @Max(100_000) int mediations,
    @DefaultValue("240") @Min(0) @Max(5_000) int cases) {}
