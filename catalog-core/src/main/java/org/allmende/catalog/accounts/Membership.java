package org.allmende.catalog.accounts;

/**
 * What one user is in one organization or group.
 *
 * @param groupId id of the organization or group
 * @param groupName its CKAN name
 * @param userId id of the user
 * @param capacity what the user is there
 */
public record Membership(String groupId, String groupName, String userId, Capacity capacity) {}
