package org.allmende.server;

import java.time.Clock;
import java.util.Optional;
import org.allmende.catalog.accounts.Token;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code allmende token}. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    description =
        "Makes, lists and revokes the tokens by which programs write; also beside a running"
            + " server, which knows of it within a second.",
    synopsisSubcommandLabel = "create|list|revoke")
final class TokenCommand {
  private final Console console;

  TokenCommand(Console console) {
    this.console = console;
  }

  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description =
          "Makes a token for a user, and the user when there is none of that name. The token is the"
              + " last line of the output and shown this once.",
      footerHeading = "%nExamples:%n",
      footer = {
        "  allmende token create --name chief --role sysadmin",
        "  allmende token create --name harvester --organization stadt-musterstadt --expires 90d"
      })
  int create(
      @Mixin DataOption data,
      @Option(
              names = "--name",
              paramLabel = "N",
              required = true,
              description = "Whose token: 2 to 100 characters of a-z 0-9 - _.")
          String name,
      @Option(
              names = "--role",
              paramLabel = "R",
              description =
                  "sysadmin, admin, editor, member. Default: editor, or what the user is already.")
          @Nullable String role,
      @Option(
              names = "--organization",
              paramLabel = "O",
              description =
                  "Where the user is admin, editor or member: id or name. Default: the first one"
                      + " configured.")
          @Nullable String organization,
      @Option(
              names = "--expires",
              paramLabel = "WHEN",
              description = "A date such as 2027-12-31 or a time such as 90d. Default: never.")
          @Nullable String expires) {
    var config = data.read(console);
    var grant =
        TokenGrant.of(
            name, Optional.ofNullable(role), Optional.ofNullable(organization), config.catalog());
    var clock = Clock.systemUTC();
    var until =
        Optional.ofNullable(expires)
            .map(text -> TokenGrant.until(text, config.catalog().timeZone(), clock));
    try (var house = House.open(config, clock)) {
      var made = house.catalog().accounts().changing(change -> grant.apply(change, until));
      console.out().println(made.said());
      console.out().println("Keep the token below as you keep a password: it is shown this once.");
      console.out().println(made.token().secret());
      console.out().flush();
    }
    return 0;
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists all tokens: id, user, what for, made, last used, expires.")
  int list(@Mixin DataOption data) {
    try (var house = House.open(data.read(console), Clock.systemUTC())) {
      var accounts = house.catalog().accounts();
      for (var user : accounts.users()) {
        for (var token : accounts.tokens(user)) {
          console.out().println(line(user.name(), token));
        }
      }
      console.out().flush();
    }
    return 0;
  }

  private static String line(String user, Token token) {
    return String.join(
        "  ",
        token.id(),
        user,
        "\"" + token.name() + "\"",
        "made " + token.created(),
        token.lastAccess().map(day -> "last used " + day).orElse("never used"),
        token.expires().map(time -> "expires " + time).orElse("never expires"));
  }

  @Command(
      name = "revoke",
      mixinStandardHelpOptions = true,
      description = "Revokes a token: it opens nothing any more.",
      footerHeading = "%nExample:%n",
      footer = "  allmende token revoke 5b1f7a0e-7d0c-4f0f-9b43-0a1d3b8f5c11")
  int revoke(
      @Mixin DataOption data,
      @Parameters(paramLabel = "ID", description = "Its id, as \"allmende token list\" says.")
          String id) {
    try (var house = House.open(data.read(console), Clock.systemUTC())) {
      var accounts = house.catalog().accounts();
      var token = accounts.asking(asked -> asked.findTokenById(id));
      if (token.isEmpty()) {
        throw new WrongCallException(
            "There is no token " + id + ". \"allmende token list\" tells their ids.");
      }
      accounts.changing(
          change -> {
            change.accounts().remove(token.get());
            return id;
          });
      console.out().println("The token " + id + " is revoked.");
      console.out().flush();
    }
    return 0;
  }
}
