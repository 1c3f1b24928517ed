package org.allmende.catalog.accounts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.allmende.catalog.CatalogEntry;

/**
 * Who asks: nobody known, or a user with what the user is in organizations and groups. Answers what
 * this one may see and do ({@code ckan-api.md} 2.2, 2.3). Never changes, so threads may share it;
 * each question costs a look into a map.
 */
public final class Caller {

  private static final Caller ANONYMOUS = new Caller(Optional.empty(), List.of());

  private final Optional<User> user;
  private final List<Membership> memberships;

  /** By id and by name: neither is ever another's, since the two differ in form. */
  private final Map<String, Capacity> capacities;

  private Caller(Optional<User> user, List<Membership> memberships) {
    this.user = user;
    this.memberships = List.copyOf(memberships);
    var found = new HashMap<String, Capacity>();
    for (var membership : memberships) {
      found.put(membership.groupName(), membership.capacity());
    }
    // Ids come last: where an id is another's name, the id wins.
    for (var membership : memberships) {
      found.put(membership.groupId(), membership.capacity());
    }
    this.capacities = Map.copyOf(found);
  }

  /** Somebody without a token that opens anything. */
  public static Caller anonymous() {
    return ANONYMOUS;
  }

  /** This user. */
  public static Caller of(User user, List<Membership> memberships) {
    return new Caller(Optional.of(user), memberships);
  }

  /** The user; empty for an anonymous caller. */
  public Optional<User> user() {
    return user;
  }

  /** The user's id; empty for an anonymous caller. */
  public Optional<String> userId() {
    return user.map(User::id);
  }

  public boolean isAnonymous() {
    return user.isEmpty();
  }

  /** True for one who may everything. */
  public boolean isSysadmin() {
    return user.isPresent() && user.get().isSysadmin();
  }

  /** True when this is the caller's own id. */
  public boolean is(String userId) {
    return user.isPresent() && user.get().id().equals(userId);
  }

  /** What the caller is in this organization or group, by id or name. */
  public Optional<Capacity> capacityIn(String groupIdOrName) {
    return Optional.ofNullable(capacities.get(groupIdOrName));
  }

  /** Ids of the organizations and groups in which the caller is anything. */
  public Set<String> groupIds() {
    return memberships.stream().map(Membership::groupId).collect(Collectors.toUnmodifiableSet());
  }

  /** The CKAN names of the same. */
  public Set<String> groupNames() {
    return memberships.stream().map(Membership::groupName).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Whether the caller may see a dataset: anybody a public one; members of its organization and
   * sysadmins every one; its creator one without owner organization.
   */
  public boolean mayRead(CatalogEntry dataset) {
    return dataset.isPublic() || isSysadmin() || isMember(dataset) || isUnownedByCaller(dataset);
  }

  private boolean isMember(CatalogEntry dataset) {
    return capacityIn(dataset.publisher().id()).isPresent();
  }

  private boolean isUnownedByCaller(CatalogEntry dataset) {
    var record = dataset.record();
    return record.organization().isEmpty() && record.creator().filter(this::is).isPresent();
  }

  /** Whether the caller may change and delete this dataset. */
  public boolean mayEdit(CatalogEntry dataset) {
    return mayEdit(dataset.publisher().id()) || isUnownedByCaller(dataset);
  }

  /** Whether the caller may create, change and delete datasets of this organization. */
  public boolean mayEdit(String organizationIdOrName) {
    return isSysadmin()
        || capacityIn(organizationIdOrName).filter(c -> c != Capacity.MEMBER).isPresent();
  }

  /** Whether the caller may put datasets into this group: any of its members. */
  public boolean mayFill(String groupIdOrName) {
    return isSysadmin() || capacityIn(groupIdOrName).isPresent();
  }

  /** Whether the caller may edit this organization or group and manage its members. */
  public boolean mayManage(String groupIdOrName) {
    return isSysadmin() || capacityIn(groupIdOrName).filter(c -> c == Capacity.ADMIN).isPresent();
  }
}
