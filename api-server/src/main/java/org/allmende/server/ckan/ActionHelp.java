package org.allmende.server.ckan;

/**
 * What others may know about an action.
 *
 * @param name as in {@code /api/3/action/{name}}
 * @param readOnly true when GET may call it; else POST with a token
 * @param help what {@code help_show} says: sentences, the last of which names the parameters
 */
public record ActionHelp(String name, boolean readOnly, String help) {}
