package anbinh.recording.retention;

import anbinh.platform.OnlyWhenServing;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/// Lets retention run by itself.
@Configuration(proxyBeanMethods = false)
@OnlyWhenServing
@EnableScheduling
class SchedulingConfiguration {}
