package anbinh.platform.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import anbinh.platform.Site;
import anbinh.platform.StartFailure;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/// A mail server (SMTP) that takes e-mail of plain text. Safe for many threads.
public final class MailServer {
  private static final int REFUSED_FOR_GOOD = 500;

  private final JavaMailSenderImpl mail;
  private final InternetAddress from;
  private final InstantSource clock;

  private MailServer(JavaMailSenderImpl mail, InternetAddress from, InstantSource clock) {
    this.mail = mail;
    this.from = from;
    this.clock = clock;
  }

  /// An e-mail as it goes out. Never printed.
  ///
  /// @param id the same at every attempt
  public record Mail(UUID id, String to, Locale language, String subject, String text) {
    @Override
    public String toString() {
      return "Mail[" + id + "]";
    }
  }

  /// Empty when no mail server is set up.
  ///
  /// @param prefix of the settings, for problems
  /// @throws StartFailure when the settings do not suffice
  public static Optional<MailServer> of(
      String prefix, MailSettings settings, Duration timeout, Site site, InstantSource clock) {
    if (settings.host() == null) {
      return Optional.empty();
    }
    if (settings.protection() == MailSettings.Protection.NONE
        && !SameMachine.isHost(settings.host())) {
      throw new StartFailure(
          prefix + ".protection is NONE, and the mail server is elsewhere.",
          "Give STARTTLS or TLS, so that nobody on the way reads what is sent.");
    }
    if (settings.from() == null) {
      throw new StartFailure(
          prefix + ".from is missing.",
          "Give the address from which people get e-mail, such as camera@example.vn.");
    }
    try {
      var from = new InternetAddress(settings.from(), site.name(), UTF_8.name());
      return Optional.of(new MailServer(mail(settings, timeout), from, clock));
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JavaMailSenderImpl mail(MailSettings settings, Duration timeout) {
    var mail = new JavaMailSenderImpl();
    mail.setHost(settings.host());
    mail.setPort(settings.port());
    mail.setUsername(settings.username());
    mail.setPassword(settings.password());
    mail.setDefaultEncoding(UTF_8.name());
    Properties properties = mail.getJavaMailProperties();
    String patience = Long.toString(timeout.toMillis());
    properties.put("mail.smtp.connectiontimeout", patience);
    properties.put("mail.smtp.timeout", patience);
    properties.put("mail.smtp.writetimeout", patience);
    properties.put("mail.smtp.auth", Boolean.toString(settings.username() != null));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    boolean later = settings.protection() == MailSettings.Protection.STARTTLS;
    properties.put("mail.smtp.starttls.enable", Boolean.toString(later));
    properties.put("mail.smtp.starttls.required", Boolean.toString(later));
    properties.put(
        "mail.smtp.ssl.enable",
        Boolean.toString(settings.protection() == MailSettings.Protection.TLS));
    return mail;
  }

  public void send(Mail one) throws SendFailure {
    try {
      mail.send(message(one));
    } catch (MailAuthenticationException e) {
      throw new SendFailure(Failure.NOT_ACCEPTED, "the mail server does not accept the password");
    } catch (MailSendException e) {
      throw failure(cause(e));
    } catch (MailException e) {
      throw new SendFailure(Failure.REFUSED, "the message cannot be made");
    }
  }

  private MimeMessage message(Mail one) {
    MimeMessage message = mail.createMimeMessage();
    try {
      var helper = new MimeMessageHelper(message, UTF_8.name());
      helper.setFrom(from);
      helper.setTo(new InternetAddress(one.to(), true));
      helper.setSubject(one.subject());
      helper.setText(one.text());
      helper.setSentDate(Date.from(clock.instant()));
      message.setContentLanguage(new String[] {one.language().getLanguage()});
      // RFC 3834: no machine shall answer.
      message.setHeader("Auto-Submitted", "auto-generated");
      String host = from.getAddress().substring(from.getAddress().indexOf('@'));
      message.setHeader("Message-ID", "<" + one.id() + host + ">");
      return message;
    } catch (MessagingException e) {
      throw new org.springframework.mail.MailPreparationException("no message", e);
    }
  }

  private static @Nullable Throwable cause(MailSendException e) {
    Exception[] each = e.getMessageExceptions();
    return each.length > 0 ? each[0] : e.getCause();
  }

  /// What a failure means. The server's own words may hold the address, so its number alone is
  /// told.
  private static SendFailure failure(@Nullable Throwable cause) {
    for (Throwable one = cause; one != null; one = next(one)) {
      int code =
          switch (one) {
            case SMTPAddressFailedException e -> e.getReturnCode();
            case SMTPSenderFailedException e -> e.getReturnCode();
            case SMTPSendFailedException e -> e.getReturnCode();
            default -> 0;
          };
      if (code > 0) {
        return new SendFailure(
            code >= REFUSED_FOR_GOOD ? Failure.REFUSED : Failure.BUSY,
            "the mail server answers " + code);
      }
    }
    for (Throwable one = cause; one != null; one = next(one)) {
      if (one instanceof javax.net.ssl.SSLException) {
        return new SendFailure(
            Failure.NOT_ACCEPTED, "the mail server's certificate is not trusted");
      }
      if (one instanceof IOException) {
        return new SendFailure(
            Failure.UNREACHABLE, "the mail server: " + one.getClass().getSimpleName());
      }
    }
    return new SendFailure(
        Failure.UNREACHABLE,
        "the mail server: " + (cause == null ? "no reason" : cause.getClass().getSimpleName()));
  }

  private static @Nullable Throwable next(Throwable one) {
    return one instanceof MessagingException e && e.getNextException() != null
        ? e.getNextException()
        : one.getCause();
  }
}
