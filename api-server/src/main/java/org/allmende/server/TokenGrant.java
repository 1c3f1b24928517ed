package org.allmende.server;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.allmende.catalog.CatalogSettings;
import org.allmende.catalog.accounts.AccountsChange;
import org.allmende.catalog.accounts.Capacity;
import org.allmende.catalog.accounts.NewToken;
import org.allmende.catalog.accounts.User;
import org.allmende.catalog.model.DatasetSlug;
import org.allmende.catalog.model.Organization;

/**
 * What {@code allmende token create} shall grant to whom.
 *
 * @param name the user's name
 * @param sysadmin whether the user shall be allowed everything
 * @param capacity what the user shall be in the organization; empty: editor, or what he is
 * @param organization id or name of the organization; empty for a sysadmin
 */
record TokenGrant(
    String name, boolean sysadmin, Optional<Capacity> capacity, Optional<String> organization) {

  private static final String SYSADMIN = "sysadmin";
  private static final Pattern SPAN = Pattern.compile("(\\d{1,5})(d|h|m)");

  /** A token with what to say about it. */
  record Granted(String said, NewToken token) {}

  /**
   * Reads what the call says.
   *
   * @throws WrongCallException when it cannot be granted
   */
  static TokenGrant of(
      String name, Optional<String> role, Optional<String> organization, CatalogSettings settings) {
    if (!DatasetSlug.isSlug(name)) {
      throw new WrongCallException(
          "--name: expected 2 to 100 characters of a-z 0-9 - _, got \"" + name + "\".");
    }
    if (role.filter(SYSADMIN::equalsIgnoreCase).isPresent()) {
      return new TokenGrant(name, true, Optional.empty(), Optional.empty());
    }
    var where =
        organization.or(
            () -> settings.organizations().stream().findFirst().map(o -> o.name().value()));
    if (where.isEmpty()) {
      throw new WrongCallException(
          "No organization is configured. Say which one with --organization, or make the user"
              + " --role sysadmin.");
    }
    return new TokenGrant(name, false, role.map(TokenGrant::capacity), where);
  }

  private static Capacity capacity(String role) {
    return Capacity.find(role)
        .orElseThrow(
            () ->
                new WrongCallException(
                    "--role: unknown role \""
                        + role
                        + "\". Known: sysadmin, admin, editor, member."));
  }

  /** When a token ends: the end of a day in this zone, or so long from now. */
  static Instant until(String text, String zone, Clock clock) {
    var span = SPAN.matcher(text);
    if (span.matches()) {
      var count = Long.parseLong(span.group(1));
      return clock
          .instant()
          .plus(
              switch (span.group(2)) {
                case "d" -> Duration.ofDays(count);
                case "h" -> Duration.ofHours(count);
                default -> Duration.ofMinutes(count);
              });
    }
    try {
      var end = LocalDate.parse(text).plusDays(1).atStartOfDay(ZoneId.of(zone)).toInstant();
      if (end.isAfter(clock.instant())) {
        return end;
      }
    } catch (DateTimeException e) {
      throw new WrongCallException(expected(text), e);
    }
    throw new WrongCallException(expected(text));
  }

  private static String expected(String text) {
    return "--expires: expected a day to come such as 2027-12-31 or a time such as 90d, 12h, 30m,"
        + " got \""
        + text
        + "\".";
  }

  /** Makes user, membership and token. */
  Granted apply(AccountsChange change, Optional<Instant> expires) {
    var user = change.userNamed(name);
    if (sysadmin && !user.isSysadmin()) {
      user = change.put(user.withSysadmin(true));
    }
    var said = organization.isPresent() ? join(user, change) : name + " may everything.";
    return new Granted(said, change.newToken(user, "made on the command line", expires));
  }

  private String join(User user, AccountsChange change) {
    var where = requireOrganization(change);
    var before =
        change.accounts().memberships(user.id()).stream()
            .filter(membership -> membership.groupId().equals(where.id()))
            .map(membership -> membership.capacity())
            .findFirst();
    var now = capacity.or(() -> before).orElse(Capacity.EDITOR);
    change.accounts().putMember(where.id(), user.id(), now);
    return "%s is %s in %s%s."
        .formatted(name, now.word(), where.name(), user.isSysadmin() ? ", and may everything" : "");
  }

  private Organization requireOrganization(AccountsChange change) {
    var asked = organization.orElseThrow();
    return change
        .findOrganization(asked)
        .orElseThrow(
            () ->
                new WrongCallException(
                    "There is no organization \""
                        + asked
                        + "\". Known: "
                        + change.organizations().stream()
                            .map(known -> known.name().value())
                            .sorted()
                            .collect(Collectors.joining(", "))
                        + "."));
  }
}
