package org.allmende.catalog.accounts;

/**
 * A token just made: the one moment in which it can be read.
 *
 * @param token what is kept of it
 * @param secret the token itself
 */
public record NewToken(Token token, String secret) {}
