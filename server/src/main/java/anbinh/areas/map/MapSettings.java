package anbinh.areas.map;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// What maps show below what a page shows on them.
///
/// @param ground a GeoJSON file of roads, water and landmarks with the tags of OpenStreetMap; none:
///   `areas/ground.geojson` in the data folder, where it is
/// @param tiles a PMTiles file (version 3) of a whole province or country: vector tiles with the
///   layers of Protomaps, or pictures; none: the ground alone
/// @param attribution whose data it is, shown in the corner of each map, such as `© OpenStreetMap`
@ConfigurationProperties("anbinh.map")
record MapSettings(@Nullable Path ground, @Nullable Path tiles, @Nullable String attribution) {}
