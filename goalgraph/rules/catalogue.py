"""All rules, in the order in which `goalgraph rule` lists them."""

from goalgraph.rules.circularity.chicken_and_egg import chicken_and_egg
from goalgraph.rules.circularity.closed_loop import closed_loop
from goalgraph.rules.circularity.deadlock import deadlock
from goalgraph.rules.circularity.idle_flywheel import idle_flywheel
from goalgraph.rules.circularity.own_purpose import own_purpose
from goalgraph.rules.circularity.tangled_loop import tangled_loop
from goalgraph.rules.concepts.dropped_but_used import dropped_but_used
from goalgraph.rules.concepts.dropped_without_reason import dropped_without_reason
from goalgraph.rules.concepts.kept_without_purpose import kept_without_purpose
from goalgraph.rules.concepts.recipe_as_end import recipe_as_end
from goalgraph.rules.concepts.undecided import undecided
from goalgraph.rules.concepts.unsorted import unsorted
from goalgraph.rules.concepts.whole_recipe import whole_recipe
from goalgraph.rules.inversion.activity_as_objective import activity_as_objective
from goalgraph.rules.inversion.end_serves_means import end_serves_means
from goalgraph.rules.inversion.means_as_end import means_as_end
from goalgraph.rules.inversion.named_after_its_means import named_after_its_means
from goalgraph.rules.inversion.promoted_over_time import promoted_over_time
from goalgraph.rules.inversion.strategy_after_the_fact import strategy_after_the_fact
from goalgraph.rules.inversion.two_faced import two_faced
from goalgraph.rules.inversion.use_as_success import use_as_success
from goalgraph.rules.organisation.organisation_as_end import organisation_as_end
from goalgraph.rules.purpose.at_odds import at_odds
from goalgraph.rules.purpose.dead_support import dead_support
from goalgraph.rules.purpose.no_how import no_how
from goalgraph.rules.purpose.no_value import no_value
from goalgraph.rules.purpose.no_why import no_why
from goalgraph.rules.purpose.silo import silo
from goalgraph.rules.purpose.straight_to_value import straight_to_value
from goalgraph.rules.purpose.too_late import too_late
from goalgraph.rules.purpose.unanchored import unanchored
from goalgraph.rules.purpose.unmeasured import unmeasured
from goalgraph.rules.purpose.unowned import unowned
from goalgraph.rules.reading.bad_value import bad_value
from goalgraph.rules.reading.declared_twice import declared_twice
from goalgraph.rules.reading.ignore_without_reason import ignore_without_reason
from goalgraph.rules.reading.loose_feeds import loose_feeds
from goalgraph.rules.reading.repeated_link import repeated_link
from goalgraph.rules.reading.stray_file import stray_file
from goalgraph.rules.reading.syntax_error import syntax_error
from goalgraph.rules.reading.unknown_name import unknown_name
from goalgraph.rules.reading.unreadable_file import unreadable_file
from goalgraph.rules.reading.unused_ignore import unused_ignore
from goalgraph.rules.reading.wrong_kind import wrong_kind
from goalgraph.rules.spheres.idle_intangible import idle_intangible
from goalgraph.rules.spheres.lame_bridge import lame_bridge
from goalgraph.rules.spheres.one_kind_of_bridge import one_kind_of_bridge
from goalgraph.rules.spheres.one_sphere import one_sphere
from goalgraph.rules.spheres.spheres_clash import spheres_clash
from goalgraph.rules.spheres.unbridged import unbridged

RULES = (
    # reading the map
    syntax_error,
    unknown_name,
    declared_twice,
    wrong_kind,
    bad_value,
    stray_file,
    unreadable_file,
    repeated_link,
    loose_feeds,
    unused_ignore,
    ignore_without_reason,
    # circular goals
    deadlock,
    closed_loop,
    chicken_and_egg,
    tangled_loop,
    own_purpose,
    idle_flywheel,
    # means promoted to goals
    end_serves_means,
    means_as_end,
    two_faced,
    named_after_its_means,
    use_as_success,
    activity_as_objective,
    strategy_after_the_fact,
    promoted_over_time,
    # knowing why
    no_why,
    unanchored,
    straight_to_value,
    no_value,
    no_how,
    silo,
    unowned,
    unmeasured,
    at_odds,
    dead_support,
    too_late,
    # the formal and the informal
    one_sphere,
    unbridged,
    lame_bridge,
    one_kind_of_bridge,
    idle_intangible,
    spheres_clash,
    # sorting what is on offer
    recipe_as_end,
    unsorted,
    undecided,
    kept_without_purpose,
    whole_recipe,
    dropped_without_reason,
    dropped_but_used,
    # structure for its own sake
    organisation_as_end,
)

BY_SLUG = {rule.slug: rule for rule in RULES}
