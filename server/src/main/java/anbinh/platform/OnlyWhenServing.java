package anbinh.platform;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/// Marks a bean that works by itself (takes in video, appends to the log, deletes what is due), or
/// that needs such a bean or the web server, and so must not exist while only a check runs.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ConditionalOnProperty(name = "anbinh.command", havingValue = "serve", matchIfMissing = true)
public @interface OnlyWhenServing {}
