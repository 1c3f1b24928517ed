package org.allmende.catalog.validate;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.engine.constraint.ConstraintDataTerm;
import org.apache.jena.shacl.engine.constraint.ConstraintOp;
import org.apache.jena.shacl.engine.constraint.ConstraintTerm;
import org.apache.jena.shacl.engine.constraint.MaxCount;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.sparql.path.P_Link;

/**
 * Shapes in the order in which Jena would check them, without those checks that cannot find
 * anything: a rule about the values of a property says nothing about a node that has none. Of some
 * sixty rules about a dataset a usual description meets a third.
 */
final class Checks {

  /** The checks of one shape with targets. */
  private record Root(Shape shape, List<Check> checks) {

    static Root of(Shape shape) {
      // A shape with constraints of its own is left to Jena as a whole.
      var isPlain = shape.isNodeShape() && shape.getConstraints().isEmpty() && !shape.deactivated();
      return new Root(
          shape,
          isPlain
              ? shape.getPropertyShapes().stream().map(Check::of).toList()
              : List.of(new Check(shape, Optional.empty())));
    }
  }

  /**
   * One check.
   *
   * @param needed the property without which it cannot find anything
   */
  private record Check(Shape shape, Optional<Node> needed) {

    static Check of(PropertyShape shape) {
      var isAboutValues = shape.getConstraints().stream().allMatch(Check::isAboutValues);
      return isAboutValues && shape.getPath() instanceof P_Link link
          ? new Check(shape, Optional.of(link.getNode()))
          : new Check(shape, Optional.empty());
    }

    private static boolean isAboutValues(Constraint constraint) {
      return constraint instanceof ConstraintTerm
          || constraint instanceof ConstraintDataTerm
          || constraint instanceof ConstraintOp
          || constraint instanceof MaxCount;
    }

    boolean canFind(Set<Node> properties) {
      return needed.isEmpty() || properties.contains(needed.get());
    }
  }

  private final Shapes shapes;
  private final List<Root> roots;

  Checks(Shapes shapes) {
    this.shapes = shapes;
    this.roots = shapes.getTargetShapes().stream().map(Root::of).toList();
  }

  /** What Jena's validator would report. */
  Collection<ReportEntry> run(Graph data) {
    var context = ValidationContext.create(shapes, data);
    for (var root : roots) {
      for (var focus : VLib.focusNodes(data, root.shape())) {
        run(root, focus, data, context);
      }
    }
    return context.generateReport().getEntries();
  }

  private static void run(Root root, Node focus, Graph data, ValidationContext context) {
    var properties = new HashSet<Node>();
    data.find(focus, Node.ANY, Node.ANY)
        .forEachRemaining(triple -> properties.add(triple.getPredicate()));
    for (var check : root.checks()) {
      if (check.canFind(properties)) {
        VLib.validateShape(context, data, check.shape(), focus);
      }
    }
  }
}
